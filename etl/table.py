"""Claims, sentences and issues as Arrow tables by the schema: no pandas, no row that the schema forbids."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple, TypeAlias, TypeVar

import pyarrow as pa

from etl import EXTRACTOR_VERSION
from etl.model import Article, Claim, Issue, Sentence
from etl.schema import CLAIMS, CODES, ISSUES, SENTENCES

ClaimRow: TypeAlias = tuple[Issue, Article, Claim]
SentenceRow: TypeAlias = tuple[Issue, Article, int, Sentence]
Row = TypeVar("Row")
Cells: TypeAlias = Mapping[str, Callable[[Row], object]]

_ID_LENGTH = 20  # hexadecimal digits, 80 bits: among 10**8 claims two share an id once in 10**8 tables


class TableError(ValueError):
    """A row that the schema does not allow; the message names the row, its place, the column and the value."""


# --------------------------------------------------------------------------- claims


def claims_table(rows: Iterable[ClaimRow]) -> pa.Table:
    """The claims as a table by ``etl.schema.CLAIMS``, one row each, in the order given.

    Raises ``TableError`` for a missing value, an unknown code, a value of the wrong type, and a
    number that is claimed twice at one place.
    """
    rows = list(rows)
    spans = [claim.sentence.offsets.source_span(claim.span_start, claim.span_end) for _, _, claim in rows]
    columns: dict[str, list[object]] = {name: list(map(cell, rows)) for name, cell in _CLAIM_CELLS.items()}
    columns["claim_id"] = _claim_ids(rows, spans)
    columns["source_start"] = [start for start, _ in spans]
    columns["source_end"] = [end for _, end in spans]

    def place(number: int) -> str:
        issue, article, claim = rows[number]
        return f"{issue.source_uri}, characters {spans[number]}, article {article.title!r}, {claim.value_text!r}"

    _refuse_doubles(columns["claim_id"], place)
    return _checked("claims", columns, place)


def _claim_ids(rows: Sequence[ClaimRow], spans: Sequence[tuple[int, int]]) -> list[object]:
    """Names that depend on the issue and the place in it alone, so that every extraction gives the same."""
    ordinals: dict[int, dict[str, int]] = {}
    ids: list[object] = []
    for (issue, article, claim), (start, end) in zip(rows, spans, strict=True):
        of_issue = ordinals.get(id(issue))
        if of_issue is None:
            of_issue = ordinals[id(issue)] = {each.article_id: n for n, each in enumerate(issue.articles)}
        name = "\0".join((issue.issue_id, str(of_issue[article.article_id]), str(start), str(end), claim.value_text))
        ids.append(sha256(name.encode()).hexdigest()[:_ID_LENGTH])
    return ids


def _refuse_doubles(ids: Sequence[object], place: Callable[[int], str]) -> None:
    if len(set(ids)) == len(ids):
        return
    seen: dict[object, int] = {}
    for number, each in enumerate(ids):
        if each in seen:
            raise TableError(f"claims table, rows {seen[each]} and {number}: one number claimed twice: {place(number)}")
        seen[each] = number


_CLAIM_CELLS: Cells[ClaimRow] = {
    "issue_id": lambda row: row[0].issue_id,
    "publication": lambda row: row[0].publication,
    "issue_date": lambda row: row[0].issue_date,
    "issue_number": lambda row: row[0].masthead.issue_number,
    "cumulative_number": lambda row: row[0].masthead.cumulative_number,
    "page": lambda row: row[1].page,
    "article_id": lambda row: row[1].article_id,
    "article_title": lambda row: row[1].title or None,
    "attribution": lambda row: row[2].attribution,
    "sentence_id": lambda row: row[2].sentence.sentence_id,
    "sentence": lambda row: row[2].sentence.text,
    "span_start": lambda row: row[2].span_start,
    "span_end": lambda row: row[2].span_end,
    "value_text": lambda row: row[2].value_text,
    "value": lambda row: float(row[2].value),
    "value_high": lambda row: None if row[2].value_high is None else float(row[2].value_high),
    "bound": lambda row: row[2].bound,
    "unit": lambda row: row[2].unit,
    "measure": lambda row: row[2].measure,
    "comparison": lambda row: row[2].comparison,
    "base_start": lambda row: row[2].base_start,
    "base_end": lambda row: row[2].base_end,
    "base_text": lambda row: row[2].base_text,
    "kind": lambda row: row[2].kind,
    "indicator": lambda row: row[2].indicator,
    "indicator_text": lambda row: row[2].indicator_text,
    "subject": lambda row: row[2].subject,
    "sector": lambda row: row[2].sector,
    "classes": lambda row: row[2].classes,
    "region": lambda row: row[2].region,
    "period_start": lambda row: row[2].period_start,
    "period_end": lambda row: row[2].period_end,
    "period_kind": lambda row: row[2].period_kind,
    "period_text": lambda row: row[2].period_text,
    "status": lambda row: row[2].status,
    "source_uri": lambda row: row[0].source_uri,
    "rule": lambda row: row[2].rule,
    "confidence": lambda row: row[2].confidence,
}

# --------------------------------------------------------------------------- sentences


def sentences_table(issues: Iterable[Issue]) -> pa.Table:
    """Every sentence of the issues by ``etl.schema.SENTENCES``, in reading order."""
    rows: list[SentenceRow] = [
        (issue, article, ordinal, sentence)
        for issue in issues
        for article in issue.articles
        for ordinal, sentence in enumerate(article.sentences)
    ]
    columns: dict[str, list[object]] = {name: list(map(cell, rows)) for name, cell in _SENTENCE_CELLS.items()}
    return _checked("sentences", columns, lambda n: f"{rows[n][0].source_uri}, {rows[n][3].sentence_id}")


_SENTENCE_CELLS: Cells[SentenceRow] = {
    "issue_id": lambda row: row[0].issue_id,
    "publication": lambda row: row[0].publication,
    "issue_date": lambda row: row[0].issue_date,
    "page": lambda row: row[1].page,
    "article_id": lambda row: row[1].article_id,
    "article_title": lambda row: row[1].title or None,
    "sentence_id": lambda row: row[3].sentence_id,
    "ordinal": lambda row: row[2],
    "paragraph": lambda row: row[3].paragraph,
    "role": lambda row: row[3].role,
    "sentence": lambda row: row[3].text,
    "text_starts": lambda row: row[3].offsets.text_starts,
    "source_starts": lambda row: row[3].offsets.source_starts,
}

# --------------------------------------------------------------------------- issues


def issues_table(issues: Iterable[tuple[Issue, int]], origin: str = "") -> pa.Table:
    """One row by ``etl.schema.ISSUES`` for each issue and the number of its claims; ``origin`` is where they lay."""
    rows = list(issues)
    columns: dict[str, list[object]] = {name: list(map(cell, rows)) for name, cell in _ISSUE_CELLS.items()}
    columns["origin"] = [origin] * len(rows)
    columns["extractor_version"] = [EXTRACTOR_VERSION] * len(rows)
    return _checked("issues", columns, lambda n: rows[n][0].source_uri)


_ISSUE_CELLS: Cells[tuple[Issue, int]] = {
    "issue_id": lambda row: row[0].issue_id,
    "publication": lambda row: row[0].publication,
    "issue_date": lambda row: row[0].issue_date,
    "weekday": lambda row: row[0].masthead.weekday,
    "issue_number": lambda row: row[0].masthead.issue_number,
    "cumulative_number": lambda row: row[0].masthead.cumulative_number,
    "pages": lambda row: row[0].masthead.pages,
    "source_uri": lambda row: row[0].source_uri,
    "encoding": lambda row: row[0].encoding,
    "sha256": lambda row: row[0].sha256,
    "text_sha256": lambda row: sha256(row[0].text.encode()).hexdigest(),
    "form": lambda row: row[0].form,
    "places_sha256": lambda row: sha256(row[0].places.to_bytes()).hexdigest() if row[0].places else None,
    "characters": lambda row: len(row[0].text),
    "articles": lambda row: len(row[0].articles),
    "sentences": lambda row: sum(len(article.sentences) for article in row[0].articles),
    "claims": lambda row: row[1],
}

# --------------------------------------------------------------------------- checks


class _Column(NamedTuple):
    """What is asked of a column's values; Arrow makes a new object whenever a schema is asked."""

    name: str
    kind: pa.DataType
    nullable: bool
    allowed: frozenset[object]
    """The codes, and None; nothing where there are none."""
    floating: bool


