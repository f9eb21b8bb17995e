"""What is counted over codes is what a scan of the table counts, for tables and filters of every make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.bits import Bits
from dashboard.filter import LISTS, Filter
from dashboard.query import Claims
from dashboard.scope import Count, in_order
from dashboard.sector_tree import with_descendants
from dashboard.selection import Selection, _largest
from etl.schema import CLAIMS
from etl.store import IssueRows, Store
from etl.table import claims_table, issues_table, sentences_table
from tests.sample import make_issue, percent_claims

_DAYS = st.integers(0, 800).map(lambda number: date(2018, 11, 1) + timedelta(days=number))
_SECTORS = ("制造业", "汽车制造业", "采矿业", "煤炭开采和洗选业", None)
_ROW = st.fixed_dictionaries(
    {
        "sector": st.sampled_from(_SECTORS),
        "indicator": st.sampled_from(("利润", "收入", "产量", None)),
        "measure": st.sampled_from(("growth", "level")),
        "comparison": st.sampled_from(("yoy", None)),
        "kind": st.sampled_from(("economic", "other")),
        "status": st.sampled_from(("actual", "target")),
        "period_end": st.one_of(st.none(), _DAYS),
        "subject": st.sampled_from(("甲", "利润", None)),
        "value": st.sampled_from((1.0, 2.5, -3.0)),
    }
)
_ISSUES = st.lists(
    st.tuples(st.sampled_from(("甲报", "乙报")), _DAYS, st.lists(st.lists(_ROW, min_size=1, max_size=4), max_size=3)),
    max_size=5,
    unique_by=lambda issue: issue[:2],
)
_MONTHS = st.one_of(st.none(), _DAYS.map(lambda day: f"{day:%Y-%m}"))


def _some(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


_FILTERS = st.builds(
    Filter,
    publication=_some("甲报", "乙报", "丙报"),
    sector=_some("制造业", "煤炭开采和洗选业"),
    indicator=_some("利润", "收入", "没有"),
    measure=_some("growth", "level"),
    kind=_some("economic"),
    status=_some("actual", "forecast"),
    month_from=_MONTHS,
    month_to=_MONTHS,
    as_of=st.one_of(st.none(), _DAYS.map(date.isoformat)),
    text=st.sampled_from(("", "", "增长", "第1句", "利润")),
)
_Row = dict[str, Any]
_Printed = list[tuple[str, date, list[list[_Row]]]]


def _publish(folder: Path, printed: _Printed) -> Claims:
    """A store of the issues: for each sentence its claims, as the rows say."""
    batches = []
    for publication, day, sentences in printed:
        texts = [f"第{number}句，{'、'.join(['增长1%'] * len(rows))}。" for number, rows in enumerate(sentences)]
        issue = make_issue(publication, day, texts or ["没有数字。"], f"{publication}{day}")
        made = [claim for _, claim in percent_claims(issue)]
        rows = [row for sentence in sentences for row in sentence]
        assert len(made) == len(rows)
        claims = claims_table((issue, article, claim) for article, claim in percent_claims(issue)).to_pylist()
        for claim, row in zip(claims, rows, strict=True):
            end = row["period_end"]
            claim |= {**row, "period_start": end and end.replace(day=1)}
        tables = {
            "claims": pa.Table.from_pylist(claims, schema=CLAIMS),
            "sentences": sentences_table([issue]),
            "issues": issues_table([(issue, len(claims))], "papers"),
        }
        batches.append(IssueRows(tables, issue.text.encode(), issue.text))
    Store(folder).replace_issues(batches)
    return Claims(folder)


def _scanned(claims: Claims, narrowed: Filter) -> list[_Row]:
    """The rows of the filter by the plainest reading of what it says, in the table's order."""
    months = (narrowed.month_from, narrowed.month_to)
    found = []
    table = claims.relation("SELECT * FROM claims ORDER BY position").to_arrow_table()
    row: _Row
    for row in table.to_pylist():
        ended = f"{row['period_end']:%Y-%m}" if row["period_end"] else None
        text = " ".join(
            str(row[name] or "") for name in ("sentence", "article_title", "subject", "indicator", "sector")
        )
        sectors = with_descendants(narrowed.sector)
        if (
            all(
                not getattr(narrowed, name) or row[name] in getattr(narrowed, name)
                for name in LISTS
                if name != "sector"
            )
            and (not narrowed.sector or row["sector"] in sectors)
            and (months[0] is None or (ended is not None and ended >= months[0]))
            and (months[1] is None or (ended is not None and ended <= months[1]))
            and (not narrowed.as_of or f"{row['issue_date']:%Y-%m-%d}" <= narrowed.as_of)
            and narrowed.text in text
        ):
            found.append({**row, "ended": ended})
    return found


