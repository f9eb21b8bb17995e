"""组织 between two numbers, which is a verb: 百家央企|组织2万人采购."""

from __future__ import annotations

from typing import Final

from etl.claim.markup import Markup
from etl.claim.phrase import Phrase

_ARRANGES: Final = "组织"


def without_verb(markup: Markup, noun: Phrase) -> Phrase:
    """百家|央企|组织2万人采购: a noun that is a verb where another number follows it."""
    stop = noun.end - len(_ARRANGES)
    ruled = noun.text.endswith(_ARRANGES) and stop - noun.start > 1
    if not ruled or all(n.outer_start != noun.end for n in markup.numbers):
        return noun
    return Phrase(noun.start, stop, markup.text[noun.start : stop])


def is_arranged(markup: Markup, noun: Phrase, head: int) -> bool:
    """百家央企组织|2万人采购: whether the noun before a number is who was counted before, with the verb after it."""
    return noun.text.endswith(_ARRANGES) and noun.end == head and any(n.outer_end == noun.start for n in markup.numbers)
