"""Rows of a frame as plain dicts by column name."""

from __future__ import annotations

from typing import Any

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

from dashboard.bits import Numbers


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Every row by column; what is missing stays as pandas has it (None, NaN, NaT)."""
    names = [str(name) for name in frame.columns]
    columns = [frame.iloc[:, place].tolist() for place in range(len(names))]  # cell by cell takes five times as long
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def answered(cursor: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """The answer that a cursor holds, by column; what is missing is None."""
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def columns(cursor: duckdb.DuckDBPyConnection) -> dict[str, Numbers]:
    """The answer that a cursor holds, as arrays of numbers of which none is missing."""
    return {str(name): np.asarray(column) for name, column in cursor.fetchnumpy().items()}


def as_frame(table: pa.Table) -> pd.DataFrame:
    """The rows as a frame, as ``Claims.frame`` gives them: what is missing is NaN or NaT."""
    days = [
        pa.field(field.name, pa.timestamp("us") if pa.types.is_date(field.type) else field.type)
        for field in table.schema
    ]
    frame: pd.DataFrame = table.cast(pa.schema(days)).to_pandas()
    return frame


def first_record(frame: pd.DataFrame) -> dict[str, Any]:
    """The first row by column, None for what is missing, a list for a list."""
    return {name: _plain(value) for name, value in records(frame.head(1))[0].items()}


def _plain(value: Any) -> Any:
    if hasattr(value, "tolist") and getattr(value, "ndim", 0) == 1:
        return value.tolist()
    return None if value is None or value is pd.NaT or value != value else value
