"""Pictures of lines: what is done to the picture of a page before its lines are read. Needs the extra ``ocr``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import hypot
from typing import Any, TypeAlias

import cv2
import numpy as np

Picture: TypeAlias = np.ndarray[Any, Any]
Point: TypeAlias = tuple[float, float]
Corners: TypeAlias = list[Point]
"""The corners of a line, from its top left clockwise."""

_SIDE = 2_400  # pixels of the longer side that lines are looked for in
_RULE = 100  # pixels; an upright stroke as long as that is no part of a character,
_THIN = 12  # pixels, if it is as thin as that
_PALE = 225  # grey; a hairline is paler than text
_INK = 150  # grey; what is darker is text, not noise
_ROOM = 0.3  # of a line's height
_GUTTER = 1.0  # of a line's height: so much white in a line is the white between two columns


def without_rules(picture: Picture) -> Picture:
    """The picture without the thin upright rules between columns, which would be read as brackets that join them."""
    grey = cv2.blur(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), (1, 9))  # noise is smoothed along the rule
    dark = cv2.threshold(grey, _PALE, 255, cv2.THRESH_BINARY_INV)[1]
    small = cv2.getStructuringElement(cv2.MORPH_RECT, (3, 3))
    tall_only = cv2.getStructuringElement(cv2.MORPH_RECT, (1, _RULE // 2))
    upright = cv2.morphologyEx(cv2.dilate(dark, small), cv2.MORPH_OPEN, tall_only)
    cleared = picture.copy()
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(upright)
    for number in range(1, count):
        x, y, wide, tall, _ = boxes[number]
        if tall >= _RULE and wide <= max(_THIN, tall // 20):
            place = np.s_[y : y + tall, max(x - 1, 0) : x + wide + 1]
            rule = (labels[place] == number).astype(np.uint8)
            cleared[place][cv2.dilate(rule, small) > 0] = 255
    return cleared


def lines_in(engine: Any, picture: Picture) -> list[tuple[Corners, Picture]]:
    """Every line that the engine finds, looked for in a smaller picture: its corners and its upright picture.

    A line that runs over two columns is two.
    """
    scale = min(1.0, _SIDE / max(picture.shape[:2]))
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture
    found, _ = engine.text_det(small)
    if found is None or len(found) == 0:
        return []
    bare = [[(float(x) / scale, float(y) / scale) for x, y in quad] for quad in found]
    quads = [_with_room(quad, bare) for quad in bare]
    crops = engine.get_crop_img_list(picture, [np.array(quad, dtype=np.float32) for quad in quads])
    return [piece for quad, crop in zip(quads, crops, strict=True) for piece in _parted(quad, crop)]


def _with_room(corners: Corners, others: list[Corners]) -> Corners:
    """The corners of a line with some room at ends that adjoin no other: a small stop there is easily cut off."""
    a, b, c, d = corners
    width, height = hypot(b[0] - a[0], b[1] - a[1]), hypot(d[0] - a[0], d[1] - a[1])
    if height > width:  # set downwards
        return corners
    room = _ROOM * height
    level = [other for other in others if other is not corners and _on_level(corners, other, height)]
    first = 0.0 if any(other[0][0] < a[0] < other[1][0] + 2 * room for other in level) else -room / width
    last = 1.0 if any(other[0][0] - 2 * room < b[0] < other[1][0] for other in level) else 1 + room / width
    return [between(a, b, first), between(a, b, last), between(d, c, last), between(d, c, first)]


def _on_level(corners: Corners, other: Corners, height: float) -> bool:
    """Whether two lines stand at one height where they come closest."""
    ends = ((corners[0], other[1]), (corners[1], other[0]))
    return min(abs(one[1] - another[1]) for one, another in ends) < height / 2


def _parted(corners: Corners, crop: Picture) -> Iterator[tuple[Corners, Picture]]:
    """The pieces of a line between the gutters that it runs over."""
    height, width = crop.shape[:2]
    a, b, c, d = corners
    inked = np.flatnonzero((cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY) < _INK).sum(axis=0) > 1)
    cuts = [
        int(before + after) // 2
        for before, after in pairwise(inked)
        if after - before > _GUTTER * height and height < width
    ]
    for start, end in pairwise([0, *cuts, width]):
        first, last = start / width, end / width
        yield (
            [between(a, b, first), between(a, b, last), between(d, c, last), between(d, c, first)],
            np.ascontiguousarray(crop[:, start:end]),
        )


def between(a: Point, b: Point, share: float) -> Point:
    """The point at ``share`` of the way from one to the other."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
