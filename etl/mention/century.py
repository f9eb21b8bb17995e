"""Centuries and decades: 本世纪头20年, 上世纪90年代, 21世纪, 八十年代初."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from etl.grammar import Rule
from etl.mention.time_fragment import COUNT, NO_NUMBER_BEFORE, count
from etl.mention.timeline import Days, Reading, Timeline

_CENTURY: Final = rf"(?:(?P<word>[上本这])个?|{NO_NUMBER_BEFORE}(?P<century>{COUNT}))世纪"
_PARTS = {"初": (0, 1), "初期": (0, 2), "前期": (0, 2), "中期": (3, 6), "中": (3, 6), "末": (7, 9), "末期": (7, 9)}
_PARTS |= {"后期": (7, 9), "中后期": (4, 9), "中叶": (3, 6), "以来": (0, 9)}
_PART: Final = "(?P<part>中后期|[初中末前后]期|中叶|初|末|中(?!国|央)|以来)?"


def _first_year(match: re.Match[str], timeline: Timeline) -> int:
    this = timeline.ref_date.year // 100 + 1
    word = match["word"]
    number = this - 1 if word == "上" else this if word else count(match["century"])
    return (number - 1) * 100


def _part(first: int, part: str | None, step: int, timeline: Timeline) -> Days:
    if part == "以来":
        return Days(date(first, 1, 1), timeline.ref_date, "span")
    low, high = _PARTS[part] if part else (0, 9)
    return Days(date(first + low * step, 1, 1), date(first + (high + 1) * step - 1, 12, 31), "span")


def _decade(match: re.Match[str]) -> Reading | None:
    tens = count(match["decade"])

    def resolve(timeline: Timeline) -> Days | None:
        if match["word"] or match["century"]:
            first = _first_year(match, timeline) + tens
        else:
            this = timeline.ref_date.year // 100 * 100
            first = this + tens if this + tens <= timeline.ref_date.year else this - 100 + tens
        return _part(first, match["part"], 1, timeline)

    return Reading(resolve, dated=True) if tens % 10 == 0 else None


def _first_years(match: re.Match[str]) -> Reading:
    def resolve(timeline: Timeline) -> Days | None:
        first = _first_year(match, timeline) + 1
        return Days(date(first, 1, 1), date(first + count(match["count"]) - 1, 12, 31), "span")

    return Reading(resolve, dated=True)


def _century(match: re.Match[str]) -> Reading | None:
    if match["century"] and count(match["century"]) > 22:
        return None
    part = match["part"]

    def resolve(timeline: Timeline) -> Days | None:
        first = _first_year(match, timeline)
        return (
            _part(first, part, 10, timeline) if part else Days(date(first + 1, 1, 1), date(first + 100, 12, 31), "span")
        )

    return Reading(resolve, dated=True)


def _decades(match: re.Match[str]) -> Reading | None:
    first, last = count(match["first"]) * 10, count(match["last"]) * 10

    def resolve(timeline: Timeline) -> Days | None:
        begins = _first_year(match, timeline)
        return Days(date(begins + first, 1, 1), date(begins + last + 9, 12, 31), "span")

    return Reading(resolve, dated=True) if first < last else None


def _new_century(_: re.Match[str]) -> Reading:
    return Reading(lambda timeline: _part(2000, "以来", 10, timeline), role="since", dated=True)


CENTURY_RULES: Final[tuple[Rule[Reading], ...]] = (
    Rule(
        "decade",
        re.compile(
            rf"(?:{_CENTURY}|(?<![0-9.纪]))的?{NO_NUMBER_BEFORE}(?P<decade>[1-9]0|[二三四五六七八九]?十)年代{_PART}"
        ),
        _decade,
        (
            ("上世纪90年代", "1990-01-01 1999-12-31 span"),
            ("十九世纪七十年代", "1870-01-01 1879-12-31 span"),
            ("本世纪20年代", "2020-01-01 2029-12-31 span"),
            ("20世纪60年代前期", "1960-01-01 1962-12-31 span"),
            ("80年代", "1980-01-01 1989-12-31 span"),
        ),
        ("85年代", "年代"),
    ),
    Rule(
        "decades",
        re.compile(rf"{_CENTURY}(?P<first>[二三四五六七八])(?P<last>[三四五六七八九])十年代{_PART}"),
        _decades,
        (("上世纪五六十年代", "1950-01-01 1969-12-31 span"),),
        ("五六十年代", "上世纪六五十年代"),
    ),
    Rule(
        "first_years_of_century",
        re.compile(rf"{_CENTURY}[前头](?P<count>{COUNT})个?年"),
        _first_years,
        (("本世纪头20年", "2001-01-01 2020-12-31 span"),),
        ("本世纪", "头20年"),
    ),
    Rule(
        "new_century",
        re.compile("(?:进入)?新世纪以来"),
        _new_century,
        (("新世纪以来", "2000-01-01 2025-07-01 span since"),),
        ("新世纪新阶段", "新世界"),
    ),
    Rule(
        "century",
        re.compile(rf"{_CENTURY}{_PART}(?![一-龥]?(?:大[道厦]|公园|广场|论坛)|海上丝|经济报|教育研|环球报)"),
        _century,
        (
            ("20世纪", "1901-01-01 2000-12-31 span"),
            ("本世纪初", "2000-01-01 2019-12-31 span"),
            ("本世纪以来", "2000-01-01 2025-07-01 span"),
        ),
        ("99世纪", "半个世纪", "世纪大道", "21世纪海上丝绸之路", "21世纪经济报道"),
    ),
)
