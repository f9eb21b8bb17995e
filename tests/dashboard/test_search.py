from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from dashboard.filter import Filter
from dashboard.fold import MAX_TERMS, fold, folded_sql, spans, terms
from dashboard.query import Claims
from dashboard.search import marked, search
from tests.dashboard.printed_issues import HOSTILE


def test_folding_keeps_every_character_in_its_place_and_sql_folds_alike() -> None:
    characters = "".join(chr(code) for code in range(0x20, 0x1_0000) if not 0xD800 <= code <= 0xDFFF)
    folded = fold(characters)
    assert len(folded) == len(characters)
    (in_sql,) = duckdb.execute(f"SELECT {folded_sql('$text')}", {"text": characters}).fetchall()[0]
    assert len(in_sql) == len(characters)
    common = [c for c in range(len(characters)) if ord(characters[c]) < 0x250 or ord(characters[c]) > 0x2E00]
    assert [folded[place] for place in common] == [in_sql[place] for place in common]
    assert fold("ＧＤＰ（５％）　Abc") == "gdp(5%) abc"


@pytest.mark.parametrize(
    ("text", "looked_for"),
    [
        ("", ()),
        ("   ", ()),
        ("利润 纺织业", ("利润", "纺织业")),
        ("利润　利润", ("利润",)),
        ('"利润 总额" 增长', ("利润 总额", "增长")),
        ("“利润 总额”", ("利润 总额",)),
        ("ＧＤＰ%_*", ("gdp%_*",)),
        ('"', ('"',)),
        ("a OR b -c", ("a", "or", "b", "-c")),
    ],
)
def test_what_a_search_text_looks_for(text: str, looked_for: tuple[str, ...]) -> None:
    assert terms(text) == looked_for


def test_terms_are_bounded() -> None:
    assert len(terms(" ".join(map(str, range(100))))) == MAX_TERMS


def test_spans_are_in_order_joined_and_inside_the_text() -> None:
    text = "利润总额增长，利润率下降，𝟙亿元ＧＤＰ"
    assert [text[start:end] for start, end in spans(text, ("利润",))] == ["利润", "利润"]
    assert [text[start:end] for start, end in spans(text, ("利润总", "总额"))] == ["利润总额"]
    assert [text[start:end] for start, end in spans(text, ("gdp", "亿"))] == ["亿", "ＧＤＰ"]
    assert spans(text, ("没有",)) == []
    assert spans("aaaa", ("aa",)) == [(0, 4)]
    pieces = marked(text, tuple(spans(text, ("利润",))))
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, hit in pieces if hit] == ["利润", "利润"]


def test_a_search_finds_sentences_with_their_claims_and_places(claims: Claims) -> None:
    total, hits = search(claims, Filter(text="压舱石"))
    assert (total, len(hits)) == (1, 1)
    (hit,) = hits
    assert [hit.sentence[start:end] for start, end in hit.spans] == ["压舱石"]
    assert len(hit.claim_ids) == 1
    assert claims.claim(hit.claim_ids[0])["sentence"].iloc[0] == hit.sentence


def test_every_term_has_to_be_found_and_filters_go_on_narrowing(claims: Claims) -> None:
    both = search(claims, Filter(text="纺织业 利润"), rows=500)[1]
    assert both
    assert all("纺织业" in hit.sentence + (hit.title or "") for hit in both if hit.spans)
    assert claims.count(Filter(text="纺织业 没有的字")).claims == 0
    narrowed = Filter(text="纺织业", publication=("样例电子报",))
    assert claims.count(narrowed).claims <= claims.count(Filter(text="纺织业")).claims
    ids = {claim for hit in search(claims, narrowed, rows=500)[1] for claim in hit.claim_ids}
    assert len(ids) == claims.count(narrowed).claims


def test_headlines_are_searched_and_highlighted(claims: Claims) -> None:
    total, hits = search(claims, Filter(text="HYPERLINK"), rows=10)
    assert total >= 1
    for hit in hits:
        assert hit.title is not None
        assert [hit.title[start:end] for start, end in hit.title_spans] == ["HYPERLINK"]


def test_sentences_without_a_number_are_found_where_only_the_text_narrows(claims: Claims) -> None:
    sentences = claims.relation("SELECT sentence FROM sentences WHERE claims = 0").fetchall()
    assert sentences, "the store of the tests holds sentences without a number"
    word = sentences[0][0][:6]
    assert any(not hit.claim_ids for hit in search(claims, Filter(text=word), rows=500)[1])
    assert all(hit.claim_ids for hit in search(claims, Filter(text=word, kind=("economic",)), rows=500)[1])


def test_pages_of_a_search_do_not_overlap(claims: Claims) -> None:
    total, everything = search(claims, Filter(text="利润"), rows=500)
    assert total == len(everything) > 20
    pages = [search(claims, Filter(text="利润"), first, 10)[1] for first in range(0, total, 10)]
    assert [hit.sentence_id for page in pages for hit in page] == [hit.sentence_id for hit in everything]
    assert search(claims, Filter(text="利润"), total, 10)[1] == []


@pytest.mark.parametrize("text", ["'; DROP TABLE claims; --", "%", "_", HOSTILE, "\\", "' OR '1'='1", "(?i)a+$", "*"])
def test_nothing_in_a_search_is_an_operator(claims: Claims, text: str) -> None:
    _, hits = search(claims, Filter(text=text), rows=500)
    for hit in hits:
        names = "".join(
            f"{row.subject} {row.indicator} {row.sector}"
            for claim in hit.claim_ids
            for row in claims.claim(claim).itertuples()
        )
        printed = fold(hit.sentence + "\n" + (hit.title or "") + names)
        assert all(term in printed for term in terms(text))


def test_an_empty_store_finds_nothing(tmp_path: Path) -> None:
    assert search(Claims(tmp_path), Filter(text="利润")) == (0, [])
    assert search(Claims(tmp_path), Filter()) == (0, [])


@pytest.mark.parametrize("rare", [1, 1_000_000])
def test_what_is_found_is_the_same_put_down_claim_by_claim_or_looked_up(
    store: Path, rare: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.mask._RARE", rare)
    claims = Claims(store)
    printed = "concat_ws(chr(10), s.sentence, s.article_title, c.subject, c.indicator, c.sector)"
    joined = "FROM claims c LEFT JOIN sentences s ON s.key = c.passage"
    sql = f"SELECT count(*) AS n {joined} WHERE contains({printed}, $word)"
    for word in ("增长", "纺织业", "利润总额", "9", "没有这样的词"):
        (found,) = claims.rows(sql, {"word": word})
        assert claims.count(Filter(text=word)).claims == found["n"], word
