"""Every name that the annotators used is known to the lexicons."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from etl.characters import normalise
from etl.lexicon.classes import CLASSES
from etl.lexicon.regions import REGIONS
from etl.lexicon.sectors import SECTORS, find_sectors

GOLD = Path(__file__).resolve().parents[2].parent / "shared" / "gold"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not GOLD.is_dir(), reason="needs ../shared/gold beside the checkout"),
]


def claims() -> Iterator[dict[str, Any]]:
    for path in sorted(GOLD.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def names(cell: Any) -> list[str]:
    return [] if cell is None else [cell] if isinstance(cell, str) else list(cell)


def test_every_sector_is_known() -> None:
    assert {name for claim in claims() for name in names(claim["sector"])} <= SECTORS.keys()


def test_every_region_is_known() -> None:
    assert {name for claim in claims() for name in names(claim["region"])} <= REGIONS.keys()


def test_every_class_is_known() -> None:
    assert {name for claim in claims() for name in names(claim["classes"])} <= CLASSES.keys()


@pytest.mark.parametrize("sector", ["煤炭开采和洗选业", "医药制造业", "装备制造业", "服务业", "保险业"])
def test_a_sector_is_read_in_one_of_its_subjects(sector: str) -> None:
    subjects = [
        subject for claim in claims() if sector in names(claim["sector"]) for subject in names(claim["subject"])
    ]
    assert any(found.entry.sector.name == sector for each in subjects for found in find_sectors(normalise(each)))
