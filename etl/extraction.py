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
    """A file that gave no rows, and why, in one line; a duplicate is no fault."""

    source_uri: str
    reason: str
    duplicate: bool = False

    def __str__(self) -> str:
        return self.reason if self.source_uri in self.reason else f"{self.source_uri}: {self.reason}"


class IssueIds:
    """Gives every issue an id of its own: what one day and one paper print twice gets a serial.

    ``taken`` holds the ids in use already, with the SHA-256 of their sources.
    """

    def __init__(self, taken: Mapping[str, str] | None = None) -> None:
        self._sha256 = dict(taken or {})
        self._owners = {sha256: issue_id for issue_id, sha256 in self._sha256.items()}

    def holder(self, sha256: str) -> str | None:
        """The id of the issue that was made of these bytes, if there is one."""
        return self._owners.get(sha256)

    def settle(self, issue: Issue) -> Issue:
        """The issue under an id that no other holds: its own, or its own with the next free serial."""
        issue_id, serial = issue.issue_id, 1
        while issue_id in self._sha256:
            serial += 1
            issue_id = f"{issue.issue_id}-{serial}"
        self._sha256[issue_id] = issue.sha256
        self._owners[issue.sha256] = issue_id
        return issue if serial == 1 else renamed(issue, issue_id)

    def release(self, issue_id: str) -> None:
        """The id is free again: its issue is replaced or gone."""
        self._owners.pop(self._sha256.pop(issue_id, ""), None)


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
    path: Path, source_uri: str, ids: IssueIds, steps: Steps | None = None, origin: str = ""
) -> Extracted | SetAside:
    """The tables of one file; never raises for what the file holds.

    ``ids`` hands out the issue's id and knows its duplicates; ``origin`` is the folder it came from.
    """
    steps = steps or Steps()
    try:
        issue = steps.read(path, source_uri)
        holder = ids.holder(issue.sha256)
        if holder is not None:
            return duplicate(source_uri, holder)
        issue = ids.settle(issue)
    except (ReadingError, OSError) as error:
        return SetAside(source_uri, one_line(error))
    except Exception as error:  # a fault of ours must not stop the other files
        return SetAside(source_uri, f"读取时程序出错 · reading failed: {type(error).__name__}: {one_line(error)}")
    try:
        return Extracted(issue, _tables(issue, steps.extract(issue), origin))
    except Exception as error:
        ids.release(issue.issue_id)
        return SetAside(source_uri, f"抽取时程序出错 · extraction failed: {type(error).__name__}: {one_line(error)}")


def duplicate(source_uri: str, issue_id: str) -> SetAside:
    """Set aside because the same bytes are loaded already."""
    return SetAside(
        source_uri, f"与已载入的 {issue_id} 内容相同，未重复载入 · same content as {issue_id}", duplicate=True
    )


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