def _plain_facets(claims: Claims, narrowed: Filter) -> Mapping[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for name in LISTS:
        counts = found.setdefault(name, {})
        free: dict[str, Any] = {name: ()}
        for row in _scanned(claims, replace(narrowed, **free)):
            if row[name] is not None:
                counts[row[name]] = counts.get(row[name], 0) + 1
    return found


@settings(deadline=None, max_examples=20)
@given(_ISSUES, st.lists(_FILTERS, min_size=1, max_size=6), st.sampled_from((0, 8)))
def test_what_is_counted_is_what_a_scan_counts(printed: _Printed, filters: list[Filter], sparse: int) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("dashboard.selection._SPARSE", sparse)
        claims = _publish(Path(folder), printed)
        for narrowed in [Filter(), *filters]:
            rows = _scanned(claims, narrowed)
            sentences, issues = ({row[name] for row in rows} for name in ("sentence_id", "issue_id"))
            assert claims.count(narrowed) == Count(len(rows), len(sentences), len(issues))
            assert list(claims.page(narrowed, 1, 4, [])["claim_id"]) == [row["claim_id"] for row in rows[1:4]]
            _assert_sorted(claims, narrowed, rows)
            _assert_periods(claims, narrowed, rows)
            facets, plain = claims.facets(narrowed), _plain_facets(claims, narrowed)
            for name in LISTS:
                assert facets[name] == in_order(name, plain[name]), name
            _assert_plots(claims, narrowed, rows)
            assert len(claims.reader(narrowed).read_all()) == len(rows)


def _assert_sorted(claims: Claims, narrowed: Filter, rows: list[_Row]) -> None:
    for column in ("value", "measure"):
        for direction in ("asc", "desc"):
            page = claims.page(narrowed, 1, 4, [{"colId": column, "sort": direction}], ("claim_id",))
            ordered = sorted(rows, key=itemgetter(column), reverse=direction == "desc")  # keeps the order of the equal
            assert list(page["claim_id"]) == [row["claim_id"] for row in ordered[1:4]], (column, direction)


def _assert_periods(claims: Claims, narrowed: Filter, rows: list[_Row]) -> None:
    codes = dict(claims.relation("SELECT series, code FROM series").fetchall())
    told: dict[int, list[_Row]] = {}
    for row in rows:
        counts_itself = (
            row["sector"] is None and row["subject"] is not None and row["subject"] in (row["indicator"] or "")
        )
        if row["figure"] is not None and row["status"] == "actual" and row["region"] is None and not counts_itself:
            told.setdefault(codes[row["series"]], []).append(row)
    selection = claims.selection(narrowed)
    periods = dict(enumerate(selection.periods().tolist()))
    assert {code: number for code, number in periods.items() if number} == {
        code: len({row["period_end"] for row in own}) for code, own in told.items()
    }
    for code, own in told.items():
        own.sort(key=itemgetter("claim_id"))
        own.sort(key=itemgetter("period_end"), reverse=True)
        assert selection.latest([code], 2) == [row["position"] for row in own[:2]]


@pytest.mark.parametrize("falling", [False, True])
@given(data=st.data())
def test_rows_by_value_are_found_wherever_the_filter_leaves_them(falling: bool, data: st.DataObject) -> None:
    """What a first cut by value leaves may hold none of them."""
    values = np.array(data.draw(st.lists(st.integers(0, 50), min_size=1, max_size=400)))
    taken = np.array(data.draw(st.lists(st.booleans(), min_size=values.size, max_size=values.size)))
    if data.draw(st.booleans()):
        taken = values > np.median(values)
    ranks = np.searchsorted(np.sort(values), values).astype(np.uint32)
    codes = SimpleNamespace(array=lambda _name: ranks)
    selection = Selection(SimpleNamespace(codes=codes), Filter(), (), {("", False, False): Bits.of(taken)})  # type: ignore[arg-type]
    keys = -values if falling else values
    ordered = [place + 1 for place in np.argsort(keys, kind="stable").tolist() if taken[place]]
    first, rows = data.draw(st.integers(0, 20)), data.draw(st.integers(1, 20))
    assert selection.by_value(first, rows, falling) == ordered[first : first + rows]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=60), st.integers(1, 8))
