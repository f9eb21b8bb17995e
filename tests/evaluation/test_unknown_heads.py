"""The commonest heads that no lexicon knows."""

from pathlib import Path

import pytest

from etl.evaluation.unknown_heads import claims_in, report, unknown_statistics, unknown_subjects

ISSUE = """样例工业报

2019年8月28日

星期三

样例省工业平稳增长

上半年，全省规模以上工业增加值增长5%。园区的设备上线率达到85%，设备上线率比上年提高2个百分点。

竹艺编结产业产值3亿元。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ISSUE, encoding="utf-8")
    return tmp_path


def test_statistics_of_no_lexicon_come_with_their_count_their_unit_and_a_sentence(folder: Path) -> None:
    heads = unknown_statistics(claims_in(folder))
    assert [(head.text, head.claims) for head in heads] == [("设备上线率", 2)]
    assert heads[0].units["%"] == 1
    assert "【85%】" in heads[0].example


def test_subjects_that_look_like_an_industry_and_are_none(folder: Path) -> None:
    assert [head.text for head in unknown_subjects(claims_in(folder))] == ["竹艺编结产业"]


def test_the_report_prints_both(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report(folder, top=5)
    printed = capsys.readouterr().out
    assert "unknown statistics: 1 heads, 2 of" in printed
    assert "设备上线率 [%/百分点]" in printed
