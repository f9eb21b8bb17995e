"""What the reader narrowed the table to: one immutable value, every part of it checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from etl.schema import CODES

MAX_CHOICES = 50
"""The most values one part of a filter may name."""
MAX_TEXT = 100
"""The longest search text and the longest value, in characters."""
MONTH = re.compile(r"(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])")
"""A month as the address bar writes it: 2019-05."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def valid_day(day: str) -> bool:
    """True for a day as the address bar writes it: 2019-05-28."""
    if not _DAY.fullmatch(day):
        return False
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Filter:
    """The rows a reader asked for; an empty part does not narrow.

    ``month_from`` and ``month_to`` (``2019-05``) hold the month in which the period ends, both
    inclusive; rows without a period fall out as soon as one is given. ``sector`` is what the reader
    chose; the sectors below it are added where the rows are read. ``text`` is looked for literally in
    sentence, headline, subject, indicator and sector. ``review`` is what analysts found of a claim. ``as_of``
    (``2019-05-28``) leaves only issues published on or before that day: what could be known then.
    """

    publication: tuple[str, ...] = ()
    month_from: str | None = None
    month_to: str | None = None
    sector: tuple[str, ...] = ()
    indicator: tuple[str, ...] = ()
    measure: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    text: str = ""
    review: tuple[str, ...] = ()
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Offered:
    """What may be chosen, each with its number of rows: the members every choice is checked against."""

    publication: dict[str, int]
    sector: dict[str, int]
    indicator: dict[str, int]
    month: tuple[str, ...]

    def members(self, name: str) -> frozenset[str]:
        """The values that the filter's part ``name`` may take."""
        if name == "review":
            return frozenset(REVIEWED)
        if name in CODES:
            return frozenset(CODES[name])
        if name in ("month_from", "month_to"):
            return frozenset(self.month)
        members: dict[str, int] = getattr(self, name)
        return frozenset(members)


LISTS = ("publication", "sector", "indicator", "measure", "kind", "status")
"""The parts of a filter that take several values, by the column they filter."""

UNREVIEWED = "unreviewed"
REVIEWED = (UNREVIEWED, "right", "wrong", "corrected")
"""What a claim may have been found to be: the values of the filter's part ``review``."""
