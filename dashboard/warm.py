"""Asks of every snapshot, when it is new, what the first pages ask: nobody has to wait for the first answers.

What is asked is remembered where it is answered (``Prepared.answered``, ``Prepared.kept``). A snapshot that a refresh
has published is prepared by this too, before a reader comes.
"""

from __future__ import annotations

import gc
import logging
import threading
from pathlib import Path

from dashboard.filter import Filter
from dashboard.headline import headlines, new_figures
from dashboard.queries.issue import issues_page
from dashboard.query import Claims
from dashboard.screen import Screen
from dashboard.search import search
from dashboard.sector_charts import sector_charts
from dashboard.source import read_source
from dashboard.time_charts import time_charts
from dashboard.view import View

_SEARCHED = ("增长", "蔬菜")
"""A word that is common and one that is not take into memory what any search needs."""
LOG = logging.getLogger("baoshu.dashboard")
SECONDS = 5.0
"""How often a new snapshot is looked for."""


def warm(claims: Claims) -> None:
    """Asks once what the pages ask of the whole table."""
    everything = Filter()
    claims.offered()
    claims.scope()
    claims.prepared().codes.load()
    claims.count(everything)
    headlines(claims, everything)
    latest = issues_page(claims, (), 1)
    for issue_id in latest["issue_id"]:
        new_figures(claims, everything, str(issue_id))
    for charts in (time_charts, sector_charts):
        claims.remembered(charts, claims, View(), Screen(), large=True)
    claims.facets(everything)
    for word in _SEARCHED:
        search(claims, Filter(text=word), rows=1)
    for claim_id in claims.page(everything, 0, 1, [])["claim_id"]:
        read_source(claims, lambda _issue: None, str(claim_id))
    _settle()


def _settle() -> None:
    """Lets a search for garbage pass over what is loaded: no reader then waits for it, a tenth of a second.

    What of the snapshot before is left goes first, for it is held by a circle.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def keep_warm(claims: Claims, stop: threading.Event, every: float = SECONDS) -> None:
    """Warms each new snapshot until ``stop`` is set; what fails is logged and tried again with the next snapshot."""
    done: Path | None = None
    while not stop.is_set():
        try:
            snapshot = claims.snapshot()
            if snapshot is not None and snapshot != done:
                done = snapshot
                warm(claims)
        except Exception:  # the server must answer even where this cannot
            LOG.exception("the answers of the first pages could not be prepared")
        stop.wait(every)
