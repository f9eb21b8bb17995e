"""When a refresh is due: a cron expression of five fields, as cron itself reads it."""

from __future__ import annotations

import re
from datetime import tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from apscheduler.triggers.cron import CronTrigger

_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun")  # cron counts from Sunday, 7 is Sunday again
_FIELD = re.compile(r"[0-9a-z*/,-]+")
_DAY_PART = re.compile(r"(?P<first>[0-7]|[a-z]{3}|\*)(-(?P<last>[0-7]|[a-z]{3}))?(/(?P<step>[0-9]{1,2}))?")


def trigger(expression: str, zone: str = "Asia/Shanghai") -> CronTrigger:
    """The trigger for ``minute hour day month weekday``; raises ``ValueError`` saying what is wrong.

    Days of the week are those of cron: 0 and 7 are Sunday, 1-5 Monday to Friday. (APScheduler alone would count
    from Monday.) Where both days are given, cron takes either and APScheduler both, so that is refused.
    """
    fields = expression.lower().split()
    if len(fields) != 5 or not all(map(_FIELD.fullmatch, fields)):
        raise ValueError(f"{expression!r} 不是五段的 cron 式，如 0 7 * * 1-5 · no cron expression of five fields")
    minute, hour, day, month, weekday = fields
    if day != "*" and weekday != "*":
        raise ValueError(f"{expression!r}：日与星期只能写一个 · give a day of the month or of the week, not both")
    try:
        return CronTrigger(
            minute=minute, hour=hour, day=day, month=month, day_of_week=_named(weekday), timezone=zone_of(zone)
        )
    except ValueError as error:
        raise ValueError(f"{expression!r}: {error}") from None


def zone_of(name: str) -> tzinfo:
    """The time zone of the name; raises ``ValueError`` for one that there is not."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"没有 {name!r} 这个时区，如 Asia/Shanghai · no such time zone") from None


def _named(field: str) -> str:
    """The weekdays by name, every one of them by itself."""
    if field == "*":
        return field
    days: list[str] = []
    for part in field.split(","):
        match = _DAY_PART.fullmatch(part)
        if match is None:
            raise ValueError(f"{part!r} 不是星期几 · is no day of the week")
        first = 0 if match["first"] == "*" else _number(match["first"])
        last = 6 if match["first"] == "*" else _number(match["last"] or match["first"])
        if match["step"] and not match["last"]:
            last = 6
        if last < first:
            raise ValueError(f"{part!r}: 先后颠倒 · runs backwards")
        days += [_DAYS[n] for n in range(first, last + 1, int(match["step"] or 1))]
    return ",".join(dict.fromkeys(days))


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text in _DAYS:
        return _DAYS.index(text)
    raise ValueError(f"{text!r} 不是星期几 · is no day of the week")
