"""Numbers that are no claims: how many of them the extractor takes for claims.

``docs/no_claims.csv`` lists numerals drawn at random from the archives that a reader found to be no claims by the
contract's section 1 (dates, ordinals, names, slogans, 一 as an article), with the reason.

    python -m etl.evaluation.leak draw SEED       draws numerals with their surroundings, one JSON object a line
    python -m etl.evaluation.leak take-in JUDGED  takes in those to which a reader gave a reason as ``"no_claim"``
"""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pyarrow as pa
import typer

from etl.evaluation.archive import NEWS, NEWSPAPER, WORK, claims_of, files_of
from etl.evaluation.bar import LEAKED, Figure
from etl.evaluation.gold import ROOT

LISTED = ROOT / "docs" / "no_claims.csv"
"""The numerals: doc, start, end, text, reason."""

_FIELDS = ("doc", "start", "end", "text", "no_claim")
_NUMERAL = re.compile(r"[0-9０-９][0-9０-９.．,]*|[零〇一二两三四五六七八九十百千万亿半双]+")
_AROUND = 60
_NEWSPAPER_SHARE = 4  # one in so many is of the newspaper

app = typer.Typer(add_completion=False, help=__doc__)


@app.command()
def draw(
    seed: int,
    count: Annotated[int, typer.Option(help="numerals")] = 700,
    output: Annotated[Path, typer.Option("--output", "-o")] = WORK / "numerals.jsonl",
) -> None:
    """Draw numerals, each of an issue drawn before: every numeral of an issue has the same chance."""
    chance = random.Random(seed)
    lines = []
    for place in range(count):
        archive = NEWSPAPER if place % _NEWSPAPER_SHARE == 0 else NEWS
        path = chance.choice(archive.issues())
        text = path.read_text(encoding="utf-8")
        found = chance.choice(list(_NUMERAL.finditer(text)))
        lines.append(json.dumps(_line(path.name, text, found), ensure_ascii=False))
    output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{output}: {len(lines)} numerals")


def _line(doc: str, text: str, found: re.Match[str]) -> dict[str, Any]:
    start, end = found.span()
    around = f"{text[max(0, start - _AROUND) : start]}【{found.group()}】{text[end : end + _AROUND]}"
    return {"doc": doc, "start": start, "end": end, "text": found.group(), "around": around}


@app.command("take-in")
def take_in(judged: Path, output: Annotated[Path, typer.Option("--output", "-o")] = LISTED) -> None:
    """Write down the numerals that a reader gave a reason for."""
    lines = [json.loads(line) for line in judged.read_text(encoding="utf-8").splitlines() if line]
    with output.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, _FIELDS, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(line for line in lines if line.get("no_claim"))
    print(f"{output.name}: {sum(bool(line.get('no_claim')) for line in lines)} of {len(lines)} numerals")


def leak_figures(path: Path = LISTED) -> Iterator[Figure]:
    """The share of the listed numerals that a claim covers; none without the list."""
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    claimed = _claimed(listed)
    leaked = [row for row in listed if _covered(row, claimed)]
    note = f"{len(leaked)} of {len(listed)}: " + "、".join(row["text"] for row in leaked) if leaked else "none"
    yield Figure("no claims", "share extracted", len(leaked) / len(listed), LEAKED, note, least_is_best=True)


def _claimed(listed: list[dict[str, str]]) -> dict[str, list[tuple[int, int]]]:
    docs = files_of(sorted({row["doc"] for row in listed}))
    claims = pa.concat_tables([claims_of(path) for path in docs.values()]).to_pylist()
    spans: dict[str, list[tuple[int, int]]] = {}
    for claim in claims:
        spans.setdefault(claim["source_uri"], []).append((claim["source_start"], claim["source_end"]))
    return spans


def _covered(row: dict[str, str], claimed: dict[str, list[tuple[int, int]]]) -> bool:
    start, end = int(row["start"]), int(row["end"])
    return any(first < end and start < last for first, last in claimed.get(row["doc"], ()))


if __name__ == "__main__":
    app()
