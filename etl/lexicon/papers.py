"""Newspapers that are not named after the place whose news they print: 南方日报, 解放日报, 长江日报."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from etl.lexicon.cells import Cells
from etl.lexicon.regions import REGIONS
from etl.lexicon.terms import read_rows

FILE: Final = "papers.csv"


def _read() -> dict[str, str]:
    found: dict[str, str] = {}
    for line, row in enumerate(read_rows(FILE), start=2):
        cells = Cells(FILE, line, row)
        found[cells.filled("paper")] = cells.choice("region", REGIONS)
    return found


PAPERS: Final[Mapping[str, str]] = MappingProxyType(_read())
"""Newspaper -> the place whose news it prints, by the name in ``regions.csv``."""
