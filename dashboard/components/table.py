"""The table of the filtered claims: an AG Grid that asks the server for one page at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash_ag_grid as dag
import pandas as pd

from dashboard.citation import printed_page
from dashboard.display import amount, figure_text, period_text
from dashboard.export.heading import column_of
from dashboard.language import Language, code_label, figure_label, text
from dashboard.record import records
from dashboard.view import SHOWABLE
from etl.schema import BY_NAME

PAGE_ROWS = 100

LOCALE_ZH = {
    "loadingOoo": "正在载入……",
    "loadingError": "载入失败",
    "noRowsToShow": "报纸未报道：当前筛选下没有数字",
    "page": "页",
    "to": "至",
    "of": "共",
    "next": "下一页",
    "last": "末页",
    "first": "首页",
    "previous": "上一页",
    "firstPage": "首页",
    "lastPage": "末页",
    "nextPage": "下一页",
    "previousPage": "上一页",
    "pageSizeSelectorLabel": "每页行数：",
    "pinColumn": "固定列",
    "pinLeft": "固定在左",
    "pinRight": "固定在右",
    "noPin": "不固定",
    "autosizeThisColumn": "此列自动宽度",
    "autosizeAllColumns": "各列自动宽度",
    "resetColumns": "恢复各列",
    "copy": "复制",
    "sortAscending": "升序",
    "sortDescending": "降序",
    "sortUnSort": "取消排序",
    "ariaColumn": "列",
    "ariaRow": "行",
    "ariaSortableColumn": "按回车排序",
    "ariaRowSelect": "按空格选中此行",
    "ariaRowToggleSelection": "按空格切换选中",
    "ariaRowDeselect": "按空格取消选中",
}
"""AG Grid's words in Chinese, those that this table can show."""


DEFAULT = (
    "sector",
    "value",
    "period_end",
    "indicator",
    "measure",
    "subject",
    "status",
    "sentence",
    "publication",
    "issue_date",
    "page",
    "region",
    "kind",
    "confidence",
    "review",
)
"""The columns shown when the reader has not chosen: whose, how much, when, what, where it is printed."""
_SHOWN_AS = {
    "value": "figure",
    "period_end": "period",
    "measure": "figure_kind",
    "status": "status_label",
    "kind": "kind_label",
    "bound": "bound_label",
    "comparison": "comparison_label",
    "period_kind": "period_kind_label",
}
"""Schema column -> the field of a row that holds it in words."""
_WIDTHS = {"sentence": 460, "sector": 150, "value": 130, "period_end": 130, "subject": 130, "article_title": 220}
_NARROW = {"page": 75, "status": 75, "kind": 80, "bound": 80, "unit": 75, "confidence": 90, "review": 80}
_UNSORTED = ("sentence", "classes", "review")


_NEEDED = (
    "claim_id",
    "value",
    "value_high",
    "value_text",
    "bound",
    "unit",
    "measure",
    "comparison",
    "period_start",
    "period_end",
    "period_kind",
    "status",
    "kind",
    "page",
    "confidence",
)
"""The columns of the table that every row of the grid is made of."""


def needed(chosen: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The columns of the table that the grid needs to show the columns that the reader chose, or the default ones."""
    return tuple(dict.fromkeys(name for name in (*_NEEDED, *(chosen or DEFAULT)) if name in BY_NAME))


def column_options(language: Language) -> list[dict[str, str]]:
    """Every column that can be shown."""
    return [{"value": name, "label": _head(name, language)} for name in SHOWABLE]


def _head(name: str, language: Language) -> str:
    keys = {"value": "figure_column", "period_end": "period_column"}
    if name in keys:
        return text(language, keys[name])
    column = column_of(name)
    return f"{column.label_en[:1].upper()}{column.label_en[1:]}" if language is Language.EN else column.label_zh


def columns(language: Language, chosen: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """The columns that the reader chose, in that order, or the default ones; all but texts and lists can be sorted."""
    return [_column(name, language) for name in chosen or DEFAULT]


def _column(name: str, language: Language) -> dict[str, Any]:
    # No column takes the rest of the width (flex): where there is no rest, the grid would keep its rows hidden.
    column: dict[str, Any] = {
        "field": _SHOWN_AS.get(name, name),
        "colId": name,
        "headerName": _head(name, language),
        "headerTooltip": column_of(name).description_en if language is Language.EN else column_of(name).description_zh,
        "width": _WIDTHS.get(name, _NARROW.get(name, 115)),
        "sortable": name not in _UNSORTED,
    }
    if name == "value":
        column |= {"cellClass": "figure-cell", "headerClass": "figure-head", "tooltipField": "normalised"}
    return column


def grid_rows(page: pd.DataFrame, language: Language, verdicts: Mapping[str, str]) -> list[dict[str, Any]]:
    """The rows of a page that has the ``needed`` columns, as the grid shows them: plain JSON values only.

    ``verdicts`` are by claim id.
    """
    return [_grid_row(row, language, verdicts.get(row["claim_id"])) for row in records(page)]


def _grid_row(row: Mapping[str, Any], language: Language, verdict: str | None) -> dict[str, Any]:
    def words(name: str) -> str:
        return row[name] if isinstance(row[name], str) else ""

    def day(name: str) -> Any:
        return None if pd.isna(row[name]) else row[name].date()

    comparison = words("comparison") or None
    plain = {name: _plain(cell) for name, cell in row.items()}
    return plain | {
        "figure_kind": figure_label(language, row["measure"], comparison),
        "period": period_text(day("period_start"), day("period_end"), words("period_kind"), language),
        "figure": figure_text(row),
        "normalised": f"{row['value_text']} = {amount(float(row['value']), row['unit'])}",
        **{f"{name}_label": code_label(language, name, words(name) or None) for name in _LABELLED},
        "page": printed_page(row),
        "review": text(language, f"review_{verdict}") if verdict else "",
        "confidence": round(float(row["confidence"]), 2),
    }


_LABELLED = ("status", "kind", "bound", "comparison", "period_kind")


def _plain(value: Any) -> Any:
    """A cell as JSON holds it: days as text, lists joined, nothing for what is missing."""
    if hasattr(value, "tolist") and getattr(value, "ndim", 0) == 1:
        return "、".join(map(str, value.tolist()))
    if value is None or value is pd.NaT or value != value:
        return None
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else value


def claims_table(language: Language) -> dag.AgGrid:
    """The grid; its rows come from the callback that answers ``getRowsRequest``."""
    options: dict[str, Any] = {
        "rowHeight": 34,
        "headerHeight": 36,
        "cacheBlockSize": PAGE_ROWS,
        "maxBlocksInCache": 20,
        "infiniteInitialRowCount": 1,
        "maxConcurrentDatasourceRequests": 1,
        "suppressCellFocus": False,
        "enableCellTextSelection": True,
        "suppressMovableColumns": False,
        "animateRows": False,
        "tooltipShowDelay": 400,
        "theme": "themeBalham",
    }
    if language is Language.ZH:
        options["localeText"] = LOCALE_ZH
    return dag.AgGrid(
        id="grid",
        columnDefs=columns(language),
        defaultColDef={"sortable": True, "resizable": True, "suppressHeaderMenuButton": True, "filter": False},
        rowModelType="infinite",
        getRowId="params.data.claim_id",
        dashGridOptions=options,
        className="grid",
        style={"height": "620px"},
        dangerously_allow_code=False,
    )