def test_the_largest_counts_are_found_from_the_head_of_the_totals(pairs: list[tuple[int, int]], most: int) -> None:
    totals = np.array(sorted((max(pair) for pair in pairs), reverse=True), dtype=np.int64)
    counts = np.array([min(pair) for pair in pairs], dtype=np.int64)
    counts = np.minimum(counts, totals)
    numbers = np.random.default_rng(len(pairs)).permutation(len(pairs)) + 1
    of_number = dict(zip(numbers.tolist(), counts.tolist(), strict=True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dashboard.selection._HEAD", 2)
        found = _largest(
            numbers,
            totals,
            lambda asked: np.array([of_number[n] for n in asked.tolist()], dtype=int),
            most,
            np.sort(numbers),
        )
    best = sorted((number for number in of_number if of_number[number]), key=lambda n: (-of_number[n], n))
    assert found.tolist() == best[:most]


def _assert_plots(claims: Claims, narrowed: Filter, rows: list[_Row]) -> None:
    figures: dict[tuple[object, ...], list[_Row]] = {}
    for row in rows:
        if row["indicator"] is not None and row["ended"] is not None:
            figures.setdefault((row["indicator"], row["measure"], row["comparison"]), []).append(row)
    found = {}
    for indicator, measure, comparison, number, points in claims.plots(narrowed).itertuples(index=False):
        found[indicator, measure, comparison if isinstance(comparison, str) else None] = (number, points)
    assert found == {
        figure: (len(own), len({(row["sector"], row["subject"], row["period_end"]) for row in own}))
        for figure, own in figures.items()
    }


def _level_rows(**many: int) -> list[_Row]:
    """So many claims of each indicator, each in a month of its own."""
    row = {"measure": "level", "comparison": None, "kind": "economic", "status": "actual"}
    return [
        {**row, "indicator": name, "sector": None, "subject": None, "period_end": date(2019, 1 + number, 28)}
        for name, times in many.items()
        for number in range(times)
    ]


@pytest.mark.parametrize("chosen", [(), ("产量",)])
def test_the_figures_of_chosen_indicators_are_listed_beyond_the_fullest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: tuple[str, ...]
) -> None:
    rows = _level_rows(利润=3, 收入=2, 产量=1)
    claims = _publish(tmp_path / "store", [("甲报", date(2019, 4, 1), [rows[:4], rows[4:]])])
    monkeypatch.setattr("dashboard.query.PLOTS_LIMIT", 1)
    assert list(claims.plots(Filter(), chosen)["indicator"]) == ["利润", *chosen]


def test_of_many_indicators_the_chosen_and_the_fullest_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = _level_rows(利润=3, 收入=2, 产量=1)
    claims = _publish(tmp_path / "store", [("甲报", date(2019, 4, 1), [rows[:4], rows[4:]])])
    monkeypatch.setattr("dashboard.query.FACET_LIMIT", 2)
    assert claims.facets(Filter())["indicator"] == {"利润": 3, "收入": 2}
    assert claims.facets(Filter(indicator=("产量",)))["indicator"] == {"利润": 3, "产量": 1}


def test_the_claims_of_a_sentence_stand_in_a_row_even_where_their_places_do_not(tmp_path: Path) -> None:
    rows = _level_rows(利润=2, 收入=2)
    starts = (10, 30, 20, 40)
    printed = [{**row, "source_start": start} for row, start in zip(rows, starts, strict=True)]
    claims = _publish(tmp_path / "store", [("甲报", date(2019, 4, 1), [printed[:2], printed[2:]])])
    assert list(claims.page(Filter(), 0, 4, [])["source_start"]) == [10, 30, 20, 40]
    assert claims.count(Filter(month_to="2019-01")) == Count(2, 2, 1)
    assert claims.count(Filter(indicator=("收入",))) == Count(2, 1, 1)
