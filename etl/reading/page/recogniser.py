"""The recogniser: a picture of a page becomes glyphs, each with how certain it is. Needs the extra ``ocr``.

RapidOCR finds the lines and reads them; its models come inside its package. A page that lies a little askew is
read as it lies, and its glyphs are put straight afterwards: the frames stay where the picture shows them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from math import atan2, cos, hypot, sin
from statistics import median
from typing import TYPE_CHECKING, Any, TypeAlias

from etl.isolation import RECOGNITION, limited
from etl.reading.error import ReadingError
from etl.reading.page.glyph import Box, Glyph, PrintedPage
from etl.reading.passage import LAYOUT

if TYPE_CHECKING:
    import numpy as np

Point: TypeAlias = tuple[float, float]

MAX_PIXELS = 120_000_000  # a broadsheet at 300 dpi has 60 million

_DOUBT = 0.5  # lines less certain than that are patterns of a photograph
_PITCH = 0.72  # of a line box's height: the size of its characters where they cannot tell it themselves
_DESCENT = 0.38  # of the size that a line's middle stands above its foot
_SPREAD = 1.2  # times the usual pitch: a line that is wider is spaced out
_APART = 1.2  # of the size: a rule stands farther from the characters at its sides than they from each other
_FEW, _FEW_LOW = 3, 0.65  # characters of a line that is measured badly, and how low it may seem
_NOISE = 1.15  # times: what is measured of one size differs no more
_THREADS = 4


@cache
def _engine() -> Any:
    from rapidocr_onnxruntime import RapidOCR

    threads = min(os.cpu_count() or 1, _THREADS)
    return RapidOCR(intra_op_num_threads=threads, inter_op_num_threads=1)


def require_recogniser(source_uri: str) -> None:
    """Raises ReadingError where the extra is not installed."""
    try:
        import rapidocr_onnxruntime  # noqa: F401
    except ImportError:
        raise ReadingError(
            source_uri,
            "全文",
            "是扫描件，而文字识别组件未安装",
            "请安装：pip install 'baoshu[ocr]'",
            "whole file: a scan, and the recogniser is not installed; pip install 'baoshu[ocr]'",
        ) from None


def recognised_page(picture: np.ndarray[Any, Any], number: int) -> PrintedPage:
    """The glyphs of a page's picture (height × width × 3, blue first), in pixels of it."""
    with limited(RECOGNITION):
        return _recognised(picture, number)


def _recognised(picture: np.ndarray[Any, Any], number: int) -> PrintedPage:
    from etl.reading.page.line_picture import lines_in, without_rules

    engine = _engine()
    height, width = picture.shape[:2]
    found = lines_in(engine, without_rules(picture))
    read, _ = engine.text_rec([crop for _, crop in found], True) if found else ([], None)
    lines = [_Line(corners, *each[:3]) for (corners, _), each in zip(found, read, strict=True) if each[1] >= _DOUBT]
    return PrintedPage(number, width, height, glyphs_of(lines, width, height))


def glyphs_of(lines: Sequence[_Line], width: float, height: float) -> list[Glyph]:
    """The glyphs of lines as they were read, put straight."""
    if not lines:
        return []
    straight = _Straight(_skew([line.corners for line in lines]), width, height)
    usual = median([line.pitch / line.height for line in lines if line.pitch] or [_PITCH])
    body = median([line.pitch for line in lines if line.pitch] or [usual * line.height for line in lines])
    sizes = _settled([line.size(usual, body) for line in lines])
    return [
        replace(glyph, part=part)
        for part, (line, size) in enumerate(zip(lines, sizes, strict=True), 1)
        for glyph in line.glyphs(size, straight)
    ]


