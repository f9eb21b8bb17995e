"""The issues that every form is measured on: five samples of our own, and one real front page beside the checkout."""

from __future__ import annotations

from pathlib import Path

from tests.forms.sheet import Sheet, sheet_of

ROOT = Path(__file__).parents[2]
SAMPLES = (
    "sample-industry-2025-07-02",
    "sample-industry-2019-03-28",
    "sample-industry-2019-11-28",
    "sample-economy-2019-10-21",
    "sample-economy-2019-04-20",
)
FRONT_PAGE = ROOT.parent / "shared" / "issues" / "cena-2025-07-01.txt"


def sample_sheet(name: str) -> Sheet:
    """The sheet of a sample issue."""
    return sheet_at(ROOT / "data" / "issues" / f"{name}.txt")


def sheet_at(path: Path) -> Sheet:
    """The sheet of a text issue in a file."""
    return sheet_of(path.read_bytes(), path.name)
