"""The benchmarks measure what they say, and say whether a limit is kept."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from benchmarks import __main__ as bench
from benchmarks import issue_text
from benchmarks.figure import RUNS, Figure, core_seconds, seconds
from benchmarks.text import ARTICLE, CLAUSE, issue_of, samples
from etl.pipeline import extract
from etl.reading import read_file


@pytest.mark.parametrize(
    ("figure", "met", "row"),
    [
        (Figure("a", 160_000, "c/s", at_least=150_000), True, "| a | 160,000 | c/s | ≥ 150,000 | kept |"),
        (Figure("a", 140_000, "c/s", at_least=150_000), False, "| a | 140,000 | c/s | ≥ 150,000 | **broken** |"),
        (Figure("a", 1.05, "×", at_most=1.1), True, "| a | 1.05 | × | ≤ 1.1 | kept |"),
        (Figure("a", 12.5, "ms"), None, "| a | 12.5 | ms |  |  |"),
    ],
)
def test_a_figure_stands_beside_its_limit(figure: Figure, met: bool | None, row: str) -> None:
    assert figure.met is met
    assert str(figure) == row


def test_the_work_is_done_once_uncounted_and_then_in_every_run() -> None:
    calls: list[float] = []
    assert seconds(lambda: calls.append(time.perf_counter())) >= 0
    assert core_seconds(lambda: calls.append(0.0), runs=2) >= 0
    assert len(calls) == 1 + RUNS + 1 + 2


def test_time_asleep_is_no_time_of_the_core() -> None:
    assert seconds(lambda: time.sleep(0.01), runs=1) >= 0.009
    assert core_seconds(lambda: time.sleep(0.01), runs=1) < 0.009


def test_the_texts_are_issues_with_claims_in_proportion() -> None:
    claims = [len(extract(issue_of("利润下降\n\n　　" + ARTICLE * times, date(2019, 7, 31)))) for times in (1, 10)]
    assert claims[0] >= 6
    assert claims[1] == 10 * claims[0]
    assert len(extract(issue_of("利润上升\n\n　　今年1—5月，" + CLAUSE * 3 + "形势稳定。", date(2019, 7, 31)))) == 6
    assert samples().characters > 10_000


def test_an_unknown_benchmark_is_refused_with_the_names_of_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["speed"]) == 2
    named = ", ".join(bench.BENCHMARKS)
    assert "extraction" in named
    assert f"speed: no such benchmark; there are {named}" in capsys.readouterr().err


def test_the_results_say_when_and_where_they_were_measured() -> None:
    text = bench.RESULTS.read_text(encoding="utf-8")
    assert text.count("Python 3.") == 1
    assert all(f"| {name}" in text for name in ("10× the articles", "100× the clauses", "replace one issue among"))


@pytest.mark.parametrize("kind", sorted(issue_text.KINDS))
def test_generated_issues_are_the_same_for_a_seed_and_are_read(kind: str, tmp_path: Path) -> None:
    made = list(issue_text.issues(3, kind))
    assert made == list(issue_text.issues(5, kind))[:3]
    assert made[1:] == list(issue_text.issues(2, kind, first=1))
    assert made != list(issue_text.issues(3, kind, seed=1))
    characters = issue_text.write(tmp_path, 3, kind)
    read = [read_file(path, path.name) for path in sorted(tmp_path.iterdir())]
    assert [issue.issue_date for issue in read] == [day for day, _ in made]
    apart = characters / sum(len(extract(issue)) for issue in read)
    assert apart == pytest.approx({"news": 142, "dense": 35}[kind], rel=0.25)
