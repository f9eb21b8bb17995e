"""Quarters and half years: 一季度, 前三季度, 上季度, Q3, 上半年."""

from __future__ import annotations

import re
from typing import Final

from etl.grammar import Rule
from etl.mention.time_fragment import MAYBE_YEAR, TO, count, read_year
from etl.mention.timeline import Days, Reading, Timeline, months

_ORDER: Final = {"首": 1, "末": 4, "头": 1}
_NO_LENGTH: Final = "(?<![续近过去连逾超达余多整十百跨])(?<!(?<!整)个)"  # 整个一季度 is a quarter, 三个季度 a length


def _number(text: str) -> int:
    return _ORDER[text] if text in _ORDER else count(text)


def _quarters(year: str | None, first: int, last: int, kind: str | None = None) -> Reading:
    def resolve(timeline: Timeline) -> Days | None:
        begin, end = first * 3 - 2, last * 3
        in_year = read_year(year, timeline) if year else timeline.year_of(begin, end, cumulative=first == 1 < last)
        return months(in_year, begin, end, kind)

    return Reading(resolve, dated=bool(year))


def _quarter(match: re.Match[str]) -> Reading:
    number = _number(match["quarter"])
    return _quarters(match["year"], number, number, "quarter")


def _first_quarters(match: re.Match[str]) -> Reading | None:
    number = count(match["count"])
    return _quarters(match["year"], 1, number, "ytd" if number < 4 else "year") if number > 1 else None


def _range(match: re.Match[str]) -> Reading | None:
    first, last = count(match["first"]), count(match["last"])
    return _quarters(match["year"], first, last) if first < last else None


def _relative(match: re.Match[str]) -> Reading:
    word = match["word"]

    def resolve(timeline: Timeline) -> Days | None:
        by_issue = word == "本" or not timeline.compared
        day = timeline.ref_date if by_issue and word != "当" else timeline.anchor()
        year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 + {"上": -1, "下": 1}.get(word, 0), 4)
        return months(year, quarter * 3 + 1, quarter * 3 + 3, "quarter")

    return Reading(resolve)


def _report(match: re.Match[str]) -> Reading:
    """What a firm's report is of: 半年报 half a year, 一季报 a quarter, 三季报 the first three."""
    last, kind = {"一": (1, "quarter"), "三": (3, "ytd")}.get(match["quarter"], (2, "half_year"))
    return _quarters(match["year"], 1, last, kind)


def _half(match: re.Match[str]) -> Reading:
    year, second = match["year"], match["half"] in "下后"

    def resolve(timeline: Timeline) -> Days | None:
        in_year = read_year(year, timeline) if year else timeline.half_year(second)
        return months(in_year, 7 if second else 1, 12 if second else 6, "half_year")

    return Reading(resolve, dated=bool(year))


QUARTER_RULES: Final[tuple[Rule[Reading], ...]] = (
    Rule(
        "first_quarters",
        re.compile(rf"{MAYBE_YEAR}(?<![此之以])[前头](?P<count>[二三四两2-4])个?季度?(?![节军])"),
        _first_quarters,
        (
            ("前三季度", "2024-01-01 2024-09-30 ytd"),
            ("2010年前三个季度", "2010-01-01 2010-09-30 ytd"),
            ("头两季度", "2025-01-01 2025-06-30 ytd"),
        ),
        ("此前三季度", "前一季度"),
    ),
    Rule(
        "quarter_range",
        re.compile(
            rf"{MAYBE_YEAR}{_NO_LENGTH}第?(?P<first>[一二三1-3])季?度?(?:{TO}|、|和|(?<=[一二三])(?=[二三四]))第?(?P<last>[二三四2-4])季度"
        ),
        _range,
        (
            ("一至三季度", "2024-01-01 2024-09-30 ytd"),
            ("2013年三、四季度", "2013-07-01 2013-12-31 half_year"),
            ("一二季度", "2025-01-01 2025-06-30 ytd"),
        ),
        ("三至二季度", "一季度"),
    ),
    Rule(
        "listed_quarter",
        re.compile(
            rf"{MAYBE_YEAR}{_NO_LENGTH}第?(?P<quarter>[一二三])(?=[、和]第?[二三四](?:[、和]第?[三四]){{0,2}}季度)"
        ),
        _quarter,
        (("2024年一、二、三季度", "2024-01-01 2024-03-31 quarter"),),
        ("一、二、三产业", "三、二产业和四季度"),
    ),
    Rule(
        "quarter",
        re.compile(
            rf"{MAYBE_YEAR}(?:的?第|{_NO_LENGTH})(?P<quarter>[一二三四1-4首末])(?:季度|(?<=首)季|个季度(?<=[首末]个季度)|(?<=年第[一二三四1-4])季(?![节军年]))"
        ),
        _quarter,
        (
            ("一季度", "2025-01-01 2025-03-31 quarter"),
            ("去年第三季度", "2024-07-01 2024-09-30 quarter"),
            ("四季度", "2024-10-01 2024-12-31 quarter"),
            ("2022年首季度", "2022-01-01 2022-03-31 quarter"),
            ("2022年第三季前五大船厂", "2022-07-01 2022-09-30 quarter"),
        ),
        ("连续三季度", "16个季度", "5季度", "第三季节目"),
    ),
    Rule(
        "q_quarter",
        re.compile(rf"{MAYBE_YEAR}(?<![A-Za-z0-9])Q?(?P<quarter>[1-4])(?:(?<=Q[1-4])|Q)(?:季度)?(?![A-Za-z0-9])"),
        _quarter,
        (("2024年Q3", "2024-07-01 2024-09-30 quarter"), ("Q1", "2025-01-01 2025-03-31 quarter")),
        ("Q5", "AQ1", "奥迪Q3L"),
    ),
    Rule(
        "relative_quarter",
        re.compile(r"(?P<word>(?<![以史])上|(?<!基)本|(?<!以)下|当)一?个?季度?(?<![上下当本]季)(?![节军])"),
        _relative,
        (("上季度", "2025-04-01 2025-06-30 quarter"), ("上个季度", "2025-04-01 2025-06-30 quarter")),
        ("上季", "换季度"),
    ),
    Rule(
        "half_year",
        re.compile(rf"{MAYBE_YEAR}(?P<half>[上下]|(?<=年)[前后])半年(?!度?报)"),
        _half,
        (
            ("上半年", "2025-01-01 2025-06-30 half_year"),
            ("去年下半年", "2024-07-01 2024-12-31 half_year"),
        ),
        ("近半年", "大半年"),
    ),
    Rule(
        "half_year_report",
        re.compile(
            rf"{MAYBE_YEAR}(?:上?(?<![下大小多一两个0-9])半年度?(?:(?:业绩|财务)?(?:报告|快报|预告|财报|报(?![道名考到送价复纸社告]))|(?<=度))"
            r"|(?<=年)中(?:期报告|报)|(?<![第十二])(?P<quarter>[一三])季报(?![道名考]))"
        ),
        _report,
        (
            ("2023年半年报", "2023-01-01 2023-06-30 half_year"),
            ("2023年上半年度报告", "2023-01-01 2023-06-30 half_year"),
            ("2023年半年度净利润", "2023-01-01 2023-06-30 half_year"),
            ("半年度报告", "2025-01-01 2025-06-30 half_year"),
            ("2024年中报", "2024-01-01 2024-06-30 half_year"),
            ("2024年一季报", "2024-01-01 2024-03-31 quarter"),
            ("三季报", "2024-01-01 2024-09-30 ytd"),
        ),
        ("下半年报名", "半年报道", "半年报送", "二季报", "集中报道"),
    ),
)
