"""What a grammar rule is: a name, a pattern, a production, and the examples that stand beside it.

A rule without examples is no rule: ``tests/test_grammar.py`` runs every example and counterexample of
every rule of every grammar, and feeds every pattern adversarial text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Produced = TypeVar("Produced")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Produced]):
    """One rule of a grammar.

    ``pattern`` is applied to the normalised text and takes linear time: no nested or adjacent
    overlapping repetition; bound what repeats. ``produce`` makes the result of a match, or None to
    refuse it. ``examples`` pairs a text with the rendering of what this rule reads in it, by the
    grammar's own ``render``; in a counterexample this rule reads nothing.
    """

    name: str
    pattern: re.Pattern[str]
    produce: Callable[[re.Match[str]], Produced | None]
    examples: tuple[tuple[str, str], ...]
    counterexamples: tuple[str, ...]
