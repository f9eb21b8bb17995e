"""One document through reading and extraction, or the reason why it was set aside.

Nothing that comes in is lost: a document ends as ``Extracted`` or as ``SetAside``, whatever happens on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

import pyarrow as pa

from etl.isolation import StoppedError, Worker
from etl.model import Article, Claim, Document, Issue, SetAside
from etl.naming import IssueIds, duplicate, is_numbered
from etl.pipeline import extract
from etl.pool import stopped
from etl.reading import ReadingError, read_issue
from etl.table import claims_table, issues_table, sentences_table

__all__ = [
    "Extracted",
    "IssueIds",
    "SetAside",
    "Steps",
    "apart",
    "document_bytes",
    "extract_document",
    "extract_file",
    "one_line",
    "renamed",
]

Read: TypeAlias = Callable[[bytes, str], Issue]
Extract: TypeAlias = Callable[[Issue], Sequence[tuple[Article, Claim]]]

MAX_DOCUMENT = 256 * 1024 * 1024
"""Bytes. What is larger is not even taken into memory; each form of document has a limit of its own below this."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The two steps that make claims of a document: ``read(data, source_uri)`` and ``extract(issue)``."""

    read: Read = read_issue
    extract: Extract = extract


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one document gave: its issue, and the tables ``claims``, ``sentences`` and ``issues`` (one row)."""

    issue: Issue
    tables: Mapping[str, pa.Table]

    @property
    def claims(self) -> pa.Table:
        """The issue's claims by ``etl.schema.CLAIMS``."""
        return self.tables["claims"]


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


def document_bytes(document: Document) -> bytes | SetAside:
    """The document's bytes as they were found, or why they cannot be had."""
    uri = document.source_uri
    try:
        if document.path.stat().st_size > MAX_DOCUMENT:
            limit = MAX_DOCUMENT // (1024 * 1024)
            return SetAside(uri, f"超过 {limit} MB，请按期拆分 · larger than {limit} MB, split it into issues")
        data = document.path.read_bytes()
    except OSError as error:
        return SetAside(uri, one_line(error))
    if document.sha256 and sha256(data).hexdigest() != document.sha256:
        return SetAside(uri, "读取时文件正被改动，请再运行一次 · the file changed while it was read, run again")
    return data


def extract_document(document: Document, data: bytes, steps: Steps | None = None) -> Extracted | SetAside:
    """The tables of one document, whose bytes are ``data``; never raises for what they hold.

    The issue gets the id of its earlier state (``document.issue_id``) where that fits its own.
    """
    steps = steps or Steps()
    uri, digest = document.source_uri, document.sha256
    try:
        issue = steps.read(data, uri)
    except (ReadingError, OSError) as error:
        return SetAside(uri, one_line(error), sha256=digest)
    except MemoryError:  # the pool's limit
        raise
    except Exception as error:  # a fault of ours must not stop the other documents
        return _failed(document, "读取时程序出错 · reading failed", error)
    if document.issue_id and is_numbered(document.issue_id, issue.issue_id):
        issue = renamed(issue, document.issue_id)
    try:
        tables = _tables(issue, steps.extract(issue), document.origin)
    except MemoryError:
        raise
    except Exception as error:
        return _failed(document, "抽取时程序出错 · extraction failed", error)
    return Extracted(issue, tables)


Call: TypeAlias = Callable[[Document, bytes, Steps | None], Extracted | SetAside]
"""How ``extract_file`` has a document extracted: in this process, or in one apart (``apart``)."""


def apart(worker: Worker) -> Call:
    """Has documents extracted by the worker; one that it does not survive is set aside, with the reason."""

    def call(document: Document, data: bytes, steps: Steps | None) -> Extracted | SetAside:
        try:
            return worker.call(extract_document, document, data, steps)
        except StoppedError as error:
            return stopped(document, error)

    return call


def extract_file(
    path: Path, source_uri: str, ids: IssueIds, steps: Steps | None = None, call: Call = extract_document
) -> Extracted | SetAside:
    """The tables of one file; ``ids`` hands out the issue's id and knows its duplicates."""
    data = document_bytes(Document(source_uri, "", path, ""))
    if isinstance(data, SetAside):
        return data
    digest = sha256(data).hexdigest()
    document = Document(source_uri, "", path, digest)
    if holder := ids.holder(digest):
        return duplicate(document, holder)
    result = call(document, data, steps)
    if isinstance(result, SetAside):
        return result
    issue_id = ids.settle(result.issue.issue_id, digest)
    if issue_id == result.issue.issue_id:
        return result
    return call(replace(document, issue_id=issue_id), data, steps)


def _failed(document: Document, what: str, error: Exception) -> SetAside:
    return SetAside(document.source_uri, f"{what}: {type(error).__name__}: {one_line(error)}", sha256=document.sha256)


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
