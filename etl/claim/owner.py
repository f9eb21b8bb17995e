"""Whose figure it is, where the rules may err: a linear model over all that may own a number.

Every candidate has named features (``etl.claim.candidate``); its score is the sum of their weights, and the one with
the highest score is the subject, if it beats the choice of the rules by a margin. The weights are text: ``owner.csv``
beside this module, written by ``python -m etl.evaluation.owners``. A feature that it does not list weighs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final

from etl.claim.candidate import Candidate, candidates, source_of
from etl.claim.discourse import Discourse
from etl.claim.fate import FATE_NAMES
from etl.claim.feature import MARGIN as MARGIN
from etl.claim.feature import THOUSANDTHS
from etl.claim.feature import WEIGHTS as WEIGHTS
from etl.claim.feature import weights as weights
from etl.claim.flaw import as_printed, flaws_of
from etl.claim.goes_on import of_one_level
from etl.claim.measured import NAMES
from etl.claim.phrase import words_of
from etl.claim.place import Place
from etl.claim.society import of_society
from etl.claim.topic import OF_THINGS, Topic, described
from etl.lexicon.sectors import find_sectors
from etl.model import NumberMention

_MARGIN: Final = THOUSANDTHS.get(MARGIN, 0)


@dataclass(frozen=True, slots=True)
class Choice:
    """One number with all that may own it, the choice of the rules first; where that is not ``doubtful``, it stands."""

    sentence_id: str
    span_start: int
    span_end: int
    candidates: Sequence[Candidate]
    doubtful: bool = True


@dataclass(frozen=True, slots=True)
class _Record:
    """The choices so far, of the numbers that begin at one of the offsets ``at`` of their source, or of all."""

    at: frozenset[int] | None
    choices: list[Choice]

    def holds(self, place: Place, number: NumberMention) -> bool:
        """Whether the choice for a number is recorded."""
        return self.at is None or place.markup.sentence.offsets.source(number.start) in self.at


_RECORD: Final[ContextVar[_Record | None]] = ContextVar("owners", default=None)


@contextmanager
def undecided(at: Iterable[int] | None = None) -> Iterator[list[Choice]]:
    """Every choice of the block (for numbers at these source offsets), in order; the choice of the rules stands."""
    record: list[Choice] = []
    token = _RECORD.set(_Record(None if at is None else frozenset(at), record))
    try:
        yield record
    finally:
        _RECORD.reset(token)


def owned_by(place: Place, number: NumberMention, topic: Topic, discourse: Discourse) -> Topic:
    """The topic with the likeliest owner of its number."""
    record = _RECORD.get()
    if record is not None and not record.holds(place, number):
        return topic
    source = source_of(place, topic, discourse)
    sure = not _is_doubtful(topic, source)
    settled = sure and topic.known and source == "near"  # what stands beside a statistic is right, torn or not
    settled = settled or (of_society(topic) and not topic.own_subject)
    settled = settled or _is_part(place, topic) or ((sure or source == "place") and _is_member(place, topic, source))
    if record is None and settled:
        return topic
    told = _told_of(place, topic, source, sure)
    doubtful = not settled and not (sure and "rule:flawless" in told)
    if record is None and not doubtful:
        return topic
    members = candidates(place, number, topic, discourse, told)
    if record is not None:
        sentence = place.markup.sentence.sentence_id
        record.choices.append(Choice(sentence, number.start, number.end, members, doubtful))
        return topic
    best = _heaviest(members)
    return topic if best is members[0] or _owns_itself(topic, source, best) else _with_owner(place, topic, best)


def _owns_itself(topic: Topic, source: str, owner: Candidate) -> bool:
    """接待游客|500万人次: a flow is no owner of itself where the place is known."""
    flow = topic.known and topic.nature == "flow" and not topic.generic
    return flow and source in _SETTLED and owner.text in (topic.indicator, topic.indicator_text)


def likeliest(members: Sequence[Candidate], known: Mapping[str, float]) -> Candidate:
    """The candidate with the highest score; the first, if no other beats it by the margin."""
    scores = [score(member, known) for member in members]
    best = max(range(len(members)), key=scores.__getitem__)
    return members[best] if scores[best] > scores[0] + known.get(MARGIN, 0.0) else members[0]


def score(member: Candidate, known: Mapping[str, float]) -> float:
    """The sum of the weights of a candidate's features, each counted once."""
    return sum(known.get(name, 0.0) for name in dict.fromkeys(member.features))


def _heaviest(members: Sequence[Candidate]) -> Candidate:
    """The likeliest by the weights of the file, which the features bring with them."""
    best, most = members[0], worth(members[0]) + _MARGIN
    for member in members:
        its = worth(member)
        if its > most:
            best, most = member, its
    return best


