"""What an export says of itself: which rows, by which filter, of which snapshot, when, and what its columns mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version

from dashboard.export.heading import codes_of, column_of, label
from dashboard.export.selection import Selection
from dashboard.filter import LISTS, Filter
from dashboard.language import Language, code_label, column_label, text
from dashboard.view import View, filter_search


@dataclass(frozen=True, slots=True)
class Description:
    """The facts of one export; ``made`` is UTC, ``query`` the address of the same rows on the dashboard."""

    title: str
    rows: int
    sentences: int
    issues: int
    snapshot: int
    made: datetime
    query: str
    address: str
    narrowed: Filter
    baoshu: str


def describe(selection: Selection) -> Description:
    """The facts of the selection, now."""
    count = selection.claims.count(selection.narrowed)
    query = filter_search(View(filter=selection.narrowed))
    return Description(
        title="报数：报纸上的数字 · Baoshu: numbers in print",
        rows=count.claims,
        sentences=count.sentences,
        issues=count.issues,
        snapshot=selection.prepared.serial,
        made=datetime.now(UTC).replace(microsecond=0),
        query=query,
        address=f"{selection.base}/{query}",
        narrowed=selection.narrowed,
        baoshu=version("baoshu"),
    )


def filter_rows(description: Description, english: bool) -> Iterator[tuple[str, str]]:
    """Name and value of each fact, the parts of the filter among them."""
    language = Language.EN if english else Language.ZH
    yield ("Made" if english else "导出时间"), description.made.strftime("%Y-%m-%d %H:%M UTC")
    yield ("Rows" if english else "行数"), f"{description.rows:,}"
    yield ("Sentences" if english else "句数"), f"{description.sentences:,}"
    yield ("Issues" if english else "期数"), f"{description.issues:,}"
    yield ("Snapshot" if english else "快照"), str(description.snapshot)
    yield ("Version" if english else "版本"), f"baoshu {description.baoshu}"
    yield ("Address" if english else "网址"), description.address
    parts = list(_parts(description.narrowed, language))
    yield from parts or [(text(language, "filters"), text(language, "all"))]


def _parts(narrowed: Filter, language: Language) -> Iterator[tuple[str, str]]:
    for name in (*LISTS, "review"):
        chosen: tuple[str, ...] = getattr(narrowed, name)
        if chosen:
            coded = name in ("measure", "kind", "status")
            values = [code_label(language, name, value) if coded else value for value in chosen]
            yield (column_label(language, name) if name != "review" else "review"), "、".join(values)
    for name, key in (("month_from", "month_from"), ("month_to", "month_to"), ("as_of", "as_of"), ("text", "text")):
        value: str | None = getattr(narrowed, name)
        if value:
            yield text(language, key), value


def column_rows(selection: Selection, english: bool) -> Iterator[tuple[str, ...]]:
    """The table of the columns, its head first: heading, name, meaning, unit, codes."""
    yield ("Heading", "Name", "Meaning", "Unit", "Codes") if english else ("列", "名称", "含义", "单位", "代码")
    for name in selection.columns:
        column = column_of(name)
        meaning = column.description_en if english else column.description_zh
        codes = "; ".join(f"{code} {names[english]}" for code, names in codes_of(column).items())
        yield label(column, selection.heading), name, meaning, column.unit, codes
