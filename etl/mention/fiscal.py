"""Fiscal years of the countries whose own are known: 日本2022财年, 美国联邦政府2020财年."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from etl.grammar import Rule
from etl.mention.timeline import ONE_DAY, Days, Reading

_FIRST_MONTHS: Final = (
    ("日本", 4),
    ("日元", 4),
    ("印度", 4),
    ("联邦", -2),
    ("白宫", -2),
    ("美国国会", -2),
    ("美国政府", -2),
)
"""Words that tell whose year it is -> its first month; below 1 it lies in the year before."""
_YEAR: Final = 12


def _fiscal(match: re.Match[str]) -> Reading | None:
    year, first = int(match["year"]), next((month for word, month in _FIRST_MONTHS if word in match.string), 0)
    if not first:
        return None
    begins = date(year + (first - 1) // _YEAR, (first - 1) % _YEAR + 1, 1)
    days = Days(begins, begins.replace(year=begins.year + 1) - ONE_DAY, "span")
    return Reading(lambda _: days, dated=True, governs=False)


FISCAL_RULES: Final[tuple[Rule[Reading], ...]] = (
    Rule(
        "fiscal_year",
        re.compile("(?<![0-9./—-])(?P<year>20[0-9]{2})(?:财年|财政年度)(?!前|后|上半|下半|第|[一二三四]季)"),
        _fiscal,
        (
            ("2022财年日本出口", "2022-04-01 2023-03-31 span"),
            ("2020财年联邦赤字", "2019-10-01 2020-09-30 span"),
        ),
        ("2022财年公司", "2016财年前三季度日本", "2020年联邦"),
    ),
)
