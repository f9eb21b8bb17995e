from __future__ import annotations

import csv
from pathlib import Path

import pytest

from etl.reading import break_odds


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("在某市，一家生产轴承的专精特新", "企业已把产品卖到四十国。"),
        ("在样例市一处新近建成的", "产业园里，机器轰鸣。"),
        ("今年以来，在各方推动下，企业", "增加投入，扩大生产。"),
    ],
)
def test_a_fragment_is_the_beginning_of_the_text_below(head: str, tail: str) -> None:
    assert break_odds.is_fragment(head, tail, break_odds.Words(""))


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("服务体系逐步完善", "截至去年底，认定平台600家。"),
        ("练就独门绝技", "“百炼”化为“绕指”"),
        ("产业集聚，链条更长", "记者在园区看到，新厂正在建设。"),
        ("前两月利润增长7.2%", "统计部门今天公布数据。"),
    ],
)
def test_a_heading_is_none(head: str, tail: str) -> None:
    assert not break_odds.is_fragment(head, tail, break_odds.Words(""))


def test_a_word_that_the_break_cut_is_evidence() -> None:
    head, tail = "样例县建成一处新能源汽", "车厂，年产能六万辆。"
    assert not break_odds.is_fragment(head, tail, break_odds.Words("各地新建的产业园有12个。"))
    assert break_odds.is_fragment(head, tail, break_odds.Words("各地新建的汽车产业园有12个。"))


def test_the_weights_are_tenths_of_single_characters_within_bounds() -> None:
    path = Path(break_odds.__file__).with_suffix(".csv")
    with path.open(encoding="utf-8", newline="") as rows:
        table = list(csv.DictReader(rows))
    assert len(table) > 1000
    assert len({row["character"] for row in table}) == len(table)
    for row in table:
        assert len(row["character"]) == 1
        assert all(-40 <= int(row[side]) <= 40 for side in ("opens", "ends"))
