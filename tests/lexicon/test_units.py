"""Every unit and every word of the number lexicons does in its example what its row says."""

from __future__ import annotations

import pytest

from etl.lexicon.number_words import FINDER, TERMS
from etl.lexicon.terms import read_rows
from etl.lexicon.units import DIMENSIONS, SURFACES, UNITS, Unit
from etl.mention.number import find_numbers


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: f"{unit.name}-{unit.surfaces[0]}")
def test_unit_is_read_in_its_example(unit: Unit) -> None:
    read = {(mention.unit, mention.dimension) for mention in find_numbers(unit.example)}
    assert (unit.name, unit.dimension) in read


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: f"{unit.name}-{unit.surfaces[0]}")
def test_every_printed_form_of_a_unit_is_read(unit: Unit) -> None:
    for surface in unit.surfaces:
        mentions = find_numbers(f"共计3000{surface}。")
        assert [mention.unit for mention in mentions] == [unit.name], surface
        assert mentions[0].value == 3000 * unit.factor


def test_dimensions_are_known_and_used() -> None:
    used = {unit.dimension for unit in UNITS}
    assert used <= DIMENSIONS.keys()
    assert len(SURFACES) >= sum(len(unit.surfaces) for unit in UNITS)


def test_words_and_phrases_hold_no_claim() -> None:
    for row in read_rows("number_words.csv"):
        found = {hit.text: hit.entry for hit in FINDER.find(row["example"])}
        assert found.get(row["term"]) == row["kind"], row
        mentions = find_numbers(row["example"])
        assert not any(mention.claimable for mention in mentions), row
        assert row["kind"] == "phrase" or not mentions, row
    assert len(TERMS) == sum(1 for _ in read_rows("number_words.csv"))
