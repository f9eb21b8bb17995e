"""Claims drawn at random and read by eye: how many are right, now.

``docs/second_look.jsonl`` holds what a reader found: gold lines of claims that ``etl.evaluation.draw`` drew, with what
was wrong at the time of reading put right; ``wrong`` names the fields that were. A line with ``"no_claim": true`` is a
number that the extractor should have left alone. It holds no sentence: the documents lie beside the checkout.

    python -m etl.evaluation.second_look JUDGED...      takes in the drawn lines that a reader has judged
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import pandas as pd
import pyarrow as pa
import typer

from etl.evaluation.agreement import Gold, Row, agreement
from etl.evaluation.archive import claims_of, files_of
from etl.evaluation.bar import FULL, SECOND_LOOK, Figure
from etl.evaluation.gold import ROOT
from etl.evaluation.score import TIERS, pairs

READ = ROOT / "docs" / "second_look.jsonl"
"""The claims that were read, one a line."""
EARLIER = ROOT / "docs" / "earlier_looks.jsonl"
"""Claims of earlier draws, whose faults the rules were mended by: they judge no more, but tell what is sure."""

NO_CLAIM = "no claim"
_CONTEXT = "context"


class UnfitLineError(ValueError):
    """A judged line that cannot be taken in; the message names the line and the field."""


def taken_in(line: dict[str, Any], fields: Sequence[str]) -> dict[str, Any]:
    """A judged line as it is kept: without its context, with the reader's corrections in place.

    Raises ``UnfitLineError`` for a correction of a field that a gold line does not have.
    """
    kept = {name: value for name, value in line.items() if name not in (_CONTEXT, "fix")}
    fix = line.get("fix") or {}
    if fix == NO_CLAIM:
        return {**kept, "no_claim": True, "wrong": ["claim"]}
    unknown = set(fix) - set(fields)
    if unknown:
        raise UnfitLineError(f"{line['doc']}, {line['start']} «{line['text']}»: no field {', '.join(sorted(unknown))}")
    wrong = sorted(name for name in fix if name != "note")
    return {**kept, **fix, "wrong": wrong} if wrong else {**kept, **fix}


def second_look_figures(path: Path = READ) -> Iterator[Figure]:
    """The share of the claims read that is right in number, measure and period, and in full; none without the list."""
    if not path.exists():
        return
    read = read_lines(path)
    right = Counter[str]()
    for gold, row in rows_of(read):
        right.update(right_tiers(gold, row))
    for tier in ("period", FULL):
        what = "right in number, measure, period" if tier == "period" else "right in full"
        yield Figure("second look", what, right[tier] / len(read), SECOND_LOOK[tier], f"{right[tier]} of {len(read)}")


def read_lines(path: Path = READ) -> list[Gold]:
    """The claims that were read."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def right_tiers(gold: Gold, row: Row | None) -> list[str]:
    """The tiers in which the row is right, each with all before it; a number left alone is right if it is no claim."""
    if gold.get("no_claim") or row is None:
        return list(TIERS) if gold.get("no_claim") and row is None else []
    verdict = agreement(row, gold)
    return [tier for place, tier in enumerate(TIERS) if all(verdict[each] for each in TIERS[: place + 1])]


def rows_of(read: Sequence[Gold]) -> Iterator[tuple[Gold, Row | None]]:
    """Each claim read with the row that the extractor now has for it."""
    docs = files_of(sorted({gold["doc"] for gold in read}))
    claims = pa.concat_tables([claims_of(path) for path in docs.values()]).to_pandas()
    for doc in docs:
        mine: pd.DataFrame = claims[claims["source_uri"] == doc]
        rows: list[Row] = [{str(key): cell for key, cell in row.items()} for row in mine.to_dict("records")]
        expected = [gold for gold in read if gold["doc"] == doc]
        paired = pairs(rows, expected)
        for number, gold in enumerate(expected):
            yield gold, rows[paired[number]] if number in paired else None


def take_in(
    judged: Annotated[list[Path], typer.Argument(help="drawn lines, judged")],
    output: Annotated[Path, typer.Option("--output", "-o")] = READ,
) -> None:
    """Write the judged lines as the list that ``make eval`` holds the extractor against."""
    drawn = [json.loads(line) for path in judged for line in path.read_text(encoding="utf-8").splitlines() if line]
    fields = [*(set(drawn[0]) - {_CONTEXT}), "note"]
    kept = [taken_in(line, fields) for line in drawn]
    output.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in kept), encoding="utf-8")
    wrong = Counter(name for line in kept for name in line.get("wrong", ()))
    print(f"{output.name}: {len(kept)} claims, {sum('wrong' not in line for line in kept)} without a fault; {wrong}")


if __name__ == "__main__":
    typer.run(take_in)
