"""How the columns of an export are called, and what may stand in them beside the columns of the table."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import pyarrow as pa
import pyarrow.compute as pc

from etl.schema import BY_NAME, CLAIMS, Column


class Heading(StrEnum):
    """Machine names with codes as they are, or Chinese or English headings with codes by their names."""

    NAMES = "names"
    ZH = "zh"
    EN = "en"


EXTRAS: dict[str, Column] = {
    column.name: column
    for column in (
        Column(
            "review",
            pa.string(),
            "复核",
            "review",
            "分析员的判定：right 对、wrong 错、corrected 已改正；空为未复核",
            "What an analyst found: right, wrong or corrected; empty if nobody looked",
        ),
        Column(
            "citation",
            pa.string(),
            "引文",
            "citation",
            "按 GB/T 7714 著录的出处",
            "The source as GB/T 7714 cites it",
        ),
        Column(
            "link",
            pa.string(),
            "原文链接",
            "link to the source",
            "打开看板上这条数字的原句",
            "Opens the printed sentence of the claim on the dashboard",
        ),
    )
}
"""Columns that are no part of the table: asked for by name."""

VERDICTS = {"right": ("对", "right"), "wrong": ("错", "wrong"), "corrected": ("已改正", "corrected")}


def column_of(name: str) -> Column:
    """The column of the schema or beside it; ``KeyError`` for another name."""
    return BY_NAME[name] if name in BY_NAME else EXTRAS[name]


def label(column: Column, heading: Heading) -> str:
    """What stands above the column."""
    return {Heading.NAMES: column.name, Heading.ZH: column.label_zh, Heading.EN: column.label_en}[heading]


def headings(columns: Sequence[str], heading: Heading) -> list[str]:
    """What stands above the columns, in order."""
    return [label(column_of(name), heading) for name in columns]


def codes_of(column: Column) -> dict[str, tuple[str, str]]:
    """The codes of a column with their Chinese and English names; empty if it has none."""
    return VERDICTS if column.name == "review" else column.codes


def labelled(name: str, cells: pa.Array, heading: Heading) -> pa.Array:
    """The cells of a column with codes by their names, unless machine names are asked for."""
    codes = codes_of(column_of(name))
    if heading is Heading.NAMES or not codes:
        return cells
    names = pa.array([pair[heading is Heading.EN] for pair in codes.values()], pa.string())
    return pc.coalesce(names.take(pc.index_in(cells, pa.array(codes, pa.string()))), cells)


def schema_of(columns: Sequence[str]) -> pa.Schema:
    """The Arrow schema of the columns, with the descriptions of the table's own."""
    return pa.schema([CLAIMS.field(name) if name in BY_NAME else pa.field(name, pa.string()) for name in columns])
