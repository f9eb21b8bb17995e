"""Who or what may own a number: everything that is named around it, with what speaks for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.fate import FATE_NAMES
from etl.claim.feature import (
    BESIDE,
    CLOSED_BY,
    HOLDS_RULE,
    OPENED_BY,
    PART_OF_RULE,
    TOLD_TIMES,
    Features,
    acts,
    contrast,
    has,
    in_title,
    kinds_against,
    kinds_for,
    placed_for,
    spoken_for,
    spot_of,
    worded,
)
from etl.claim.markup import Markup
from etl.claim.nominal import Nominal, kind_of, nominals, without_statistic
from etl.claim.place import Place
from etl.claim.standing import Figure
from etl.claim.topic import Topic
from etl.model import NumberMention
from etl.sieve import Sieved

_EARLIER: Final = 4  # clauses
_NEAR, _FAR = 4, 14  # characters
_PEOPLE: Final = frozenset({"人", "名", "位", "例"})
_SIZES: Final = frozenset(
    {
        "length",
        "area",
        "mass",
        "volume",
        "speed",
        "power",
        "energy",
        "temperature",
        "grade",
        "angle",
        "voltage",
        "pressure",
    }
)
_PERSONAL: Final = Sieved("[他她]们?|我们|咱们|自己|本人")
_LOCAL: Final = Sieved("当地|本地|[全该这][省市县区村镇乡州]|这个[省市县区村镇乡州]")
_ITS: Final = re.compile("其(?![中他余次实])|它们?|该|这[一-鿿]{1,3}|本次|此次|当地|全[书文程线长年]")
_WITNESSES: Final = frozenset(
    {"记者", "本报记者", "本台记者", "央视记者", "笔者", "新闻联播", "央视网", "央视网消息", "本台", "本报", "新华社"}
)
_NEAREST: Final = ("here", "previous", "earlier", "last", "opening", "lead", "title", "next")
_ACTING: Final = frozenset({"verb", "d", "p", "m", "t", "ends", "a", "r", "c", "x"})


class Candidate:
    """A possible subject as printed, and the features that hold for it.

    ``start`` and ``end`` are its place in the number's own sentence, -1 where it is printed elsewhere or nowhere.
    ``again`` tells that it was met in several places, so that a feature may stand in several of its ``parts``.
    """

    __slots__ = ("again", "end", "kind", "parts", "start", "text")

    def __init__(
        self, text: str, features: Sequence[str] = (), start: int = -1, end: int = -1, kind: str = "other"
    ) -> None:
        self.text = text
        self.parts: list[Features] = [Features(features)] if features else []
        self.start = start
        self.end = end
        self.kind = kind
        self.again = len(self.parts) > 0

    @property
    def features(self) -> list[str]:
        """The names of its features."""
        return [name for part in self.parts for name in part.names]


def candidates(
    place: Place, number: NumberMention, topic: Topic, discourse: Discourse, told: Sequence[str] = ()
) -> list[Candidate]:
    """Everything that may be the subject of a number, the choice of the rules first; no text twice.

    ``told`` are more features of the choice of the rules: its flaws, what stands beside it, that it is sure.
    """
    group = group_of(number, topic)
    pool = _Pool(group, _pointed(place))
    source = source_of(place, topic, discourse)
    figure = Figure(place, number, topic, group, source)
    ours = pool.add(topic.subject or "", (), kind_of(topic.subject or "", ""))
    for found, owner, where in _in_sentence(place, number, discourse):
        pool.nominal(found, where, _beside(place, found), inside=True)
        if owner is not None:
            pool.nominal(owner, where, _beside(place, owner), inside=True)
    for found, where in discourse.story.nearby(place.markup.sentence.role):
        pool.nominal(found, where, None, inside=False)
    by_where = spoken_for(group, figure.known)
    for name, where in _spoken(topic, discourse):
        if name:
            pool.add(name, (by_where.of(where), worded(name, "spoken")), kind_of(name, ""))
    pool.settle(ours, [*_own_features(place, topic, source), *told], source, discourse)
    for member in pool.members:
        member.parts += figure.standing(member.text, member.kind, member.start)
    return pool.members


def group_of(number: NumberMention, topic: Topic) -> str:
    """What sort of figure a number is, as far as it tells what sort of thing may own it."""
    if topic.indicator in FATE_NAMES:
        return "attending" if topic.indicator == "参加人数" else "fate"
    if topic.known:
        return f"known_{topic.scope or 'any'}" if topic.nature not in ("price", "index") else "known_price"
    if number.form == "rank":
        return "rank"
    if number.form in ("percent", "fraction", "points", "multiple", "doubling"):
        return "share"
    if number.dimension == "count":
        if number.unit in _PEOPLE or number.unit == "人次":
            return "people"
        return "times" if number.unit in ("次", "趟", "场", "届") else "count" if topic.counted else "number"
    if number.dimension in _SIZES:
        return "size"
    return number.dimension if number.dimension in ("money", "duration", "age", "time") else "size"


class _Pool:
    """The candidates so far, by text."""

    def __init__(self, group: str, pointed: str) -> None:
        self.members: list[Candidate] = []
        self._by_text: dict[str, Candidate] = {}
        self._group = group
        self._placed, self._kinds = placed_for(group), kinds_for(group, pointed)
        self._inside: list[tuple[Nominal, str]] = []
        self._told: dict[str, list[tuple[Nominal, str]]] = {}

    def add(self, text: str, parts: Sequence[Features], kind: str, start: int = -1, end: int = -1) -> Candidate:
        """A candidate, or further features for the one of the same text."""
        known = self._by_text.get(text)
        if known is None:
            known = Candidate(text, (), start, end, kind)
            self._by_text[text] = known
            self.members.append(known)
        else:
            known.again = True
        if known.start < 0:
            known.start, known.end = start, end
        if known.kind == "other":
            known.kind = kind
        known.parts += parts
        return known

    def nominal(self, found: Nominal, where: str, near: Features | None, inside: bool) -> None:
        """A noun phrase that stands ``where``; who reports has no figures."""
        if found.text in _WITNESSES:
            return
        spot = spot_of(where, found.order, "part" in found.traits)
        parts = [OPENED_BY.of(spot, found.left), self._placed.of(where, found.kind), has(found.traits)]
        if found.right != found.left:
            parts.append(CLOSED_BY.of(spot, found.right))
        if near is not None:
            parts.append(near)
        self._told.setdefault(where, []).append((found, spot))
        if inside:
            self._inside.append((found, spot))
            self.add(found.text, parts, found.kind, found.start, found.end)
        else:
            self.add(found.text, parts, found.kind)

    def _cuts(self, text: str) -> set[str]:
        """How the phrases of the sentence lie to a text that is none of them."""
        found = set()
        for nominal, _ in self._inside:
            if text in nominal.text:
                found.add(
                    "ends" if nominal.text.endswith(text) else "opens" if nominal.text.startswith(text) else "inside"
                )
            elif nominal.text in text:
                found.add("holds")
        return found

    def _note_agents(self) -> None:
        """Marks who acts in the nearest clause, and in the next nearest; the phrases come from near to far."""
        seen: list[str] = []
        for where in _NEAREST:
            for found, spot in self._told.get(where, ()):
                if not spot.endswith(".first") or found.right not in _ACTING or found.left.startswith("p"):
                    continue
                if found.kind == "abstract" or found.text in seen or "says" in found.traits:
                    continue
                seen.append(found.text)
                self._by_text[found.text].parts.append(acts(min(len(seen), 3), self._group))

    def settle(self, ours: Candidate, own: list[str], source: str, discourse: Discourse) -> None:
        """Adds what is told by all the places of a candidate together; ``own`` is told of the choice of the rules."""
        spots = {spot.partition(".")[0] + ("1" if found.order == 0 else "") for found, spot in self._inside}
        own += [f"rule:{source}:beside:{spot}" for spot in sorted(spots)]
        own += [f"rule:kind:{ours.kind}:{source}", f"rule:{source}:{self._group}"]
        if not ours.start >= 0:
            own += [f"rule:cut:{cut}" for cut in self._cuts(ours.text)] or [f"rule:uncut:{source}"]
        ours.parts.append(Features(own))
        weak = "bad" if _is_bad(ours, own) else "whole" if source in ("whole", "place") else "other"
        self._note_agents()
        against, by_kind, titled = contrast(weak, self._group), kinds_against(weak), in_title(self._group)
        for member in self.members:
            if member is not ours:
                member.parts += [against[part.name] for part in member.parts if part.name in against]
                member.parts.append(by_kind.of(member.kind))
                _compare(member, ours)
            member.parts.append(self._kinds.of(member.kind))
            if discourse.story.heads(member.text):
                member.parts.append(titled)
            member.parts.append(TOLD_TIMES[min(discourse.story.count(member.text), len(TOLD_TIMES) - 1)])


def _compare(member: Candidate, ours: Candidate) -> None:
    """Adds how the name of a candidate lies to the choice of the rules."""
    if member.text in ours.text:
        member.parts.append(PART_OF_RULE)
    if ours.text and ours.text in member.text:
        member.parts.append(HOLDS_RULE)


def _is_bad(ours: Candidate, own: Sequence[str]) -> bool:
    """Whether the rules had nothing better than a name that they made up, or words that are no phrase."""
    return ours.kind == "abstract" or any(name in _MADE_UP or name.startswith("rule:flaw:") for name in own)


_MADE_UP: Final = frozenset(
    {
        "rule:none",
        "rule:itself:unknown",
        "rule:indicator:unknown",
        "rule:elsewhere:unknown",
        "rule:uncut:elsewhere",
        "rule:uncut:place",
    }
)


def _own_features(place: Place, topic: Topic, source: str) -> list[str]:
    """What speaks for and against the choice of the rules."""
    markup, subject = place.markup, topic.subject or ""
    names = {topic.indicator, topic.indicator_text}
    features = ["rule", f"rule:{source}"]
    known = "known" if topic.known else "counted" if topic.counted else "unknown"
    features += [f"rule:{source}:{known}"]
    features += ["rule:sector"] * (topic.sector is not None) + ["rule:classes"] * bool(topic.classes)
    if subject in names:
        features += ["rule:indicator", f"rule:indicator:{known}"]
    elif any(name and (name in subject or subject in name) for name in names):
        features.append("rule:near_indicator")
    features += worded(subject, "rule").names if subject else ("rule:none",)
    return features + ["rule:headline"] * (markup.sentence.role == "headline")


def source_of(place: Place, topic: Topic, discourse: Discourse) -> str:
    """Where the rules have a subject from: near the number, far in its clause, the sentence, the place, nowhere."""
    subject = topic.subject
    if subject is None:
        return "none"
    if subject == "全国":
        return "whole"
    if subject == topic.region or (subject == discourse.local and not topic.own_subject):
        return "place"
    if not topic.own_subject and subject in (topic.indicator, topic.indicator_text):
        return "itself"
    text = place.markup.sentence.text
    start = text.rfind(subject, 0, place.head)
    if start < 0:
        after = text.find(subject, place.head) >= 0
        if after and topic.own_subject:
            return "after"
        alone = discourse.individual and subject == discourse.organisation
        return "firm" if alone or subject == discourse.firm else "elsewhere"
    if start >= place.clause.start:
        return "near" if place.head - start - len(subject) <= _FAR else "far"
    return "sentence" if topic.own_subject else "inherited"


def _in_sentence(
    place: Place, number: NumberMention, discourse: Discourse
) -> list[tuple[Nominal, Nominal | None, str]]:
    """The noun phrases of the number's clause, of those before it and of the one after, each with its own owner."""
    markup = place.markup
    here = markup.clause_at(place.clause.start)
    told: list[tuple[Nominal, Nominal | None, str]] = []
    for back in range(min(_EARLIER, here), -1, -1):
        for found, owner in _phrases(markup, here - back, discourse):
            if _is_measure(markup, found):
                continue
            if back:
                told.append((found, owner, "previous" if back == 1 else "earlier"))
            elif found.end <= place.head:
                told.append((found, owner, "here"))
            elif found.start >= number.end and found.start - number.outer_end <= _FAR:
                told.append((found, owner, "after"))
    if here + 1 < len(markup.clauses):
        told += [(found, owner, "next") for found, owner in _phrases(markup, here + 1, discourse) if found.order == 0]
    return told