def _columns(schema: pa.Schema) -> tuple[_Column, ...]:
    return tuple(
        _Column(
            field.name,
            field.type,
            field.nullable,
            frozenset((*CODES[field.name], None)) if field.name in CODES else frozenset(),
            pa.types.is_floating(field.type),
        )
        for field in schema
    )


_COLUMNS = {"claims": (CLAIMS, _columns(CLAIMS)), "sentences": (SENTENCES, _columns(SENTENCES))}
_COLUMNS["issues"] = (ISSUES, _columns(ISSUES))


def _checked(name: str, columns: Mapping[str, list[object]], place: Callable[[int], str]) -> pa.Table:
    schema, expected = _COLUMNS[name]
    arrays = [_checked_column(name, columns[column.name], column, place) for column in expected]
    return pa.Table.from_batches([pa.RecordBatch.from_arrays(arrays, schema=schema)])


def _checked_column(name: str, values: list[object], column: _Column, place: Callable[[int], str]) -> pa.Array:
    def refuse(number: int, reason: str) -> TableError:
        return TableError(f"{name} table, row {number} ({place(number)}): column {column.name} {reason}")

    try:
        array = pa.array(values, column.kind)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, OverflowError):
        number = next(n for n, value in enumerate(values) if not _fits(value, column.kind))
        raise refuse(number, f"holds {values[number]!r}, which is no {column.kind}") from None
    if not column.nullable and array.null_count:
        raise refuse(values.index(None), "is empty, and it must not be")
    if column.allowed and not column.allowed.issuperset(values):
        number = next(n for n, value in enumerate(values) if value not in column.allowed)
        codes = ", ".join(CODES[column.name])
        raise refuse(number, f"holds {values[number]!r}, which is none of {codes}")
    if column.floating and not all(value is None or math.isfinite(value) for value in values):  # type: ignore[arg-type]
        number = next(n for n, value in enumerate(values) if isinstance(value, float) and not math.isfinite(value))
        raise refuse(number, f"holds {values[number]!r}, which is no finite number")
    return array


def _fits(value: object, kind: pa.DataType) -> bool:
    try:
        pa.array([value], type=kind)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, OverflowError):
        return False
    return True
