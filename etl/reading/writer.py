"""The writer of a document: the text of a form with its own structure, line by line, and what each line is."""

from __future__ import annotations

from etl.places import Origin, PlacedText
from etl.reading.epaper.structure import WebArticle
from etl.reading.furniture import is_furniture
from etl.reading.line import Line, Mark
from etl.reading.passage import LAYOUT, Passage

_BETWEEN = "\n\n"


class Writer:
    """Writes paragraphs one below the other, a blank line between them, and keeps their places."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.runs: list[PlacedText] = []
        self.origins: list[Origin] = []
        self._pieces: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)

    def write(self, text: str, mark: Mark | None = None) -> int:
        """Writes one line, which must print something, and returns where it begins."""
        if self._pieces:
            self._pieces.append(_BETWEEN)
            self._length += len(_BETWEEN)
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        bare = text.lstrip(LAYOUT)
        offset = start + len(text) - len(bare)
        bare = bare.rstrip(LAYOUT)
        self.lines.append(Line(Passage(bare, ((offset, offset + len(bare)),)), 1 if start else 0, 0.0, mark))
        return start

    def write_article(self, article: WebArticle) -> None:
        """Writes headline, byline and paragraphs; what only looks like an article (编辑：…, 公益广告) as furniture."""
        if article.headlines and is_furniture(article.headlines[0]):
            for text in (*article.headlines, *filter(None, (article.byline,)), *article.paragraphs):
                self.write(text, Mark.FURNITURE)
            return
        for text in article.headlines:
            self.write(text, Mark.HEADLINE)
        if article.byline:
            self.write(article.byline, Mark.BYLINE)
        opening = None if article.headlines else Mark.OPENING
        for text in article.paragraphs:
            self.write(text, opening)
            opening = None

    def write_from(self, article: WebArticle, url: str) -> None:
        """Writes an article and remembers the address that it came from."""
        start = self._length
        self.write_article(article)
        if self._length > start:
            self.origins.append(Origin(start, self._length, url))
