from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from dashboard.figures.mark import named
from dashboard.figures.series import MAX_FACETS, series
from dashboard.figures.theme import Heading
from dashboard.observation import Observation, displaced
from dashboard.time_path import with_paths
from tests.dashboard.plotted_rows import observed as observations_of
from tests.dashboard.test_observation import statement

HEADING = Heading("利润总额同比增速：按时期", "")


def observed(*statements: dict[str, Any]) -> list[Observation]:
    common = {"publication": "样例工业报", "issue_date": date(2025, 7, 1)}
    return named(observations_of([common | s | {"claim_id": str(n)} for n, s in enumerate(statements)]))


def ending(end: str, kind: str = "ytd", **more: Any) -> dict[str, Any]:
    last = date.fromisoformat(end)
    start = last.replace(day=1) if kind == "month" else last if kind == "instant" else last.replace(month=1, day=1)
    return statement(period_start=start, period_end=last, period_kind=kind, **more)


def lines(figure: dict[str, Any]) -> list[dict[str, Any]]:
    return [trace for trace in figure["data"] if trace["mode"].startswith("lines")]


def test_a_cumulative_line_is_not_joined_across_january() -> None:
    rows = [ending(end) for end in ("2018-11-30", "2018-12-31", "2019-02-28", "2019-03-31")]
    (line,) = lines(series(observed(*rows), HEADING))
    assert line["x"] == ["2018-11-01", "2018-12-01", None, "2019-02-01", "2019-03-01"]
    assert line["connectgaps"] is False


def test_a_monthly_line_goes_on_over_new_year_but_not_over_long_silence() -> None:
    rows = [ending(end, "month") for end in ("2018-12-31", "2019-01-31", "2021-01-31")]
    (line,) = lines(series(observed(*rows), HEADING))
    assert line["x"] == ["2018-12-01", "2019-01-01", None, "2021-01-01"]


def test_long_silence_is_left_out_of_the_axis_at_a_dotted_rule() -> None:
    figure = series(observed(ending("2019-05-31"), ending("2025-05-31")), HEADING)
    (left_out,) = figure["layout"]["xaxis"]["rangebreaks"]
    assert left_out["bounds"][0] > "2019-05-01"
    assert left_out["bounds"][1] < "2025-05-01"
    assert figure["layout"]["shapes"][0]["line"]["dash"] == "dot"


def test_cumulative_and_monthly_have_axes_of_their_own() -> None:
    figure = series(observed(ending("2019-05-31"), ending("2019-05-31", "month")), HEADING)
    assert [trace["yaxis"] for trace in figure["data"]] == ["y", "y2"]
    notes = [note["text"] for note in figure["layout"]["annotations"]]
    assert notes == ["年初累计　单位：%", "当月　单位：%"]


def test_each_unit_has_an_axis_of_its_own() -> None:
    figure = series(observed(ending("2019-05-31"), ending("2019-04-30", unit="元", value=1e8)), HEADING)
    assert {"yaxis", "yaxis2"} <= set(figure["layout"])
    assert figure["layout"]["yaxis2"]["ticktext"] != figure["layout"]["yaxis"]["ticktext"]


def test_no_more_than_four_axes_are_stacked() -> None:
    rows = [ending("2019-05-31", unit=unit) for unit in ("元", "%", "家", "吨", "米", "人")]
    figure = series(observed(*rows), HEADING)
    assert len(figure["layout"]["annotations"]) == MAX_FACETS


def test_targets_are_open_diamonds_off_the_line_and_forecasts_open_squares() -> None:
    rows = [ending("2019-05-31"), *(ending("2019-06-30", status=status) for status in ("target", "forecast"))]
    figure = series(observed(*rows), HEADING)
    (line,) = lines(figure)
    target, forecast = (trace for trace in figure["data"] if trace["mode"] == "text+markers+lines")
    assert len(line["x"]) == 1
    assert (target["marker"]["symbol"][-1], target["line"]["dash"]) == ("diamond-open", "dash")
    assert (forecast["marker"]["symbol"][-1], forecast["line"]["dash"]) == ("square-open", "dot")
    assert target["x"] == ["2019-05-01", "2019-06-01"]
    assert target["customdata"][0] is None  # the path's beginning is the line's own mark


