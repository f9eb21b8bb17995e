"""What the single pages are made of: issues, comparison, overview, facets, runs, the panel's links."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from dash.development.base_component import Component

from dashboard.components.comparison import observation_list, why_charted
from dashboard.components.facets import facets
from dashboard.components.issue import issue_view, marked
from dashboard.components.overview import freshness_table, new_figures_list, tiles
from dashboard.components.runs import aside_table, run_table, source_table
from dashboard.components.source_panel import source_links, text_fragment
from dashboard.components.sparkline import sparkline
from dashboard.components.table import DEFAULT, column_options, columns, grid_rows
from dashboard.filter import Filter
from dashboard.headline import headlines, new_figures
from dashboard.language import Language
from dashboard.queries.facet import facet_counts
from dashboard.queries.issue import freshness, issue_count, issues_page, lead_titles, read_issue
from dashboard.queries.repeated import repeated, statements, worst
from dashboard.query import Claims
from dashboard.view import SHOWABLE
from etl.store.ledger import Run, RunState, SetAsideDocument, SourceState
from tests.dashboard.printed_issues import HOSTILE

FRONT = "样例电子报-2025-07-01"


def printed(part: Any) -> str:
    """Everything a reader would read of a component, with its classes and addresses."""
    return json.dumps(part, ensure_ascii=False, default=lambda one: one.to_plotly_json())


def words(part: Any) -> str:
    """The bare text."""
    if isinstance(part, Component):
        return words(getattr(part, "children", None))
    return "".join(map(words, part)) if isinstance(part, list | tuple) else str(part or "")


# --------------------------------------------------------------------------- issues


def test_issues_are_listed_the_latest_first_with_their_headline(claims: Claims) -> None:
    rows = issues_page(claims)
    assert rows["issue_id"].iloc[0] == FRONT
    assert issue_count(claims) == len(rows) == 13
    assert issue_count(claims, ("样例工业报",)) == len(issues_page(claims, ("样例工业报",))) == 11
    assert lead_titles(claims, [FRONT]) == {FRONT: "装备制造业利润增长较快"}


def test_an_issue_is_set_again_whole_with_every_claim_marked(claims: Claims) -> None:
    issue = read_issue(claims, FRONT)
    assert issue is not None
    assert (issue.earlier, issue.later) == (None, None)
    parts = issue_view(issue, Language.ZH)
    said = words(parts)
    assert all(sentence in said.replace("◇", "") for sentence in issue.sentences["sentence"])
    shown = printed(parts)
    assert all(f'"data-held": "{claim}' in shown or f"{claim}" in shown for claim in issue.claims["claim_id"])
    assert shown.count('"data-held"') == len(issue.claims)
    assert "kind-technical" in shown
    assert "◇" in said


def test_issues_lead_to_the_one_before_and_after(claims: Claims) -> None:
    issue = read_issue(claims, "样例工业报-2019-06-28")
    assert issue is not None
    assert (issue.earlier, issue.later) == ("样例工业报-2019-05-28", "样例工业报-2019-07-28")
    assert read_issue(claims, "nowhere") is None


def claim(start: int, end: int, name: str, **more: Any) -> dict[str, Any]:
    return {"span_start": start, "span_end": end, "claim_id": name, "kind": "economic", "status": "actual"} | more


@pytest.mark.parametrize(
    ("claims_", "held"),
    [
        ([], []),
        ([claim(0, 2, "a")], ["a"]),
        ([claim(0, 2, "a"), claim(0, 2, "b")], ["a b"]),
        ([claim(0, 4, "a"), claim(2, 4, "b"), claim(4, 6, "c")], ["a b", "c"]),
        ([claim(4, 6, "b"), claim(0, 2, "a")], ["a", "b"]),
    ],
)
def test_overlapping_numbers_share_a_mark_and_no_character_is_lost(claims_: list[Any], held: list[str]) -> None:
    sentence = "12和34家"
    pieces = marked(sentence, claims_)
    assert "".join(p if isinstance(p, str) else p.children[1] for p in pieces) == sentence
    buttons = [p.to_plotly_json()["props"]["data-held"] for p in pieces if not isinstance(p, str)]
    assert buttons == held


# --------------------------------------------------------------------------- comparison


def test_figures_with_several_statements_the_contradicted_first(claims: Claims) -> None:
    seen = repeated(claims, Filter())
    assert (seen[0]["verdict"], seen[0]["entity"]) == ("contradicts", "纺织业")
    assert min(row["statements"] for row in seen) > 1
    assert {"agrees", "contradicts"} <= {row["verdict"] for row in seen}


def test_a_chosen_newspaper_brings_the_others_statements_with_it(claims: Claims) -> None:
    paper = f"另一报{HOSTILE}"
    seen = repeated(claims, Filter(publication=(paper,)))
    assert {row["entity"] for row in seen} == {"纺织业", "采矿业"}
    whole = statements(claims, [claim for row in seen for claim in row["claims"]])
    assert set(whole["publication"]) == {paper, "样例工业报"}


def test_the_list_says_which_one_is_charted_and_why(claims: Claims) -> None:
    seen = repeated(claims, Filter(sector=("纺织业",), month_from="2019-05", month_to="2019-05"))
    whole = statements(claims, seen[0]["claims"])
    said = words(observation_list(seen, whole, None, Language.ZH))
    for part in ("纺织业", "⚑ 相左", "图表取此", "为什么取这一处", "其中出版最晚（2019-06-29）", "−20%"):
        assert part in said
    charted, second = (whole.loc[claim].to_dict() for claim in seen[0]["claims"])
    assert "the latest issue" in why_charted(charted, second, Language.EN)


def test_no_figure_said_twice_is_said(claims: Claims) -> None:
    nothing = repeated(claims, Filter(text="没有这样的字词"))
    assert "没有哪个数字" in words(observation_list(nothing, statements(claims, []), None, Language.ZH))


@pytest.mark.parametrize(
    ("verdicts", "found"), [(["agrees", "coarser"], "coarser"), (["agrees", "revised", "contradicts"], "contradicts")]
)
def test_the_most_troubling_verdict_stands_for_all(verdicts: list[str], found: str) -> None:
    assert worst(verdicts) == found


# --------------------------------------------------------------------------- overview


def test_headlines_are_the_fullest_national_series_with_the_period_before(claims: Claims) -> None:
    found = headlines(claims, Filter())
    assert found[0].name(Language.ZH) == "利润总额同比增速"
    assert found[0].before is not None
    assert found[0].before["period_end"] < found[0].latest["period_end"]
    assert len({each.latest["indicator"] for each in found}) == len(found)
    shown = printed(tiles(found, Language.ZH, dark=False))
    assert found[0].latest["claim_id"] in shown
    assert "data:image/svg+xml," in shown
    assert "上一期" in shown


def test_new_figures_are_those_of_the_latest_issue(claims: Claims) -> None:
    found = new_figures(claims, Filter(), FRONT)
    assert "装备制造业" in {each.latest["name"] for each in found}
    assert {each.latest["issue_date"].isoformat() for each in found} == {"2025-07-01"}
    assert len({each.latest["claim_id"] for each in found}) == len(found)
    assert "看原句" in printed(new_figures_list(found, Language.ZH))


def test_freshness_says_late_in_words(claims: Claims) -> None:
    rows = freshness(claims)
    monthly = rows[rows["publication"] == "样例工业报"].iloc[0]
    assert (monthly["issues"], round(monthly["rhythm"])) == (11, 31)
    said = words(freshness_table(rows, date(2020, 2, 1), Language.ZH))
    assert "● 按时" in said
    assert "△ 已 369 天没有新一期" in words(freshness_table(rows, date(2021, 1, 31), Language.ZH))


def test_of_a_paper_with_a_single_issue_nobody_says_that_it_is_on_time(claims: Claims) -> None:
    single = freshness(claims).head(1).assign(rhythm=None, issues=1)
    said = words(freshness_table(single, date(2021, 1, 31), Language.ZH))
    assert "○ 只有一期，说不准" in said
    assert "按时" not in said


@pytest.mark.parametrize("values", [[1.0, 1.0], [-1.0, 2.0, 0.5], [0.0, 0.0], [5.0]])
def test_a_sparkline_is_a_small_picture_without_script(values: list[float]) -> None:
    picture = sparkline(values, "#2c6e9b", "#8794a1")
    assert picture.startswith("data:image/svg+xml,%3Csvg")
    assert "nan" not in picture
    assert ("stroke-dasharray" in picture) is (min(values) < 0 < max(values))


# --------------------------------------------------------------------------- rows


def test_a_facet_does_not_narrow_itself(claims: Claims) -> None:
    narrowed = Filter(status=("target",), measure=("growth",))
    counts = facet_counts(claims, narrowed)
    assert dict(counts["status"])["actual"] > 200
    assert dict(counts["measure"]) == {"growth": 1, "level": 1}
    shown = printed(facets(counts, narrowed, Language.ZH))
    assert '"aria-pressed": "true"' in shown
    assert "✓" in shown


def test_the_reader_chooses_the_columns(claims: Claims) -> None:
    assert [one["colId"] for one in columns(Language.ZH)] == list(DEFAULT)
    assert [one["colId"] for one in columns(Language.EN, ("rule", "value"))] == ["rule", "value"]
    assert {one["value"] for one in column_options(Language.ZH)} == set(SHOWABLE)
    fields = {one["field"] for one in columns(Language.ZH, SHOWABLE)}
    (row,) = grid_rows(claims.page(Filter(), 0, 1, []), Language.ZH, {})
    assert fields <= set(row)
    json.dumps(row, allow_nan=False)


# --------------------------------------------------------------------------- runs


def run_on_record(state: RunState = "done", seconds: float | None = 12.5, message: str = "") -> Run:
    started = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    ended = None if seconds is None else started + timedelta(seconds=seconds)
    return Run(1, started, ended, state, "schedule", 99, "1", 17, 16, 0, 0, 0, 1, 1319, 7, message)


ASIDE = SetAsideDocument(
    source_uri="issues/broken.txt",
    origin="issues",
    reason="没有报头 <b>",
    tries=3,
    first=datetime(2026, 1, 2, tzinfo=UTC),
    last=datetime(2026, 1, 2, tzinfo=UTC),
    sha256="0" * 64,
    duplicate_of=None,
    kept_issue=FRONT,
)
ASKED = SourceState("data/issues", "data/issues", "folder", datetime(2026, 1, 2, tzinfo=UTC), None, "not found")


def test_runs_are_shown_with_what_they_set_aside_and_why() -> None:
    said = words(run_table([run_on_record(), run_on_record("failed", None, "磁盘已满")], Language.ZH))
    for part in ("✓ 完成", "12.5 秒", "1,319", "定时", "✕ 失败", "磁盘已满"):
        assert part in said
    assert "没有报头 <b>" in words(aside_table([ASIDE], Language.ZH))
    assert f"issue={'%E6'}" in printed(aside_table([ASIDE], Language.ZH))
    assert "not found" in words(source_table([ASKED], Language.EN))


def test_an_empty_book_says_so() -> None:
    assert "还没有更新记录" in words(run_table([], Language.ZH))
    assert "No file is set aside" in words(aside_table([], Language.EN))
    assert "No source" in words(source_table([], Language.EN))


# --------------------------------------------------------------------------- the panel's links


def test_a_claim_from_the_web_links_to_its_very_words() -> None:
    row = {
        "source_uri": "https://news.example/a.html#top",
        "sentence": "1—5月，利润增长7.2%，同比回升。",
        "span_start": 9,
        "span_end": 13,
        "value_text": "7.2%",
    }
    link: Any = source_links(row, Language.ZH)[0]
    assert link.href.startswith("https://news.example/a.html#:~:text=")
    assert text_fragment(row).count(",") == 2
    assert "7.2%25" in link.href
    assert link.rel == "noopener noreferrer"


@pytest.mark.parametrize("address", ["issues/a.txt", "javascript:alert(1)", "data:text/html,x", "ftp://x/y", None])
def test_nothing_else_becomes_a_link(address: str | None) -> None:
    assert source_links({"source_uri": address}, Language.ZH) == []


def test_a_dash_in_the_words_is_not_read_as_the_fragment_s_own() -> None:
    row = {"sentence": "1-5月增长7%", "span_start": 6, "span_end": 8}
    assert text_fragment(row) == "#:~:text=1%2D5%E6%9C%88%E5%A2%9E%E9%95%BF-,7%25"
