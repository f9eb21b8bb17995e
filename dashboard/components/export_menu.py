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


def export_menu(language: Language) -> html.Details:
    """The menu; its addresses are set by the callback that reads the filter."""
    items: list[Any] = [_item(form, language) for form in FORMS]
    items.append(html.Li(html.A(text(language, "download_api"), href="/api/")))
    return html.Details(
        [
            html.Summary(text(language, "download"), className="button", title=text(language, "download_help")),
            html.Ul(items),
        ],
        id="downloads",
        className="menu",
    )


def _item(form: str, language: Language) -> html.Li:
    words = text(language, f"download_{form}")
    return html.Li(
        [
            html.A(words, id=link_id(form), href=f"/api/claims.{form}", download=f"baoshu.{form}"),
            html.Span(text(language, f"download_{form}_help"), className="quiet"),
        ]
    )
