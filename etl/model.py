"""The nouns that the steps of the ETL hand to each other: document, issue, article, sentence, mention, claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.claimed import Claim as Claim
from etl.mentions import NumberMention as NumberMention
from etl.mentions import PeriodMention as PeriodMention
from etl.places import Places
from etl.sentence import OffsetMap as OffsetMap
from etl.sentence import Sentence as Sentence

# --------------------------------------------------------------------------- document


@dataclass(frozen=True, slots=True)
class Document:
    """One source document that a source has found: the bytes that become one issue.

    ``source_uri`` is what a claim cites, ``origin`` the source that found it, ``path`` where the bytes lie (the
    file itself, or their place in the archive) and ``sha256`` what they are. ``issue_id`` is the name under
    which an earlier state of it is in the table.
    """

    source_uri: str
    origin: str
    path: Path
    sha256: str
    issue_id: str | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A document that gave no rows, and why, in one line.

    ``duplicate_of`` names the issue that it repeats: no fault. ``crashed`` says that the process that read it
    died or had to be stopped, which may have other causes than the document. ``sha256`` is empty for a
    document whose bytes could not be had. ``tries`` is for a source that counts its own; 0 leaves it to the run.
    """

    source_uri: str
    reason: str
    duplicate_of: str | None = None
    crashed: bool = False
    sha256: str = ""
    tries: int = 0

    def __str__(self) -> str:
        return self.reason if self.reason.startswith(self.source_uri) else f"{self.source_uri}: {self.reason}"


# --------------------------------------------------------------------------- issue


@dataclass(frozen=True, slots=True)
class Article:
    """One article of an issue, its sentences in reading order, the headline's first."""

    article_id: str
    title: str
    sentences: tuple[Sentence, ...]
    page: int | None = None
    byline: str | None = None
    dateline: str | None = None
    jump_to: str | None = None
    jump_from: str | None = None


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the head of an issue says of it; everything it does not print is None."""

    publication: str | None = None
    issue_date: date | None = None
    weekday: str | None = None
    issue_number: int | None = None
    cumulative_number: int | None = None
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of a publication, read from one source document.

    ``text`` is the decoded source with every character in place: all source offsets count its
    characters. ``sha256`` is that of the bytes. ``furniture`` lists, ascending, the half-open source
    spans that belong to no sentence: masthead, bylines, jumps, credits, what a web page left behind.
    Every printed character is in a sentence or in the furniture.

    ``form`` names the form that the source came in (``text``, ``pdf`` ...). Where that is no text, ``text``
    is what reading wrote down of it, and ``places`` leads from its characters to pages and addresses.
    """

    issue_id: str
    masthead: Masthead
    articles: tuple[Article, ...]
    source_uri: str
    text: str
    encoding: str
    sha256: str
    furniture: tuple[tuple[int, int], ...] = ()
    form: str = "text"
    places: Places | None = None

    @property
    def publication(self) -> str:
        """The name of the newspaper; reading refuses an issue without one."""
        return self.masthead.publication or ""

    @property
    def issue_date(self) -> date:
        """The day of issue; reading refuses an issue without one."""
        if self.masthead.issue_date is None:
            raise ValueError(f"{self.source_uri}: the issue has no date")
        return self.masthead.issue_date
