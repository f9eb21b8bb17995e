"""A sentence with everything that was found in it, cut into clauses: what the claim rules look at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from etl.characters import normalise
from etl.lexicon.classes import EnterpriseClass, find_classes
from etl.lexicon.growth_words import GrowthWord, find_growth_words
from etl.lexicon.indicators import SURFACES, Indicator, find_indicators
from etl.lexicon.left_out import is_left_out
from etl.lexicon.products import Product, find_products
from etl.lexicon.regions import Region, find_bare, find_regions
from etl.lexicon.scanner import TERMS
from etl.lexicon.sectors import SectorName, find_sectors
from etl.lexicon.terms import Entry, Found
from etl.model import NumberMention, PeriodMention, Sentence

# A short bracket without figures names again what stands before it: 广义货币(M2)余额; so does a share's code.
CODE: Final = (
    r"[(](?:(?:股票|证券)?(?:代码|简称)?[:：]?(?:[A-Z]{2,6}[:：.])?[0-9]{5,6}(?:[.,:，][A-Z]{2,4})?|0[0-9]{3}[.]HK"
    r"|(?:NYSE|NASDAQ|纽交所|纳斯达克|港交所)[:：][A-Z0-9.]{1,6})[)]"
)
"""The code of a share in brackets: (002594.SZ), (NYSE:BABA), (股票代码:603999)."""
_ASIDE: Final = re.compile(
    rf"[(](?:[A-Za-z0-9一-鿿]{{1,8}}|(?:以下)?[简统]称“?[A-Za-z0-9一-鿿]{{1,8}}”?)[)](?=[一-鿿0-9])|{CODE}"
)
# As [，；。！？!?;()\n]|,(?![0-9]{3})|——|[：:] (not in 7.1:40.4), of which ``re`` would not know how it may begin.
_BOUNDARY: Final = re.compile(
    r"[，；。：:！？!?;()\n,—](?:(?<![,—:：])|(?<=,)(?![0-9]{3})|(?<=—)—|(?<=[:：])(?![0-9])|(?<=[^0-9][:：]))"
)


class Marked(NamedTuple):
    """A sentence as the mention step hands it over."""

    sentence: Sentence
    numbers: Sequence[NumberMention]
    periods: Sequence[PeriodMention]


class Clause:
    """A stretch between two clause marks; ``opener`` is the mark before it, ``""`` at the beginning."""

    __slots__ = ("end", "opener", "start")

    def __init__(self, start: int, end: int, opener: str) -> None:
        self.start = start
        self.end = end
        self.opener = opener


@dataclass(init=False, slots=True)
class Markup:
    """A sentence's normalised text and shape, with its clauses, mentions and terms, all in sentence offsets."""

    sentence: Sentence
    text: str
    shape: str
    clauses: tuple[Clause, ...]
    numbers: tuple[NumberMention, ...]
    periods: tuple[PeriodMention, ...]
    indicators: tuple[Found[Indicator], ...]
    sectors: tuple[Found[SectorName], ...]
    classes: tuple[Found[EnterpriseClass], ...]
    regions: tuple[Found[Region], ...]
    products: tuple[Found[Product], ...]
    growth_words: tuple[Found[GrowthWord], ...]
    terms: tuple[tuple[int, int], ...]  # the spans of all terms but growth words, which noun phrases never cut
    starts: tuple[int, ...]  # where the clauses begin

    def __init__(
        self,
        sentence: Sentence,
        text: str,
        shape: str,
        clauses: tuple[Clause, ...],
        numbers: tuple[NumberMention, ...],
        periods: tuple[PeriodMention, ...],
        indicators: tuple[Found[Indicator], ...],
        sectors: tuple[Found[SectorName], ...],
        classes: tuple[Found[EnterpriseClass], ...],
        regions: tuple[Found[Region], ...],
        products: tuple[Found[Product], ...],
        growth_words: tuple[Found[GrowthWord], ...],
        terms: tuple[tuple[int, int], ...],
        starts: tuple[int, ...],
    ) -> None:
        self.sentence, self.text, self.shape = sentence, text, shape
        self.clauses, self.starts = clauses, starts
        self.numbers, self.periods = numbers, periods
        self.indicators, self.sectors, self.classes = indicators, sectors, classes
        self.regions, self.products, self.growth_words = regions, products, growth_words
        self.terms = terms

    def stretches(self) -> Iterator[tuple[Markup, tuple[Clause, ...]]]:
        """The sentence as it is read: some clauses at a time, each time with those around them that they lean on.

        Nothing leans on what stands dozens of clauses away; so a sentence of any length takes linear time.
        """
        count = len(self.clauses)
        if count <= _AT_ONCE:
            yield self, self.clauses
            return
        for first in range(0, count, _STRETCH):
            last = min(first + _STRETCH, count)
            yield self._around(max(0, first - _BEFORE), min(last + _AFTER, count)), self.clauses[first:last]

    def _around(self, first: int, last: int) -> Markup:
        """The markup of the same text with the clauses ``first`` up to ``last`` and what stands in them alone."""
        start, end = self.clauses[first].start, self.clauses[last - 1].end
        marked: dict[str, Any] = {name: _between(getattr(self, name), start, end) for name in _MARKED}
        return replace(
            self,
            clauses=self.clauses[first:last],
            starts=self.starts[first:last],
            terms=self.terms[bisect_left(self.terms, (start, 0)) : bisect_left(self.terms, (end, 0))],
            **marked,
        )

    def clause_at(self, position: int) -> int:
        """The index of the clause that holds ``position``."""
        return max(bisect_right(self.starts, position) - 1, 0)


