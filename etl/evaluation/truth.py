"""The news archive held against the official monthly series: is what the table states true, and how much of it?

The archive, the series and the program that compares lie beside the checkout. Issues and table are made under
``build/eval``; the issues are written once.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from etl.evaluation.bar import TRUTH_MONTHS, TRUTH_PRECISION, Figure
from etl.evaluation.gold import ROOT, SHARED
from etl.extraction import Extracted, IssueIds, extract_file
from etl.progress import progress
from etl.schema import CLAIMS

WORK = ROOT / "build" / "eval"
"""Where an evaluation puts what it makes."""

FIRST, LAST = "2012-07", "2020-12"
_SERIES = "official_series_2012_2020.csv"
_WITHOUT = ("狭义货币", "广义货币")  # the archive seldom states them; the bar leaves them out
_WRONG = 400


def truth_figures(processes: int) -> tuple[list[Figure], list[str]]:
    """Precision and months of each series, and a line for each claim that contradicts its series.

    ``processes`` share the extraction of some 3,000 issues.
    """
    table = WORK / "truth.parquet"
    _extract(_issues(), table, processes)
    program = SHARED / "tools" / "truth.py"
    series = SHARED / "reference" / _SERIES
    printed = _run(program, str(table), str(series), "--from", FIRST, "--to", LAST, "--json", "--wrong", str(_WRONG))
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


def _issues() -> list[Path]:
    folder = WORK / "xwlb"
    if not (folder / "complete").exists():
        _run(SHARED / "tools" / "as_issues.py", str(folder), "--from", f"{FIRST}-01", "--to", f"{LAST}-31")
        (folder / "complete").touch()
    return sorted(folder.glob("*.txt"))


def _extract(files: list[Path], output: Path, processes: int) -> None:
    """Every claim of the files, in the order of the files, to one Parquet file."""
    with (
        pq.ParquetWriter(output, CLAIMS) as writer,
        ProcessPoolExecutor(processes) as pool,
        progress("抽取 extract", len(files)) as advance,
    ):
        for file, claims in zip(files, pool.map(_claims, files, chunksize=8), strict=True):
            writer.write_table(claims)
            advance.step(file.name)


def _claims(file: Path) -> pa.Table:
    result = extract_file(file, file.name, IssueIds())
    if not isinstance(result, Extracted):
        raise ValueError(str(result))
    return result.claims


def _run(program: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(program), *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise RuntimeError(f"{program.name}: {done.stderr.strip()}")
    return done.stdout
