"""A plain table that scrolls by itself, and that a phone shows as blocks, each cell with the words of its head."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.components.attribute import aria


def plain_table(heads: list[str], rows: list[html.Tr], label: str) -> html.Div:
    """The table under its heads; ``label`` names it for screen readers."""
    for row in rows:
        cells: list[Any] = row.children
        for words, cell in zip(heads, cells, strict=True):
            if isinstance(cell, html.Td):
                setattr(cell, "data-label", words)
    head = html.Thead(html.Tr([html.Th(words, scope="col") for words in heads]))
    table = html.Table([head, html.Tbody(rows)], className="plain stacked")
    return html.Div(table, className="scroll", tabIndex=0, role="group", **aria(label=label))
