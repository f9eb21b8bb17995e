"""The news archive held against the official monthly series: is what the table states true, and how much of it?

The archive, the series and the program that compares lie beside the checkout.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from etl.evaluation.archive import NEWS, extract_archive, run
from etl.evaluation.bar import TRUTH_MONTHS, TRUTH_PRECISION, Figure
from etl.evaluation.gold import SHARED

_SERIES = "official_series_2012_2020.csv"
_WITHOUT = ("狭义货币", "广义货币")  # the archive seldom states them; the bar leaves them out
_WRONG = 400


def truth_figures(processes: int) -> tuple[list[Figure], list[str]]:
    """Precision and months of each series, and a line for each claim that contradicts its series.

    ``processes`` share the extraction of some 3,000 issues.
    """
    table = extract_archive(NEWS, processes)
    program = SHARED / "tools" / "truth.py"
    series = SHARED / "reference" / _SERIES
    printed = run(
        *(program, str(table), str(series), "--from", NEWS.first[:7], "--to", NEWS.last[:7]),
        *("--json", "--wrong", str(_WRONG)),
    )
    report, *wrong = printed.splitlines()
    return list(_figures(json.loads(report))), wrong


def _figures(report: dict[str, dict[str, Any]]) -> Iterator[Figure]:
    taken = agree = months = possible = 0
    for name, counts in report.items():
        if name == "all":
            continue
        note = f"{counts['agree']} of {counts['taken']} claims, {counts['months']} of {counts['of']} months"
        yield Figure("truth", name, counts["precision"] or 0.0, None, note)
        taken, agree = taken + counts["taken"], agree + counts["agree"]
        if not name.startswith(_WITHOUT):
            months, possible = months + counts["months"], possible + counts["of"]
    yield Figure("truth", "precision", agree / taken if taken else 0.0, TRUTH_PRECISION, f"{agree} of {taken} claims")
    yield Figure("truth", "months", months, TRUTH_MONTHS, f"of {possible}, without M1 and M2")
