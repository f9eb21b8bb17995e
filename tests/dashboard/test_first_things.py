"""What stands first where much is known: economic figures of one thing, contradictions that are surely read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.filter import Filter
from dashboard.headline import headlines
from dashboard.queries import history
from dashboard.queries.repeated import repeated
from dashboard.query import Claims
from tests.dashboard.printed_issues import Number, build_issue, months, publish


def told(folder: Path, *numbers: list[Number]) -> Claims:
    """A store of one issue for each list of numbers, a day after the other."""
    issues = [
        build_issue("样例报", date(2019, 7, 1 + day), day, [("要闻", [["合计", number, "。"] for number in listed])])
        for day, listed in enumerate(numbers)
    ]
    return Claims(publish(folder, issues))


def count(value: int, month: int, **more: Any) -> Number:
    fields = months(2019, month, month) | more.pop("more", {})
    return Number(f"{value}家", value, "家", "level", None, more=fields, **more)


def test_headlines_are_of_the_economy_and_of_one_thing(tmp_path: Path) -> None:
    figures = [
        [
            count(10 + month, month, indicator="企业数量", subject="企业"),
            count(20 + month, month, indicator="病例数量", subject="全国", more={"kind": "other"}),
            *([count(30 + month, month, indicator="企业数量", subject="我国小微企业")] if month < 4 else []),
        ]
        for month in range(1, 7)
    ]
    claims = told(tmp_path, *figures)
    assert [each.latest["subject"] for each in headlines(claims, Filter())] == ["我国小微企业"]
    assert [each.latest["subject"] for each in headlines(claims, Filter(kind=("other",)))] == ["全国"]


def test_where_nothing_is_of_the_economy_the_others_are_told(tmp_path: Path) -> None:
    cases = [[count(month, month, indicator="病例数量", subject="全国", more={"kind": "other"})] for month in (1, 2)]
    assert [each.latest["indicator"] for each in headlines(told(tmp_path, *cases), Filter())] == ["病例数量"]


def test_contradictions_that_are_surely_read_stand_first(tmp_path: Path) -> None:
    unsure = {"confidence": 0.4}
    other = {"kind": "other"}
    claims = told(
        tmp_path,
        [count(5, 5, subject="甲"), count(7, 5, subject="甲"), count(3, 5, subject="乙", more=other)],
        [count(8, 5, subject="丙"), count(9, 5, subject="丙", more=unsure), count(4, 5, subject="乙", more=other)],
    )
    found = [(row["verdict"], row["entity"]) for row in repeated(claims, Filter())]
    assert found == [("contradicts", "甲"), ("contradicts", "丙"), ("revised", "乙")]


@pytest.mark.parametrize("indicators", [1, 3, 16])
@pytest.mark.parametrize(
    "narrowed", [Filter(), Filter(measure=("growth",)), Filter(text="利润"), Filter(text="没有的")]
)
def test_the_fullest_series_are_found_however_few_are_looked_at_first(
    claims: Claims, monkeypatch: pytest.MonkeyPatch, indicators: int, narrowed: Filter
) -> None:
    monkeypatch.setattr(history, "INDICATORS", indicators)
    whole = history.fullest_series(claims, narrowed)
    monkeypatch.setattr(history, "HEAD", 1)
    assert history.fullest_series(claims, narrowed) == whole
    assert len({row["indicator"] for row in whole}) <= indicators
    assert bool(whole) == (narrowed.text != "没有的")
