"""The reviews of one store, as pages and exports ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard.prepared import Prepared
from dashboard.query import Claims
from dashboard.record import first_record
from dashboard.review.anchor import Attached, attach
from dashboard.review.judgement import MAX_REASON, author_name, extracted, judgement, words
from dashboard.review.log import NothingToUndoError, Place, Review, ReviewLog, standing


class UnknownClaimError(KeyError):
    """There is no claim of that id."""


@dataclass(frozen=True, slots=True)
class State:
    """What was found of one claim.

    ``standing`` is the judgement that stands, None if none does; ``history`` every line about the claim, the latest
    first. ``changed`` is true where the claim is extracted otherwise now than when it was judged.
    """

    standing: Review | None
    history: tuple[Review, ...]
    changed: bool


@dataclass(frozen=True)
class _Standing:
    """The judgements that stand; the log's length stands for them when answers are remembered."""

    version: int
    by_id: Mapping[str, Review] = field(compare=False)


class Reviews:
    """Judges claims and tells what was found of them; ``claims`` is asked for what was extracted."""

    def __init__(self, log: ReviewLog, claims: Claims) -> None:
        self.log = log
        self._claims = claims

    def judge(self, claim_id: str, verdict: object, fields: object, reason: object, author: object) -> Review:
        """Adds a judgement; raises ``RefusedError`` for what it cannot be, ``UnknownClaimError``."""
        claim = self._claim(claim_id)
        was = extracted(claim)
        return self.log.append(claim_id, judgement(verdict, fields, reason, author, was), place_of(claim), was)

    def undo(self, claim_id: str, author: object, reason: object = "") -> Review:
        """Takes off the judgement that stands; raises ``NothingToUndoError``, ``RefusedError``."""
        name, said = author_name(author), words("reason", reason, MAX_REASON)
        review = self.attached().by_claim.get(claim_id)
        if review is None:
            raise NothingToUndoError(f"{claim_id}: 没有可撤销的判定 · there is no judgement to undo")
        return self.log.undo(review, name, said)

    def attached(self, prepared: Prepared | None = None) -> Attached:
        """The judgements at the claims of the snapshot, by default the one that answers now; remembered."""
        prepared = prepared or self._claims.prepared()
        lines = self.log.lines()
        attached: Attached = prepared.kept(_attached, prepared, _Standing(len(lines), standing(lines)))
        return attached

    def verdicts(self, prepared: Prepared) -> tuple[int, Mapping[str, str]]:
        """The verdict of each judged claim, and a number that changes whenever one does."""
        version = len(self.log.lines())
        return version, {claim_id: review.verdict for claim_id, review in self.attached(prepared).by_claim.items()}

    def state(self, claim_id: str) -> State:
        """What was found of one claim."""
        stands = self.attached().by_claim.get(claim_id)
        changed = stands is not None and extracted(self._claim(claim_id)) != dict(stands.extracted)
        return State(stands, self.history(claim_id), changed)

    def history(self, claim_id: str) -> tuple[Review, ...]:
        """Every line about the claim, the latest first, those under its id of an earlier extraction too."""
        stands = self.attached().by_claim.get(claim_id)
        names = {claim_id, *((stands.claim_id,) if stands else ())}
        return tuple(line for line in reversed(self.log.lines()) if line.claim_id in names)

    def _claim(self, claim_id: str) -> dict[str, Any]:
        found = self._claims.claim(claim_id)
        if found.empty:
            raise UnknownClaimError(claim_id)
        return first_record(found)


def place_of(claim: Mapping[str, Any]) -> Place:
    """Where the claim is printed."""
    return Place(
        claim["issue_id"],
        claim["source_uri"],
        int(claim["source_start"]),
        int(claim["source_end"]),
        claim["value_text"],
        claim["sentence"],
    )


def _attached(prepared: Prepared, judged: _Standing) -> Attached:
    return attach(prepared, judged.by_id)
