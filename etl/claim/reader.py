"""Reads an article's marked sentences in order and makes its claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import zip_longest
from typing import Final, TypeAlias

from etl.claim.agenda import is_ahead, urges
from etl.claim.attribution import attribution_of
from etl.claim.base import BASE, PEER, PREVIOUS, YOY, BasePhrase, base_phrases, comparison_of, held_against, is_risen
from etl.claim.base_owner import of_base
from etl.claim.clock import Clock
from etl.claim.columns import Said, claim_of
from etl.claim.confidence import confidence_of
from etl.claim.coordination import number_lists, sums_up_list
from etl.claim.cue import Cue, cue_of
from etl.claim.discourse import Discourse
from etl.claim.echo import with_echoes
from etl.claim.economy import regional
from etl.claim.happened import as_fact, said_around
from etl.claim.heading import heads_report
from etl.claim.kind import field_of, kind_of
from etl.claim.locality import home_of_paper
from etl.claim.market import traded_daily
from etl.claim.markup import Clause, Marked, Markup, covered, mark_up_all
from etl.claim.measure import RESTATED, Reading, reading_of
from etl.claim.multiple import multiple_of
from etl.claim.naming import note_subject
from etl.claim.owner import owned_by
from etl.claim.partner import with_partner
from etl.claim.place import Place
from etl.claim.railway import between_towns
from etl.claim.region import region_of_article
from etl.claim.resolve import topics_of
from etl.claim.scene import placed
from etl.claim.scope import located, of_country, set_apart, settled
from etl.claim.status import status_of
from etl.claim.steps import are_passed, come_to
from etl.claim.timing import Timing
from etl.claim.topic import Topic, indicator_before, with_indicator
from etl.claim.two_bases import base_of
from etl.claim.undertaking import in_course
from etl.claim.unit import unprinted_unit
from etl.model import Claim, NumberMention
from etl.sieve import Sieved

_HEADS: Final = frozenset({"headline", "subhead"})
_AVERAGE: Final = re.compile(r"年均|平均|复合|每年")
_RATE_OF_CHANGE: Final = re.compile(r"增速|增幅|涨幅|降幅|跌幅|加快|放缓|收窄|回落|提速")
_FROM_YEAR: Final = Sieved(r"从|自")
# 1美元约合111.2日元: the 1 measures nothing, the other is a rate of exchange.
# 50%的临界点, 50%荣枯线: a threshold measures nothing.
_THRESHOLD: Final = re.compile(r"(?:的|作为|为|这一|这个)?[^，。；0-9]{0,6}(?:临界|荣枯|分界)")
_EXCHANGE: Final = Sieved(r"(?:约合|约|折合|兑换?|合|等于|=){1,2}")

Article: TypeAlias = Sequence[Marked]
"""The sentences of an article with their mentions, the headline's first."""


def read_articles(articles: Sequence[Article], issue_date: date, publication: str) -> list[list[Claim]]:
    """The claims of each of an issue's articles, in reading order; an article without sentences has none."""
    parsed = [list(_parsed(article)) for article in articles]
    markups = {markup.sentence.sentence_id: markup for markup in mark_up_all(parsed)}
    home = home_of_paper(publication)
    regions = (
        region_of_article([m.sentence for m in article], publication) if article else None for article in articles
    )
    spoken = [Discourse(region, home) for region in regions]
    return [_read(article, markups, issue_date, told) for article, told in zip(articles, spoken, strict=True)]


def _parsed(article: Article) -> Iterator[Marked]:
    """The sentences with numbers or times; one without matters only to the one after it in its paragraph."""
    for marked, following in zip_longest(article, article[1:]):
        heads = marked.sentence.role in _HEADS
        leant_on = not heads and following is not None and _leans(following, marked)
        if _tells(marked) or leant_on or (heads and heads_report(marked.sentence.text)):
            yield marked


def _read(article: Article, markups: Mapping[str, Markup], issue_date: date, discourse: Discourse) -> list[Claim]:
    """Headlines are read last: a number that the body states again takes over what only the body says."""
    if not article:
        return []
    reader = _Reader(markups, issue_date, discourse)
    claims = [claim for m in article for claim in reader.sentence(m)]
    reader.open_heads()
    headed = [claim for m in article if m.sentence.role in _HEADS for claim in reader.head(m)]
    order = {m.sentence.sentence_id: place for place, m in enumerate(article)}
    found = with_echoes(headed, claims) + claims
    return sorted(found, key=lambda claim: (order[claim.sentence.sentence_id], claim.span_start))