_AT_ONCE, _STRETCH, _BEFORE, _AFTER = 32, 20, 6, 1  # clauses
_MARKED: Final = ("numbers", "periods", "indicators", "sectors", "classes", "regions", "products", "growth_words")


def _between(found: Sequence[Any], start: int, end: int) -> tuple[Any, ...]:
    """Of what was found, left to right, the part that begins between two offsets."""
    first = bisect_left(found, start, key=lambda each: each.start)
    return tuple(found[first : bisect_left(found, end, lo=first, key=lambda each: each.start)])


def covered(length: int, spans: Iterable[tuple[int, int]]) -> bytearray:
    """One byte for each of ``length`` characters: 1 where a span covers it."""
    mask = bytearray(length)
    for first, last in spans:
        mask[first:last] = b"\x01" * (min(last, length) - first)
    return mask


def clauses_of(text: str, kept: Sequence[tuple[int, int]]) -> tuple[Clause, ...]:
    """The clauses of a normalised sentence; marks inside the ``kept`` spans (numbers, periods) do not cut."""
    clauses, start, opener = [], 0, ""
    asides = _ASIDE.finditer(text) if "(" in text else ()
    whole = sorted([*kept, *(aside.span() for aside in asides)])
    passed, reach, count = 0, 0, len(whole)
    for mark in _BOUNDARY.finditer(text):
        position, stop = mark.span()
        while passed < count and whole[passed][0] <= position:
            reach = max(reach, whole[passed][1])
            passed += 1
        if position < reach:
            continue
        clauses.append(Clause(start, position, opener))
        start, opener = stop, text[position:stop]
    clauses.append(Clause(start, len(text), opener))
    return tuple(clause for clause in clauses if clause.end > clause.start) or (Clause(0, len(text), ""),)


MASKS: Final = {("verb", 1): "▲", ("verb", -1): "▼", ("noun", 1): "△", ("noun", -1): "▽", ("result", 0): "◆"}
"""Kind of a growth word (its context and sign) -> the sign that stands for it in a shape."""
_NET: Final = frozenset({"净增", "新增", "多增"})
_RATHER: Final = "偏"
_PLAIN = frozenset({"多", "少", "快", "慢", "高", "低", "翻", "增量", "超出"})  # cue rules read these as they are


def _mask(entry: GrowthWord, printed: str) -> str:
    if entry.context == "marker" and printed.endswith("增长"):
        return "▲"
    return MASKS.get((entry.context, entry.sign), "")


