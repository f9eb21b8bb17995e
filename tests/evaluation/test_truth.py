"""The figures of truth and suites are read off what the shared programs print."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from etl.evaluation import suite, truth
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
    monkeypatch.setattr(truth, "_run", lambda *_: printed)
    monkeypatch.setattr(truth, "_extract", lambda *_: None)
    monkeypatch.setattr(truth, "_issues", list)
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
        truth._run(program)


@pytest.mark.shared
@needs_shared
def test_every_suite_has_a_figure_and_the_peers_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    done = subprocess.CompletedProcess([], 0, "cn2an    70/71   98.6%\nall   70/71   98.6%\n  - a wrong case\n", "")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    first, total = suite.suite_figures()
    assert (first.what, first.met) == ("cn2an", True)
    assert first.value == pytest.approx(70 / 71)
    assert first.bar == pytest.approx(0.98)
    assert (total.what, total.bar) == ("all", None)


def test_without_the_shared_folder_only_the_samples_are_scored(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setattr("etl.evaluation.gold.SHARED", tmp_path / "shared")
    monkeypatch.setattr("etl.evaluation.suite.SHARED", tmp_path / "shared")
    assert [gold.name for gold in gold_sets()] == [SAMPLES]
    assert suite.suite_figures() == []
