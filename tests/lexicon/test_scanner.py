"""What one automaton tells each of several lexicons, held against one of its own for each."""

from __future__ import annotations

import random

import ahocorasick_rs
import pytest

from etl.lexicon.scanner import Scanner

LEXICONS = (["工业", "工业企业", "企业"], ["利润", "企业利润", "利润总额"], ["业企", "工业企业利润"])


def alone(terms: list[str], text: str) -> list[tuple[int, int, str]]:
    automaton = ahocorasick_rs.AhoCorasick(terms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return [(start, end, terms[number]) for number, start, end in automaton.find_matches_as_indexes(text)]


@pytest.mark.parametrize("text", ["工业企业利润总额", "工业工业企业", "企业企业利润", "没有", ""])
def test_each_lexicon_finds_what_it_would_find_alone(text: str) -> None:
    scanner = Scanner()
    numbers = [scanner.add(terms) for terms in LEXICONS]
    assert [scanner.hits(text, number) for number in numbers] == [alone(terms, text) for terms in LEXICONS]


def test_it_is_so_for_any_terms_and_texts() -> None:
    dice = random.Random(20261126)

    def word(longest: int) -> str:
        return "".join(dice.choice("一二三") for _ in range(dice.randint(1, longest)))

    for _ in range(60):
        lexicons = [sorted({word(4) for _ in range(6)}) for _ in range(3)]
        scanner = Scanner()
        numbers = [scanner.add(terms) for terms in lexicons]
        texts = [word(40) for _ in range(5)]
        scanner.look_through(texts[:3])
        for text in texts:
            assert [scanner.hits(text, number) for number in numbers] == [alone(terms, text) for terms in lexicons]


def test_a_lexicon_that_comes_later_is_found_too() -> None:
    scanner = Scanner()
    first = scanner.add(["利润"])
    assert scanner.hits("企业利润", first) == [(2, 4, "利润")]
    second = scanner.add(["企业"])
    assert scanner.hits("企业利润", second) == [(0, 2, "企业")]
    assert scanner.hits("企业利润", first) == [(2, 4, "利润")]


def test_what_nobody_announced_is_not_kept_for_ever() -> None:
    scanner = Scanner()
    only = scanner.add(["利润"])
    for number in range(5_000):
        assert scanner.hits(f"利润{number}", only) == [(0, 2, "利润")]
    assert len(scanner._known) <= 1_000
