"""How a claim is cited: GB/T 7714-2015 for a newspaper article, and plainly with the sentence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.display import day_text

Row = Mapping[str, Any]
"""One row of the claims table; a missing value is None, NaN or NaT."""


def printed_page(row: Row) -> int | None:
    """The page, or None where the source does not say."""
    page = row["page"]
    return None if page is None or page != page else int(page)


def gb_t_7714(row: Row) -> str:
    """``题名[N]. 报纸名, 2025-07-01(1).``; the page is left out where it is unknown."""
    title = row["article_title"] if isinstance(row["article_title"], str) else None
    return gb_t_7714_of(title, row["publication"], row["issue_date"].date(), printed_page(row))


def gb_t_7714_of(title: str | None, publication: str, day: date, page: int | None) -> str:
    """The same of the parts."""
    place = f"({page})" if page is not None else ""
    return f"{title or '[无题]'}[N]. {publication}, {day.isoformat()}{place}."


def plain(row: Row) -> str:
    """The sentence in quotation marks with newspaper, day, page, headline and place in the source."""
    page = printed_page(row)
    where = f"《{row['publication']}》{day_text(row['issue_date'].date())}" + (
        f"第{page}版" if page is not None else ""
    )
    title = f"《{row['article_title']}》" if isinstance(row["article_title"], str) else ""
    place = f"{row['source_uri']}第{int(row['source_start'])}–{int(row['source_end'])}字"
    return f"“{row['sentence']}”（{where}{title}，{place}）"
