"""An amount that a bracket prints again in another unit: 增加21.5万吨(|4.3亿斤|)."""

from __future__ import annotations

from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.place import Place
from etl.model import NumberMention

RESTATED: Final = "amount.restated"
_MEASURE: Final = "change"


def restated(place: Place, number: NumberMention, discourse: Discourse) -> tuple[str, int, str] | None:
    """Measure, sign and rule of a change that only a bracket right after the number printed again; None for others."""
    clause, text = place.clause, place.markup.text
    alone = clause.opener == "(" and place.head == clause.start and number.outer_end == clause.end
    if (
        not alone
        or discourse.measure != _MEASURE
        or number.form != "quantity"
        or text[clause.end : clause.end + 1] != ")"
    ):
        return None
    last = next((n for n in place.markup.numbers if n.claimable and n.outer_end == clause.start - 1), None)
    if last is None or last.dimension != number.dimension:
        return None
    return _MEASURE, -1 if discourse.negative else 1, RESTATED
