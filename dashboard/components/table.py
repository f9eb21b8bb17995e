"""The table of the filtered claims: an AG Grid that asks the server for one page at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash_ag_grid as dag
import pandas as pd

from dashboard.citation import printed_page
from dashboard.display import figure_text, period_text
from dashboard.language import Language, code_label, column_label, figure_label, text
from dashboard.record import records

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


def columns(language: Language) -> list[dict[str, Any]]:
    """The columns: whose, what, when, how much, where it is printed; those of the schema can be sorted."""

    def column(field: str, width: int, **more: Any) -> dict[str, Any]:
        return {"field": field, "headerName": column_label(language, field), "width": width} | more

    plain = {"sortable": False}
    figure = {
        "field": "figure",
        "colId": "value",
        "headerName": text(language, "figure_column"),
        "width": 120,
        "cellClass": "figure-cell",
        "headerClass": "figure-head",
    }
    # No column takes the rest of the width (flex): where there is no rest, the grid would keep its rows hidden.
    return [
        column("sector", 150),
        figure,
        {"field": "period", "colId": "period_end", "headerName": text(language, "period_column"), "width": 125},
        column("indicator", 110),
        {"field": "figure_kind", "colId": "measure", "headerName": column_label(language, "measure"), "width": 95},
        column("subject", 130),
        {"field": "status_label", "colId": "status", "headerName": column_label(language, "status"), "width": 70},
        column("sentence", 460, **plain, cellClass="sentence-cell"),
        column("publication", 120),
        column("issue_date", 115),
        column("page", 75),
        column("region", 100),
        {"field": "kind_label", "colId": "kind", "headerName": column_label(language, "kind"), "width": 80},
        column("confidence", 90),
    ]


def grid_rows(page: pd.DataFrame, language: Language) -> list[dict[str, Any]]:
    """The rows of a page as the grid shows them: plain JSON values only."""
    return [_grid_row(row, language) for row in records(page)]


def _grid_row(row: Mapping[str, Any], language: Language) -> dict[str, Any]:
    def words(name: str) -> str:
        return row[name] if isinstance(row[name], str) else ""

    def day(name: str) -> Any:
        return None if pd.isna(row[name]) else row[name].date()

    comparison = words("comparison") or None
    return {
        "claim_id": row["claim_id"],
        "sector": words("sector"),
        "subject": words("subject"),
        "indicator": words("indicator"),
        "figure_kind": figure_label(language, row["measure"], comparison),
        "period": period_text(day("period_start"), day("period_end"), words("period_kind"), language),
        "figure": figure_text(row),
        "status_label": code_label(language, "status", row["status"]),
        "sentence": row["sentence"],
        "publication": row["publication"],
        "issue_date": row["issue_date"].date().isoformat(),
        "page": printed_page(row),
        "region": words("region"),
        "kind_label": code_label(language, "kind", row["kind"]),
        "confidence": round(float(row["confidence"]), 2),
    }


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
        style={"height": "420px"},
        dangerously_allow_code=False,
    )
