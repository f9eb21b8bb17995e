"""An export to a file on disk, for the command line: the forms, parameters and refusals are those of the API."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dashboard.api.parameters import read_asked
from dashboard.api.tables import DEFAULT_COLUMNS, OWN, pieces, selection
from dashboard.query import Claims
from dashboard.review.log import FILE, ReviewLog
from dashboard.review.reviews import Reviews
from etl.store import Store

FORMS = tuple(f".{form}" for form in OWN)
"""What the name of a saved file may end in."""


def save(path: Path, store: Path, query: str, base: str, day: date | None = None) -> int:
    """Saves the claims that the query string leaves, as the name's end says, and returns how many.

    ``day`` asks for the table as it was at the end of a day. The file appears whole, or not at all. Raises
    ``ValueError`` for a name or a query that is not understood, ``OSError``, ``StoreError``.
    """
    form = path.suffix.removeprefix(".")
    if path.suffix not in FORMS:
        raise ValueError(f"{path}: 文件名须以 {'、'.join(FORMS)} 结尾 · the name must end in one of {', '.join(FORMS)}")
    opened = Store(store)
    current = opened.current()  # an empty store is said to be empty
    claims = Claims(store, at=opened.as_of(day).path if day else current.path)
    reviews = Reviews(ReviewLog(store / FILE), claims)
    claims.judged = reviews.verdicts
    asked = read_asked(query.encode(), claims.offered(), frozenset(OWN[form]), DEFAULT_COLUMNS[form])
    chosen = selection(claims, reviews, asked, base)
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.writelines(pieces(form, chosen))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return claims.count(asked.view.filter).claims
