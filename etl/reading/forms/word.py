"""Word documents (DOCX), as colleagues send them: paragraphs, with headings by their style."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

import docx
from docx.opc.exceptions import OpcError
from lxml import etree

from etl.reading.account import Account, chinese
from etl.reading.document import Document
from etl.reading.error import ReadingError
from etl.reading.limit import refuse_size
from etl.reading.line import Mark
from etl.reading.passage import LAYOUT
from etl.reading.writer import Writer

SIZE_LIMIT = 50 * 1024 * 1024  # bytes
UNPACKED_LIMIT = 200 * 1024 * 1024  # bytes

_MAIN = "word/document.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"  # a second print for old readers
_RANKS = ("title", "heading 1", "heading 2", "heading 3")
_BELOW = "subtitle"
_DAMAGE = (
    zipfile.BadZipFile,
    OpcError,
    etree.LxmlError,
    expat.ExpatError,
    KeyError,
    ValueError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


class Word:
    """A DOCX file; its notes, headers and comments are no part of the text."""

    name = "docx"

    def recognises(self, data: bytes) -> bool:
        """Whether the bytes are a ZIP file with the main part of a Word document."""
        if data[:4] != b"PK\x03\x04":
            return False
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                return _MAIN in package.namelist()
        except (zipfile.BadZipFile, ValueError, OSError):
            return False

    def read(self, data: bytes, source_uri: str) -> Document:
        """The document; raises ReadingError for what unpacks to too much or is no sound package."""
        refuse_size(len(data), SIZE_LIMIT, source_uri)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                refuse_size(sum(member.file_size for member in package.infolist()), UNPACKED_LIMIT, source_uri)
                printed = _chinese_in(package.read(_MAIN))
            paragraphs = list(_paragraphs(docx.Document(io.BytesIO(data))))
        except ReadingError:
            raise
        except _DAMAGE as error:
            raise _refused(source_uri, f"不是完好的 DOCX（{error}）", f"no sound DOCX ({error})") from error
        writer, marked = _written(paragraphs)
        if not writer.lines:
            raise _refused(source_uri, "没有文字", "no text in it")
        return Document(writer.text, writer.lines, self.name, "utf-8", marked=marked, account=Account(printed))


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    style: str  # in lower case, by its English name


def _written(paragraphs: Sequence[_Paragraph]) -> tuple[Writer, bool]:
    """The paragraphs written down, and whether any is marked as a headline by its style."""
    rank = _headline_style([paragraph.style for paragraph in paragraphs])
    writer, below = Writer(), False
    for paragraph in paragraphs:
        heads = rank is not None and (paragraph.style == rank or (below and paragraph.style == _BELOW))
        writer.write(paragraph.text, Mark.HEADLINE if heads else None)
        below = heads
    return writer, rank is not None


def _headline_style(styles: Sequence[str]) -> str | None:
    """The style of the headlines: the highest that is used more than once, since a paper has one title only."""
    used = Counter(style for style in styles if style in _RANKS)
    several = [rank for rank in _RANKS if used[rank] > 1]
    return next(iter(several or [rank for rank in reversed(_RANKS) if used[rank]]), None)


def _paragraphs(document: Any) -> Iterator[_Paragraph]:
    """The paragraphs in order; the cells of a table's row make one line, a line break parts two."""
    names = {style.style_id: style.name.lower() for style in document.styles if style.name}
    for element in _lines(document.element.body):
        style = element.find(f"{{{_W}}}pPr/{{{_W}}}pStyle")
        name = names.get(style.get(f"{{{_W}}}val"), "") if style is not None else ""
        for text in _text(element).split("\n"):
            if text.strip(LAYOUT):
                yield _Paragraph(text.strip(LAYOUT), name)


def _lines(body: Any) -> Iterator[Any]:
    """The rows of tables, and the paragraphs outside of them, in order; nothing of a second print."""
    row = None
    for event, element in etree.iterwalk(body, events=("start", "end"), tag=(f"{{{_W}}}p", f"{{{_W}}}tr")):
        is_row = element.tag == f"{{{_W}}}tr"
        if event == "start" and row is None and not _is_inside(element):
            yield element
            row = element if is_row else None
        elif event == "end" and element is row:
            row = None


def _is_inside(element: Any) -> bool:
    """Whether the element stands in another paragraph, as a text box does, or in a second print."""
    tags = (f"{{{_W}}}p", f"{{{_FALLBACK.split()[0]}}}Fallback")
    return next(element.iterancestors(*tags), None) is not None


def _text(line: Any) -> str:
    """All text of a paragraph or a row; text boxes in it are lines of their own."""
    pieces: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(line, events=("start", "end")):
        name = etree.QName(element)
        if f"{name.namespace} {name.localname}" == _FALLBACK:
            hidden += 1 if event == "start" else -1
        if hidden or name.namespace != _W:
            continue
        if event == "start" and name.localname == "t":
            pieces.append(element.text or "")
        elif event == "start" and name.localname in ("br", "cr"):
            pieces.append("\n")
        elif event == "start" and name.localname == "tab":
            pieces.append("\t")
        elif event == "end" and name.localname == "p" and element is not line:
            pieces.append("\u3000" if next(element.iterancestors(f"{{{_W}}}tc"), None) is not None else "\n")
    return "".join(pieces)


def _chinese_in(xml: bytes) -> int:
    """How many Chinese characters the part shows, counted by another parser than the one that reads it."""
    count, texts, hidden = 0, 0, 0

    def start(name: str, _attributes: object) -> None:
        nonlocal texts, hidden
        texts += name == f"{_W} t"
        hidden += name == _FALLBACK

    def end(name: str) -> None:
        nonlocal texts, hidden
        texts -= name == f"{_W} t"
        hidden -= name == _FALLBACK

    def text(content: str) -> None:
        nonlocal count
        count += chinese(content) if texts and not hidden else 0

    def refuse(*_: object) -> None:
        raise ValueError("DOCTYPE")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = text, refuse
    parser.Parse(xml, True)
    return count


def _refused(source_uri: str, problem: str, english: str) -> ReadingError:
    return ReadingError(
        source_uri, "全文", problem, "请用 Word 重新保存", f"whole file: {english}; save it again with Word"
    )


FORM = Word()
