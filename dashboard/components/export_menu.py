"""The menu of files: exactly the rows of the filter, in the form that the reader needs."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.language import Language, text

FORMS = ("csv", "xlsx", "parquet", "zip")
"""The files, in the order of the menu; ``/api/claims.<form>`` gives each."""


def link_id(form: str) -> str:
    """The id of the link to a file."""
    return f"download-{form}"


def addresses(search: str, language: Language) -> dict[str, str]:
    """Where each file of a filter is: headings of a workbook are in the reader's language."""
    heading = {"xlsx": f"header={language.value}"}
    found = {}
    for form in FORMS:
        query = "&".join(part for part in (search.removeprefix("?"), heading.get(form, "")) if part)
        found[form] = f"/api/claims.{form}" + (f"?{query}" if query else "")
    return found


def export_menu(language: Language) -> list[Any]:
    """The button for CSV and the menu of the others; their addresses are set by the callback that reads the filter."""
    first, *others = FORMS
    items: list[Any] = [_item(form, language) for form in others]
    items.append(html.Li(html.A(text(language, "download_api"), href="/api/")))
    menu = html.Details(
        [html.Summary(text(language, "download_more"), className="small"), html.Ul(items)],
        id="downloads",
        className="menu",
    )
    return [_link(first, language, title=text(language, "download_help"), className="button"), menu]


def _link(form: str, language: Language, **more: Any) -> html.A:
    words = text(language, f"download_{form}")
    return html.A(words, id=link_id(form), href=f"/api/claims.{form}", download=f"baoshu.{form}", **more)


def _item(form: str, language: Language) -> html.Li:
    return html.Li([_link(form, language), html.Span(text(language, f"download_{form}_help"), className="quiet")])
