"""Bits against plain sets of places, for sizes on both sides of bytes, words and blocks."""

from __future__ import annotations

import duckdb
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.bits import BLOCK, Bits, Mask, Runs, in_blocks

_SIZES = st.sampled_from((0, 1, 7, 8, 63, 64, 65, 128, 200, 1000))


@st.composite
def _masks(draw: st.DrawFn, number: int = 1) -> list[Mask]:
    size = draw(_SIZES)
    members = st.sets(st.integers(0, max(size - 1, 0)), max_size=size)
    return [np.isin(np.arange(size), list(draw(members))) for _ in range(number)]


@given(_masks(2))
def test_sets_are_joined_as_masks_are(masks: list[Mask]) -> None:
    one, other = masks
    assert (Bits.of(one) & Bits.of(other)).mask().tolist() == (one & other).tolist()
    assert (Bits.of(one) | Bits.of(other)).mask().tolist() == (one | other).tolist()
    assert (~Bits.of(one)).mask().tolist() == (~one).tolist()
    assert (~Bits.of(one)).count == int((~one).sum())
    assert [place in Bits.of(one) for place in range(-1, one.size + 1)] == [False, *one.tolist(), False]


@given(_masks(), st.integers(0, 1000), st.integers(0, 1000))
def test_members_are_counted_and_found(masks: list[Mask], first: int, number: int) -> None:
    (mask,) = masks
    bits, places = Bits.of(mask), np.arange(mask.size + 1)
    assert bits.count == int(mask.sum())
    assert bits.before(places).tolist() == [int(mask[:place].sum()) for place in places]
    assert bits.members().tolist() == np.flatnonzero(mask).tolist()
    assert bits.members(first, number).tolist() == np.flatnonzero(mask)[first : first + number].tolist()
    assert bits.gathered(places[:-1][::-1]).tolist() == mask[::-1].tolist()
    start = min(first, mask.size)
    assert bits.mask(slice(start, mask.size)).tolist() == mask[start:].tolist()


@given(st.sets(st.integers(0, 99_999), max_size=40), st.integers(0, 45), st.integers(0, 45))
def test_few_members_of_many_places_are_put_down_and_found(members: set[int], first: int, number: int) -> None:
    places = np.array(list(members), dtype=np.int64)
    bits = Bits.with_members(places, 100_000)
    assert bits.members().tolist() == sorted(members)
    assert bits.members(first, number).tolist() == sorted(members)[first : first + number]
    assert np.flatnonzero(bits.mask()).tolist() == sorted(members)


@given(_masks(), st.integers(0, 1000), st.integers(0, 1000), st.integers(0, 9))
def test_a_stretch_holds_what_lies_in_it(masks: list[Mask], start: int, stop: int, moved: int) -> None:
    (mask,) = masks
    start, stop = sorted((min(start, mask.size), min(stop, mask.size)))
    stretch = Bits.of(mask).stretch(start, stop, moved)
    assert stretch.mask().tolist() == [False] * moved + mask[start:stop].tolist()
    assert stretch.count == int(mask[start:stop].sum())


@given(_masks(2))
def test_runs_are_touched_where_they_hold_a_member(masks: list[Mask]) -> None:
    ends, members = masks
    ends[-1:] = True
    touched, run = np.zeros_like(ends), 0
    for end in np.flatnonzero(ends).tolist():
        touched[end] = members[run : end + 1].any()
        run = end + 1
    assert Runs(Bits.of(ends)).touched(Bits.of(members)).mask().tolist() == touched.tolist()


@given(_masks())
def test_duckdb_reads_the_bits_in_their_order(masks: list[Mask]) -> None:
    (mask,) = masks
    sql = "SELECT get_bit(CAST($bits AS BIT), place::INTEGER) FROM range($size) AS places(place) ORDER BY place"
    read = duckdb.execute(sql, {"bits": Bits.of(mask).blob(), "size": mask.size}).fetchall()
    assert [bool(bit) for (bit,) in read] == mask.tolist()


@pytest.mark.parametrize("size", [0, 5, BLOCK, 3 * BLOCK + 9])
def test_every_place_is_worked_on_once(size: int) -> None:
    seen = np.zeros(size, dtype=int)

    def work(at: slice) -> None:
        seen[at] += 1

    in_blocks(size, work)
    assert (seen == 1).all()
    assert Bits.made(size, lambda at: np.arange(at.start, at.stop) % 3 == 0).members().tolist() == list(
        range(0, size, 3)
    )


def test_what_goes_wrong_in_a_block_is_raised() -> None:
    def work(at: slice) -> None:
        if at.start:
            raise ValueError(f"block {at.start}")

    with pytest.raises(ValueError, match="block"):
        in_blocks(4 * BLOCK, work)
