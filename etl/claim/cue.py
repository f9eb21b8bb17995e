"""The words around a number that say what kind of figure it is, and its sign."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from etl.claim.coordination import NumberList
from etl.claim.cue_rules import RULES, CueRule
from etl.claim.markup import Clause, Markup
from etl.pattern import Characters, needed_characters
from etl.sieve import Lots, Seen

_LEFT: Final = 44  # characters of the clause before the number that a rule may look at
_RIGHT: Final = 14


class Cue:
    """What the words around a number say: its measure, its sign (+1, -1), where they begin, by which rule."""

    __slots__ = ("measure", "rule", "sign", "start")

    def __init__(self, measure: str, sign: int, start: int, rule: str) -> None:
        self.measure = measure
        self.sign = sign
        self.start = start
        self.rule = rule

    @property
    def printed(self) -> bool:
        """Whether a word said it, rather than a default."""
        return not self.rule.endswith("default")


_FORMS: Final = frozenset[str]().union(*(rule.forms for rule in RULES))
_LOTS: Final = Lots()
_BY_FORM: Final = {
    form: [
        (rule, _LOTS.of(rule.left.pattern), needed_characters(rule.left.pattern))
        for rule in RULES
        if form in rule.forms
    ]
    for form in _FORMS
}


@lru_cache(maxsize=1 << 8)  # for all the numbers of a sentence
def _asked(shape: str, form: str) -> list[tuple[CueRule, Characters | None]]:
    """The rules for a form of number whose words a sentence may print, each with characters that it needs."""
    rules = _BY_FORM.get(form)
    if rules is None:
        return []
    seen = Seen(f"{shape} ", _LOTS)  # commas are read as spaces
    return [(rule, needed) for rule, asks, needed in rules if seen.prints(asks)]


def _fires(rule: CueRule, left: str, right: str) -> re.Match[str] | None:
    if rule.right is not None and rule.right.match(right) is None:
        return None  # this is told first, for it is told at once
    found = rule.left.search(left)
    if found is None:
        return None
    return None if rule.unless is not None and rule.unless.search(left) else found


def cue_of(markup: Markup, clause: Clause, numbers: NumberList) -> Cue | None:
    """The cue of a list of numbers in ``clause``; None if nothing is printed.

    What follows the list (25%和12.9%的增幅) is said of each of them.
    """
    head, number = numbers.head, numbers.numbers[0]
    origin = max(clause.start, head - _LEFT)
    left = markup.shape[origin:head].replace("，", " ")  # 涨幅最高，为0.7% is read across its comma
    end = numbers.numbers[-1].outer_end
    right = markup.shape[end : end + _RIGHT]
    printed = set(left)
    for rule, needed in _asked(markup.shape, number.form):
        if needed is not None and needed.isdisjoint(printed):
            continue
        found = _fires(rule, left, right)
        if found is not None:
            return Cue(rule.measure, rule.sign, origin + found.start(), rule.name)
    return None


def rules() -> Iterable[CueRule]:
    """Every cue rule, in the order in which they are tried."""
    return RULES
