"""An issue as it goes to press: what every form of it must print, and the claims it must give."""

from __future__ import annotations

from dataclasses import dataclass, field

from etl.model import Issue
from etl.reading import read_issue
from etl.reading.passage import LAYOUT

Pieces = tuple[str, ...]
"""A paragraph: the pieces that a layout cut it into, mostly one."""


@dataclass
class SheetArticle:
    """Headline lines, the byline below them, and the paragraphs."""

    headlines: list[str] = field(default_factory=list)
    byline: str | None = None
    paragraphs: list[Pieces] = field(default_factory=list)

    @property
    def whole(self) -> list[str]:
        """The paragraphs without the breaks that a layout made."""
        return ["".join(pieces) for pieces in self.paragraphs]

    @property
    def broken(self) -> list[str]:
        """The paragraphs with the breaks, each piece a paragraph of its own."""
        return [piece for pieces in self.paragraphs for piece in pieces]


@dataclass
class Sheet:
    """An issue: what its head prints, and its articles."""

    publication: str
    date: str
    masthead: list[str] = field(default_factory=list)
    articles: list[SheetArticle] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The issue as text, blank lines between all blocks."""
        blocks = list(self.masthead)
        for article in self.articles:
            blocks += [*article.headlines, *([article.byline] if article.byline else []), *article.broken]
        return "\n\n".join(blocks) + "\n"


def sheet_of(data: bytes, name: str) -> Sheet:
    """The sheet of a text issue; its lines are the blocks, and reading tells which of them are headlines."""
    issue = read_issue(data, name)
    heads, paragraphs = _headline_starts(issue), _paragraph_starts(issue)
    sheet = Sheet(issue.publication, issue.issue_date.isoformat())
    place = 0
    for line in issue.text.splitlines(keepends=True):
        bare = line.strip(LAYOUT)
        start = place + line.index(bare) if bare else place
        place += len(line)
        if not bare:
            continue
        if heads.get(start):
            sheet.articles.append(SheetArticle())
        if start in heads:
            sheet.articles[-1].headlines.append(bare)
        elif not sheet.articles:
            sheet.masthead.append(bare)
        else:
            _add(sheet.articles[-1], bare, start in paragraphs or _is_furniture(issue, start))
    return sheet


def _add(article: SheetArticle, text: str, begins: bool) -> None:
    if not article.paragraphs and not article.byline and text.startswith("本报记者 ") and len(text) < 20:
        article.byline = text
    elif begins or not article.paragraphs:
        article.paragraphs.append((text,))
    else:
        article.paragraphs[-1] = (*article.paragraphs[-1], text)


def _headline_starts(issue: Issue) -> dict[int, bool]:
    """Where headline lines begin in the source, and whether they open their article."""
    starts: dict[int, bool] = {}
    for article in issue.articles:
        heads = [sentence.offsets.source(0) for sentence in article.sentences if sentence.role == "headline"]
        starts |= {start: start == heads[0] for start in heads}
    return starts


def _paragraph_starts(issue: Issue) -> set[int]:
    return {
        sentence.offsets.source(0)
        for article in issue.articles
        for before, sentence in zip([None, *article.sentences], article.sentences, strict=False)
        if before is None or before.paragraph != sentence.paragraph
    }


def _is_furniture(issue: Issue, offset: int) -> bool:
    return any(start <= offset < end for start, end in issue.furniture)