class _Reader:
    """The state of one pass over one article."""

    def __init__(self, markups: Mapping[str, Markup], issue_date: date, discourse: Discourse) -> None:
        self._markups = markups
        self._issue_date = issue_date
        self._discourse = discourse
        self._clock = Clock(issue_date, self._discourse)
        self._attribution: str | None = None
        self._numbers: Sequence[NumberMention] = ()

    def sentence(self, marked: Marked) -> list[Claim]:
        """The claims of a sentence of the body; of a headline only what later sentences lean on."""
        discourse = self._discourse
        discourse.open_paragraph(marked.sentence.paragraph)
        discourse.open_sentence(marked.sentence.text)
        discourse.story.open(marked.sentence)
        markup = self._markups.get(marked.sentence.sentence_id)
        if not _tells(marked):  # those that tell something are noted when they have been read
            discourse.urged = discourse.urged or urges(marked.sentence.text)
        if markup is None:
            return []
        if marked.sentence.role in _HEADS:
            if marked.periods or heads_report(marked.sentence.text):
                self._clock.note_head(markup)
            return []
        if _tells(marked):
            return self._claims(markup)
        self._pass_over(markup)
        return []

    def open_heads(self) -> None:
        """Turns from the body to the headlines."""
        self._clock.open_heads()

    def head(self, marked: Marked) -> list[Claim]:
        """The claims of a headline, read when the body is known."""
        if not _claims(marked):
            return []
        self._discourse.open_paragraph(-9)
        self._discourse.open_sentence(marked.sentence.text)
        return self._claims(self._markups[marked.sentence.sentence_id])

    def _claims(self, markup: Markup) -> list[Claim]:
        self._attribution = attribution_of(markup.text) if _claims(markup) else None
        self._discourse.note_places(markup.text, markup.regions)
        claims: list[Claim] = []
        known: dict[int, list[BasePhrase]] = {}
        for view, clauses in markup.stretches():
            bases = [phrase for clause in view.clauses for phrase in _bases(view, clause, known)]
            self._clock.open_sentence(view, bases)
            self._numbers = _asserted(view, bases)
            for clause in clauses:
                claims += self._clause(view, clause, bases)
        self._clock.close_sentence()
        return claims

    def _pass_over(self, markup: Markup) -> None:
        """A sentence without numbers or times may still name the subject of the next one."""
        self._discourse.note_places(markup.text, markup.regions)
        for clause in markup.clauses:
            note_subject(markup, clause, self._discourse)

    def _clause(self, markup: Markup, clause: Clause, bases: Sequence[BasePhrase]) -> list[Claim]:
        closed = ")" in markup.text[max(0, clause.start - 2) : clause.start]
        self._discourse.open_clause(clause.opener, markup.text.startswith("其中", clause.start), closed)
        lists = number_lists(markup, clause, self._numbers)
        if not lists:
            note_subject(markup, clause, self._discourse)
            return []
        claims: list[Claim] = []
        start = clause.start
        for group in lists:
            near = [base for base in bases if _base_floor(base, start, clause) <= base.start < group.head]
            near = near or _framing(markup, clause, bases)
            claims += self._list(Place(markup, clause, start, group, near))
            start = start if sums_up_list(markup, group.numbers[-1]) else group.end
        self._note_statistic(markup, clause, lists[-1].end)
        return claims

    def _note_statistic(self, markup: Markup, clause: Clause, start: int) -> None:
        """有50个城市房价上涨: what stands after a count is spoken of from now on."""
        discourse = self._discourse
        hit = indicator_before(markup, start, clause.end, ())
        if hit is not None and hit.start >= start and discourse.topics and discourse.topics[-1].counted:
            discourse.topic = with_indicator(markup, Topic(region=discourse.topic.region), hit).inherited()

    def _list(self, place: Place) -> list[Claim]:
        place = _widened(place)
        cue = cue_of(place.markup, _rest(place), place.numbers)
        topics = topics_of(place, cue, self._discourse)
        claims = []
        for number, topic in zip(place.numbers.numbers, topics, strict=True):
            claim = self._claim(place, number, topic, cue)
            if claim is not None:
                claims.append(claim)
        return claims

    def _claim(self, place: Place, number: NumberMention, topic: Topic, cue: Cue | None) -> Claim | None:
        markup, discourse = place.markup, self._discourse
        unit = number.unit or unprinted_unit(place, number, topic, discourse.last_unit)
        if not unit:
            return None
        base = base_of(place, number)
        reading = reading_of(place, number, cue, topic, base, discourse)
        base = multiple_of(place, topic, discourse) if base is None and reading.measure == "ratio" else base
        topic = settled(markup, place.clause, topic, reading.measure, discourse)
        topic = set_apart(markup, topic, base) if reading.measure == "gap" else topic
        field = field_of(number, topic, reading.measure, markup.text)
        topic = with_partner(place, located(markup, place.clause, topic, field, discourse), discourse)
        topic = between_towns(place, number, of_country(owned_by(place, number, topic, discourse)))
        timing = self._clock.timing(place, number, topic, reading.measure, base)
        base = held_against(base, timing.days) if base is not None and timing is not None else base
        comparison = self._comparison(place, reading, base, timing)
        ahead = is_ahead(markup.text, discourse)
        found = status_of(markup.text, number, timing, self._clock.printed, self._issue_date, ahead)
        status, status_rule = in_course(found, markup.text, number, timing, discourse, self._issue_date)
        if timing is not None and status == "actual":
            before, after = said_around(markup.text, number)
            timing = as_fact(timing, self._clock.printed, before, after, self._issue_date)
        kind = kind_of(field, number, topic, reading.measure, markup.text)
        against = base or (discourse.base_of(timing) if comparison == BASE else None)
        said = Said(comparison, against, (status, status_rule), self._attribution)
        whose = of_base(place, number, topic, discourse)  # of this number alone, not of what goes on
        about = regional(placed(place, number, whose, (field, kind), discourse))
        claim = claim_of(markup.sentence, number, reading, unit, said, timing, about, kind)
        discourse.remember(topic, claim, number.form)
        self._note_named(place, topic)
        claim.confidence = confidence_of(claim, topic, reading)
        return claim

    def _note_named(self, place: Place, topic: Topic) -> None:
        hit = indicator_before(place.markup, place.start, place.head, ())
        part = hit is not None and hit.text in (topic.indicator_text or "")  # 进出口|侵权货物 is a thing
        if topic.nature == "count" and hit is not None and not part and not hit.entry.generic:
            self._discourse.topic = with_indicator(place.markup, topic._replace(sector=None), hit).inherited()

    def _comparison(self, place: Place, reading: Reading, base: BasePhrase | None, timing: Timing | None) -> str | None:
        discourse = self._discourse
        if reading.measure == "gap":
            return PEER
        if reading.measure not in ("growth", "change", "ratio") or reading.rule == "colon.to_one":
            return None
        if reading.rule in ("percent.of_base", RESTATED):
            return discourse.comparison
        if reading.measure == "ratio" and base is not None and base.comparison is not None:
            return base.comparison
        if base is not None:
            found = comparison_of(
                base,
                timing.days if timing else None,
                amount=reading.measure == "change" and reading.unit != "百分点",
                rate=reading.unit == "百分点",
            )
            discourse.note_base(base, found, timing)
            if reading.measure == "growth":
                discourse.chain = found == PREVIOUS  # 环比上涨，涨幅比上月回落: still of 环比
                discourse.seen = discourse.seen and discourse.chain
            return None if found == PEER else found
        if is_risen(place.markup.text, place.head, timing.days if timing else None):
            return (
                BASE if not _AVERAGE.search(place.markup.text, max(place.start, place.head - 16), place.head) else None
            )
        if reading.measure == "growth":
            return self._unprinted_base(place, timing)
        if reading.measure == "change" and reading.unit == "百分点":
            return self._unprinted_point_base(place, timing)
        if (
            reading.measure == "change"
            and discourse.comparison == YOY
            and _FURTHER.match(place.markup.text, place.start)
        ):
            return YOY  # 顺差比上年减少，2010年又减少
        return BASE if "翻" in place.markup.text[max(place.start, place.head - 6) : place.head] else None

    def _unprinted_point_base(self, place: Place, timing: Timing | None) -> str | None:
        """A rate's change that prints no base: as the one before it, else of a growth rate the period before."""
        discourse = self._discourse
        if discourse.points is not None:
            return discourse.points
        if _RATE_OF_CHANGE.search(place.markup.text, place.start, place.head):
            return PREVIOUS
        if discourse.base_of(timing) is not None:
            return BASE
        return YOY if discourse.comparison == YOY else None

    def _unprinted_base(self, place: Place, timing: Timing | None) -> str | None:
        """The base of a growth that prints none: the convention of the contract's section 3."""
        discourse = self._discourse
        if _AVERAGE.search(place.markup.text, max(place.start, place.head - 16), place.head):
            return None
        if discourse.base_of(timing) is not None:
            return BASE
        if discourse.measure == "change" and discourse.last_unit != "百分点" and discourse.comparison is not None:
            return discourse.comparison
        if (timing is None or timing.kind != "year") and (
            discourse.chain or _is_chained(place) or traded_daily(place, timing)
        ):
            return PREVIOUS
        if timing is not None and timing.role == "since" and timing.start != date(self._issue_date.year, 1, 1):
            return None
        if timing is None or timing.start.year == timing.end.year or _SHORT_STREAK.match(timing.text):
            return YOY
        return BASE if _FROM_YEAR.match(timing.text) else None


