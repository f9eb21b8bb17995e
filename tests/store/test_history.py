"""The table as it was: claims that were replaced stay in ``history``, snapshots are found by date, and go by a rule."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from etl.store import Store, StoreEmptyError
from etl.store.fault import SnapshotGoneError
from etl.store.history import KEPT_AT_LEAST, KEPT_DAYS, current_on, day_of, kept_serials
from tests.sample import make_issue
from tests.store.test_store import rows_of

NOON = datetime(2026, 1, 10, 4, 0, tzinfo=UTC)  # in Beijing


class Clock:
    """Sets the moment of the commits."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.moment = NOON
        clock = self

        class Moment(datetime):
            @classmethod
            def now(cls, _zone: object = None) -> datetime:  # type: ignore[override]
                return clock.moment

        for module in ("etl.store.commit", "etl.store.store"):
            monkeypatch.setattr(f"{module}.datetime", Moment)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def publish(store: Store, *sentences: str, day: int = 2) -> None:
    store.replace_issues([rows_of(make_issue("甲报", date(2019, 1, day), sentences))])


def history(store: Store) -> list[tuple[str, int, str]]:
    table = pd.read_parquet(store.path / "current" / "history")
    rows = zip(table["value_text"], table["withdrawn_by"], table["withdrawn_for"], strict=True)
    return [(str(text), int(serial), str(reason)) for text, serial, reason in rows]


def test_replaced_claims_stay_as_history(tmp_path: Path) -> None:
    store = Store(tmp_path)
    publish(store, "增长1%。", "下降2%。")
    assert history(store) == []
    publish(store, "增长1%。", "下降3%。")
    assert history(store) == [("2%", 2, "changed")], "what was the same in both was never withdrawn"
    publish(store, "增长1%。", "下降3%。", day=3)
    assert history(store) == [("2%", 2, "changed")]
    store.remove_issues(["甲报-2019-01-02"])
    assert history(store) == [("2%", 2, "changed"), ("1%", 4, "removed"), ("3%", 4, "removed")]
    moments = pd.read_parquet(store.path / "current" / "history")["withdrawn_at"]
    assert (datetime.now(UTC) - moments.max().to_pydatetime()) < timedelta(minutes=1)
    assert store.verify() == []


def test_the_table_as_it_was_on_a_date(tmp_path: Path, clock: Clock) -> None:
    store = Store(tmp_path)
    for number, hours in enumerate((0, 1, 24, 24 * 5), 1):
        clock.moment = NOON + timedelta(hours=hours)
        publish(store, f"增长{number}%。")
    found = {}
    for day in range(10, 18):
        snapshot = store.as_of(date(2026, 1, day))
        found[day] = pd.read_parquet(snapshot.dataset("claims"))["value"].tolist()
    assert found == {10: [2], 11: [3], 12: [3], 13: [3], 14: [3], 15: [4], 16: [4], 17: [4]}
    with pytest.raises(StoreEmptyError, match="2026-01-10"):
        store.as_of(date(2026, 1, 9))


def test_a_day_ends_in_beijing() -> None:
    assert day_of(datetime(2026, 1, 10, 15, 59, tzinfo=UTC)) == date(2026, 1, 10)
    assert day_of(datetime(2026, 1, 10, 16, 0, tzinfo=UTC)) == date(2026, 1, 11)


def test_a_clock_that_jumps_back_loses_nothing(tmp_path: Path, clock: Clock) -> None:
    store = Store(tmp_path)
    publish(store, "增长1%。")
    clock.moment = NOON - timedelta(days=3)
    publish(store, "增长2%。")
    assert store.current().serial == 2
    assert current_on(date(2026, 1, 8), store.current().manifest.days) == 2
    assert current_on(date(2026, 1, 12), store.current().manifest.days) == 2
    assert len(store.snapshots()) == 2


def test_what_the_rule_keeps() -> None:
    moments = {serial: NOON - timedelta(hours=12 * (400 - serial)) for serial in range(1, 401)}
    days = {day_of(moment): serial for serial, moment in moments.items()}
    kept = kept_serials(moments, days, NOON, newest=5)
    ages = {serial: (day_of(NOON) - day_of(moments[serial])).days for serial in moments}
    assert {400, 399, 398, 397, 396} <= kept
    for serial, moment in moments.items():
        last_of_day = days[day_of(moment)] == serial
        last_of_month = all(day_of(moment).month != day.month for day in days if day > day_of(moment)) and last_of_day
        young = last_of_day and ages[serial] <= KEPT_DAYS
        newest = serial > 395
        assert (serial in kept) == (last_of_month or young or newest), serial
    crowd = {serial: NOON - KEPT_AT_LEAST / 60 * (60 - serial) for serial in range(60)}
    assert kept_serials(crowd, {day_of(NOON): 59}, NOON, newest=1) == set(crowd), "readers may still be at them"


def test_a_swept_day_is_refused_with_the_nearest_that_are_kept(tmp_path: Path, clock: Clock) -> None:
    store = Store(tmp_path, kept=1)
    clock.moment = NOON - timedelta(days=KEPT_DAYS + 20)
    swept = day_of(clock.moment)
    for number in range(1, 4):
        publish(store, f"增长{number}%。")
        clock.moment += timedelta(days=1)
    clock.moment = NOON
    publish(store, "增长4%。")
    assert [snapshot.serial for snapshot in store.snapshots()] == [3, 4], "the last of its month, and the newest"
    with pytest.raises(SnapshotGoneError, match=str(swept + timedelta(days=2))):
        store.as_of(swept)
    assert store.as_of(swept + timedelta(days=5)).serial == 3
