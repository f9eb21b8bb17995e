"""The articles of a page: a headline presides over the text below it, as far as its columns reach."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from etl.characters import normalise
from etl.reading.page.columns import columns_of
from etl.reading.page.glyph import Box, PrintedPage, around, body_size, printed_once
from etl.reading.page.row import Row, rows_of

_DATE = re.compile(r"(?:19|20)[0-9]{2} ?[年.-] ?[0-9]{1,2} ?[月.-] ?[0-9]{1,2}")
_HEADLINE = 1.25  # times the size of the body
_SIZES = 2.0  # times: the lines of one headline differ no more in size
_WHITE = 0.15  # of its height: at least so much white is above and below a headline in all its columns
_BESIDE = 0.9  # of the size: parts of one headline line stand closer,
_BRIDGED = 2.5  # or as close as that above one and the same column
_TOGETHER = 1.1  # of the size: lines of one headline stand closer
_DEPTH = 6  # heights of a headline below it: so much of its columns is looked at
_NARROW = 0.6  # of a banner's width: a headline that is wider is no column's
_REACH = 0.5  # of the size: how much the text below may begin above the headline's lower edge


@dataclass(eq=False)
class Region:
    """A headline group with the rows that it presides over; ``reach`` is as wide as its columns."""

    heads: list[Row]
    box: Box
    reach: Box
    rows: list[Row] = field(default_factory=list)

    @property
    def columns(self) -> list[list[Row]]:
        """The text below, column by column."""
        return columns_of(self.rows)


@dataclass
class PageOrder:
    """A page in reading order: what stands above all headlines, and the regions."""

    top: list[Row]
    regions: list[Region]
    size: float


def order_page(page: PrintedPage) -> PageOrder:
    """The page's rows, put to the headlines that they belong to."""
    glyphs = printed_once(page.glyphs)
    rows = rows_of(glyphs)
    size = body_size([glyph for row in rows for glyph in row.glyphs])
    heads = [row for row in rows if row.size >= _HEADLINE * size]
    texts = [row for row in rows if row.size < _HEADLINE * size]
    regions = _regions(heads, texts, page)
    whole = Box(0.0, 0.0, page.width, 0.0)
    top = Region([], whole, whole)
    for row in texts:
        (_owner(row, regions) or top).rows.append(row)
    _let_flow([top, *regions])
    return PageOrder(top.rows, _in_order(regions), size)


def _regions(heads: Sequence[Row], texts: Sequence[Row], page: PrintedPage) -> list[Region]:
    groups: list[list[Row]] = []
    for row in sorted(heads, key=lambda each: each.box.y0):
        near = [group for group in groups if any(_goes_with(row, other, texts) for other in group)]
        joined = [row, *(other for group in near for other in group)]
        groups = [group for group in groups if group not in near] + [joined]
    boxes = [around(row.box for row in group) for group in groups]
    regions = []
    for group, box in zip(groups, boxes, strict=True):
        lines = sorted(group, key=lambda row: (row.baseline, row.box.x0))
        regions.append(Region(lines, box, _reach(box, boxes, [row.box for row in texts], page)))
    return regions


def _goes_with(row: Row, other: Row, texts: Sequence[Row]) -> bool:
    """Whether two headline rows are lines, or parts of a line, of one headline."""
    size = min(row.size, other.size)
    if max(row.size, other.size) > _SIZES * size:
        return False
    if row.box.beside(other.box) and abs(row.baseline - other.baseline) < 0.5 * size:
        gap = max(row.box.x0, other.box.x0) - min(row.box.x1, other.box.x1)
        middle = (max(row.box.x0, other.box.x0) + min(row.box.x1, other.box.x1)) / 2
        depth = max(row.box.y1, other.box.y1) + _DEPTH * size
        bridged = any(text.box.covers(middle) and row.box.y1 - 1 < text.box.y0 < depth for text in texts)
        return gap < (_BRIDGED if bridged else _BESIDE) * size
    upper, lower = sorted((row.box, other.box), key=lambda box: box.y0)
    if min(upper.x1, lower.x1) <= max(upper.x0, lower.x0) or lower.y0 - upper.y1 >= _TOGETHER * size:
        return False
    return not any(
        upper.y1 - 1 < text.box.y0 and text.box.y1 < lower.y0 + 1 for text in texts if upper.covers(text.box.middle)
    )


