from __future__ import annotations

from typing import Any

import pytest

from dashboard.filter import Filter
from dashboard.language import Language
from dashboard.query import Claims
from dashboard.screen import Screen
from dashboard.time_charts import TimeCharts, time_charts
from dashboard.view import Figure, View


def charts(claims: Claims, narrowed: Filter | None = None, **figure: Any) -> TimeCharts:
    return time_charts(claims, View(narrowed or Filter(), figure=Figure(**figure)), Screen())


def test_the_fullest_series_are_drawn_when_the_reader_has_not_said(claims: Claims) -> None:
    shown = charts(claims)
    assert shown.plot == ["利润总额"]
    assert shown.whose[0] == "装备制造业"
    assert len(shown.whose) == 4
    assert "4 条序列" in shown.series.label


def test_the_reader_s_series_hold(claims: Claims) -> None:
    assert charts(claims, whose=("纺织业", "采矿业")).whose == ["纺织业", "采矿业"]


def test_several_indicators_are_told_apart_and_share_an_axis_only_with_their_unit(claims: Claims) -> None:
    shown = charts(claims, plot=("利润总额", "增加值"))
    assert shown.plot == ["利润总额", "增加值"]
    assert {name.split("·")[-1] for name in shown.whose} == {"利润总额", "增加值"}
    notes = [note["text"] for note in shown.series.figure["layout"]["annotations"]]
    assert notes == ["年初累计　单位：%", "当月　单位：%"]


def test_an_as_of_date_leaves_later_issues_out_and_says_so(claims: Claims) -> None:
    whole = charts(claims, whose=("工业",))
    then = charts(claims, Filter(as_of="2019-06-30"), whose=("工业",))
    assert len(then.series.marks) < len(whole.series.marks)
    assert max(mark["issue_date"].isoformat() for mark in then.series.marks) <= "2019-06-30"
    assert "截至出版日 2019-06-30" in then.series.label


def test_marks_hold_what_the_chart_outdid(claims: Claims) -> None:
    shown = charts(claims, whose=("纺织业",))
    (other,) = (mark for mark in shown.series.marks if "verdict" in mark)
    assert (other["verdict"], other["publication"]) == ("contradicts", "样例工业报")
    symbols = [trace["marker"]["symbol"] for trace in shown.series.figure["data"]]
    assert ["x-thin-open"] in symbols


@pytest.mark.parametrize("language", list(Language))
def test_nothing_left_is_an_empty_state(claims: Claims, language: Language) -> None:
    view = View(Filter(text="没有这样的字词"), language=language)
    shown = time_charts(claims, view, Screen(narrow=True))
    assert shown.series.figure["data"] == []
    assert shown.plots == shown.names == []
