"""Parts of speech that the segmenter has wrong are put right where they are, and nowhere else."""

import pytest

from etl.claim.phrase import words_of
from etl.lexicon.word_classes import WORD_CLASSES, WordClass
from tests.claim.articles import claims_of


def _tags(text: str) -> dict[str, str]:
    return {word.text: word.tag for word in words_of(text, 0, len(text), ())}


@pytest.mark.parametrize("row", WORD_CLASSES.values(), ids=lambda row: row.word)
def test_example(row: WordClass) -> None:
    assert _tags(row.example)[row.word] == row.tag


@pytest.mark.parametrize("text", ["专门委员会有12个", "基本养老保险参保12人", "主要产品有12种"])
def test_name(text: str) -> None:
    word = text[:2]
    assert _tags(text)[word] != WORD_CLASSES[word].tag


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("杭州市专门投入5亿元。", "杭州市"),
        ("摄制组历时3个月，走遍全省。", "摄制组"),
        ("三河村平均海拔2500米。", "三河村"),
    ],
)
def test_subject(text: str, subject: str) -> None:
    assert claims_of(text)[0].subject == subject
