"""Which names a list offers when a table has tens of thousands: the commonest, or those that hold what was typed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import islice

from dashboard.fold import fold

MOST = 300
"""So many names a list shows: more would weigh a megabyte and nobody reads them."""


def offered_names(names: Collection[str], chosen: Collection[str] = (), typed: str = "") -> list[str]:
    """At most ``MOST`` of the names, in their order, that hold what was typed, and those chosen whatever they hold.

    What a list of one choice shows of that choice counts as nothing typed.
    """
    words = fold(typed.strip())
    if typed in chosen:
        words = ""
    holding: Iterable[str] = (name for name in names if words in fold(name)) if words else names
    found = dict.fromkeys(islice(holding, MOST))
    return [*(name for name in chosen if name not in found), *found]