_SHARES: Final = ("比重", "占比", "比例", "份额", "增速", "增幅", "涨幅", "降幅")
_FIELDS: Final = ("全国", "全球", "世界", "全省", "全市", "国内", "同类")
_RANKED: Final = frozenset({"居", "列", "占"})


def _is_measure(markup: Markup, found: Nominal) -> bool:
    """占|总人口比重, 稳居|全国城市|首位: what something is a part of or is ranked among, which owns no number."""
    if found.text.endswith(_SHARES):
        return True
    return found.text.startswith(_FIELDS) and markup.text[max(0, found.start - 1) : found.start] in _RANKED


def _phrases(markup: Markup, clause: int, discourse: Discourse) -> list[tuple[Nominal, Nominal | None]]:
    """The noun phrases of a clause, found once for all the numbers of the sentence, with what stands in them before
    a statistic."""
    told, stretch = discourse.story.phrases, markup.clauses[clause]
    found = told.get(stretch.start)
    if found is None:
        counted = [(n.outer_start, n.outer_end) for n in markup.numbers]
        every = nominals(markup.text, stretch.start, stretch.end, markup.terms, counted)
        found = told[stretch.start] = [(each, without_statistic(each, markup.indicators)) for each in every]
    return found


def _beside(place: Place, found: Nominal) -> Features | None:
    """How near a noun phrase of the sentence is to the number, and what comes between."""
    near = statistic = ""
    if found.start >= place.clause.start:
        gap = found.start - place.numbers.end if found.start >= place.head else place.head - found.end
        side = "after" if found.start >= place.head else "before"
        near = f"{side}:{'touching' if gap <= 1 else 'near' if gap <= _NEAR else 'far' if gap <= _FAR else 'away'}"
    for hit in place.markup.indicators:
        if hit.end == found.end and hit.start >= found.start:
            statistic = "statistic" if hit.start == found.start else statistic or "ends_in_statistic"
        elif hit.start == found.end:
            statistic = statistic or "before_statistic"
    return BESIDE.of(near, statistic) if near or statistic else None


def _spoken(topic: Topic, discourse: Discourse) -> list[tuple[str | None, str]]:
    """What the article speaks of: its last subject, organisation and place, the country, the statistic itself."""
    return [
        (discourse.topic.subject, "spoken"),
        *((told.subject, "told") for told in discourse.topics[-3:]),
        (discourse.organisation, "organisation"),
        (topic.region, "region"),
        *((name, f"placed:{level}") for level, name in discourse.places.items()),
        ("全国", "whole"),
        (topic.indicator, "indicator"),
        (topic.indicator_text, "indicator"),
    ]


def _pointed(place: Place) -> str:
    """Whether the clause speaks of somebody or something named before: 他, 其, 该."""
    text, start = place.markup.text, place.clause.start
    if _PERSONAL.search(text, start, place.head):
        return "he"
    if _LOCAL.search(text, start, place.head):
        return "local"
    return "it" if _ITS.search(text, start, place.head) else ""
