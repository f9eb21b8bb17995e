"""Cron expressions mean what cron means by them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from etl.crontab import trigger

BEIJING = ZoneInfo("Asia/Shanghai")


def days(expression: str, count: int = 7) -> list[str]:
    """The weekdays of the next times, from Sunday 2026-11-01 on."""
    moment = datetime(2026, 11, 1, 0, 0, tzinfo=BEIJING)
    made, found = trigger(expression), []
    last = None
    for _ in range(count):
        last = made.get_next_fire_time(last, moment if last is None else last)
        found.append(f"{last:%a %H:%M}")
    return found


def test_one_to_five_is_monday_to_friday() -> None:
    assert days("0 7 * * 1-5", 6) == ["Mon 07:00", "Tue 07:00", "Wed 07:00", "Thu 07:00", "Fri 07:00", "Mon 07:00"]


@pytest.mark.parametrize("sunday", ["0", "7", "sun", "SUN"])
def test_sunday_has_two_numbers(sunday: str) -> None:
    assert days(f"30 6 * * {sunday}", 2) == ["Sun 06:30", "Sun 06:30"]


def test_lists_ranges_steps() -> None:
    assert days("0 6,18 * * *", 3) == ["Sun 06:00", "Sun 18:00", "Mon 06:00"]
    assert days("0 0 * * 1,3,5-7", 6) == ["Sun 00:00", "Mon 00:00", "Wed 00:00", "Fri 00:00", "Sat 00:00", "Sun 00:00"]
    assert days("0 0 * * */2", 4) == ["Sun 00:00", "Tue 00:00", "Thu 00:00", "Sat 00:00"]
    assert days("0 0 * * mon-wed", 3) == ["Mon 00:00", "Tue 00:00", "Wed 00:00"]
    assert days("*/30 * * * *", 2) == ["Sun 00:00", "Sun 00:30"]


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "7",
        "0 7 * *",
        "0 7 * * 1-5 *",
        "99 7 * * *",
        "0 7 * * 8",
        "0 7 * * 5-1",
        "0 7 1 * 1",
        "0 7 * * xyz",
        "@daily",
    ],
)
def test_anything_else_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        trigger(wrong)


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="Mars"):
        trigger("0 7 * * *", "Mars/Olympus")
