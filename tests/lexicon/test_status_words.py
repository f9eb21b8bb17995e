import pytest

from etl.characters import normalise
from etl.lexicon import status_words, terms
from etl.lexicon.cells import Cells
from etl.lexicon.status_words import STATUS_WORDS, SURFACES, StatusWord, find_status_words


@pytest.mark.parametrize("word", STATUS_WORDS, ids=lambda word: word.word)
def test_every_row_is_found_in_its_example(word: StatusWord) -> None:
    assert word in [found.entry for found in find_status_words(normalise(word.example))]


@pytest.mark.parametrize(
    ("word", "text"), [(word, text) for word in STATUS_WORDS for text in word.counterexamples], ids=str
)
def test_no_row_is_found_in_its_counterexamples(word: StatusWord, text: str) -> None:
    assert word not in [found.entry for found in find_status_words(normalise(text))]


def test_every_surface_stands_for_its_own_row() -> None:
    read = {surface: [(found.text, found.entry) for found in find_status_words(surface)] for surface in SURFACES}
    assert read == {surface: [(surface, entry)] for surface, entry in SURFACES.items()}


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("到2027年力争突破3万亿元", ["target"]),
        ("国内生产总值增长预期目标5%左右", ["target"]),
        ("全年预计增长5%", ["forecast"]),
        ("出口有望超过去年", ["forecast"]),
        ("将军说增长5%", []),
        ("重要指标增长5%", []),
        ("人均预期寿命79岁", []),
    ],
)
def test_status_is_read(text: str, statuses: list[str]) -> None:
    assert [found.entry.status for found in find_status_words(text)] == statuses


def test_a_bad_cell_is_named() -> None:
    row = next(terms.read_rows(status_words.FILE)) | {"status": "plan"}
    with pytest.raises(ValueError, match=r"status_words\.csv row 4, column status: 'plan' is none of forecast, target"):
        status_words._status_word(Cells(status_words.FILE, 4, row))
