from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts import draw_charts
from dashboard.choice import choose_plot
from dashboard.filter import Filter
from dashboard.language import Language
from dashboard.query import Claims
from dashboard.view import Figure, View


def test_the_page_opens_on_the_fullest_growth_and_its_latest_full_period(claims: Claims) -> None:
    charts = draw_charts(claims, View(), narrow=False)
    assert (charts.plot, charts.figure, charts.period) == ("利润总额", "growth-yoy", "2019-01-01_2019-12-31")
    assert charts.whose[0] == "装备制造业"
    assert charts.ranking.figure["layout"]["title"]["text"] == "<b>利润总额同比增速：分行业</b>"
    assert charts.ranking.figure["layout"]["title"]["subtitle"]["text"] == "2019年 · 单位：%"


def test_what_the_reader_chose_holds(claims: Claims) -> None:
    chosen = Figure("利润总额", "contribution", "2019-01-01_2019-05-31", ("装备制造业",))
    charts = draw_charts(claims, View(figure=chosen), narrow=False)
    assert (charts.figure, charts.period, charts.whose) == ("contribution", "2019-01-01_2019-05-31", ["装备制造业"])


def test_what_is_not_there_gives_way(claims: Claims) -> None:
    chosen = Figure("不存在", "rank", "1990-01-01_1990-12-31", ("不存在",))
    charts = draw_charts(claims, View(figure=chosen), narrow=False)
    assert charts.plot == "利润总额"
    assert charts.period == "2019-01-01_2019-12-31"


@pytest.mark.parametrize("language", list(Language))
def test_a_filter_that_leaves_nothing_gives_empty_states(claims: Claims, language: Language) -> None:
    charts = draw_charts(claims, View(Filter(text="没有这样的字词"), language=language), narrow=True)
    assert charts.ranking.figure["data"] == charts.series.figure["data"] == []
    assert charts.plots == charts.periods == []
    assert charts.ranking.label


def test_every_chart_says_title_unit_and_range_to_a_screen_reader(claims: Claims) -> None:
    charts = draw_charts(claims, View(), narrow=False)
    for part in ("利润总额同比增速：分行业", "单位：%", "最高", "最低 黑色金属冶炼和压延加工业 −40%", "键盘"):
        assert part in charts.ranking.label
    assert "条序列" in charts.series.label


def test_nothing_to_choose_from() -> None:
    columns = ["indicator", "measure", "comparison", "claims", "sectors", "periods", "points"]
    assert choose_plot(pd.DataFrame(columns=columns), Figure()) is None