def _skew(quads: Sequence[Sequence[Point]]) -> float:
    """The angle that most of the text stands at, in radians, judged by the longest lines."""
    longest = sorted(quads, key=lambda quad: hypot(quad[1][0] - quad[0][0], quad[1][1] - quad[0][1]))
    angles = [atan2(b[1] - a[1], b[0] - a[0]) for a, b, *_ in longest[len(longest) // 2 :]]
    return median(angles) if angles else 0.0


class _Straight:
    """Puts points of the picture where they would be if it did not lie askew."""

    def __init__(self, angle: float, width: float, height: float) -> None:
        self._cos, self._sin = cos(-angle), sin(-angle)
        self._x, self._y = width / 2, height / 2

    def __call__(self, point: Point) -> Point:
        x, y = point[0] - self._x, point[1] - self._y
        return self._x + x * self._cos - y * self._sin, self._y + x * self._sin + y * self._cos


class _Line:
    """One line as it was read: its corners, its characters, how far along each stands, and its certainty."""

    def __init__(self, corners: list[Point], text: str, _score: float, word: Sequence[Any]) -> None:
        columns, _, places, _, certain = word
        self.corners = corners
        self.text = _corrected(text)
        self.certain = [min(max(float(each), 0.0), 1.0) for each in certain]
        self.along = [(place + 0.5) / max(float(columns), 1.0) for group in places for place in group]
        (x0, y0), (x1, y1), _, (x3, y3) = corners
        self.width, self.height = hypot(x1 - x0, y1 - y0), hypot(x3 - x0, y3 - y0)
        self.pitch = self._pitch()

    def _pitch(self) -> float | None:
        """The distance from one wide character to the next, which is their size; None where there are few."""
        steps = [
            (b - a) * self.width
            for a, b, first, second in zip(self.along, self.along[1:], self.text, self.text[1:], strict=False)
            if first > "\u2e7f" and second > "\u2e7f"
        ]
        return median(steps) if len(steps) >= 3 else None

    def size(self, usual: float, body: float) -> float:
        """The size of the characters, by their pitch and by the height of the line; ``body`` where either tells so.

        The pitch is too wide where a line is spaced out to fill its column, the height too low where a line is short.
        ``usual`` is the usual ratio of pitch to height.
        """
        by_height = usual * self.height
        if self.pitch and self.pitch < body / _NOISE:
            return self.pitch
        measured = [by_height, *([self.pitch] if self.pitch else [])]
        lowest = _FEW_LOW if len(self.text) <= _FEW else 1 / _NOISE
        if any(lowest * body <= each <= _NOISE * body for each in measured):
            return body
        return self.pitch if self.pitch and self.pitch < _SPREAD * by_height else by_height

    def glyphs(self, size: float, straight: _Straight) -> Iterator[Glyph]:
        """The glyphs of the line, set in a font of ``size``."""
        for number, (text, along) in enumerate(zip(self.text, self.along, strict=True)):
            if text in LAYOUT or (number == 0 and text in _NO_START) or self._is_rule(number, size):
                continue
            reach = size / 2 / max(self.width, 1.0) * _breadth(text)
            before = (self.along[number - 1] + along) / 2 if number else along - reach
            after = (self.along[number + 1] + along) / 2 if number + 1 < len(self.along) else along + reach
            quad = self._quad(max(before, along - reach), min(after, along + reach))
            upright = [straight(point) for point in quad]
            box, middle = _around(upright), sum(y for _, y in upright) / 4
            yield Glyph(text, box, size, middle + _DESCENT * size, self.certain[number], _around(quad))

    def _is_rule(self, number: int, size: float) -> bool:
        """Whether the character is the rule between two columns, read as a bracket or a stroke by itself."""
        text, here = self.text[number], self.along[number]
        if text not in "丨｜|」" or (text == "」" and "「" in self.text):
            return False
        around = self.along[max(number - 1, 0) : number] + self.along[number + 1 : number + 2]
        return all(abs(here - other) * self.width > _APART * size for other in around)

    def _quad(self, start: float, end: float) -> list[Point]:
        a, b, c, d = self.corners
        return [_on(a, b, start), _on(a, b, end), _on(d, c, end), _on(d, c, start)]


def _breadth(text: str) -> float:
    """How broad a character is, in ems."""
    if text > "\u2e7f" or text in "—…“”‘’":
        return 1.0
    return 0.9 if text in "%mwMW" else 0.6


def _settled(sizes: Sequence[float]) -> list[float]:
    """The sizes with those that differ by no more than measuring does made one: first the usual, then the others."""
    settled: dict[float, float] = {}
    left = sorted(sizes)
    while left:
        middle = median(left)
        near = [size for size in left if middle / _NOISE <= size <= middle * _NOISE] or [left[0]]
        settled |= dict.fromkeys(near, median(near))
        left = [size for size in left if size not in settled]
    return [settled[size] for size in sizes]


def _on(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _around(points: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _corrected(text: str) -> str:
    """The line with what recognisers take for something else: the dash of 1—5月 is no numeral, a comma no ASCII.

    >>> _corrected("1一5月,有色金属治炼增长1,234件"), _corrected("增长13.9%,")
    ('1—5月，有色金属冶炼增长1,234件', '增长13.9%，')
    """
    for misread, printed in _MISREAD:
        text = text.replace(misread, printed)
    characters = list(text)
    for place, (before, here, after) in enumerate(zip(" " + text, text, text[1:] + " ", strict=False)):
        starts, ends = place == 0, place == len(text) - 1
        if (
            here == "一"
            and (before.isdigit() or before in "%月" or starts)
            and (after.isdigit() or (ends and not starts))
        ):
            characters[place] = "—"
        elif here in _WIDE and not (before.isdigit() and after.isdigit()) and not _is_latin(before + after):
            characters[place] = _WIDE[here]
    return "".join(characters)


def _joins_figures(before: str, after: str) -> bool:
    """Whether two characters, a space for the line's end, are figures or what stands at a range: 1—5月, 6%—6.5%."""
    return (before.isdigit() or before in "%月 ") and (after.isdigit() or after == " ") and before + after != "  "


def _is_latin(pair: str) -> bool:
    return pair.isascii() and any(character.isalpha() for character in pair)


_NO_START = "，。、；」"  # no line of a column begins with them: what looks so is a speck or a rule
_WIDE = {",": "，", ";": "；", "?": "？", "!": "！", ":": "："}
#: What is read, and what is printed: as long, and never a word or a figure itself.
_MISREAD = (("治炼", "冶炼"), ("治金", "冶金"), ("PM14", "PMI4"), ("PM15", "PMI5"))
