"""What a cue rule is, and the words and forms that the rules share.

They are tried in order and the first that fires decides. ``left`` is searched in the clause before the
number's coordinated list (at most 44 characters, bound words of the number left out), ``right`` is
matched just after it, both in the sentence's *shape*: the words of ``growth_words.csv`` stand in it as runs of
one sign for each kind, so that a rule names the kind and the lexicon the words (see ``markup.MASKS``):
▲ verb of growth, ▼ verb of fall, △ and ▽ nouns of growth and fall, ◆ a move that ends at the number
(增至), ✚ 净增 and its like. An example's rendering is ``measure`` and sign.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_FILL: Final = (
    r"(?:了|又|约|达|达到|高达|为|是|在|至少|最多|控制|保持|维持|稳定|分别|均|都|全部|已|已经|仅|只有|幅度|幅|率|一个|也|再|将"
    r"|要|应|须|应当|可|能|力争|争取|确保|努力|目标|最大|最高|最低|最小|最快|超过|预计"
    r"|(?:目前|现在|如今|当前)的?|左右|依次|较快|明显|显著|迅速|强劲|则|度|[ “”、])"
)
FILL: Final = _FILL + r"{0,6}$"
UP, DOWN = "▲+", "▼+"
NOUN_UP, NOUN_DOWN = "(?:△+|▲+(?:目标|预期|预测)|速度)", "▽+"
FALL: Final = "(?:▽+|亏损额?|逆差)"
NET: Final = "✚+"
TO: Final = "◆+"
PERCENT: Final = frozenset({"percent"})
POINTS: Final = frozenset({"points"})
AMOUNTS: Final = frozenset({"quantity", "bare"})
GROWTH_FORMS: Final = frozenset({"percent", "digits"})
MULTIPLES: Final = frozenset({"multiple"})


@dataclass(frozen=True, slots=True)
class CueRule:
    """One cue: for numbers of these ``forms``, what must stand to the left and right, and what it makes them."""

    name: str
    forms: frozenset[str]
    left: re.Pattern[str]
    measure: str
    sign: int
    examples: tuple[tuple[str, str], ...]
    counterexamples: tuple[str, ...]
    right: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