def _reach(box: Box, heads: Sequence[Box], texts: Sequence[Box], page: PrintedPage) -> Box:
    """How far the headline reaches to both sides before something else stands beside it.

    Between two headlines on one level the columns below them tell how far each of them reaches.
    """
    left, right = 0.0, page.width
    for other in (*_beside(box, texts), *(each for each in page.pictures if _is_beside(box, each))):
        left = max(left, other.x1) if other.middle < box.middle else left
        right = min(right, other.x0) if other.middle > box.middle else right
    for other in heads:
        if other is not box and _is_beside(box, other):
            edge = _parting(min(box, other, key=_left), max(box, other, key=_left), texts)
            left = max(left, edge) if other.middle < box.middle else left
            right = min(right, edge) if other.middle > box.middle else right
    return Box(min(left, box.x0), box.y0, max(right, box.x1), box.y1)


def _beside(box: Box, texts: Sequence[Box]) -> Iterator[Box]:
    """The rows at the headline's sides, each as wide as the rows above and below it in its column."""
    height = box.y1 - box.y0
    near = [text for text in texts if box.y0 - 2 * height < text.y0 and text.y1 < box.y1 + 2 * height]
    apart = [text for text in near if text.x1 <= box.x0 or text.x0 >= box.x1]
    for text in near:
        if _is_beside(box, text):
            column = [other for other in apart if other.x0 < text.x1 and text.x0 < other.x1]
            yield around([text, *column])


def _left(box: Box) -> float:
    return box.x0


def _parting(first: Box, second: Box, texts: Sequence[Box]) -> float:
    """Where the columns of two headlines side by side part: in the gutter that lies next to the second."""
    top = max(first.y1, second.y1)
    depth = _DEPTH * (second.y1 - second.y0)
    below = [text for text in texts if top <= text.y0 <= top + depth and first.x0 <= text.middle <= second.x1]
    edges = sorted((text.x0, text.x1) for text in below)
    gutters, end = [(first.x1, second.x0)], float("-inf")
    for x0, x1 in edges:
        if x0 > end > first.middle and end < second.x0 + 1 and x0 <= second.middle:
            gutters.append((end, x0))
        end = max(end, x1)
    left, right = gutters[-1]
    return (left + right) / 2


def _is_beside(box: Box, other: Box) -> bool:
    """Whether the other stands at the headline's side: a headline over several columns has white there."""
    room = _WHITE * (box.y1 - box.y0 if box.y1 - box.y0 < box.width else box.width)
    return other.y0 < box.y1 + room and other.y1 > box.y0 - room


def _owner(row: Row, regions: Sequence[Region]) -> Region | None:
    """The lowest headline above the row whose reach covers its middle."""
    above = [
        region
        for region in regions
        if region.box.y1 <= row.box.y0 + _REACH * row.size and region.reach.covers(row.box.middle)
    ]
    return max(above, key=lambda region: region.box.y1, default=None)


def _let_flow(regions: Sequence[Region]) -> None:
    """Gives text at the head of a column back to the article that runs on from the column at its left.

    That is so below a banner: a title, such as the paper's own, under whose left edge stands another headline
    and no text of its own.
    """
    for banner in regions:
        below = [each for each in regions if each is not banner and _is_below(each, banner)]
        if not below or not banner.rows:
            continue
        first = min(below, key=lambda each: (each.reach.x0, each.box.y0))
        edge = min(region.box.y0 for region in below) if banner.heads else first.box.y0
        width = banner.reach.x1 if banner.heads else first.reach.x1
        own = [row for row in banner.rows if row.box.y1 < edge + 1 and row.box.x0 < width]
        if first.box.width >= _NARROW * banner.reach.width or (banner.heads and own and not has_date(own)):
            continue
        for column in columns_of([row for row in banner.rows if row not in own]):
            owner = _runs_on_from(around(row.box for row in column), below)
            if owner is not None:
                banner.rows = [row for row in banner.rows if row not in column]
                owner.rows += column


def _is_below(region: Region, banner: Region) -> bool:
    return region.box.y0 >= banner.box.y1 - 1 and banner.reach.covers(region.box.middle)


def has_date(rows: Iterable[Row]) -> bool:
    """Whether one of the rows prints a whole date, as the head of a paper does."""
    return any(_DATE.search(normalise(row.text)) for row in rows)


def _runs_on_from(column: Box, regions: Sequence[Region]) -> Region | None:
    """The article whose text stands lowest in the column next to the left."""
    rows = [(row, region) for region in regions for row in region.rows if row.box.x1 <= column.x0 + 1]
    if not rows:
        return None
    edge = max(row.box.x1 for row, _ in rows)
    nearest = [(row, region) for row, region in rows if row.box.x1 > edge - 0.5 * column.width]
    return max(nearest, key=lambda found: found[0].box.y1)[1]


def _in_order(regions: Sequence[Region]) -> list[Region]:
    return sorted(regions, key=lambda region: (round(region.box.y0, 1), region.box.x0))
