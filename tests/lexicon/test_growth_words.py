import pytest

from etl.characters import normalise
from etl.lexicon import growth_words, terms
from etl.lexicon.cells import Cells
from etl.lexicon.growth_words import CONTEXTS, GROWTH_WORDS, SURFACES, GrowthWord, find_growth_words


def read(text: str) -> list[tuple[str, int, str]]:
    return [(found.text, found.entry.sign, found.entry.measure) for found in find_growth_words(normalise(text))]


@pytest.mark.parametrize("word", GROWTH_WORDS, ids=lambda word: word.word)
def test_every_row_is_found_in_its_example(word: GrowthWord) -> None:
    assert word in [found.entry for found in find_growth_words(normalise(word.example))]


def test_every_surface_stands_for_its_own_row() -> None:
    read = {surface: [(found.text, found.entry) for found in find_growth_words(surface)] for surface in SURFACES}
    assert read == {surface: [(surface, entry)] for surface, entry in SURFACES.items()}


def test_no_word_is_found_inside_the_longer_words_it_is_barred_from() -> None:
    barred = [(word, longer) for word in GROWTH_WORDS for longer in word.not_in]
    assert [longer for word, longer in barred if word in [each.entry for each in find_growth_words(longer)]] == []
    assert [longer for word, longer in barred if not any(surface in longer for surface in word.surfaces)] == []


def test_there_are_enough_words_of_every_context() -> None:
    assert len(GROWTH_WORDS) >= 80
    assert {word.context for word in GROWTH_WORDS} == set(CONTEXTS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("降幅收窄0.5个百分点", [("降幅", -1, "growth"), ("收窄", -1, "growth")]),
        ("增速回落0.2个百分点", [("增速", 1, "growth"), ("回落", -1, "growth")]),
        ("增加值增长5.8%", [("增长", 1, "growth")]),
        ("关税下降到15%", [("下降到", 0, "level")]),
        ("高于大型企业3.9个百分点", [("高于", 1, "gap")]),
        ("拉动利润增长2.4个百分点", [("拉动", 1, "contribution"), ("增长", 1, "growth")]),
        ("占92.3%", [("占", 0, "share")]),
        ("规模居第二位", [("居第", 0, "rank")]),
    ],
)
def test_words_carry_sign_and_measure(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "comparison"),
    [("同比", "yoy"), ("比上年同期", "yoy"), ("环比", "previous_period"), ("比年初", "base_period"), ("快于", "peer")],
)
def test_markers_name_the_comparison(text: str, comparison: str) -> None:
    (found,) = find_growth_words(text)
    assert found.entry.comparison == comparison


@pytest.mark.parametrize(
    ("column", "cell"), [("sign", "plus"), ("measure", "rate"), ("context", "adverb"), ("comparison", "mom")]
)
def test_a_bad_cell_is_named(column: str, cell: str) -> None:
    row = next(terms.read_rows(growth_words.FILE)) | {column: cell}
    with pytest.raises(ValueError, match=f"growth_words.csv row 9, column {column}: '{cell}' is none of"):
        growth_words._growth_word(Cells(growth_words.FILE, 9, row))
