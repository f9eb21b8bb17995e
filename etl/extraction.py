"""One source file through reading and extraction, or the reason why it was set aside.

Nothing that comes in is lost: a file ends as ``Extracted`` or as ``SetAside``, whatever happens on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

import pyarrow as pa

from etl.model import Article, Claim, Issue
from etl.pipeline import extract
from etl.reading import ReadingError, read_file
from etl.table import claims_table, issues_table, sentences_table

Read: TypeAlias = Callable[[Path, str], Issue]
Extract: TypeAlias = Callable[[Issue], Sequence[tuple[Article, Claim]]]


@dataclass(frozen=True, slots=True)
class Steps:
    """The two steps that make claims of a file: ``read(path, source_uri)`` and ``extract(issue)``."""

    read: Read = read_file
    extract: Extract = extract


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one file gave: its issue, and the tables ``claims``, ``sentences`` and ``issues`` (one row)."""

    issue: Issue
    tables: Mapping[str, pa.Table]

    @property
    def claims(self) -> pa.Table:
        """The issue's claims by ``etl.schema.CLAIMS``."""
        return self.tables["claims"]


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file that gave no rows, and why, in one line; ``duplicate_of`` names the issue that it repeats."""

    source_uri: str
    reason: str
    duplicate_of: str | None = None

    def __str__(self) -> str:
        return self.reason if self.reason.startswith(self.source_uri) else f"{self.source_uri}: {self.reason}"


class IssueIds:
    """Gives every issue an id of its own: what one paper prints twice under one date gets a serial.

    ``taken`` holds the ids in use already, with the SHA-256 of their sources.
    """

    def __init__(self, taken: Mapping[str, str] | None = None) -> None:
        self._sha256 = dict(taken or {})
        self._holders = {sha256: issue_id for issue_id, sha256 in self._sha256.items()}

    def holder(self, sha256: str) -> str | None:
        """The id of the issue that was made of these bytes, if there is one."""
        return self._holders.get(sha256)

    def settle(self, issue: Issue, previous: str | None = None) -> Issue:
        """The issue under the id it had (``previous``), or under the next free one: its own, or with a serial."""
        if previous is not None and _is_numbered(previous, issue.issue_id):
            issue_id = previous
        else:
            issue_id, serial = issue.issue_id, 1
            while issue_id in self._sha256:
                serial += 1
                issue_id = f"{issue.issue_id}-{serial}"
        self.restore(issue_id, issue.sha256)
        return issue if issue_id == issue.issue_id else renamed(issue, issue_id)

    def restore(self, issue_id: str, sha256: str | None) -> None:
        """The id stands for these bytes, or for none and is free."""
        self._holders.pop(self._sha256.pop(issue_id, ""), None)
        if sha256 is not None:
            self._sha256[issue_id] = sha256
            self._holders[sha256] = issue_id

    def source_of(self, issue_id: str | None) -> str | None:
        """The SHA-256 of the source that the id stands for."""
        return self._sha256.get(issue_id or "")


def _is_numbered(issue_id: str, plain: str) -> bool:
    serial = issue_id.removeprefix(f"{plain}-")
    return issue_id == plain or (serial != issue_id and serial.isdecimal())


def renamed(issue: Issue, issue_id: str) -> Issue:
    """The issue under another id; ids of articles and sentences that begin with the old one follow."""
    old = issue.issue_id

    def follow(name: str) -> str:
        return issue_id + name.removeprefix(old) if name.startswith(old) else name

    articles = tuple(
        replace(
            article,
            article_id=follow(article.article_id),
            sentences=tuple(replace(each, sentence_id=follow(each.sentence_id)) for each in article.sentences),
        )
        for article in issue.articles
    )
    return replace(issue, issue_id=issue_id, articles=articles)


def extract_file(
    path: Path,
    source_uri: str,
    ids: IssueIds,
    steps: Steps | None = None,
    origin: str = "",
    previous: str | None = None,
) -> Extracted | SetAside:
    """The tables of one file; never raises for what the file holds.

    ``ids`` hands out the issue's id and knows its duplicates, ``origin`` is the folder it came from,
    ``previous`` the id under which an earlier state of this file was loaded.
    """
    steps = steps or Steps()
    try:
        issue = steps.read(path, source_uri)
    except (ReadingError, OSError) as error:
        return SetAside(source_uri, one_line(error))
    except Exception as error:  # a fault of ours must not stop the other files
        return SetAside(source_uri, f"读取时程序出错 · reading failed: {type(error).__name__}: {one_line(error)}")
    holder = ids.holder(issue.sha256)
    if holder not in (None, previous):
        return SetAside(source_uri, f"与 {holder} 内容相同，未重复载入 · same content as {holder}", holder)
    before = ids.source_of(previous)
    issue = ids.settle(issue, previous)
    try:
        return Extracted(issue, _tables(issue, steps.extract(issue), origin))
    except Exception as error:
        ids.restore(issue.issue_id, before if issue.issue_id == previous else None)
        return SetAside(source_uri, f"抽取时程序出错 · extraction failed: {type(error).__name__}: {one_line(error)}")


def _tables(issue: Issue, claims: Iterable[tuple[Article, Claim]], origin: str) -> dict[str, pa.Table]:
    claims = list(claims)
    return {
        "claims": claims_table((issue, article, claim) for article, claim in claims),
        "sentences": sentences_table([issue]),
        "issues": issues_table([(issue, len(claims))], origin),
    }


def one_line(error: BaseException) -> str:
    """The error's message in one line, or its type where it has none."""
    return " ".join(str(error).split()) or type(error).__name__


def source_files(folder: Path) -> list[Path]:
    """Every file under the folder, sorted; hidden files and folders are no issues."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
