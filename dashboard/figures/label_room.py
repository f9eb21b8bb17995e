"""Words beside marks, where there is room: of labels that would lie over each other the latest period's is shown.

A label that finds no room is told by hovering over its mark and by the table under the chart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from html import unescape
from typing import Any, NamedTuple
from unicodedata import east_asian_width

import numpy as np
import numpy.typing as npt

POSITIONS = ("top center", "bottom center", "middle right", "middle left")
"""Where a label may stand beside its mark, in the order in which they are tried."""
_WIDE, _NARROW, _HIGH = 11.0, 6.6, 14.0
"""Pixels of a Chinese character or a sign, of a Latin one or a digit, and of a line, in labels."""
_MARK, _APART = 5.0, 3.0
"""Half the width of a mark, and what lies between it and its label; pixels."""
_EDGE = 0.05
"""The part of an axis that plotly leaves free at its ends."""
_Boxes = npt.NDArray[np.float64]
"""Left, right, lower and upper edges, in pixels."""


class Room(NamedTuple):
    """What a facet has: ``width`` and ``height`` in pixels, the ``values`` at its lower and upper end, and the
    stretches of time, first and last day, that its axis leaves out."""

    width: float
    height: float
    values: tuple[float, float]
    left_out: Sequence[tuple[str, str]]


def give_room(traces: list[dict[str, Any]], room: Room) -> None:
    """Puts each label of the facet where it covers no other, best where it covers no mark either, or takes it away.

    ``traces`` are the facet's scatter traces over dates; their ``text`` and ``textposition`` become lists.
    """
    points = [
        (trace, at, day, value)
        for trace in traces
        for at, (day, value) in enumerate(zip(trace["x"], trace["y"], strict=True))
        if day is not None and value is not None
    ]
    if not any("text" in trace for trace in traces):
        return
    places = _places([day for *_, day, _ in points], room)
    heights = [(value - room.values[0]) / (room.values[1] - room.values[0]) * room.height for *_, value in points]
    centres = np.array([places, heights]).T
    marks = np.column_stack([centres[:, :1] + (-_MARK, _MARK), centres[:, 1:] + (-_MARK, _MARK)])
    taken = np.empty((0, 4))
    for trace in traces:
        if "text" in trace:
            trace["text"] = list(trace["text"])
            trace["textposition"] = [trace["textposition"]] * len(trace["text"])
    for number in sorted(range(len(points)), key=lambda number: -places[number]):
        trace, at, *_ = points[number]
        if not trace.get("text", [""] * (at + 1))[at]:
            continue
        own = np.all(np.abs(centres - centres[number]) < _MARK, axis=1)
        found = _free(trace["text"][at], centres[number], trace["textposition"][at], (taken, marks[~own]), room.width)
        if found is None:
            trace["text"][at] = ""
        else:
            trace["textposition"][at], box = found
            taken = np.vstack([taken, box])


def _places(days: Sequence[str], room: Room) -> list[float]:
    """Where the days stand, in pixels from the left; the time that is left out has no width."""
    gaps = [(_number(first), _number(last)) for first, last in room.left_out]
    numbers = [_number(day) for day in days]
    passed = [number - sum(last - first for first, last in gaps if last <= number) for number in numbers]
    first, last = min(passed, default=0), max(passed, default=0)
    span = (last - first) or 1
    return [room.width * (_EDGE + (1 - 2 * _EDGE) * (one - first) / span) for one in passed]


@lru_cache(maxsize=4_096)
def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _free(
    words: str, centre: npt.NDArray[np.float64], wished: str, others: tuple[_Boxes, _Boxes], width: float
) -> tuple[str, _Boxes] | None:
    """Where the words cover neither labels nor marks, else where they cover no label; None if they would anywhere."""
    labels, marks = others
    tried = [
        (position, box)
        for position, box in _boxes(words, centre, wished)
        if box[0] > -_WIDE and box[1] < width + _WIDE and not _covers(box, labels)
    ]
    return next((one for one in tried if not _covers(one[1], marks)), tried[0] if tried else None)


def _boxes(words: str, centre: npt.NDArray[np.float64], wished: str) -> Iterator[tuple[str, _Boxes]]:
    wide = sum(_WIDE if east_asian_width(sign) in "WFA" else _NARROW for sign in unescape(words))
    x, y = centre
    beside, over = _MARK + _APART, _MARK + _APART / 2
    edges = {
        "top center": (x - wide / 2, x + wide / 2, y + over, y + over + _HIGH),
        "bottom center": (x - wide / 2, x + wide / 2, y - over - _HIGH, y - over),
        "middle right": (x + beside, x + beside + wide, y - _HIGH / 2, y + _HIGH / 2),
        "middle left": (x - beside - wide, x - beside, y - _HIGH / 2, y + _HIGH / 2),
    }
    for position in dict.fromkeys((wished, *POSITIONS)):
        yield position, np.array(edges[position])


def _covers(box: _Boxes, others: _Boxes) -> bool:
    return bool(
        np.any((others[:, 0] < box[1]) & (others[:, 1] > box[0]) & (others[:, 2] < box[3]) & (others[:, 3] > box[2]))
    )
