"""Printed pages become a document: headlines, paragraphs, and the frame of every character."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from etl.characters import normalise
from etl.model import Masthead
from etl.places import Frame, PlacedText, Places
from etl.reading.account import Account, chinese
from etl.reading.block import view_of
from etl.reading.byline import byline_of
from etl.reading.document import Document
from etl.reading.error import ReadingError
from etl.reading.line import Mark
from etl.reading.masthead import closed_up, first_date
from etl.reading.page.article import PageOrder, Region, has_date, order_page
from etl.reading.page.columns import columns_of
from etl.reading.page.glyph import Box, Glyph, PrintedPage, printed_once
from etl.reading.page.paragraph import paragraphs_of
from etl.reading.page.row import Row, lines_up
from etl.reading.writer import Writer

_OTHER = 1.04  # a size so much larger or smaller is another line of the headline
_MARGIN = 0.08  # of the page's height: what stands above and heads no text is the page's own head
_BYLINE = 40  # characters
_HEAD = 3  # lines; a page's own head, above its first article, has no more


class PageWriter:
    """Writes pages one after the other."""

    def __init__(self, pages: Sequence[PrintedPage]) -> None:
        self._pages = pages
        self._writer = Writer()
        self._runs: list[PlacedText] = []
        self._masthead = Masthead()

    def document(self, form: str, encoding: str, source_uri: str) -> Document:
        """The document of all pages; raises ReadingError when there is nothing on them."""
        for page in self._pages:
            self._write_page(page, order_page(page))
        if not self._writer.lines:
            raise ReadingError(
                source_uri,
                "全文",
                "页面上没有文字",
                "请检查文件，或换更清晰的扫描件",
                "whole file: no text on its pages; check it, or take a clearer scan",
            )
        text = self._writer.text
        sizes = [(page.width, page.height) for page in self._pages]
        printed = sum(chinese(glyph.text) for page in self._pages for glyph in page.glyphs)
        return Document(
            text=text,
            lines=self._writer.lines,
            form=form,
            encoding=encoding,
            marked=True,
            masthead=self._masthead,
            places=Places.of(sizes, self._runs),
            account=Account(printed, sum(page_doubles(page) for page in self._pages)),
        )

    def _write_page(self, page: PrintedPage, order: PageOrder) -> None:
        top, regions = order.top, order.regions
        if page.number == 0:
            name = next((region for region in regions if _is_masthead(region, top)), None)
            if name is not None:
                self._write_masthead(page, name, top)
                regions = [region for region in regions if region is not name]
        self._write_top(page, top)
        for region in regions:
            self._write_region(page, region)

    def _write_masthead(self, page: PrintedPage, name: Region, top: Sequence[Row]) -> None:
        """Writes the paper's name and what stands around it, and notes name and date."""
        printed = " ".join(normalise(row.text) for line in lines_up([*name.rows, *top]) for row in line)
        title = closed_up("".join(row.text for line in lines_up(name.heads) for row in line))
        self._masthead = Masthead(publication=title, issue_date=first_date(printed))
        for line in lines_up(name.heads):
            self._write(page, _joined(line), Mark.FURNITURE)
        for line in lines_up(name.rows):
            for row in line:
                self._write(page, row.glyphs, Mark.FURNITURE)

    def _write_top(self, page: PrintedPage, rows: Sequence[Row]) -> None:
        """What stands above all headlines: the head of the page, or text that goes on from the page before."""
        lines = lines_up(rows)
        mark = Mark.FURNITURE if page.number and len(lines) <= _HEAD else None
        if len(lines) <= _HEAD or not page.number:
            for line in lines:
                for row in line:
                    self._write(page, row.glyphs, mark)
        else:
            for paragraph in paragraphs_of(columns_of(rows)):
                self._write(page, paragraph, None)

    def _write_region(self, page: PrintedPage, region: Region) -> None:
        is_head = len(lines_up(region.rows)) <= 1 and region.box.y1 < _MARGIN * page.height
        mark = Mark.HEADLINE if not is_head else Mark.FURNITURE if page.number else None
        for line in _headline_lines(region.heads):
            self._write(page, line, mark)
        captions = [row for row in region.rows if any(_is_inside(row.box, box) for box in page.pictures)]
        byline = _byline(region)
        rows = [row for row in region.rows if row not in captions and row not in byline]
        for row in byline:
            self._write(page, row.glyphs, Mark.BYLINE)
        for paragraph in paragraphs_of(columns_of(rows)):
            self._write(page, paragraph, None)
        for caption in lines_up(captions):
            self._write(page, _joined(caption), None)

    def _write(self, page: PrintedPage, glyphs: Sequence[Glyph], mark: Mark | None) -> None:
        start = self._writer.write("".join(glyph.text for glyph in glyphs), mark)
        frames = [_frame(glyph.seen or glyph.box, page) for glyph in glyphs]
        certainty = [glyph.certainty for glyph in glyphs]
        self._runs.append(PlacedText(start, frames, certainty if min(certainty) < 1 else ()))


def _frame(box: Box, page: PrintedPage) -> Frame:
    width, height = page.width, page.height
    return Frame(page.number, box.x0 / width, box.y0 / height, box.x1 / width, box.y1 / height)


def _joined(line: Iterable[Row]) -> list[Glyph]:
    return [glyph for row in line for glyph in row.glyphs]


def _headline_lines(heads: Sequence[Row]) -> list[list[Glyph]]:
    """The lines of a headline; lines of one size are one, broken where the column ends."""
    lines: list[list[Glyph]] = []
    for line in map(_joined, lines_up(heads)):
        if lines and max(line[0].size, lines[-1][0].size) <= _OTHER * min(line[0].size, lines[-1][0].size):
            lines[-1] += line
        else:
            lines.append(line)
    return lines


def _byline(region: Region) -> list[Row]:
    """The byline that stands alone below the headline, wherever the columns begin."""
    first = lines_up(region.rows)[:1]
    text = "".join(row.text for line in first for row in line)
    return first[0] if first and len(text) < _BYLINE and byline_of(view_of(text)) is not None else []


def _is_inside(box: Box, picture: Box) -> bool:
    return picture.covers(box.middle) and picture.y0 <= box.y0 and box.y1 <= picture.y1


def _is_masthead(region: Region, top: Sequence[Row]) -> bool:
    """Whether a headline is the paper's name: few characters, with the date below, above or beside them."""
    name = "".join(row.text for row in region.heads)
    return len(name) <= 12 and has_date([*region.rows, *top])


def page_doubles(page: PrintedPage) -> int:
    """How many Chinese characters the page prints a second time at the same place."""
    return sum(chinese(glyph.text) for glyph in page.glyphs) - sum(
        chinese(glyph.text) for glyph in printed_once(page.glyphs)
    )
