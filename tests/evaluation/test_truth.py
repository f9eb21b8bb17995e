"""The figures of truth and suites are read off what the shared programs print."""

from __future__ import annotations

import csv
import json
import subprocess
from typing import Any

import pytest

from etl.evaluation import suite, truth
from etl.evaluation.archive import run
from etl.evaluation.gold import SAMPLES, SHARED, gold_sets

needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="../shared is not beside the checkout")

SERIES = {
    "居民消费价格/当月同比": {"taken": 100, "agree": 99, "precision": 0.99, "months": 80, "of": 102},
    "广义货币M2/同比": {"taken": 50, "agree": 49, "precision": 0.98, "months": 30, "of": 102},
    "狭义货币M1/同比": {"taken": 0, "agree": 0, "precision": None, "months": 0, "of": 102},
    "all": {"taken": 150, "agree": 148, "precision": 0.9867, "months": 110, "of": 306},
}


def test_months_leave_money_out_and_precision_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = json.dumps(SERIES, ensure_ascii=False) + "\n- wrong: 居民消费价格 2019-01 1.0 1.7 …\n"
    monkeypatch.setattr(truth, "run", lambda *_: printed)
    monkeypatch.setattr(truth, "extract_archive", lambda *_: None)
    figures, wrong = truth.truth_figures(1)
    by_name = {figure.what: figure for figure in figures}
    assert by_name["precision"].value == pytest.approx(148 / 150)
    assert by_name["precision"].met
    assert (by_name["months"].value, by_name["months"].note) == (80, "of 102, without M1 and M2")
    assert by_name["狭义货币M1/同比"].value == 0.0
    assert wrong == ["- wrong: 居民消费价格 2019-01 1.0 1.7 …"]


def test_a_failing_program_is_an_error_with_its_own_words(tmp_path: Any) -> None:
    program = tmp_path / "fails.py"
    program.write_text("raise SystemExit('no such series')", encoding="utf-8")
    with pytest.raises(RuntimeError, match=r"fails\.py: no such series"):
        run(program)


PRINTED = """cn2an    70/71   98.6%
  - 五對 | want [(10, None)] | got []
  - 一个未列出的例子 | want [(1, None)] | got []
duckling_numeral   57/59   96.6%
all   127/130   97.7%
"""


@pytest.mark.shared
@needs_shared
def test_every_suite_has_a_figure_that_counts_listed_cases_and_the_peers_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, PRINTED, ""))
    first, numerals, total = suite.suite_figures()
    assert (first.what, first.met) == ("cn2an", True)
    assert first.value == pytest.approx(70 / 71)
    assert first.bar == pytest.approx(0.98)
    assert numerals.value == pytest.approx(58 / 59)
    assert numerals.note == "57 of 59 and 1 listed"
    assert (total.what, total.bar, total.note) == ("all", None, "127 of 130 and 1 listed")


@pytest.mark.shared
@needs_shared
def test_every_listed_case_is_a_case_of_its_suite() -> None:
    for name, cases in suite.listed_cases().items():
        lines = (SHARED / "suites" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        assert cases <= {json.loads(line)["id"] for line in lines}


def test_every_listed_case_has_a_reason() -> None:
    rows = list(csv.DictReader(suite.LISTED.read_text(encoding="utf-8").splitlines()))
    assert all(row["suite"] and row["case"].startswith(row["suite"]) and len(row["reason"]) > 5 for row in rows)
    assert len({row["case"] for row in rows}) == len(rows)


def test_without_the_shared_folder_only_the_samples_are_scored(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setattr("etl.evaluation.gold.SHARED", tmp_path / "shared")
    monkeypatch.setattr("etl.evaluation.suite.SHARED", tmp_path / "shared")
    assert [gold.name for gold in gold_sets()] == [SAMPLES]
    assert suite.suite_figures() == []
