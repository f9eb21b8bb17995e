"""PDF pages: pdfium gives the characters and their boxes, the order in which they are read is ours."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from etl.characters import standard_form
from etl.reading.document import Document
from etl.reading.error import ReadingError
from etl.reading.limit import refuse_size
from etl.reading.page.document import PageWriter
from etl.reading.page.glyph import Box, Glyph, PrintedPage
from etl.reading.page.recogniser import MAX_PIXELS, recognised_page, require_recogniser
from etl.reading.signature import signature

SIZE_LIMIT = 100 * 1024 * 1024  # bytes
MAX_PAGES = 200
MAX_CHARACTERS = 200_000  # on one page; a full broadsheet has 12,000

_WIDE = 0x2000  # what follows are characters as wide as they are high
_DOUBLE = "—…―─"
_FEW = 20  # glyphs; a scanned page has none, or the name of the scanner
_SCANNED = 0.3  # share of the page that pictures cover where the page is one
_DPI = 200  # that a page is drawn with to be recognised
_PICTURE = 0.01  # share of the page that a picture covers at least


class Pdf:
    """A PDF file with text; one of scanned pages goes to `etl.reading.forms.scan`."""

    name = "pdf"

    def recognises(self, data: bytes) -> bool:
        """Whether the bytes open as PDF does."""
        return signature(data) == "PDF"

    def read(self, data: bytes, source_uri: str) -> Document:
        """The document; raises ReadingError for a damaged or locked file."""
        refuse_size(len(data), SIZE_LIMIT, source_uri)
        try:
            with pdfium.PdfDocument(data) as file:
                if len(file) > MAX_PAGES:
                    raise _refused(source_uri, f"共 {len(file)} 页，超过 {MAX_PAGES}", f"{len(file)} pages")
                pages = [_page(file, number, source_uri) for number in range(len(file))]
        except pdfium.PdfiumError as error:
            raise _refused(source_uri, f"不是完好的 PDF（{error}）", f"no sound PDF ({error})") from error
        return PageWriter(pages).document(self.name, "pdf", source_uri)


def _page(file: pdfium.PdfDocument, number: int, source_uri: str) -> PrintedPage:
    """The page by its text, or, when it is a picture of a page, recognised."""
    page = printed_page(file, number, source_uri)
    covered = sum(box.width * (box.y1 - box.y0) for box in page.pictures) / (page.width * page.height)
    if len(page.glyphs) >= _FEW or covered < _SCANNED:
        return page
    require_recogniser(source_uri)
    scale = min(_DPI / 72, (MAX_PIXELS / (page.width * page.height)) ** 0.5)
    return recognised_page(file[number].render(scale=scale).to_numpy(), number)


def printed_page(file: pdfium.PdfDocument, number: int, source_uri: str) -> PrintedPage:
    """The glyphs and pictures of one page, upright."""
    page = file[number]
    width, height = page.get_size()
    text = page.get_textpage()
    if text.count_chars() > MAX_CHARACTERS:
        raise _refused(source_uri, f"第{number + 1}页字符过多", f"too many characters on page {number + 1}")
    turned = _Turned(page, width, height)
    glyphs = list(_glyphs(text, turned))
    pictures = [
        box
        for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4)
        if (box := turned.box(*item.get_bounds())).width * (box.y1 - box.y0) > _PICTURE * width * height
    ]
    return PrintedPage(number, width, height, glyphs, pictures)


class _Turned:
    """From the coordinates of the PDF (y upwards, before the page is turned) to those of the page as it is seen."""

    def __init__(self, page: pdfium.PdfPage, width: float, height: float) -> None:
        self._left, self._bottom, _, _ = page.get_cropbox()
        self._rotation, self._width, self._height = page.get_rotation(), width, height

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point is seen."""
        x, y = x - self._left, y - self._bottom
        return {
            0: (x, self._height - y),
            90: (y, x),
            180: (self._width - x, y),
            270: (self._width - y, self._height - x),
        }[self._rotation]

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Where a rectangle is seen."""
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _glyphs(text: pdfium.PdfTextPage, turned: _Turned) -> Iterator[Glyph]:
    matrix, x, y = pdfium_c.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(text, index)
        if code < 0x20 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            continue
        if pdfium_c.FPDFText_IsGenerated(text, index) and not _parts_words(text, index):
            continue
        pdfium_c.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
        pdfium_c.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
        size = abs(pdfium_c.FPDFText_GetFontSize(text, index)) * (matrix.c**2 + matrix.d**2) ** 0.5
        tight = turned.box(*text.get_charbox(index))
        box = tight
        if code == 0x20:
            box = turned.box(*text.get_charbox(index, loose=True))
        elif code >= _WIDE:  # a comma of Chinese takes a whole em, of which it prints a corner
            loose = turned.box(*text.get_charbox(index, loose=True))
            box = Box(loose.x0, tight.y0, max(min(loose.x1, loose.x0 + size), tight.x1), tight.y1)
        baseline = turned.point(x.value, y.value)[1]
        for half in _halves(box, size) if chr(code) in _DOUBLE else (box,):
            yield Glyph(standard_form(chr(code)), half, size, baseline)


def _halves(box: Box, size: float) -> tuple[Box, ...]:
    """Fonts that print a dash of two ems as one glyph call it one dash."""
    if box.width < 1.5 * size:
        return (box,)
    middle = (box.x0 + box.x1) / 2
    return replace(box, x1=middle), replace(box, x0=middle)


def _parts_words(text: pdfium.PdfTextPage, index: int) -> bool:
    """Whether a space that pdfium saw stands between two words of one script, not at a figure set off by thin space."""
    if pdfium_c.FPDFText_GetUnicode(text, index) != 0x20 or not 0 < index < text.count_chars() - 1:
        return False
    before, after = (chr(pdfium_c.FPDFText_GetUnicode(text, index + step)) for step in (-1, 1))
    return before.isalpha() and after.isalpha() and before.isascii() == after.isascii()


def _refused(source_uri: str, problem: str, english: str) -> ReadingError:
    return ReadingError(
        source_uri,
        "全文",
        problem,
        "请用阅读器打开检查，或另存为文本",
        f"whole file: {english}; open it in a viewer to check, or save it as text",
    )


FORM = Pdf()
