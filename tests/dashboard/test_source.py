from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.citation import gb_t_7714, plain
from dashboard.filter import Filter
from dashboard.query import Claims
from dashboard.record import first_record
from dashboard.source import cut, read_source
from etl.store import Store


@pytest.fixture
def claim_id(claims: Claims) -> str:
    return str(claims.page(Filter(text="压舱石"), 0, 1, [])["claim_id"].iloc[0])


def test_the_source_shows_sentence_context_place_and_statements(claims: Claims, store: Path, claim_id: str) -> None:
    source = read_source(claims, Store(store).source_text, claim_id)
    assert source is not None
    assert "支撑作用突出" in "".join(source.before)
    assert "铁路船舶航空航天" in "".join(source.after)
    assert source.snippet is not None
    assert source.snippet.true
    assert source.snippet.marked == "7.2%"
    assert source.snippet.before.endswith("其利润增长")
    assert len(source.statements) == 3


def test_every_claim_stands_at_its_place_in_the_source(claims: Claims, store: Path) -> None:
    text = Store(store).source_text
    for row in claims.reader(Filter()).read_all().to_pylist():
        place = cut(text(row["issue_id"]), row["source_start"], row["source_end"], row["value_text"])
        assert place.true, row


def test_a_place_that_no_longer_holds_the_number_is_not_marked() -> None:
    assert not cut("利润增长7.3%。", 4, 8, "7.2%").true
    assert not cut("利润", 40, 44, "7.2%").true
    assert cut("利润增长7.\n\n2%。", 4, 10, "7.2%").true


def test_a_source_that_is_not_kept_and_a_claim_that_is_not_there(claims: Claims, claim_id: str) -> None:
    source = read_source(claims, lambda _issue: None, claim_id)
    assert source is not None
    assert source.snippet is None
    assert read_source(claims, lambda _issue: None, "nothing") is None


def test_citations(claims: Claims, claim_id: str) -> None:
    row = first_record(claims.claim(claim_id))
    assert gb_t_7714(row) == "装备制造业利润增长较快[N]. 样例电子报, 2025-07-01(1)."
    said = plain(row)
    assert said.startswith(
        "“装备制造业“压舱石”作用凸显。其利润增长7.2%。”（《样例电子报》2025年7月1日第1版《装备制造业利润增长较快》，"
    )
    assert f"第{row['source_start']}–{row['source_end']}字" in said
    bare = row | {"page": None, "article_title": None}
    assert gb_t_7714(bare) == "[无题][N]. 样例电子报, 2025-07-01."
    assert "版" not in plain(bare).split("”（")[1]
