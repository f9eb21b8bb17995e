"""What is told of a pattern holds for whatever it matches in the samples, and rules asked together read as if alone."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from etl.characters import normalise
from etl.mention import period
from etl.mention.first_of import FirstOf
from etl.mention.time_opening import OPENINGS
from etl.pattern import (
    any_needed,
    first_characters,
    needed_characters,
    needs,
    second_characters,
)
from etl.reading import read_file
from etl.sieve import Lots, Openings, Seen, Sieved
from tests.grammar_rules import patterns

SAMPLES = Path(__file__).parents[1] / "data" / "issues"


@cache
def sentences() -> tuple[str, ...]:
    issues = [read_file(path, path.name) for path in sorted(SAMPLES.glob("*.txt"))[:4]]
    return tuple(
        normalise(sentence.text) for issue in issues for article in issue.articles for sentence in article.sentences
    )


def test_what_is_told_of_a_pattern_holds_wherever_it_matches() -> None:
    matched, seconds = 0, 0
    for where, pattern in patterns().items():
        first, needed = first_characters(pattern.pattern), needed_characters(pattern.pattern)
        second = second_characters(pattern.pattern)
        for text in sentences() if (first, second, needed) != (None, None, None) else ():
            found = pattern.search(text)
            if found is not None:
                matched += 1
                seconds += second is not None
                assert first is None or found.group()[:1] in first, (where, found.group())
                assert second is None or found.group()[1:2] in second, (where, found.group())
                assert needed is None or not needed.isdisjoint(found.group()), (where, found.group())
    assert matched > 1000
    assert seconds > 400


def test_sieved_patterns_find_what_they_find_alone() -> None:
    found = 0
    every = list(patterns().values())
    each_sieved = [Sieved(pattern.pattern) for pattern in every]
    lots = Lots()
    asked = [lots.of(pattern.pattern) for pattern in every]
    for text in sentences()[::5]:
        seen = Seen(text, lots)
        for place, (pattern, sieved) in enumerate(zip(every, each_sieved, strict=True)):
            alone, together = pattern.search(text, 1), sieved.search(text, 1)
            assert alone is None or sieved.may(text), (pattern.pattern, text)
            assert (alone and alone.span()) == (together and together.span()), (pattern.pattern, text)
            for one, other in ((pattern.match, sieved.match), (pattern.fullmatch, sieved.fullmatch)):
                here, there = one(text, 2, 9), other(text, 2, 9)
                assert (here and here.span()) == (there and there.span()), (pattern.pattern, text)
            cut, shown = pattern.search(text, 0, 12), sieved.search(text, 0, 12)
            assert (cut and cut.span()) == (shown and shown.span()), (pattern.pattern, text)
            assert alone is None or seen.prints(asked[place]), (pattern.pattern, text)
            found += alone is not None
    assert found > 300


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("(?:希望|期待)[^。]{0,9}成", ["成", "希期"]),
        ("(?<=[将把])价格(?!指数)", ["价", "格", "将把"]),
        ("(?:年(?:底|末)|月末)?前(?=完)", ["前", "完"]),
        ("上年|同期|(?<!不)[同环]比", ["上同比"]),
        ("[0-9]{1,2}月", ["月", "0123456789"]),
        ("(?:今年)?[^，]", []),
    ],
)
def test_all_that_a_pattern_needs_the_rarest_first(pattern: str, needed: list[str]) -> None:
    assert needs(pattern) == tuple(map(frozenset, needed))


@pytest.mark.parametrize(
    ("pattern", "first", "second", "needed"),
    [
        ("上?半年", "上半", "半年", "半"),
        ("(?<=为)[一二]?年", "一二年", None, "年"),
        ("(?>今|明)年(?=内)", "今明", "年", "年"),
        ("(?:月|季度)*末", "月季末", None, "末"),
        ("(?:月|季度)+末", "月季", "月季度末", "末"),
        ("(?:月?季?){2}末度", "月季末", "月季末度", "末"),
        ("上{2,3}", "上", "上", "上"),
        ("[0-9]++年", "0123456789", "0123456789年", "年"),
        ("[^，]年", None, None, "年"),
        ("[^，。]年", None, "年", "年"),
        (r"\d月?", None, None, None),
        ("a?", None, None, None),
    ],
)
def test_what_is_told_of_a_pattern(pattern: str, first: str | None, second: str | None, needed: str | None) -> None:
    assert first_characters(pattern) == (None if first is None else frozenset(first))
    assert second_characters(pattern) == (None if second is None else frozenset(second))
    assert needed_characters(pattern) == (None if needed is None else frozenset(needed))


def test_a_pattern_of_which_nothing_is_known_is_looked_for_everywhere() -> None:
    assert any_needed([re.compile("同比"), re.compile("[^，]")]).search("，") is not None
    assert any_needed([re.compile("同比"), re.compile("环比")]).search("上月") is None


def places(openings: Openings, text: str) -> list[int]:
    found, place = [], -1
    while (place := openings.next(text, place + 1)) >= 0:
        found.append(place)
    return found


def test_an_opening_is_found_where_its_alternatives_match() -> None:
    plain = re.compile("(?=[一二]年|一段|[.]?[0-9])")
    quick = Openings([("一二", "(?=年)"), ("一", "段"), (".", "[0-9]"), ("0123456789", "")])
    for text in ("三年一段", "二年", "一.5", "十一", "", "段.段一年"):
        assert places(quick, text) == [m.start() for m in plain.finditer(text)], text


def test_rules_asked_together_read_what_the_first_of_them_reads() -> None:
    together = FirstOf(period.RULES)
    read = 0
    for text in sentences():
        for place in places(OPENINGS, text):
            found = together.read(together.seen(text), place)
            assert found is None or (found[0].name, found[2]) == _alone(text, place)
            assert found is not None or _alone(text, place) is None
            read += found is not None
    assert read > 100


def _alone(text: str, place: int) -> tuple[str, int] | None:
    for rule in period.RULES:
        match = rule.pattern.match(text, place)
        if match is not None and rule.produce(match) is not None:
            return rule.name, match.end()
    return None
