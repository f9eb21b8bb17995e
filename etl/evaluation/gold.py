"""The sets of annotated claims: the gold beside the checkout, and the sample issues' own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.evaluation.agreement import Gold

ROOT = Path(__file__).parents[2]
"""The checkout: evaluation measures a checkout, not an installed package."""

SHARED = ROOT.parent / "shared"
"""Contract, gold, corpora and suites, where they lie beside the checkout; they are no part of it."""

FRONT_PAGE, DEV, SAMPLES = "front_page", "dev", "samples"


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Annotated claims under a name, and the documents that print them: ``doc`` of a claim -> its file."""

    name: str
    documents: dict[str, Path]
    claims: tuple[Gold, ...]


def gold_sets() -> Iterator[GoldSet]:
    """The sets that are there, the shared ones first; without ``SHARED`` only the samples."""
    for name in (FRONT_PAGE, DEV):
        path = SHARED / "gold" / f"{name}.jsonl"
        if path.exists():
            yield _gold_set(name, [path], SHARED / "issues")
    golden = sorted((ROOT / "tests" / "golden").glob("*.jsonl"))
    if golden:
        yield _gold_set(SAMPLES, golden, ROOT / "data" / "issues")


def _gold_set(name: str, paths: list[Path], folder: Path) -> GoldSet:
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    claims: tuple[Gold, ...] = tuple(json.loads(line) for line in lines if line.strip())
    return GoldSet(name, {doc: folder / doc for doc in sorted({claim["doc"] for claim in claims})}, claims)
