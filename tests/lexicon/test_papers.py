"""Newspapers whose names do not say of where they are: 全省, 全市 are those of their place."""

import pytest

from etl.lexicon.papers import PAPERS
from etl.lexicon.terms import read_rows
from tests.claim.articles import claims_of

_ROWS = tuple(read_rows("papers.csv"))


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["paper"])
def test_example(row: dict[str, str]) -> None:
    paper, _, text = row["example"].partition("：")
    assert paper == row["paper"]
    assert claims_of(text, publication=paper, headline="上半年运行平稳")[0].region == row["region"]


def test_every_paper_once() -> None:
    assert len(PAPERS) == len(_ROWS)


@pytest.mark.parametrize(
    ("paper", "text", "region"),
    [
        ("河源日报", "根据广东省核算结果，上半年我市地区生产总值668亿元。", "河源市"),
        ("南方日报", "上半年我市地区生产总值668亿元。", None),
        ("北京日报", "上半年全市地区生产总值668亿元。", "北京市"),
    ],
)
def test_whose_city(paper: str, text: str, region: str | None) -> None:
    found = claims_of(text, publication=paper, headline="上半年运行平稳")[-1].region
    assert found == region if region else not (found or "").endswith("市")
