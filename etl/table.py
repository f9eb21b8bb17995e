"""Claims, sentences and issues as Arrow tables by the schema: no pandas, no row that the schema forbids."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import groupby, islice
from operator import attrgetter
from typing import NamedTuple, TypeAlias, TypeVar

import pyarrow as pa

from etl import EXTRACTOR_VERSION
from etl.model import Article, Claim, Issue, Sentence
from etl.schema import CLAIMS, CODES, ISSUES, SENTENCES

ClaimRow: TypeAlias = tuple[Issue, Article, Claim]
Row = TypeVar("Row")
Cells: TypeAlias = Mapping[str, Callable[[Row], object]]

_ID_LENGTH = 20  # hexadecimal digits, 80 bits: among 10**8 claims two share an id once in 10**8 tables


class TableError(ValueError):
    """A row that the schema does not allow; the message names the row, its place, the column and the value."""


# --------------------------------------------------------------------------- cells


def _cells_of(cells: Cells[Row], rows: Sequence[Row]) -> dict[str, list[object]]:
    """The columns, by name, with a cell for each row."""
    return {name: list(map(cell, rows)) for name, cell in cells.items()}


def _cells_of_runs(cells: Cells[Row], runs: Sequence[tuple[Row, int]]) -> dict[str, list[object]]:
    """The same where one row stands for several: each cell is asked for once and repeated."""
    return {name: [each for row, number in runs for each in [cell(row)] * number] for name, cell in cells.items()}


def _runs(rows: Iterable[Row]) -> list[tuple[Row, int]]:
    """Each row, and how often the very same follows it."""
    runs: list[tuple[Row, int]] = []
    for _, same in groupby(rows, key=id):
        first, *others = same
        runs.append((first, 1 + len(others)))
    return runs


def _at(runs: Sequence[tuple[Row, int]], number: int) -> Row:
    """The row that stands for so many rows and the one behind them."""
    return next(islice((row for row, often in runs for _ in range(often)), number, None))


# --------------------------------------------------------------------------- claims


def claims_table(rows: Iterable[ClaimRow]) -> pa.Table:
    """The claims as a table by ``etl.schema.CLAIMS``, one row each, in the order given.

    Raises ``TableError`` for a missing value, an unknown code, a value of the wrong type, and a
    number that is claimed twice at one place.
    """
    rows = list(rows)
    claims = [claim for _, _, claim in rows]
    spans = [claim.sentence.offsets.source_span(claim.span_start, claim.span_end) for claim in claims]
    columns = _cells_of(_CLAIM_CELLS, claims)
    columns |= _cells_of_runs(_ISSUE_OF_CLAIM, _runs(issue for issue, _, _ in rows))
    columns |= _cells_of_runs(_ARTICLE_OF_CLAIM, _runs(article for _, article, _ in rows))
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


_ISSUE_OF_CLAIM: Cells[Issue] = {
    "issue_id": attrgetter("issue_id"),
    "publication": attrgetter("publication"),
    "issue_date": attrgetter("issue_date"),
    "issue_number": attrgetter("masthead.issue_number"),
    "cumulative_number": attrgetter("masthead.cumulative_number"),
    "source_uri": attrgetter("source_uri"),
}
_ARTICLE_OF_CLAIM: Cells[Article] = {
    "page": attrgetter("page"),
    "article_id": attrgetter("article_id"),
    "article_title": lambda article: article.title or None,
}
_CLAIM_CELLS: Cells[Claim] = {
    "sentence_id": attrgetter("sentence.sentence_id"),
    "sentence": attrgetter("sentence.text"),
    "value": lambda claim: float(claim.value),
    "value_high": lambda claim: None if claim.value_high is None else float(claim.value_high),
    **{
        name: attrgetter(name)
        for name in (
            "attribution", "span_start", "span_end", "value_text", "bound", "unit", "measure", "comparison",
            "base_start", "base_end", "base_text", "kind", "indicator", "indicator_text", "subject", "sector",
            "classes", "region", "period_start", "period_end", "period_kind", "period_text", "status", "rule",
            "confidence",
        )
    },
}  # fmt: skip

# --------------------------------------------------------------------------- sentences


def sentences_table(issues: Iterable[Issue]) -> pa.Table:
    """Every sentence of the issues by ``etl.schema.SENTENCES``, in reading order."""
    printed = [(issue, article) for issue in issues for article in issue.articles if article.sentences]
    sentences = [sentence for _, article in printed for sentence in article.sentences]
    runs = [(each, len(each[1].sentences)) for each in printed]
    columns = _cells_of(_SENTENCE_CELLS, sentences)
    columns |= _cells_of_runs(_ISSUE_OF_SENTENCE, [(issue, number) for (issue, _), number in runs])
    columns |= _cells_of_runs(_ARTICLE_OF_CLAIM, [(article, number) for (_, article), number in runs])
    columns["ordinal"] = [ordinal for _, number in runs for ordinal in range(number)]
    return _checked("sentences", columns, lambda n: f"{_at(runs, n)[0].source_uri}, {sentences[n].sentence_id}")


_ISSUE_OF_SENTENCE: Cells[Issue] = {name: _ISSUE_OF_CLAIM[name] for name in ("issue_id", "publication", "issue_date")}
_SENTENCE_CELLS: Cells[Sentence] = {
    "sentence_id": attrgetter("sentence_id"),
    "paragraph": attrgetter("paragraph"),
    "role": attrgetter("role"),
    "sentence": attrgetter("text"),
    "text_starts": attrgetter("offsets.text_starts"),
    "source_starts": attrgetter("offsets.source_starts"),
}

# --------------------------------------------------------------------------- issues


def issues_table(issues: Iterable[tuple[Issue, int]], origin: str = "") -> pa.Table:
    """One row by ``etl.schema.ISSUES`` for each issue and the number of its claims; ``origin`` is where they lay."""
    rows = list(issues)
    columns = _cells_of(_ISSUE_CELLS, rows)
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
    if column.floating and not all(map(math.isfinite, [value for value in values if value is not None])):  # type: ignore[arg-type]
        number = next(n for n, value in enumerate(values) if isinstance(value, float) and not math.isfinite(value))
        raise refuse(number, f"holds {values[number]!r}, which is no finite number")
    return array


def _fits(value: object, kind: pa.DataType) -> bool:
    try:
        pa.array([value], type=kind)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, OverflowError):
        return False
    return True