_SHORT_STREAK: Final = re.compile("连续[^，。；年]{1,6}(?:月|季度)")  # every month's growth is held against its own
_FURTHER: Final = re.compile("[^，。；]{0,12}?(?:又|再|进一步|继续)")


def _is_chained(place: Place) -> bool:
    """经历了4个月环比负增长后…转为上涨0.4%: the sentence spoke of 环比 last, and of the same statistic."""
    markup = place.markup
    last = markup.text.rfind("环比", 0, place.head)
    if last < 0 or markup.text.find("同比", last, place.head) >= 0:
        return False
    return not any(place.clause.start <= hit.start < place.head for hit in markup.indicators)


def _bases(view: Markup, clause: Clause, known: dict[int, list[BasePhrase]]) -> list[BasePhrase]:
    """The comparisons of a clause, which two stretches of a sentence may both hold."""
    if clause.start not in known:
        known[clause.start] = base_phrases(view, clause)
    return known[clause.start]


def _widened(place: Place) -> Place:
    """涨幅最高，为0.7%: a clause that opens with 为 or 达 goes on with the clause before it."""
    markup = place.markup
    number = markup.clause_at(place.clause.start)
    if come_to(place):
        return Place(markup, place.clause, place.clause.start, place.numbers, place.bases)
    if place.start != place.clause.start or number == 0 or place.clause.opener not in ("，", ","):
        return place
    previous = markup.clauses[number - 1]
    claimed = any(n.claimable and previous.start <= n.start < previous.end for n in markup.numbers)
    claimed = claimed and not are_passed(markup.text, previous.start, previous.end)
    if claimed or not _BARE_VERB.fullmatch(markup.text, place.start, place.head):
        return place
    return Place(markup, place.clause, previous.start, place.numbers, place.bases)


