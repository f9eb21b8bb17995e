"""A plain table that scrolls by itself, and that a phone shows as blocks, each cell with the words of its head."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.components.attribute import aria


def plain_table(heads: list[str], rows: list[html.Tr], label: str) -> html.Div:
    """The table under its heads, which stand over numbers as these do; ``label`` names it for screen readers."""
    for row in rows:
        own: list[Any] = row.children
        for words, cell in zip(heads, own, strict=True):
            if isinstance(cell, html.Td):
                setattr(cell, "data-label", words)
    kinds = [getattr(cell, "className", None) for cell in rows[0].children] if rows else [None] * len(heads)
    named = zip(heads, kinds, strict=True)
    cells = [html.Th(words, scope="col", className="number" if kind == "number" else "") for words, kind in named]
    head = html.Thead(html.Tr(cells))
    table = html.Table([head, html.Tbody(rows)], className="plain stacked")
    return html.Div(table, className="scroll", tabIndex=0, role="group", **aria(label=label))
