"""The readme of a package, in Chinese and English: what the files are, what was asked for, what the columns mean."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.export.description import Description, column_rows, filter_rows
from dashboard.export.selection import Selection

_HEAD = """# 报数：报纸上的数字 · Baoshu: numbers in print

`claims.csv`：当前筛选的全部行，UTF-8（带 BOM），CRLF；可能被电子表格当成公式或日期的文字前有 `'`。
`citations.txt`：这些行出自的每一篇文章，按 GB/T 7714 著录。`query.json`：查询条件与各文件的 SHA-256。
一行是一句话印出的一个数字；同一个数字印了三次就是三行，统计时不要相加。空白表示报纸未报道，不是零。

`claims.csv`: every row of the filter, UTF-8 with BOM, CRLF; a text that a spreadsheet might take for a formula or a
date has a leading `'`. `citations.txt`: each article that the rows come from, as GB/T 7714 cites it. `query.json`: the
query and the SHA-256 of each file. A row is one number that one sentence prints; a figure printed three times is three
rows: do not add them up. Blank means not reported in print, never zero.
"""


def readme(selection: Selection, description: Description) -> str:
    """The readme as Markdown."""
    parts = [_HEAD]
    for english, title in ((False, "## 查询"), (True, "## Query")):
        facts = "\n".join(f"- {name}: {_cell(value)}" for name, value in filter_rows(description, english))
        parts.append(f"{title}\n\n{facts}\n")
    for english, title in ((False, "## 各列"), (True, "## Columns")):
        head, *rows = column_rows(selection, english)
        parts.append(f"{title}\n\n{_table(head, rows)}\n")
    return "\n".join(parts)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(value: str) -> str:
    return value.replace("\\", "\\\\").replace("|", "\\|").replace("`", "\\`").replace("<", "&lt;").replace("\n", " ")
