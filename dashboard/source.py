"""Everything the page shows of one claim's source: sentence, context, printed place, other statements."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.observation import observations, placed
from dashboard.printed import NOWHERE, FindPrinted, Printed, nowhere
from dashboard.query import Claims
from dashboard.record import first_record

SNIPPET = 60
"""Characters of the decoded source shown before and after the number."""
_SPACE = re.compile(r"\s+")

SourceText = Callable[[str], str | None]
"""The decoded text of an issue by its id; None where it is not kept."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of the decoded source; ``marked`` is what stands at the claim's place."""

    before: str
    marked: str
    after: str
    true: bool


@dataclass(frozen=True, slots=True)
class Source:
    """One claim and what stands around it.

    ``before`` and ``after`` are the neighbouring sentences of the article, ``snippet`` is None where the source
    text is not kept, ``statements`` are all claims of the same observation, the charted one first.
    """

    claim: dict[str, Any]
    before: tuple[str, ...]
    after: tuple[str, ...]
    role: str
    snippet: Snippet | None
    statements: pd.DataFrame
    printed: Printed = NOWHERE


def cut(source: str, start: int, end: int, value_text: str) -> Snippet:
    """The source around ``start`` to ``end`` (characters); ``true`` if the number stands there, breaks aside."""
    marked = source[start:end]
    true = bool(marked) and _SPACE.sub("", marked) == _SPACE.sub("", value_text)
    return Snippet(source[max(start - SNIPPET, 0) : start], marked, source[end : end + SNIPPET], true)


def read_source(
    claims: Claims, source_text: SourceText, claim_id: str, find_printed: FindPrinted = nowhere
) -> Source | None:
    """The source of a claim, or None if the table has no such claim."""
    found = claims.claim(claim_id)
    if found.empty:
        return None
    claim = first_record(found)
    near = claims.neighbours(claim_id)
    own = near[near["sentence_id"] == claim["sentence_id"]]
    place = int(own["ordinal"].iloc[0]) if len(own) else 0
    text = source_text(claim["issue_id"])
    start, end = int(claim["source_start"]), int(claim["source_end"])
    return Source(
        claim=claim,
        before=tuple(near[near["ordinal"] < place]["sentence"]),
        after=tuple(near[near["ordinal"] > place]["sentence"]),
        role=str(own["role"].iloc[0]) if len(own) else "body",
        snippet=None if text is None else cut(text, start, end, claim["value_text"]),
        statements=_statements(claims, found),
        printed=find_printed(claim),
    )


def _statements(claims: Claims, own: pd.DataFrame) -> pd.DataFrame:
    """All statements of the observation that a claim (its row) belongs to, the charted one first, with ``agreement``.

    A claim that cannot be charted stands alone: nothing says that another number is the same figure.
    """
    claim = str(own["claim_id"].iloc[0])
    for charted in observations(placed(claims.same_figure(claim))):
        if claim in charted["claims"]:
            listed = claims.at_places([row["position"] for row in charted["told"]])
            found = listed.set_index("claim_id", drop=False).loc[charted["claims"]]
            return found.assign(agreement=charted["verdicts"])
    return own.assign(agreement="agrees")
