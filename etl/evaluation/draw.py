"""Draws claims at random from the archives, to be read by eye: ``python -m etl.evaluation.draw SEED``.

Every claim of an archive has the same chance. One JSON object a line: the claim in the fields of a gold line, and
``context``, which is for the reader only. The reader leaves a line as it is when all of it is right; else writes
``"fix": {field: the right value}`` with the fields of a gold line (``indicator`` and ``subject`` as lists of
accepted names), or ``"fix": "no claim"``. ``etl.evaluation.second_look`` takes the lines in.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pandas as pd
import typer

from etl.evaluation.archive import NEWS, NEWSPAPER, WORK, Archive, extract_archive

_SAME = ("kind", "measure", "comparison", "value", "value_high", "bound", "unit", "sector", "region", "status")
_LEAD, _BEFORE = 160, 260  # characters of context


def draw(
    seed: int,
    news: Annotated[int, typer.Option(help="claims of the news archive")] = 200,
    newspaper: Annotated[int, typer.Option(help="claims of the newspaper archive")] = 100,
    processes: Annotated[int, typer.Option(min=1)] = os.cpu_count() or 1,
    output: Annotated[Path, typer.Option("--output", "-o")] = WORK / "drawn.jsonl",
) -> None:
    """Extract the archives anew and draw from all their claims."""
    WORK.mkdir(parents=True, exist_ok=True)
    lines = [
        json.dumps(line, ensure_ascii=False)
        for archive, count in ((NEWS, news), (NEWSPAPER, newspaper))
        for line in drawn(archive, pd.read_parquet(extract_archive(archive, processes)), count, seed)
    ]
    output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{output}: {len(lines)} claims")


def drawn(archive: Archive, table: pd.DataFrame, count: int, seed: int) -> Iterator[dict[str, Any]]:
    """``count`` of the table's claims, each with the same chance, in the table's order."""
    for place in sorted(random.Random(seed).sample(range(len(table)), count)):
        row = {str(name): _plain(cell) for name, cell in table.iloc[place].to_dict().items()}
        text = (WORK / archive.corpus / str(row["source_uri"])).read_text(encoding="utf-8")
        yield {**as_gold(row), "context": _context(row, text)}


def as_gold(row: dict[str, Any]) -> dict[str, Any]:
    """A row of the table in the fields of a gold line."""
    names = [name for name in (row["indicator"], row["indicator_text"]) if name]
    period = [str(row["period_start"])[:10], str(row["period_end"])[:10]] if row["period_end"] else None
    return {
        "doc": row["source_uri"],
        "start": int(row["source_start"]),
        "end": int(row["source_end"]),
        "text": row["value_text"],
        **{name: row[name] for name in _SAME},
        "indicator": list(dict.fromkeys(names)),
        "subject": [row["subject"]] if row["subject"] else [],
        "classes": list(row["classes"]),
        "period": period,
    }


def _plain(cell: Any) -> Any:
    missing = cell is None or cell is pd.NaT or (isinstance(cell, float) and cell != cell)
    return None if missing else cell


def _context(row: dict[str, Any], text: str) -> dict[str, Any]:
    """What a reader needs to judge the claim: the headline, how its article begins, what stands before it."""
    title = row["article_title"] or ""
    place = int(row["source_start"])
    opening = text.rfind(title, 0, place) if title else -1
    head = max(0, place - _BEFORE, opening)
    sentence = row["sentence"]
    start, end = int(row["span_start"]), int(row["span_end"])
    return {
        "issue_date": str(row["issue_date"])[:10],
        "title": title,
        "lead": text[opening + len(title) : opening + len(title) + _LEAD].strip() if opening >= 0 else "",
        "before": text[head:place],
        "sentence": f"{sentence[:start]}【{sentence[start:end]}】{sentence[end:]}",
        "rule": row["rule"],
        "confidence": row["confidence"],
    }


if __name__ == "__main__":
    typer.run(draw)
