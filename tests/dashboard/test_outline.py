"""The outline of a figure against the observations of all its statements, read one by one."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from dashboard.figures.mark import named
from dashboard.observation import Observation, Row, observations, placed
from dashboard.queries.outline import Outline
from dashboard.queries.stated import Stretch, Taken, stated
from dashboard.time_path import with_paths
from tests.dashboard.plotted_rows import plotted_database, plotted_rows
from tests.dashboard.test_observation import statement

_PARTS: dict[str, Sequence[Any]] = {
    "subject": ("工业", "纺织业", "某公司", None),
    "sector": ("工业", "纺织业", None),
    "region": ("中国", "广东省", "某公司", None),
    "period_end": (date(2025, 5, 31), date(2025, 12, 31)),
    "period_kind": ("ytd", "year", "span", None),
    "status": ("actual", "target"),
    "unit": ("%", "百分点"),
    "value": (7.2, 7.0, -3.0),
    "value_text": ("7.2%", "7%"),
    "bound": ("exact", "about", "more_than"),
    "issue_date": (date(2025, 6, 1), date(2025, 7, 1)),
    "confidence": (0.5, 0.9),
    "base_end": (None, date(2012, 12, 31)),
    "comparison": ("yoy", "base_period"),
    "classes": ((), ("中小企业",)),
}


def made_up(seed: int, comparison: str) -> list[dict[str, Any]]:
    rng = random.Random(seed)
    rows = [
        statement(claim_id=f"{number:03}", **{name: rng.choice(some) for name, some in _PARTS.items()})
        for number in range(rng.randint(1, 120))
    ]
    return [{**row, "comparison": comparison} for row in rows]


def outline(rows: Sequence[Row], taken: Taken | None = None) -> Outline:
    database = plotted_database(rows)
    ((code,),) = database.execute("SELECT DISTINCT figure FROM plotted").fetchall()
    stretch = Stretch.of(database, code)
    return Outline(database, "利润总额", stretch, stated(database, stretch, taken))


def in_full(seen: Outline) -> list[Observation]:
    return seen.read(seen.preferences(seen.every))


def as_charted(row: Observation) -> tuple[object, ...]:
    """What charts show of an observation: of its statements those that are worded otherwise than the charted one."""
    worded = ("value", "bound", "value_high")
    otherwise = [
        (statement["claim_id"], verdict)
        for statement, verdict in zip(row["told"], row["verdicts"], strict=True)
        if any(statement[name] != row[name] for name in worded)
    ]
    return row["claim_id"], row["name"], row["statements"], row["conflict"], otherwise


@pytest.mark.parametrize("seed", range(40))
def test_the_outline_is_what_reading_every_statement_gives(seed: int) -> None:
    comparison = ("yoy", "base_period")[seed % 2]
    rows = made_up(seed, comparison)
    whole = named(observations(placed(plotted_rows(rows))))
    seen = outline(rows)
    assert [as_charted(row) for row in in_full(seen)] == [as_charted(row) for row in whole]
    assert {period["period_end"]: period["size"] for period in seen.periods(seen.every)} == Counter(
        row["period_end"] for row in whole
    )
    assert seen.sectors() == Counter(row["entity"] for row in whole if row["entity"] == row["sector"])
    ends = defaultdict(set)
    for row in whole:
        ends[row["name"]].add(row["period_end"])
    assert {name.words: size for name, size in seen.names(1000)} == {name: len(days) for name, days in ends.items()}
    for name, _ in seen.names(1000):
        own = [row["claim_id"] for row in whole if row["name"] == name.words]
        assert [row["claim_id"] for row in seen.of_names([name])] == own


def test_a_condition_narrows_before_regions_and_observations_are_found() -> None:
    rows = [
        statement(claim_id="0", region="中国", issue_date=date(2025, 6, 1)),
        statement(claim_id="1", region="广东省"),
        statement(claim_id="2", region=None),
    ]
    assert [(row["claim_id"], row["statements"]) for row in in_full(outline(rows))] == [("1", 1), ("2", 1), ("0", 1)]
    later = in_full(outline(rows, lambda places: places > 0))
    assert [(row["claim_id"], row["statements"], row["entity_region"]) for row in later] == [("1", 2, "广东省")]


def test_paths_are_those_of_the_observations_themselves() -> None:
    rows = [
        statement(claim_id="0", period_kind="ytd"),
        statement(claim_id="1", period_kind="year", period_end=date(2025, 12, 31)),
        statement(claim_id="2", period_kind="month", period_start=date(2025, 5, 1)),
    ]
    seen, later = outline(rows), outline(rows[1:])
    assert set(seen.paths(seen.every)) == {"cumulative", "month"}
    assert set(later.paths(later.every)) == {"year", "month"}
    whole = with_paths(observations(placed(plotted_rows(rows))))
    assert {row["path"] for row in whole} == set(seen.paths(seen.every))


def test_the_cells_are_of_the_fullest_names_and_one_a_period() -> None:
    days = (date(2025, 5, 31), date(2025, 6, 30), date(2025, 7, 31))
    rows = [statement(claim_id=f"a{day.month}", period_end=day) for day in days]
    rows += [statement(claim_id=f"b{day.month}", period_end=day, subject="某公司") for day in days[:2]]
    rows += [statement(claim_id="c", subject="另一公司")]
    seen = outline(rows)
    cells, names = seen.cells(seen.every, 2)
    assert Counter(row["entity"] for row in seen.read(cells)) == {"装备制造业": 3, "某公司": 2}
    assert names == 3


def test_of_many_names_the_fullest_are_listed_and_those_that_the_reader_chose() -> None:
    rows = [statement(claim_id=f"a{month}", period_end=date(2025, month, 28)) for month in (5, 6)]
    rows += [statement(claim_id=str(number), subject=f"公司{number}") for number in range(9)]
    rows += [statement(claim_id="b", subject="纺织业", sector="纺织业")]
    listed = [name.words for name, _ in outline(rows).names(2)]
    assert listed == ["装备制造业", "纺织业"]
    assert [name.words for name, _ in outline(rows).names(2, ["公司7"])] == [*listed, "公司7"]


@pytest.mark.parametrize("seed", range(5))
def test_the_numbers_are_the_same_made_some_figures_at_a_time(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    comparisons = ("yoy", "base_period", "previous_period")
    rows = [
        row | {"claim_id": f"{number}-{row['claim_id']}"}
        for number, comparison in enumerate(comparisons)
        for row in made_up(seed + number, comparison)
    ]
    sql = "SELECT * FROM statements ORDER BY preference"
    at_once = plotted_database(rows).execute(sql).fetchall()
    monkeypatch.setattr("dashboard.plotted._STATEMENTS", 2)
    assert plotted_database(rows).execute(sql).fetchall() == at_once
    assert len(at_once) == len(rows)
