"""Words that the segmenter cuts are one word wherever they stand."""

import pytest

from etl.claim.segmentation import tagged_words
from etl.lexicon.compounds import COMPOUNDS, Compound
from tests.claim.articles import claims_of


@pytest.mark.parametrize("row", COMPOUNDS.values(), ids=lambda row: row.word)
def test_example(row: Compound) -> None:
    assert (row.word, row.tag) in tagged_words(row.example)


@pytest.mark.parametrize("text", ["极端天气有12次", "港股通过12次测试", "线上活动有12场", "加强针对性12次"])
def test_no_compound(text: str) -> None:
    assert not {word for word, _ in tagged_words(text)} & set(COMPOUNDS)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("极端组织劫持了12人。", "极端组织"),
        ("港股通成交12亿元。", "港股通"),
        ("新农合的报销比例是60%。", "新农合"),
    ],
)
def test_subject(text: str, subject: str) -> None:
    assert subject in (claims_of(text)[0].subject or "")
