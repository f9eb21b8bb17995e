"""Places: frames of spans, certainty, addresses, and the way to bytes and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.places import Frame, Origin, PlacedText, Places

LINE = [Frame(0, 0.1 + 0.02 * n, 0.2, 0.12 + 0.02 * n, 0.21) for n in range(5)]
NEXT = [Frame(0, 0.1 + 0.02 * n, 0.22, 0.12 + 0.02 * n, 0.23) for n in range(3)]


def places() -> Places:
    return Places.of([(700.0, 1000.0)], [PlacedText(4, LINE + NEXT, [0.9] * 5 + [0.5] * 3)])


def near(frame: Frame, *edges: float) -> bool:
    return all(abs(a - b) < 1e-4 for a, b in zip((frame.x0, frame.y0, frame.x1, frame.y1), edges, strict=True))


def test_characters_side_by_side_share_a_frame_and_lines_do_not() -> None:
    one, two = places().frames(4, 12)
    assert near(one, 0.1, 0.2, 0.2, 0.21)
    assert near(two, 0.1, 0.22, 0.16, 0.23)
    (part,) = places().frames(5, 7)
    assert near(part, 0.12, 0.2, 0.16, 0.21)


def test_what_is_not_printed_has_no_frame() -> None:
    assert places().frames(0, 4) == []
    assert places().frames(12, 20) == []
    assert Places().frames(0, 9) == []


def test_certainty_is_that_every_character_is_right() -> None:
    assert places().certainty(4, 6) == pytest.approx(0.81)
    assert places().certainty(8, 10) == pytest.approx(0.45)
    assert Places.of([(1.0, 1.0)], [PlacedText(0, LINE)]).certainty(0, 5) == 1.0


def test_addresses() -> None:
    found = Places(origins=(Origin(3, 8, "https://a/1"), Origin(10, 12, "https://a/2")))
    assert [found.url(offset) for offset in (2, 3, 7, 8, 9, 10, 12)] == [
        None, "https://a/1", "https://a/1", None, None, "https://a/2", None,
    ]  # fmt: skip


edge = st.floats(0, 1, allow_nan=False)
frame = st.builds(Frame, st.integers(0, 3), edge, edge, edge, edge)


@given(st.lists(frame, max_size=30), st.integers(0, 1000))
def test_bytes_bring_back_the_same_places(frames: list[Frame], start: int) -> None:
    made = Places.of([(1.0, 2.0)] * 4, [PlacedText(start, frames)])
    again = Places.from_bytes(made.to_bytes())
    assert again.to_bytes() == made.to_bytes()
    assert again.frames(0, start + 30) == made.frames(0, start + 30)


@pytest.mark.parametrize("content", [b"", b"x", b"\x78\x9c\x03\x00\x00\x00\x00\x01", Places().to_bytes()[:-4]])
def test_what_is_no_places_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"no places|Expecting"):
        Places.from_bytes(content)