_BARE_VERB: Final = Sieved(r"(?:分别)?(?:约|仅)?(?:为|达|达到|是|至)(?:约|了)?")


def _leans(following: Marked, on: Marked) -> bool:
    """Whether a sentence with numbers goes on in the paragraph of ``on``."""
    return following.sentence.paragraph == on.sentence.paragraph and _claims(following)


def _claims(marked: Marked | Markup) -> bool:
    return any(number.claimable for number in marked.numbers)


def _tells(marked: Marked) -> bool:
    return bool(marked.periods) or _claims(marked)


def _rest(place: Place) -> Clause:
    return Clause(place.start, place.clause.end, place.clause.opener)


def _asserted(markup: Markup, bases: Iterable[BasePhrase]) -> list[NumberMention]:
    """The numbers of a sentence that are claims: not part of a time or of a base, no threshold, not the 1 of 1美元."""
    length = len(markup.text)
    times = covered(length, ((period.start, period.end) for period in markup.periods))
    compared = covered(length, ((base.start, base.end) for base in bases))
    return [
        number
        for number in markup.numbers
        if number.claimable
        and not any(times[number.start : number.end])
        and not all(compared[number.start : number.end])
        and not _is_no_figure(markup, number)
    ]


def _is_no_figure(markup: Markup, number: NumberMention) -> bool:
    unit_of_exchange = number.dimension == "money" and number.value == 1
    if unit_of_exchange and _EXCHANGE.match(markup.text, number.end):
        return True
    named = any(place.start <= number.start and number.end < place.end for place in markup.regions)
    return named or _THRESHOLD.match(markup.text, number.end) is not None


def _framing(markup: Markup, clause: Clause, bases: Sequence[BasePhrase]) -> list[BasePhrase]:
    """与1—4月份相比，增加6034.1亿元 and 环比由降转升，上涨0.4%: the clause before says against what."""
    number = markup.clause_at(clause.start)
    if number == 0 or clause.opener not in ("，", ","):
        return []
    previous = markup.clauses[number - 1]
    goes_on = markup.shape[clause.start : clause.start + 1] in ("▲", "▼")
    counted = any(n.claimable and previous.start <= n.start < previous.end for n in markup.numbers)
    whole = markup.text[previous.start : previous.end].endswith(("相比", "比较", "相较"))
    if not whole and (counted or not goes_on):
        return []
    return [base for base in bases if previous.start <= base.start < previous.end]


def _base_floor(base: BasePhrase, start: int, clause: Clause) -> int:
    """From where a comparison may reach a number: 较“十三五”末的9323.1亿元 still rules what follows its number."""
    return clause.start if base.period is not None and base.end >= start - 16 else start
