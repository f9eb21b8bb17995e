"""Words that contain a term without meaning it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from etl.characters import normalise
from etl.lexicon.classes import find_classes
from etl.lexicon.lookalikes import GuardedFinder, lookalikes
from etl.lexicon.products import find_products
from etl.lexicon.regions import find_regions
from etl.lexicon.sectors import find_sectors
from etl.lexicon.terms import Found, read_rows, split_cell

FINDERS: dict[str, Callable[[str], Sequence[Found[Any]]]] = {
    "sectors": find_sectors,
    "products": find_products,
    "classes": find_classes,
    "regions": find_regions,
}


def test_no_finder_reads_inside_its_lookalikes() -> None:
    for row in read_rows("lookalikes.csv"):
        text = normalise(row["example"])
        start = text.index(row["term"])
        end = start + len(row["term"])
        for lexicon in split_cell(row["lexicon"]):
            inside = [
                found.text for found in FINDERS[lexicon](text) if start < found.end <= end and found.start >= start
            ]
            assert inside == [], row


def test_rows_name_known_lexicons_and_stand_once() -> None:
    rows = [(lexicon, row["term"]) for row in read_rows("lookalikes.csv") for lexicon in split_cell(row["lexicon"])]
    assert {lexicon for lexicon, _ in rows} <= set(FINDERS)
    assert len(set(rows)) == len(rows)


def test_a_term_cannot_be_its_own_lookalike() -> None:
    term = lookalikes("regions")[0]
    with pytest.raises(ValueError, match=term):
        GuardedFinder({term: 1}, "regions")


def test_latin_terms_are_whole_words() -> None:
    finder = GuardedFinder({"PX": 1, "G20": 2}, "products")
    assert [found.entry for found in finder.find("PX价格、G20峰会、UPX、G208次")] == [1, 2]
