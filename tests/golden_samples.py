"""The sample issues and what a careful reader annotated in them, for the tests that use either."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
ISSUES = ROOT / "data" / "issues"
GOLDEN = ROOT / "tests" / "golden"

_ENCODINGS = {"sample-industry-2019-06-28.txt": "gb18030", "sample-industry-2019-08-28.txt": "utf-8-sig"}


@dataclass(frozen=True, slots=True, eq=False)  # eq=False: a sample is one of its kind, and may key a cache
class Sample:
    """One sample issue: its file, its decoded text, and its gold claims."""

    path: Path
    text: str
    gold: tuple[dict[str, Any], ...]

    @property
    def name(self) -> str:
        """The file's name, which is also the ``doc`` of its gold claims."""
        return self.path.name

    @property
    def day(self) -> date:
        """The day of issue, from the file's name."""
        return date.fromisoformat(self.path.stem[-10:])

    @property
    def publication(self) -> str:
        """The newspaper, from the file's name."""
        return {"industry": "样例工业报", "economy": "样例经济日报"}[self.path.stem.split("-")[1]]


@cache
def samples() -> tuple[Sample, ...]:
    """Every sample issue, in the order of the file names."""
    return tuple(_sample(path) for path in sorted(ISSUES.glob("sample-*.txt")))


def gold_claims() -> list[dict[str, Any]]:
    """The gold claims of all samples."""
    return [claim for sample in samples() for claim in sample.gold]


def _sample(path: Path) -> Sample:
    text = path.read_bytes().decode(_ENCODINGS.get(path.name, "utf-8"))
    lines = (GOLDEN / f"{path.stem}.jsonl").read_text(encoding="utf-8").splitlines()
    return Sample(path, text, tuple(map(json.loads, lines)))
