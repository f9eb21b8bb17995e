"""Observations of one indicator and figure under a filter, kept for as long as the snapshot is current."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

from dashboard.figures.mark import named
from dashboard.filter import Filter
from dashboard.language import Language, text
from dashboard.observation import displaced, observations
from dashboard.query import PLOT_LIMIT, Claims

KEPT = 48
"""So many answers stay in memory; a page asks for at most a dozen."""


@dataclass(frozen=True, slots=True)
class Seen:
    """``rows``: observations, named; ``displaced``: the statements that the charted ones outdo. Not to be changed.

    ``beyond`` is True if there were more claims than a chart is made of, so that the earliest printed are left out.
    """

    rows: pd.DataFrame
    displaced: pd.DataFrame
    beyond: bool = False


class Observed:
    """The one way from a filter to observations; asking twice costs nothing."""

    def __init__(self, claims: Claims) -> None:
        self.claims = claims
        self._kept = lru_cache(maxsize=KEPT)(self._read)

    def __call__(self, narrowed: Filter, indicator: str, measure: str, comparison: str | None) -> Seen:
        """The observations of an indicator, a measure and a comparison."""
        return self._kept(self.claims.state(narrowed), narrowed, indicator, measure, comparison)

    def _read(
        self,
        state: tuple[Path | None, int],
        narrowed: Filter,
        indicator: str,
        measure: str,
        comparison: str | None,
    ) -> Seen:
        del state  # the key of the cache
        found = self.claims.plotted(narrowed, indicator, measure, comparison)
        rows = named(observations(found))
        return Seen(rows, displaced(found, rows), len(found) == PLOT_LIMIT)


def beyond_note(beyond: bool, language: Language) -> list[str]:
    """What a chart says of claims that it leaves out because there are too many."""
    return [text(language, "beyond", limit=f"{PLOT_LIMIT:,}")] if beyond else []
