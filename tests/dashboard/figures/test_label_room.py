from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.label_room import POSITIONS, Room, _boxes, _covers, _places, give_room

ROOM = Room(330.0, 170.0, (0.0, 10.0), ())


def trace(days: list[str | None], values: list[float | None], words: list[str], position: str = "top center") -> Any:
    return {"x": days, "y": values, "text": words, "textposition": position}


def shown(traces: list[dict[str, Any]], room: Room = ROOM) -> list[Any]:
    """The boxes of the labels that are shown."""
    points = [(one, at) for one in traces for at, day in enumerate(one["x"]) if day is not None]
    places = _places([one["x"][at] for one, at in points], room)
    boxes = []
    for (one, at), place in zip(points, places, strict=True):
        centre = np.array([place, one["y"][at] / 10 * room.height])
        if one.get("text", [""] * len(one["x"]))[at]:
            boxes.append(dict(_boxes(one["text"][at], centre, "top center"))[one["textposition"][at]])
    return boxes


def test_a_label_with_room_stays_as_it_was_wished() -> None:
    own = trace(["2018-01-01", None, "2020-01-01"], [5.0, None, 5.0], ["约5%", "", "6%"], "bottom center")
    give_room([own], ROOM)
    assert own["text"] == ["约5%", "", "6%"]
    assert own["textposition"] == ["bottom center"] * 3


def test_of_labels_without_room_the_latest_is_shown() -> None:
    days = [f"2020-{month:02d}-01" for month in range(1, 13)]
    own = trace(["2010-01-01", *days], [5.0] * 13, ["8%", *["□6.5%～7% ⚑"] * 12])
    give_room([own], ROOM)
    assert own["text"][0] == "8%"
    assert own["text"][-1] != ""
    assert own["text"].count("") > 6


def test_a_label_goes_where_it_covers_no_mark() -> None:
    low = trace(["2019-01-01", "2020-01-01"], [5.0, 5.0], ["", "6%"])
    marks = {"x": ["2020-01-01"], "y": [5.8]}
    give_room([low, marks], ROOM)
    assert low["textposition"][1] == "bottom center"


def test_time_that_is_left_out_has_no_width() -> None:
    days = ["2010-01-01", "2010-07-01", "2019-07-01", "2019-12-31"]
    places = _places(days, ROOM._replace(left_out=[("2010-09-01", "2019-05-01")]))
    assert places[1] - places[0] == pytest.approx(places[3] - places[2], rel=0.02)


@given(
    st.lists(
        st.tuples(st.integers(1, 28), st.floats(0, 10), st.sampled_from(["", "5%", "≥12.5%", "□6%～7% ⚑"])), max_size=25
    )
)
def test_no_label_that_is_shown_covers_another(points: list[tuple[int, float, str]]) -> None:
    traces = [trace([f"2020-02-{day:02d}"], [value], [word]) for day, value, word in points]
    give_room(traces, ROOM)
    assert all(one["textposition"][0] in POSITIONS for one in traces)
    assert all(not _covers(one, other[None, :]) for one, other in combinations(shown(traces), 2))
