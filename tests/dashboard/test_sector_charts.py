from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.choice import choose_plot
from dashboard.contribution import disjoint
from dashboard.figures.heatmap import clip_limit
from dashboard.filter import Filter
from dashboard.language import Language
from dashboard.query import Claims
from dashboard.screen import Screen
from dashboard.sector_charts import SectorCharts, sector_charts
from dashboard.view import Figure, View
from tests.dashboard.printed_issues import growth

MAY = "2019-01-01_2019-05-31"


def charts(claims: Claims, narrow: bool = False, language: Language = Language.ZH, **figure: Any) -> SectorCharts:
    return sector_charts(claims, View(figure=Figure(**figure), language=language), Screen(narrow))


def test_the_page_opens_on_the_fullest_growth_and_its_latest_full_period(claims: Claims) -> None:
    shown = charts(claims)
    assert (shown.plot, shown.figure, shown.period) == ("利润总额", "growth-yoy", "2019-01-01_2019-12-31")
    assert shown.ranking.figure["layout"]["title"]["text"] == "<b>利润总额同比增速：分行业</b>"
    assert shown.ranking.figure["layout"]["title"]["subtitle"]["text"] == "2019年 · 单位：%"


def test_what_the_reader_chose_holds(claims: Claims) -> None:
    shown = charts(claims, plot=("利润总额",), figure="contribution", period=MAY)
    assert (shown.figure, shown.period) == ("contribution", MAY)


def test_what_is_not_there_gives_way(claims: Claims) -> None:
    shown = charts(claims, plot=("不存在",), figure="rank", period="1990-01-01_1990-12-31")
    assert (shown.plot, shown.period) == ("利润总额", "2019-01-01_2019-12-31")


@pytest.mark.parametrize("language", list(Language))
def test_a_filter_that_leaves_nothing_gives_empty_states(claims: Claims, language: Language) -> None:
    view = View(Filter(text="没有这样的字词"), language=language)
    shown = sector_charts(claims, view, Screen(narrow=True))
    for chart in (shown.heatmap, shown.ranking, shown.waterfall):
        assert chart.figure["data"] == []
        assert chart.label
    assert shown.plots == shown.periods == []


def test_every_chart_says_title_unit_and_range_to_a_screen_reader(claims: Claims) -> None:
    shown = charts(claims)
    for part in ("利润总额同比增速：分行业", "单位：%", "最高", "最低 黑色金属冶炼和压延加工业 −40%", "键盘"):
        assert part in shown.ranking.label
    assert "24 个行业" in shown.heatmap.label


def test_a_cell_holds_its_number_and_its_claim_and_a_blank_holds_nothing(claims: Claims) -> None:
    shown = charts(claims, period=MAY)
    (trace,) = shown.heatmap.figure["data"]
    names = shown.heatmap.figure["layout"]["yaxis"]["ticktext"]
    columns = shown.heatmap.figure["layout"]["xaxis"]["ticktext"]
    row, column = names.index("采矿业  "), columns.index("1—5月<br>2019")
    assert trace["z"][row][column] == growth("采矿业", 5)
    assert trace["text"][row][column] == f"{growth('采矿业', 5):.1f}".rstrip("0").rstrip(".")
    assert len(trace["customdata"][row][column]) == 20
    front = [(line, place) for line, cells in enumerate(trace["z"]) for place, z in enumerate(cells) if z is None]
    assert all(trace["customdata"][line][place] == "" == trace["text"][line][place] for line, place in front)
    assert trace["hoverongaps"] is False


def test_the_scale_is_centred_on_zero_and_clipped_and_says_so(claims: Claims) -> None:
    shown = charts(claims, period=MAY)
    (trace,) = shown.heatmap.figure["data"]
    assert trace["zmin"] == -trace["zmax"]
    assert "格超出色标" in shown.heatmap.label
    assert max(abs(z) for cells in trace["z"] for z in cells if z is not None) > trace["zmax"]


