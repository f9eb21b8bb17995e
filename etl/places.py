"""Places: where on a page, or under which address, each character of an issue's text is printed.

Reading makes them, the store keeps them beside the archived source, and the page shows a number framed in
the picture of its page.
"""

from __future__ import annotations

import json
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

_UNIT = 65_535  # boxes are kept in so many parts of a page's width and height
_LINE = 0.5  # share of the height that two characters of one line have in common
_GAP = 2.5  # heights; what stands farther apart is framed apart
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle on a page: ``page`` counts from 0, the edges are fractions of the page from its top left."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Origin:
    """The half-open span of the text that one file of the source gave, and that file's address."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A run of characters of the text from ``start`` on, one frame each; ``certainty`` is empty or one each, 0..1."""

    start: int
    frames: Sequence[Frame]
    certainty: Sequence[float] = ()


def _unsigned() -> array[int]:
    return array("I")


@dataclass(frozen=True, eq=False)
class Places:
    """The places of an issue's text: four parts of ``_UNIT`` a character in ``boxes``, one percentage in ``certain``.

    ``offsets`` ascend; a character that is not printed (a line end) has no place. ``pages`` gives width and
    height of each page in points or pixels.
    """

    pages: tuple[tuple[float, float], ...] = ()
    offsets: array[int] = field(default_factory=_unsigned)
    page_of: array[int] = field(default_factory=_unsigned)
    boxes: array[int] = field(default_factory=_unsigned)
    certain: array[int] = field(default_factory=_unsigned)
    origins: tuple[Origin, ...] = ()

    @classmethod
    def of(cls, pages: Iterable[tuple[float, float]], runs: Iterable[PlacedText]) -> Places:
        """The places that these runs, in the order of the text, describe."""
        places = cls(tuple(pages))
        for run in runs:
            for number, frame in enumerate(run.frames):
                places.offsets.append(run.start + number)
                places.page_of.append(frame.page)
                edges = (frame.x0, frame.y0, frame.x1, frame.y1)
                places.boxes.extend(round(min(max(edge, 0.0), 1.0) * _UNIT) for edge in edges)
                if run.certainty:
                    places.certain.append(round(run.certainty[number] * 100))
        return places

    def frames(self, start: int, end: int) -> list[Frame]:
        """The frames of the half-open span of the text, characters side by side in one; empty when not placed."""
        found: list[Frame] = []
        for index in range(bisect_left(self.offsets, start), bisect_left(self.offsets, end)):
            x0, y0, x1, y1 = (part / _UNIT for part in self.boxes[4 * index : 4 * index + 4])
            frame = Frame(self.page_of[index], x0, y0, x1, y1)
            if found and self._side_by_side(found[-1], frame):
                frame = _around(found.pop(), frame)
            found.append(frame)
        return found

    def _side_by_side(self, one: Frame, other: Frame) -> bool:
        if one.page != other.page:
            return False
        common = min(one.y1, other.y1) - max(one.y0, other.y0)
        low, high = sorted((one.y1 - one.y0, other.y1 - other.y0))  # a stop or a dash is low
        width, tall = self.pages[one.page]
        room = (other.x0 - one.x1) * width
        return common >= _LINE * low and abs(room) <= _GAP * high * tall

    def certainty(self, start: int, end: int) -> float:
        """The chance that every character of the span was recognised right; 1 where nothing was recognised."""
        chance = 1.0
        if self.certain:
            for index in range(bisect_left(self.offsets, start), bisect_left(self.offsets, end)):
                chance *= self.certain[index] / 100
        return chance

    def url(self, offset: int) -> str | None:
        """The address of the file that gave the character; None where the source is a single file."""
        index = bisect_right(self.origins, offset, key=lambda origin: origin.start) - 1
        return self.origins[index].url if index >= 0 and offset < self.origins[index].end else None

    def to_bytes(self) -> bytes:
        """The places as bytes, the same for the same places."""
        written: dict[str, Any] = {
            "version": _VERSION,
            "pages": self.pages,
            "offsets": _steps(self.offsets),
            "page_of": _steps(self.page_of),
            "boxes": self.boxes.tolist(),
            "certain": self.certain.tolist(),
            "origins": [(origin.start, origin.end, origin.url) for origin in self.origins],
        }
        return zlib.compress(json.dumps(written, ensure_ascii=False, separators=(",", ":")).encode(), 6)

    @classmethod
    def from_bytes(cls, content: bytes) -> Places:
        """The places that ``to_bytes`` wrote; raises ``ValueError`` for anything else."""
        try:
            written = json.loads(zlib.decompress(content))
            if written["version"] != _VERSION:
                raise ValueError(f"places of version {written['version']!r}, not {_VERSION}")
            return cls(
                tuple((float(width), float(height)) for width, height in written["pages"]),
                _summed(written["offsets"]),
                _summed(written["page_of"]),
                array("I", written["boxes"]),
                array("I", written["certain"]),
                tuple(Origin(*each) for each in written["origins"]),
            )
        except (zlib.error, KeyError, TypeError) as error:
            raise ValueError(f"no places: {error}") from error


def _around(one: Frame, other: Frame) -> Frame:
    return Frame(one.page, min(one.x0, other.x0), min(one.y0, other.y0), max(one.x1, other.x1), max(one.y1, other.y1))


def _steps(values: Sequence[int]) -> list[int]:
    """Each value as its distance from the one before, which compresses well."""
    return [value - before for before, value in zip((0, *values), values, strict=False)]


def _summed(steps: Iterable[int]) -> array[int]:
    values, value = array("I"), 0
    for step in steps:
        value += step
        values.append(value)
    return values
