"""The table of claims."""

from __future__ import annotations

from dashboard.words.entry import Entries

TEXTS: Entries = {
    "table": ("数据表", "Table"),
    "table_help": (
        "选中一行看原句：点击，或用方向键移动后按回车",
        "Open a row: click it, or move with the arrows and press Enter",
    ),
    "figure_column": ("数字", "Figure"),
    "period_column": ("时期", "Period"),
}
