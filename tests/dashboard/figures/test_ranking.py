from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from dashboard.figures.ranking import ranking
from dashboard.figures.theme import Heading
from dashboard.filter import Filter
from dashboard.language import Language
from dashboard.observation import Observation
from dashboard.query import Claims
from tests.dashboard.plotted_rows import figure_of
from tests.dashboard.printed_issues import HOSTILE, SECTORS, growth

HEADING = Heading("利润总额同比增速：分行业", "2019年1—5月 · 单位：%")


def in_period(observed: list[Observation], end: str) -> list[Observation]:
    return [row for row in observed if row["period_end"].isoformat() == end]


def traces(figure: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [trace for trace in figure["data"] if trace["type"] == kind]


@pytest.fixture
def december(profit_growth: list[Observation]) -> dict[str, Any]:
    return ranking(in_period(profit_growth, "2019-12-31"), HEADING)


@pytest.fixture
def front_page(profit_growth: list[Observation]) -> dict[str, Any]:
    return ranking(in_period(profit_growth, "2025-05-31"), HEADING)


def test_each_sector_is_one_bar_sorted_by_value(december: dict[str, Any]) -> None:
    order = december["layout"]["yaxis"]["categoryarray"]
    values = {name: value for trace in december["data"] for name, value in zip(trace["y"], trace["x"], strict=True)}
    assert set(order) == set(SECTORS)
    assert [values[name] for name in order] == sorted(values.values())
    assert values["汽车制造业"] == growth("汽车制造业", 12)


def test_falls_have_their_own_colour_and_a_hatch(december: dict[str, Any]) -> None:
    up, down = traces(december, "bar")
    assert all(value >= 0 for value in up["x"])
    assert all(value < 0 for value in down["x"])
    assert up["marker"]["color"] != down["marker"]["color"]
    assert (up["marker"]["pattern"]["shape"], down["marker"]["pattern"]["shape"]) == ("", "/")


def test_the_bound_is_in_the_label(front_page: dict[str, Any]) -> None:
    labels = {name: text for trace in front_page["data"] for name, text in zip(trace["y"], trace["text"], strict=True)}
    assert labels["铁路、船舶、航空航天和其他运输设备制造业"] == "&gt;30%"
    assert labels["电气机械和器材制造业"] == "≈11%"
    assert labels["通用设备制造业"] == "≥10%"
    assert labels["汽车制造业"] == "&lt;−5%"


def test_a_target_is_an_open_diamond_and_no_bar(front_page: dict[str, Any]) -> None:
    (points,) = traces(front_page, "scatter")
    assert points["marker"]["symbol"] == "diamond-open"
    assert (points["y"], points["x"], points["text"]) == (["装备制造业"], [9.0], ["◇≥9%"])


def test_a_figure_printed_three_times_is_one_bar_that_says_so(front_page: dict[str, Any]) -> None:
    bars = traces(front_page, "bar")[0]
    assert bars["y"].count("装备制造业") == 1
    assert "3 处原文" in bars["hovertext"][bars["y"].index("装备制造业")]


def test_a_disagreement_is_flagged(profit_growth: list[Observation]) -> None:
    down = traces(ranking(in_period(profit_growth, "2019-05-31"), HEADING), "bar")[1]
    place = down["y"].index("纺织业")
    assert down["text"][place] == "−20% ⚑"
    assert "各处说法不一" in down["hovertext"][place]


def test_every_mark_hands_on_its_claim(front_page: dict[str, Any], claims: Claims) -> None:
    for trace in front_page["data"]:
        for (claim_id,) in trace["customdata"]:
            assert len(claims.claim(claim_id)) == 1


def test_printed_words_stay_words(profit_growth: list[Observation]) -> None:
    figure = ranking(in_period(profit_growth, "2019-05-31"), HEADING)
    shown = [*figure["layout"]["yaxis"]["ticktext"], *(h for t in figure["data"] for h in t["hovertext"])]
    assert any("&lt;img" in words for words in shown)
    assert not any(HOSTILE[:4] in words for words in shown)


def test_labels_have_room_beyond_the_longest_bars(december: dict[str, Any]) -> None:
    low, high = december["layout"]["xaxis"]["range"]
    assert low < -40 * 1.1
    assert high > 22 * 1.1


@pytest.mark.parametrize("language", list(Language))
def test_nothing_to_draw_says_so_and_draws_no_axis(profit_growth: list[Observation], language: Language) -> None:
    figure = ranking(profit_growth[:0], Heading("利润", "", language))
    assert figure["data"] == []
    assert figure["layout"]["xaxis"]["visible"] is False
    said = {Language.ZH: "报纸未报道", Language.EN: "Not reported in print"}[language]
    assert said in figure["layout"]["annotations"][0]["text"]


def test_the_figure_is_plain_json_and_the_input_is_left_alone(profit_growth: list[Observation]) -> None:
    before = copy.deepcopy(profit_growth)
    json.dumps(ranking(profit_growth, HEADING), allow_nan=False)
    assert profit_growth == before


def test_same_names_do_not_hide_each_other(profit_growth: list[Observation]) -> None:
    (row, *_) = in_period(profit_growth, "2019-12-31")
    figure = ranking([row, row], HEADING)
    assert len(set(figure["layout"]["yaxis"]["categoryarray"])) == 2


def test_amounts_are_read_in_chinese_magnitudes(claims: Claims) -> None:
    level = figure_of(claims, ("利润总额", "level", None), Filter(month_to="2019-12"))
    figure = ranking(level, Heading("利润总额", "单位：元"))
    assert any(text.endswith("亿") for text in figure["layout"]["xaxis"]["ticktext"])
    assert "60000亿元" in traces(figure, "bar")[0]["text"]
