"""The tables are what the schema says, and a row that does not fit is refused by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from etl.model import OffsetMap
from etl.schema import CLAIMS, ISSUES, SENTENCES
from etl.table import TableError, claims_table, issues_table, sentences_table
from tests.sample import make_issue, percent_claims


def rows_of(*sentences: str, **changes: object) -> list[tuple]:  # type: ignore[type-arg]
    issue = make_issue(sentences=sentences)
    return [(issue, article, replace(claim, **changes)) for article, claim in percent_claims(issue)]  # type: ignore[arg-type]


def test_a_claim_becomes_one_row_with_its_printed_place() -> None:
    (issue, article, claim), *_ = rows = rows_of("利润同比增长7.2%。")
    table = claims_table(rows)
    assert table.schema.equals(CLAIMS, check_metadata=True)
    (row,) = table.to_pylist()
    assert issue.text[row["source_start"] : row["source_end"]] == row["value_text"] == "7.2%"
    assert row["sentence"][row["span_start"] : row["span_end"]] == "7.2%"
    assert row["value"] == 7.2
    assert row["classes"] == ["规模以上"]
    assert (row["issue_id"], row["issue_date"], row["article_id"]) == (
        "样报-2019-03-28",
        date(2019, 3, 28),
        article.article_id,
    )
    assert row["value_high"] is None
    assert claim.value == Decimal("7.2")


def test_no_rows_make_an_empty_table_with_all_columns() -> None:
    for table, schema in ((claims_table([]), CLAIMS), (sentences_table([]), SENTENCES), (issues_table([]), ISSUES)):
        assert table.num_rows == 0
        assert table.schema.equals(schema)


def test_claim_ids_depend_on_the_print_alone() -> None:
    first = make_issue(sentences=("甲增长1.5%，乙增长1.5%。", "丙增长2%。"), uri="/somewhere/a.txt")
    moved = replace(first, source_uri="elsewhere/b.txt")
    ids = claims_table((first, article, claim) for article, claim in percent_claims(first))["claim_id"].to_pylist()
    again = claims_table((moved, article, claim) for article, claim in percent_claims(moved))["claim_id"].to_pylist()
    assert ids == again
    assert len(set(ids)) == 3
    other_day = make_issue(day=date(2019, 3, 29), sentences=("甲增长1.5%，乙增长1.5%。", "丙增长2%。"))
    others = claims_table((other_day, article, claim) for article, claim in percent_claims(other_day))
    assert not set(ids) & set(others["claim_id"].to_pylist())


def test_claim_id_is_fixed_across_versions() -> None:
    """Ids are cited by readers: a change of how they are made must not slip in."""
    assert claims_table(rows_of("利润同比增长7.2%。"))["claim_id"].to_pylist() == ["ee85acef09419b709208"]


@pytest.mark.parametrize(
    ("column", "value", "complaint"),
    [
        ("bound", "over", "column bound holds 'over', which is none of exact, about"),
        ("measure", "", "column measure holds ''"),
        ("period_kind", "week", "column period_kind holds 'week'"),
        ("unit", None, "column unit is empty"),
        ("rule", 7, "column rule holds 7, which is no string"),
        ("period_start", "2019", "column period_start holds '2019', which is no date32"),
        ("value", Decimal("1e400"), "column value holds inf, which is no finite number"),
        ("value", Decimal("NaN"), "column value holds nan"),
    ],
)
def test_a_row_that_does_not_fit_is_named(column: str, value: object, complaint: str) -> None:
    good = rows_of("利润同比增长7.2%。")
    bad = [*good, *rows_of("利润同比增长7.2%。", "收入增长3%。", **{column: value})[1:]]
    with pytest.raises(TableError) as caught:
        claims_table(bad)
    assert str(caught.value).startswith("claims table, row 1 (a.txt, characters (")
    assert "'3%'" in str(caught.value)
    assert complaint in str(caught.value)


def test_one_number_claimed_twice_is_refused() -> None:
    rows = rows_of("利润同比增长7.2%。")
    with pytest.raises(TableError, match=r"rows 0 and 1: one number claimed twice.*'7\.2%'"):
        claims_table(rows * 2)


def test_sentences_keep_their_runs_in_the_source() -> None:
    issue = make_issue(sentences=("利润增长", "7.2%。"))
    (article,) = issue.articles
    joined = replace(article.sentences[0], text="利润增长7.2%。", offsets=OffsetMap((0, 4), (14, 19)))
    issue = replace(issue, articles=(replace(article, sentences=(joined,)),))
    (row,) = sentences_table([issue]).to_pylist()
    assert (row["text_starts"], row["source_starts"]) == ([0, 4], [14, 19])
    assert row["ordinal"] == 0
    assert row["paragraph"] == -1


def test_issues_table_counts_and_names_the_source() -> None:
    issue = make_issue(sentences=("一句。", "两句。"))
    (row,) = issues_table([(issue, 5)], origin="/papers").to_pylist()
    assert (row["sentences"], row["articles"], row["claims"], row["origin"]) == (2, 1, 5, "/papers")
    assert row["sha256"] == row["text_sha256"] == issue.sha256
    assert row["characters"] == len(issue.text)


def test_values_are_the_nearest_float_of_the_decimal() -> None:
    (row,) = claims_table(rows_of("增长7.2%。", value=Decimal("27204.3") * 10**8)).to_pylist()
    assert row["value"] == 2720430000000.0
