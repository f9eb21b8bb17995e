"""An issue in traditional characters and Big5 gives the figures that it gives in simplified ones, as it prints them."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from etl.extraction import Extracted, IssueIds, extract_file

SIMPLIFIED = """样例工业报

2019年7月31日

上半年工业利润下降2.4%

　　上半年，全国规模以上工业企业实现利润总额29840亿元，同比下降2.4%，其中装备制造业增长9.1%。约有1.2万家中小企业亏损。
"""
TRADITIONAL = """樣例工業報

2019年7月31日

上半年工業利潤下降2.4%

　　上半年，全國規模以上工業企業實現利潤總額29840億元，同比下降2.4%，其中裝備製造業增長9.1%。約有1.2萬家中小企業虧損。
"""
SAME = ("value", "unit", "bound", "measure", "comparison", "sector", "region", "period_start", "period_end", "status")


def read(path: Path, text: str, codec: str) -> pa.Table:
    path.write_bytes(text.encode(codec))
    result = extract_file(path, path.name, IssueIds())
    assert isinstance(result, Extracted), result
    return result.claims


def test_both_scripts_are_read_alike_and_stored_as_printed(tmp_path: Path) -> None:
    simplified = read(tmp_path / "1.txt", SIMPLIFIED, "gb18030")
    traditional = read(tmp_path / "2.txt", TRADITIONAL, "big5")
    assert simplified.num_rows == 5
    for name in (*SAME, "indicator"):
        assert traditional[name].to_pylist() == simplified[name].to_pylist(), name
    assert traditional["value_text"].to_pylist()[1] == "29840億元"
    assert traditional["subject"].to_pylist()[1] == "規模以上工業企業"
