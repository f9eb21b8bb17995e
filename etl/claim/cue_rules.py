"""All cue rules, in the order in which they are tried: the first that fires decides."""

from __future__ import annotations

from typing import Final

from etl.claim.amount_cues import AMOUNT_CUES
from etl.claim.cue_rule import CueRule
from etl.claim.multiple_cues import MULTIPLE_CUES
from etl.claim.percent_cues import PERCENT_CUES
from etl.claim.point_cues import POINT_CUES

RULES: Final[tuple[CueRule, ...]] = (*POINT_CUES, *PERCENT_CUES, *AMOUNT_CUES, *MULTIPLE_CUES)
"""Every cue rule."""

__all__ = ["RULES", "CueRule"]