@pytest.mark.parametrize(
    ("values", "limit"), [([], 1.0), ([0.0], 1.0), ([4.0], 4.0), ([1.0] * 19 + [56.0], 1.0), ([7.0, -11.0], 15.0)]
)
def test_one_outlier_does_not_flatten_the_scale(values: list[float], limit: float) -> None:
    assert clip_limit(values) == limit


def test_rows_stand_in_the_order_of_the_tree(claims: Claims) -> None:
    names = [name.strip() for name in charts(claims).heatmap.figure["layout"]["yaxis"]["ticktext"]]
    assert names[:2] == ["工业", "采矿业"]
    assert names.index("采矿业") < names.index("煤炭开采和洗选业") < names.index("制造业") < names.index("纺织业")


def test_a_phone_gets_fewer_columns_that_end_with_the_chosen_period(claims: Claims) -> None:
    wide, narrow = charts(claims, period=MAY), charts(claims, narrow=True, period=MAY)
    words = narrow.heatmap.figure["layout"]["xaxis"]["ticktext"]
    assert len(words) == 4
    assert words[-1] == "1—5月<br>2019"
    assert len(wide.heatmap.figure["layout"]["xaxis"]["ticktext"]) > 4


def test_an_opened_sector_shows_itself_and_what_lies_below(claims: Claims) -> None:
    shown = charts(claims, within="采矿业", period=MAY)
    assert {mark["name"] for mark in shown.ranking.marks} == {"采矿业", "煤炭开采和洗选业", "石油和天然气开采业"}
    assert shown.below == ["煤炭开采和洗选业", "石油和天然气开采业"]
    assert "采矿业" in charts(claims).below


def test_contributions_end_at_the_growth_of_the_whole(claims: Claims) -> None:
    shown = charts(claims, period=MAY)
    names = [trace["name"] for trace in shown.waterfall.figure["data"]]
    assert names == ["装备制造业", "未分行业报道的部分", "工业增速"]
    part, rest, total = (trace["x"][0] for trace in shown.waterfall.figure["data"])
    assert part + rest == pytest.approx(total)
    assert total == growth("工业", 5)
    assert shown.waterfall.figure["data"][1]["customdata"] == [[None]]


def test_no_contribution_is_no_bar_of_zero(claims: Claims) -> None:
    shown = charts(claims, period="2025-01-01_2025-05-31")
    assert shown.waterfall.figure["data"] == []
    assert "没有按行业报道" in shown.waterfall.figure["layout"]["annotations"][0]["text"]


def test_overlapping_sectors_are_not_stacked() -> None:
    rows = [
        {"entity": name, "value": value} for name, value in (("汽车制造业", 0.4), ("装备制造业", 1.4), ("采矿业", -2.0))
    ]
    stacked, overlapping = disjoint(rows)
    assert [row["entity"] for row in stacked] == ["装备制造业", "采矿业"]
    assert [row["entity"] for row in overlapping] == ["汽车制造业"]


def test_the_source_line_names_the_newspapers(claims: Claims) -> None:
    source = charts(claims, period=MAY).ranking.figure["layout"]["meta"]["source"]
    assert source.startswith("来源：《样例工业报》、《另一报")
    assert "2019-06-28 至 2019-06-29 出版" in source


def test_dark_figures_have_light_ink(claims: Claims) -> None:
    light, dark = (sector_charts(claims, View(), Screen(dark=dark)).ranking.figure["layout"] for dark in (False, True))
    assert light["paper_bgcolor"] == "#ffffff"
    assert dark["paper_bgcolor"] != "#ffffff"
    assert light["font"]["color"] != dark["font"]["color"]


def test_nothing_to_choose_from() -> None:
    columns = ["indicator", "measure", "comparison", "claims", "sectors", "periods", "points"]
    assert choose_plot(pd.DataFrame(columns=columns), Figure()) is None