def worth(member: Candidate) -> int:
    """The score of a candidate by the weights of the file, in thousandths."""
    total = 0
    if not member.again:
        for part in member.parts:
            total += part.weight
        return total
    told: dict[str, int] = {}
    for part in member.parts:
        if part.weighed:
            told.update(part.weighed)
    for weight in told.values():
        total += weight
    return total


_SETTLED: Final = frozenset({"whole", "place"})
_FAR: Final = frozenset({"sentence", "far", "inherited", "elsewhere"})
_MADE: Final = frozenset({"whole", "place", "none", "firm", "itself"})
_ATTRIBUTES: Final = frozenset({"b", "f", "s", "l"})  # 创新型, 境内: they tell of what kind or where, not who
_UNPRINTED: Final = frozenset({"whole", "place", "none", "elsewhere", "itself"})


def _told_of(place: Place, topic: Topic, source: str, sure: bool) -> list[str]:
    """Features of the choice of the rules by its words: flaws, neighbours, whether it is sure."""
    told = ["rule:sure", f"rule:sure:{source}"] if sure else []
    if source in _MADE or not topic.subject:
        return [*told, "rule:flawless"]
    phrase = as_printed(place.markup, topic.subject, place.head)
    flaws = flaws_of(phrase)
    told += [f"rule:flaw:{flaw}" for flaw in flaws] or ["rule:flawless", f"rule:flawless:{source}"]
    told += [f"rule:flaws:{min(len(flaws), 3)}"]
    for side, word in (("left", phrase.before), ("right", phrase.after)):
        told.append(f"rule:{side}:{'none' if word is None else 'term' if word.is_term else word.tag}")
    return told


def _is_part(place: Place, topic: Topic) -> bool:
    """现有输入病例90例，其中|重症病例|5例, 龙头企业90家，其中|省级|5家: a part of those counted before is theirs."""
    if (topic.subject or "")[:-1].find("级") >= 0 and of_one_level(place):
        return topic.own_subject and topic.nature in OF_THINGS
    return topic.unit == "例" and not topic.own_subject and place.markup.text.startswith("其中", place.clause.start)


_EACH: Final = "分别"
_OF_LISTS: Final = frozenset({"far", "sentence", "inherited", "place"})  # place: 东、中、西部|分别增长


def _is_member(place: Place, topic: Topic, source: str) -> bool:
    """对东盟、美国进出口|分别增长5%、6%: each number of a list has a member of the list before it."""
    several = len(place.numbers.numbers) > 1
    if several and source == "elsewhere" and topic.sector:
        return topic.known  # 三次产业结构由8%、40%和52%: 第一产业 is not printed
    return several and _EACH in place.markup.text[place.start : place.head] and topic.known and source in _OF_LISTS


def _is_doubtful(topic: Topic, source: str) -> bool:
    """Whether the rules are likely to err: for want of an owner they took the place, the country, the statistic.

    An index is of what it is an index of, and an industry that was spoken of goes on. A national statistic is that of
    the country or its place; what is counted (蓝军, 项目) may own its own number. Words beside a number that no lexicon
    knows may be anything.
    """
    if topic.known:
        if topic.own_subject and (topic.sector or topic.classes or source == "elsewhere"):
            return False  # 城乡居民 printed, 农村居民 meant
        told = topic.classes or topic.sector not in (None, topic.implied_sector)
        if told or topic.nature in ("index", "price"):
            return False
        if source == "near":
            return words_of(topic.subject or "", 0, len(topic.subject or ""), ())[-1].tag in _ATTRIBUTES
        return source in _UNPRINTED - (_SETTLED if topic.scope == "national" else frozenset())
    if topic.indicator == NAMES["age"] and _is_person(topic.subject or ""):
        return False
    if topic.counted:
        return source in _FAR or source in _SETTLED or source == "none"
    return source in _UNPRINTED or source in ("near", "inherited")


def _is_person(name: str) -> bool:
    """Whether a person's name ends a name: 徒弟李大海."""
    return bool(name) and words_of(name, 0, len(name), ())[-1].tag == "nr"


def _with_owner(place: Place, topic: Topic, owner: Candidate) -> Topic:
    """The topic with another subject, and the industry, the classes and the place that it names."""
    chosen = topic._replace(subject=owner.text, sector=topic.implied_sector, classes=(), own_subject=True)
    if topic.indicator in FATE_NAMES:
        return chosen  # what befalls people is no figure of an industry
    if owner.start >= 0:
        found = described(place.markup, chosen, owner.start, owner.end)
        return found._replace(sector=found.sector or topic.implied_sector)
    sectors = {found.entry.sector.name for found in find_sectors(owner.text)}
    return chosen._replace(sector=sectors.pop()) if len(sectors) == 1 else chosen