def test_a_target_without_a_past_is_a_diamond_alone() -> None:
    figure = series(observed(ending("2019-06-30", status="target")), HEADING)
    (point,) = figure["data"]
    assert (point["mode"], point["x"]) == ("markers+text", ["2019-06-01"])


def test_a_target_stands_on_the_axis_of_its_own_series() -> None:
    rows = [
        ending("2018-12-31", "year"),
        ending("2019-12-31", "year"),
        ending("2027-12-31", "instant", status="target"),
    ]
    assert {row["path"] for row in with_paths(observed(*rows))} == {"year"}


def test_superseded_and_contradicting_statements_are_drawn_hollow() -> None:
    revised: dict[str, Any] = {"value": 7.0, "value_text": "7.0%", "issue_date": date(2025, 6, 1)}
    rows = [
        ending("2019-05-31") | {"claim_id": "1"},
        ending("2019-05-31", **revised) | {"claim_id": "2"},
        ending("2019-05-31", value=9.0, value_text="9.0%", publication="另一报", issue_date=date(2025, 5, 1))
        | {"claim_id": "3"},
    ]
    seen = named(observations_of(rows))
    figure = series(seen, HEADING, displaced(seen))
    (hollow,) = (trace for trace in figure["data"] if trace["mode"] == "markers")
    assert sorted(zip(hollow["marker"]["symbol"], hollow["customdata"], strict=True)) == [
        ("circle-open", ["2"]),
        ("x-thin-open", ["3"]),
    ]
    assert "已改写" in "".join(hollow["hovertext"])


def test_bounds_are_seen_in_symbol_label_and_bar() -> None:
    rows = [
        ending("2019-02-28"),
        ending("2019-03-31", bound="more_than", value=30, value_text="30%"),
        ending("2019-04-30", bound="at_most", value=5, value_text="5%"),
        ending("2019-05-31", bound="range", value=4, value_high=6.0, value_text="4%至6%"),
    ]
    (line,) = lines(series(observed(*rows), HEADING))
    assert line["marker"]["symbol"] == ["circle", "triangle-up", "triangle-down", "circle"]
    assert line["text"] == ["", "&gt;30%", "≤5%", "4%～6%"]
    assert line["error_y"]["array"][0] == line["error_y"]["array"][2] == 0
    assert line["error_y"]["array"][1] > 0  # more than: upwards
    assert line["error_y"]["arrayminus"][2] > 0  # at most: downwards
    assert line["error_y"]["array"][3] == 2
    assert [below > 0 for below in line["error_y"]["arrayminus"]] == [False, False, True, False]


def test_a_whole_year_ends_the_cumulative_path() -> None:
    rows = observed(ending("2019-11-30"), ending("2019-12-31", "year"))
    assert {row["path"] for row in with_paths(rows)} == {"cumulative"}
    years = observed(ending("2018-12-31", "year"), ending("2019-12-31", "year"))
    assert {row["path"] for row in with_paths(years)} == {"year"}


def test_the_order_of_rows_decides_the_colours() -> None:
    rows = [ending("2019-05-31", subject=name, sector=None) for name in ("甲公司", "乙公司")]
    figure = series(observed(*rows), HEADING)
    assert figure["layout"]["showlegend"] is True
    assert len({trace["line"]["color"] for trace in figure["data"]}) == 2


def test_nothing_to_draw_says_so(profit_growth: list[Observation]) -> None:
    figure = series(profit_growth[:0], HEADING)
    assert "报纸未报道" in figure["layout"]["annotations"][0]["text"]


@pytest.mark.parametrize("narrow", [True, False])
def test_real_series_are_plain_json(profit_growth: list[Observation], narrow: bool) -> None:
    chosen = [row for row in profit_growth if row["name"] in ("工业", "装备制造业")]
    figure = series(chosen, Heading("利润", "", narrow=narrow))
    json.dumps(figure, allow_nan=False)
    assert {trace["name"] for trace in figure["data"]} == {"工业", "装备制造业"}
    # 2019 and 2025 are two runs of the cumulative line
    assert None in lines(figure)[1]["x"] + lines(figure)[0]["x"]
