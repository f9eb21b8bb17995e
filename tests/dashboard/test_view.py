from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.filter import LISTS, Filter, Offered
from dashboard.language import Language
from dashboard.observation import VERDICTS
from dashboard.view import (
    Figure,
    View,
    filter_search,
    parse_search,
    problems_text,
    read_view,
    write_search,
)
from etl.schema import CODES

OFFERED = Offered(
    publication={"样例工业报": 3, "另一报&=?": 1},
    sector={"制造业": 2, "采矿业": 1},
    indicator={"利润总额": 3, "增加值": 1},
    month=("2019-02", "2019-03"),
)


def test_a_search_is_read_part_by_part() -> None:
    search = "?publication=样例工业报&sector=制造业&sector=采矿业&from=2019-02&to=2019-03&q=利润&measure=growth&lang=en"
    view, problems = parse_search(search, OFFERED)
    assert problems == []
    assert view == View(
        Filter(("样例工业报",), "2019-02", "2019-03", ("制造业", "采矿业"), measure=("growth",), text="利润"),
        language=Language.EN,
    )


@pytest.mark.parametrize(
    ("search", "named"),
    [
        ("?colour=red", "colour"),
        ("?month_from=2019-01", "month_from"),
        ("?text=a", "text"),
        ("?sector=不存在的行业", "不存在的行业"),
        ("?measure=speed", "speed"),
        ("?from=2019-13", "2019-13"),
        ("?from=2019-03&to=2019-02", "起点晚于终点"),
        ("?from=2019-02&from=2019-03", "只能给一次"),
        ("?q=" + "长" * 101, "过长"),
        ("?figure=growth-sideways", "growth-sideways"),
        ("?period=2019-02-30_2019-03-31", "2019-02-30"),
        ("?period=2019-04-01_2019-03-31", "2019-04-01"),
        ("?claim=<script>", "<script>"),
        ("?lang=fr", "fr"),
        ("?" + "q=a&" * 3000, "过长"),
        ("?" + "&".join(f"sector=x{n}" for n in range(60)), "过多"),
    ],
)
def test_what_is_not_understood_is_named_and_ignored(search: str, named: str) -> None:
    view, problems = parse_search(search, OFFERED)
    assert problems
    assert named in problems_text(problems, Language.ZH)
    assert problems_text(problems, Language.EN)
    if not search.startswith("?from=2019-02&from"):
        assert write_search(view) == ""


def test_a_problem_never_repeats_more_than_a_little_of_what_was_sent() -> None:
    _, problems = parse_search("?" + "&".join(f"{'x' * 300}{n}=1" for n in range(20)), OFFERED)
    assert len(problems_text(problems, Language.ZH)) < 500


@pytest.mark.parametrize("junk", [None, 3, {"a": 1}, ["?q=x"], b"?q=x", ""])
def test_a_search_of_another_type_is_an_empty_view(junk: Any) -> None:
    assert parse_search(junk, OFFERED)[0] == View()


@pytest.mark.parametrize("junk", [3, {"a": 1}, [["制造业"]], [None], [{"sector": 1}], True])
def test_values_of_another_type_choose_nothing(junk: Any) -> None:
    values = dict.fromkeys((*LISTS, "month_from", "text", "plot", "whose", "claim", "language"), junk)
    assert read_view(values, OFFERED)[0] == View()


def test_only_what_the_reader_chose_is_written() -> None:
    assert write_search(View()) == ""
    assert write_search(View(figure=Figure(plot=("利润总额",)))) == "?plot=%E5%88%A9%E6%B6%A6%E6%80%BB%E9%A2%9D"
    view = View(Filter(kind=("economic",)), Figure(figure="growth-yoy"), "abc", Language.EN)
    assert write_search(view) == "?kind=economic&figure=growth-yoy&claim=abc&lang=en"
    assert filter_search(view) == "?kind=economic"


views = st.builds(
    View,
    filter=st.builds(
        Filter,
        publication=st.lists(st.sampled_from(sorted(OFFERED.publication)), unique=True).map(tuple),
        month_from=st.sampled_from([None, "2019-02"]),
        month_to=st.sampled_from([None, "2019-03"]),
        sector=st.lists(st.sampled_from(sorted(OFFERED.sector)), unique=True).map(tuple),
        measure=st.lists(st.sampled_from(sorted(CODES["measure"])), unique=True).map(tuple),
        as_of=st.sampled_from([None, "2019-05-28"]),
        text=st.text(max_size=20).filter(lambda t: t.isprintable() and t == t.strip()),
    ),
    figure=st.builds(
        Figure,
        plot=st.sampled_from([(), ("利润总额",)]),
        figure=st.sampled_from([None, "level", "growth-yoy"]),
        period=st.sampled_from([None, "2019-01-01_2019-05-31"]),
        within=st.sampled_from([None, "制造业"]),
        verdict=st.sampled_from([None, *VERDICTS]),
        columns=st.sampled_from([(), ("value", "sentence")]),
        issue=st.sampled_from([None, "样例工业报-2019-05-28"]),
        whose=st.lists(st.text(min_size=1, max_size=9).filter(str.isprintable), unique=True, max_size=8).map(tuple),
    ),
    claim=st.sampled_from([None, "0123456789abcdef"]),
    language=st.sampled_from(list(Language)),
)


@given(views)
def test_a_view_written_is_read_back(view: View) -> None:
    assert parse_search(write_search(view), OFFERED) == (view, [])


@given(st.text(max_size=200))
def test_no_search_breaks_the_page(search: str) -> None:
    view, problems = parse_search("?" + search, OFFERED)
    assert parse_search(write_search(view), OFFERED) == (view, [])
    problems_text(problems, Language.ZH)
