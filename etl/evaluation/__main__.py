"""``make eval``: every figure that the project is held against, and a page of every disagreement.

Without the shared folder beside the checkout only the samples are scored, and that is said.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from etl.evaluation.archive import WORK
from etl.evaluation.bar import F1, Figure, as_text
from etl.evaluation.calibration import bins_of, calibration_error, calibration_figure
from etl.evaluation.gold import SHARED, gold_sets
from etl.evaluation.leak import leak_figures
from etl.evaluation.page import page
from etl.evaluation.score import TIERS
from etl.evaluation.second_look import second_look_figures
from etl.evaluation.suite import suite_figures
from etl.evaluation.trial import Trial, trial
from etl.evaluation.truth import truth_figures


def evaluate(
    archive: Annotated[bool, typer.Option(help="what the archives tell, too: some minutes")] = True,
    suites: Annotated[bool, typer.Option(help="the peers' suites")] = True,
    processes: Annotated[int, typer.Option(help="for the archive", min=1)] = os.cpu_count() or 1,
    output: Annotated[Path, typer.Option("--output", "-o", help="the page")] = WORK.parent / "eval.html",
) -> None:
    """Print the figures with their bars, and write the page of disagreements."""
    output.parent.mkdir(parents=True, exist_ok=True)
    WORK.mkdir(parents=True, exist_ok=True)
    trials = [trial(gold) for gold in gold_sets()]
    figures = [figure for outcome in trials for figure in trial_figures(outcome)]
    lies: list[str] = []
    if not SHARED.exists():
        print(f"../{SHARED.name} is not there: only the samples are scored", file=sys.stderr)
    else:
        figures += suite_figures() if suites else []
        if archive:
            found, lies = truth_figures(processes)
            figures += [*found, *second_look_figures(), *leak_figures(), calibration_figure(trials)]
    print(as_text(figures))
    output.write_text(page(trials, figures, lies), encoding="utf-8")
    print(f"\n{output.parent.name}/{output.name}: {sum(len(t.report.disagreements) for t in trials)} disagreements")


def trial_figures(outcome: Trial) -> Iterator[Figure]:
    """F1 of every tier with its bar, the share of the other fields, and how well the confidence is calibrated.

    The weights of the confidence were fitted on this gold: ``make calibrate`` prints the cross-validated error.
    """
    name, report = outcome.gold.name, outcome.report
    bars = F1.get(name, {})
    for tier in TIERS:
        rate = report.tiers[tier]
        note = f"P {rate.precision:.3f} R {rate.recall:.3f}"
        what = f"F1 {tier}, in full" if tier == TIERS[-1] else f"F1 {tier}"
        yield Figure(name, what, rate.f1, bars.get(tier), note)
    for field in ("kind", "bound", "region"):
        yield Figure(name, f"share right: {field}", report.fields[field])
    judged = outcome.judged()
    bins = bins_of([float(each.row["confidence"]) for each in judged], [each.right for each in judged])
    yield Figure(name, "calibration error", calibration_error(bins), None, "fitted on these; the least is best")


if __name__ == "__main__":
    typer.run(evaluate)
