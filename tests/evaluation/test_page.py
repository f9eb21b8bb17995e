"""The page shows every disagreement, escapes what is printed, and loads nothing."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from etl.evaluation.bar import Figure, as_text
from etl.evaluation.contrast import contrasts
from etl.evaluation.gold import GoldSet
from etl.evaluation.page import page, rule_of, rule_records
from etl.evaluation.trial import Trial, trial

TEXT = """样例工业报
2019年3月28日

利润增长

今年1—2月，全市工业企业利润<总额>为3.5亿元，同比增长7.2%。装备制造业利润增长9.1%。

另有9家企业获奖。
"""

GOLD = {
    "doc": "a.txt",
    "kind": "economic",
    "measure": "growth",
    "comparison": "yoy",
    "value": 8.8,
    "value_high": None,
    "bound": "exact",
    "unit": "%",
    "indicator": ["利润总额"],
    "subject": ["装备制造业"],
    "sector": "装备制造业",
    "classes": [],
    "region": None,
    "period": ["2019-01-01", "2019-02-28"],
    "status": "actual",
    "note": "R&D",
}


@cache
def outcome() -> Trial:
    """A gold set of two claims: one with another value than the table has, one on words that are no number."""
    path = Path(tempfile.mkdtemp()) / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    wrong = GOLD | {"start": TEXT.index("9.1%"), "end": TEXT.index("9.1%") + 4, "text": "9.1%"}
    missed = GOLD | {"start": TEXT.index("获奖"), "end": TEXT.index("获奖") + 2, "text": "获奖"}
    return trial(GoldSet("small", {"a.txt": path}, (wrong, missed)))


def test_a_contrast_marks_the_number_and_sets_both_readings_side_by_side() -> None:
    (wrong,) = [each for each in contrasts(outcome()) if each.why == "number"]
    assert (wrong.before[-2:], wrong.number, wrong.after) == ("增长", "9.1%", "。")
    assert wrong.at == TEXT.index("9.1%")
    cells = {cell.field: cell for cell in wrong.cells}
    assert (cells["number"].gold, cells["number"].ours, cells["number"].right) == ("8.8 % exact", "9.1 % exact", False)
    assert (cells["measure"].gold, cells["measure"].right) == ("growth yoy", True)
    assert cells["period"].gold == "2019-01-01 2019-02-28 actual"


def test_a_missed_claim_says_what_was_read_in_its_place() -> None:
    (missed,) = [each for each in contrasts(outcome()) if each.why == "missed"]
    assert (missed.number, missed.rule, missed.confidence) == ("获奖", "no number read here", "")


def test_every_disagreement_is_on_the_page_under_its_cause() -> None:
    html = page([outcome()], [Figure("small", "F1 number", 0.5, 0.9)], ["- wrong: <b>"])
    report = outcome().report
    assert html.count("<article>") == len(report.disagreements) >= 4
    for why in {found.why for found in report.disagreements}:
        count = sum(found.why == why for found in report.disagreements)
        assert f"<summary>{why} ({count})</summary>" in html
    assert '<span class="missed">missed</span>' in html


def test_the_page_escapes_what_is_printed_and_loads_nothing() -> None:
    html = page([outcome()], [], ["- wrong: <b>"])
    assert "利润&lt;总额&gt;为" in html
    assert "&lt;b&gt;" in html
    assert "R&amp;D" in html
    assert not re.search(r"<(?:script|link|img|iframe)|https?:|url\(|@import", html)


def test_the_record_of_a_rule_counts_its_wrong_claims() -> None:
    records = {record.rule: record for record in rule_records([outcome()])}
    grows = records["percent.grows"]
    assert (grows.claims, grows.wrong) == (2, 2)
    assert dict(grows.causes) == {"number": 1, "spurious": 1}
    assert rule_of("quantity/percent.grows/actual.default") == "percent.grows"
    assert rule_of("") == ""


def test_figures_say_whether_they_reach_their_bars() -> None:
    reached = Figure("dev", "F1 number", 0.98, 0.97)
    assert (reached.met, replace(reached, value=0.9).met, replace(reached, bar=None).met) == (True, False, None)
    lines = as_text([reached, replace(reached, value=0.9), Figure("truth", "months", 321, 320, "of 599")]).splitlines()
    assert [line.split()[-1] for line in lines[1:3]] == ["met", "MISSED"]
    assert lines[3].split()[2:] == ["321", "320", "met", "of", "599"]
