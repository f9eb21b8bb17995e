"""Joins the steps: a read issue becomes its claims."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from etl.claim.eligible import is_of_age
from etl.claim.markup import Marked
from etl.claim.old_days import is_on_record
from etl.claim.reader import read_articles
from etl.mention.number import find_numbers
from etl.mention.period import find_periods
from etl.model import Article, Claim, Issue, NumberMention, PeriodMention, Sentence


def extract(issue: Issue) -> list[tuple[Article, Claim]]:
    """Every claim of an issue with the article that prints it, in reading order.

    A claim of a recognised page is no surer than the recogniser was of the characters of its number.
    """
    found = _claims(issue.articles, issue)
    return [
        (article, _weighed(claim, issue))
        for article, claims in zip(issue.articles, found, strict=True)
        for claim in claims
    ]


def _weighed(claim: Claim, issue: Issue) -> Claim:
    if issue.places is None or not issue.places.certain:
        return claim
    certainty = issue.places.certainty(*claim.sentence.offsets.source_span(claim.span_start, claim.span_end))
    return replace(claim, confidence=round(claim.confidence * certainty, 3))


_ERA = 12 * 365  # days


def article_claims(article: Article, issue: Issue) -> list[Claim]:
    """The claims of one article of ``issue``."""
    return _claims([article], issue)[0]


def _claims(articles: Sequence[Article], issue: Issue) -> list[list[Claim]]:
    """The claims of each article. One step goes over all articles before the next does.

    So the patterns and the code of a step stay in the processor's cache: an eighth of the time.
    """
    numbers = [[find_numbers(sentence.text) for sentence in article.sentences] for article in articles]
    marked = [_marked(article, found, issue.issue_date) for article, found in zip(articles, numbers, strict=True)]
    return read_articles(marked, issue.issue_date, issue.publication)


def mark_sentences(article: Article, issue_date: date) -> list[Marked]:
    """The article's sentences with their numbers and times; empty if no number of it may be a claim."""
    numbers = [find_numbers(sentence.text) for sentence in article.sentences]
    return _timed(article, numbers, issue_date, len(numbers)) if _last_told(article, numbers) else []


def _marked(article: Article, numbers: Sequence[Sequence[NumberMention]], issue_date: date) -> list[Marked]:
    """Times are looked for as far as the last number that may be a claim: what stands after it dates nothing."""
    last = _last_told(article, numbers)
    return _timed(article, numbers, issue_date, last) if last else []


_HEADS: Final = frozenset({"headline", "subhead"})


def _last_told(article: Article, numbers: Sequence[Sequence[NumberMention]]) -> int:
    """How many sentences there are up to the last with a number that may be a claim; all if a heading has one.

    Headings are read last, by what the whole article says.
    """
    last = 0
    for place, (sentence, found) in enumerate(zip(article.sentences, numbers, strict=True), start=1):
        if any(number.claimable for number in found):
            if sentence.role in _HEADS:
                return len(numbers)
            last = place
    return last


def _timed(article: Article, numbers: Sequence[Sequence[NumberMention]], issue_date: date, told: int) -> list[Marked]:
    """The year of a bare month follows the text before it, and 当天 the last day spoken of.

    Times are looked for in the first ``told`` sentences. 全年 and 年末 are of the year that the heading reports on.
    """
    context: date | None = None
    day: date | None = None
    headed: int | None = None
    marked = []
    for place, (sentence, found) in enumerate(zip(article.sentences, numbers, strict=True)):
        periods = find_periods(sentence.text, issue_date, context, day, headed) if place < told else []
        if sentence.role in _HEADS and periods:
            headed = _reported_on(sentence.text, periods, issue_date)
        ends = [end for p in periods if (end := _context_of(p, sentence, issue_date)) is not None]
        days = [found_day for p in periods if p.role == "period" and (found_day := _day_of(p)) is not None]
        context, day = ends[-1] if ends else context, days[-1] if days else day
        marked.append(Marked(sentence, found, periods))
    return marked


# 2023年国民经济和社会发展统计公报, 一、2023年工作回顾
_REPORTS_ON: Final = re.compile("公报|回顾|总结")


def _reported_on(text: str, periods: Sequence[PeriodMention], issue_date: date) -> int | None:
    """The year that a heading reports on: 全年 and 年末 below it are of that, whatever year comes in between."""
    years = [p.date_end.year for p in periods if p.kind == "year" and p.date_end is not None and p.role == "period"]
    reports = bool(years) and _REPORTS_ON.search(text) is not None
    return years[0] if reports and years[0] <= issue_date.year else None


def _context_of(period: PeriodMention, sentence: Sentence, today: date) -> date | None:
    """The last day of a time that the months after it may belong to; no century or era has months of its own.

    Of the year of the issue it is ``today``: 截至2020年底…。今年计划新增3000个。一季度…. What is to come has none, nor
    has the year in the name of a report.
    """
    start, end, text = period.date_start, period.date_end, sentence.text
    if end is None or (start is not None and (end - start).days > _ERA):
        return None
    told = period.role == "period" and not period.opens_change(text) and not is_on_record(text, period)
    if end > today:
        running = period.kind == "year" and start is not None and start <= today and not is_of_age(text, period)
        return today if told and running and sentence.role not in _HEADS else None
    return end if told else None


def _day_of(period: PeriodMention) -> date | None:
    """The day that a time names, or from which it runs: 15号, 15号下午开始."""
    if period.kind == "day":
        return period.date_end
    return period.date_start if period.date_end is None and period.rule.endswith("day") else None
