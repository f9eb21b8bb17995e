"""Reads an article's marked sentences in order and makes its claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from etl.claim.attribution import attribution_of
from etl.claim.base import PREVIOUS, YOY, BasePhrase, base_phrases, comparison_of
from etl.claim.confidence import confidence_of
from etl.claim.coordination import NumberList, number_lists
from etl.claim.cue import Cue, cue_of
from etl.claim.discourse import Discourse
from etl.claim.echo import with_echoes
from etl.claim.kind import kind_of
from etl.claim.markup import Clause, Marked, Markup, mark_up
from etl.claim.measure import Reading, reading_of
from etl.claim.resolve import Place, topics_of
from etl.claim.scope import region_of_article, settled
from etl.claim.status import status_of
from etl.claim.timing import Timing, adapt, announcement_day, ends_of_span, governing, nearest, timing_of
from etl.claim.topic import Topic, described, with_subject
from etl.model import Claim, NumberMention, PeriodMention


def read_article(marked: Sequence[Marked], issue_date: date, publication: str) -> list[Claim]:
    """The claims of one article, in reading order.

    ``marked`` are its sentences with their mentions, the headline's first. Headlines are read last:
    a number that the body states again takes over what only the body says.
    """
    reader = _Reader(issue_date, region_of_article([m.sentence for m in marked], publication))
    body = [m for m in marked if m.sentence.role not in ("headline", "subhead")]
    heads = [m for m in marked if m.sentence.role in ("headline", "subhead")]
    claims = [claim for m in body for claim in reader.sentence(m)]
    headed = [claim for m in heads for claim in reader.sentence(m)]
    order = {m.sentence.sentence_id: place for place, m in enumerate(marked)}
    found = with_echoes(headed, claims) + claims
    return sorted(found, key=lambda claim: (order[claim.sentence.sentence_id], claim.span_start))


class _Reader:
    """The state of one pass over one article."""

    def __init__(self, issue_date: date, region: str | None) -> None:
        self._issue_date = issue_date
        self._discourse = Discourse(region=region)

    def sentence(self, marked: Marked) -> list[Claim]:
        """The claims of one sentence; also notes what later sentences lean on."""
        discourse = self._discourse
        discourse.open_paragraph(marked.sentence.paragraph)
        discourse.open_sentence()
        if not marked.periods and not any(n.claimable for n in marked.numbers):
            if not marked.numbers and len(marked.sentence.text) > 4:
                self._pass_over(marked)
            return []
        markup = mark_up(marked)
        bases = [phrase for clause in markup.clauses for phrase in base_phrases(markup, clause)]
        periods = governing(markup, bases, ())
        claims: list[Claim] = []
        for clause in markup.clauses:
            claims += self._clause(markup, clause, bases, periods)
        self._note_time(markup, periods, marked.sentence.role)
        return claims

    def _pass_over(self, marked: Marked) -> None:
        """A sentence without numbers or times may still name the subject of the next one."""
        markup = mark_up(marked)
        if markup.classes or markup.sectors:
            self._note_subject(markup, markup.clauses[0])

    def _note_subject(self, markup: Markup, clause: Clause) -> None:
        named = with_subject(markup, Topic(region=self._discourse.topic.region), clause.start, clause.end)
        if named.own_subject and (named.sector or named.classes):
            self._discourse.topic = named.inherited()

    def _note_time(self, markup: Markup, periods: Sequence[PeriodMention], role: str) -> None:
        discourse = self._discourse
        last = nearest(markup, periods, len(markup.text))
        timing = timing_of(last) if last else None
        if timing is not None:
            discourse.paragraph_timing = timing
            if role == "lead" and discourse.lead_timing is None:
                first = nearest(markup, periods, next((p.end for p in periods if p is last), len(markup.text)))
                discourse.lead_timing = timing_of(first) if first else timing
        day = announcement_day(periods, len(markup.text))
        if day is not None:
            discourse.announced = timing_of(day)

    def _clause(
        self, markup: Markup, clause: Clause, bases: Sequence[BasePhrase], periods: Sequence[PeriodMention]
    ) -> list[Claim]:
        numbers = [n for n in markup.numbers if n.claimable and not _in_named_base(n, bases)]
        lists = number_lists(markup, clause, numbers)
        if not lists:
            self._note_subject(markup, clause)
            return []
        claims: list[Claim] = []
        start = clause.start
        for numbers_of_list in lists:
            place = Place(markup, clause, start, numbers_of_list, _near(bases, clause, start, numbers_of_list))
            claims += self._list(place, bases, periods)
            start = numbers_of_list.end
        return claims

    def _list(self, place: Place, bases: Sequence[BasePhrase], periods: Sequence[PeriodMention]) -> list[Claim]:
        discourse = self._discourse
        cue = cue_of(place.markup, _rest(place), place.numbers.numbers[0], place.head)
        topics = topics_of(place, cue, discourse)
        claims: list[Claim] = []
        for number, topic in zip(place.numbers.numbers, topics, strict=True):
            claim, settled_topic, measure = self._claim(place, number, topic, cue, periods)
            if claim is not None:
                claims.append(claim)
                discourse.remember(settled_topic, measure, number.form)
        return claims

    def _claim(
        self, place: Place, number: NumberMention, topic: Topic, cue: Cue | None, periods: Sequence[PeriodMention]
    ) -> tuple[Claim | None, Topic, str]:
        markup, discourse = place.markup, self._discourse
        unit = number.unit or topic.unit
        if not unit:
            return None, topic, ""
        base = place.bases[-1] if place.bases else None
        timing = self._timing(markup, number, periods)
        reading = reading_of(number, cue, topic, base, discourse)
        topic = settled(markup, place.clause, topic, reading.measure, discourse)
        timing = self._fitted(markup, place, number, timing, topic, reading)
        compared = self._comparison(reading, base, timing, markup, place)
        status, status_rule = status_of(markup.text, number.outer_start, number.outer_end, timing, self._issue_date)
        claim = Claim(
            sentence=markup.sentence,
            span_start=number.start,
            span_end=number.end,
            value_text=markup.sentence.text[number.start : number.end],
            value=reading.value,
            value_high=reading.value_high,
            bound=reading.bound,
            unit=reading.unit or unit,
            measure=reading.measure,
            comparison=compared,
            base_start=base.period.date_start if base and base.period else None,
            base_end=base.period.date_end if base and base.period else None,
            base_text=_base_text(base, compared),
            indicator=topic.indicator,
            indicator_text=reading.indicator_text or topic.indicator_text,
            subject=topic.subject,
            sector=topic.sector,
            classes=topic.classes,
            region=topic.region,
            period_start=timing.start if timing else None,
            period_end=timing.end if timing else None,
            period_kind=timing.kind if timing else None,
            period_text=timing.text if timing else None,
            status=status,
            attribution=attribution_of(markup.text),
            kind=kind_of(number, topic, reading.measure, markup.text),
            rule=f"{number.rule}/{reading.rule}/{status_rule}",
        )
        return replace(claim, confidence=confidence_of(claim, topic, reading)), topic, reading.measure

    def _timing(self, markup: Markup, number: NumberMention, periods: Sequence[PeriodMention]) -> Timing | None:
        discourse = self._discourse
        found = nearest(markup, periods, number.start)
        timing = timing_of(found) if found else None
        if timing is not None:
            discourse.timing = timing
            return timing
        return discourse.timing or discourse.paragraph_timing or discourse.lead_timing or discourse.announced

    def _fitted(
        self, markup: Markup, place: Place, number: NumberMention, timing: Timing | None, topic: Topic, reading: Reading
    ) -> Timing | None:
        if timing is None:
            return None
        left = markup.text[place.clause.start : number.outer_start]
        narrowed = ends_of_span(timing, left, topic.nature)
        return adapt(narrowed, topic.nature, reading.measure, markup.text[max(0, number.start - 30) : number.start])

    def _comparison(
        self, reading: Reading, base: BasePhrase | None, timing: Timing | None, markup: Markup, place: Place
    ) -> str | None:
        if reading.measure not in ("growth", "change", "gap", "ratio"):
            return None
        if reading.measure == "gap":
            return "peer"
        if base is not None:
            found = comparison_of(base, timing.days if timing else None)
            self._discourse.chain = found == PREVIOUS and reading.measure == "growth"
            return None if found == "peer" else found
        if reading.measure != "growth":
            return None
        if _AVERAGE.search(markup.text, max(0, place.head - 16), place.head):
            return None
        if self._discourse.chain:
            return PREVIOUS
        return YOY if timing is None or timing.start.year == timing.end.year else None


_AVERAGE = re.compile(r"年均|平均|复合|每年")


def _rest(place: Place) -> Clause:
    return Clause(place.start, place.clause.end, place.clause.opener)


def _in_named_base(number: NumberMention, bases: Iterable[BasePhrase]) -> bool:
    return any(base.start <= number.start and number.end <= base.end and base.end > base.start for base in bases)


def _near(bases: Sequence[BasePhrase], clause: Clause, start: int, numbers: NumberList) -> list[BasePhrase]:
    """The comparisons that may govern a list: between the number before it and the list itself."""
    return [base for base in bases if start <= base.start < numbers.head]


def _base_text(base: BasePhrase | None, comparison: str | None) -> str | None:
    if base is None or comparison is None:
        return None
    return base.text or None


def sign_applied(value: Decimal, sign: int) -> Decimal:
    """The value with a verb's sign; a printed minus stays."""
    return -abs(value) if sign < 0 else value