def shape_of(text: str, words: Sequence[Found[GrowthWord]], names: Sequence[Found[Indicator]]) -> str:
    """The text with its growth words masked by kind, character for character.

    新增 inside the name of a statistic (城镇新增就业) is part of the name.
    """
    pieces, last = [], 0
    for word in words:
        entry = word.entry
        mask = "✚" if entry.word in _NET else _mask(entry, word.text)
        if mask == "✚" and any(name.start <= word.start and word.end <= name.end for name in names):
            continue
        if word.text.startswith(_RATHER) and text.startswith("，", word.end):
            continue  # 增速偏低，仅为1.8%: how it stands, not by how much it fell
        if mask and entry.word not in _PLAIN:
            pieces += [text[last : word.start], mask * (word.end - word.start)]
            last = word.end
    return "".join(pieces) + text[last:]


def mark_up(marked: Marked) -> Markup:
    """Finds all terms of the lexicons in a sentence and cuts it into clauses."""
    return mark_up_all([[marked]])[0]


def mark_up_all(articles: Sequence[Sequence[Marked]]) -> list[Markup]:
    """The markup of every sentence of the articles; a county that one names in full it may call 东宁 for 东宁市."""
    texts = [[normalise(marked.sentence.text) for marked in article] for article in articles]
    TERMS.look_through([text for article in texts for text in article])
    markups: list[Markup] = []
    for article, printed in zip(articles, texts, strict=True):
        places = [find_regions(text) for text in printed]
        counties = _counties(places)
        for marked, text, found in zip(article, printed, places, strict=True):
            markups.append(_marked_up(marked, text, find_bare(text, found, counties) if counties else found))
    return markups


def _counties(places: Sequence[Sequence[Found[Region]]]) -> list[Region]:
    named = {place.entry.name: place.entry for found in places for place in found if place.entry.level == "county"}
    return list(named.values())


# 新华社北京1月10日电: where an agency of the capital files from is not what the article is about.
FILED: Final = re.compile("北京[0-9]{1,2}月[0-9]{1,2}日[电讯]")


_OF_TIMES: Final = "年季"


def _behind_time(hit: Found[Indicator], periods: Sequence[PeriodMention]) -> Found[Indicator]:
    """上半年|营收, 本季度|收入: what a statistic's name seems to begin with is the last of a time."""
    end = next((p.end for p in periods if p.start < hit.start < p.end < hit.end), hit.start)
    rest = SURFACES.get(hit.text[end - hit.start :]) if end > hit.start else None
    return hit if rest is None else Found(end, hit.end, hit.text[end - hit.start :], rest)


def _told_of(text: str, found: Sequence[Found[Entry]]) -> tuple[Found[Entry], ...]:
    """The terms but for what is left out: 除汽车以外的消费品."""
    return tuple(each for each in found if "除" not in text or not is_left_out(text, each.start, each.end))


def _marked_up(marked: Marked, text: str, places: Sequence[Found[Region]]) -> Markup:
    kept = [(n.outer_start, n.outer_end) for n in marked.numbers] + [(p.start, p.end) for p in marked.periods]
    classes = tuple(find_classes(text))
    sectors, products = _told_of(text, find_sectors(text)), _told_of(text, find_products(text))
    growth_words = tuple(find_growth_words(text))
    tenths = [n.end for n in marked.numbers if n.rule == "tenths"]
    regions = tuple(
        place
        for place in places
        if place.start + 1 not in tenths  # 七成|都
        and not FILED.match(text, place.start)
        and not any(c.start <= place.start and place.end <= c.end for c in classes)
    )
    names = [(c.start, c.end) for c in classes] + [(r.start, r.end) for r in regions]
    indicators = tuple(
        _behind_time(hit, marked.periods) if hit.text[0] in _OF_TIMES else hit
        for hit in find_indicators(text)
        if not any(first <= hit.start and hit.end <= last for first, last in names)
    )
    clauses = clauses_of(
        text, [*kept, *((hit.start, hit.end) for hit in indicators), *((r.start, r.end) for r in regions)]
    )
    terms = [(hit.start, hit.end) for hit in indicators] + [(hit.start, hit.end) for hit in sectors]
    terms += names + [(hit.start, hit.end) for hit in products]
    return Markup(
        marked.sentence,
        text,
        shape_of(text, growth_words, indicators),
        clauses,
        tuple(marked.numbers),
        tuple(marked.periods),
        indicators,
        sectors,
        classes,
        regions,
        products,
        growth_words,
        tuple(sorted(terms)),
        tuple(clause.start for clause in clauses),
    )
