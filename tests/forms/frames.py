"""Whether the frames of claims stand where the page prints them, by what pdfium itself finds in the page."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, hypot, radians, sin

import pypdfium2 as pdfium

from etl.characters import normalise
from etl.model import Claim, Issue
from etl.pipeline import extract
from etl.places import Frame


def claim_frames(issue: Issue) -> Iterator[tuple[Claim, list[Frame]]]:
    """The claims of an issue with the frames of their numbers."""
    assert issue.places is not None
    for _, claim in extract(issue):
        span = claim.sentence.offsets.source_span(claim.span_start, claim.span_end)
        yield claim, issue.places.frames(*span)


def text_in(file: pdfium.PdfDocument, frame: Frame) -> str:
    """What the page prints inside the frame, by pdfium."""
    page = file[frame.page]
    width, height = page.get_size()
    box = (frame.x0 * width, height - frame.y1 * height, frame.x1 * width, height - frame.y0 * height)
    found: str = page.get_textpage().get_text_bounded(*box)
    return "".join(normalise(found).split())


def misframed(issue: Issue, pdf: bytes) -> tuple[list[str], int]:
    """The numbers whose frames hold more or less than them by more than a character, and how many were framed."""
    wrong, count = [], 0
    with pdfium.PdfDocument(pdf) as file:
        for claim, frames in claim_frames(issue):
            count += 1
            printed = "".join(text_in(file, frame) for frame in frames)
            if not _is_within_one(printed, "".join(normalise(claim.value_text).split())):
                wrong.append(f"{claim.value_text}: {printed}")
    return wrong, count


def _is_within_one(one: str, other: str) -> bool:
    """Whether the texts are the same but for one character at either end."""
    return (other in one and len(one) <= len(other) + 1) or (one in other and len(one) >= len(other) - 1)


def turned(frame: Frame, degrees: float, size: tuple[float, float]) -> Frame:
    """Where a frame of the straight page is seen when the page is turned about its middle, in fractions of it."""
    width, height = size
    angle = radians(-degrees)

    def point(x: float, y: float) -> tuple[float, float]:
        x, y = (x - 0.5) * width, (y - 0.5) * height
        return (x * cos(angle) - y * sin(angle)) / width + 0.5, (x * sin(angle) + y * cos(angle)) / height + 0.5

    corners = [point(x, y) for x in (frame.x0, frame.x1) for y in (frame.y0, frame.y1)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Frame(frame.page, min(xs), min(ys), max(xs), max(ys))


def apart(one: Frame, other: Frame, size: tuple[float, float]) -> float:
    """How far the farther pair of edges lies apart, left with left and right with right, in units of the page."""
    width, height = size
    middles = abs(one.y0 + one.y1 - other.y0 - other.y1) / 2 * height
    return hypot(max(abs(one.x0 - other.x0), abs(one.x1 - other.x1)) * width, middles)
