"""A store of invented issues for the dashboard's tests: monthly 2019, 24 sectors, every kind of figure, hostile words.

The issues are put together from sentences with their numbers, so that every offset is right by construction.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from etl.model import Article, Claim, Issue, Masthead, OffsetMap, Sentence
from etl.store import IssueRows, Store
from etl.table import claims_table, issues_table, sentences_table

HOSTILE = '<img src=x onerror="window.hacked=1">'
HOSTILE_TITLE = '<script>window.hacked=1</script>=HYPERLINK("http://evil.example")'
FORMULA = "=1+1"

SECTORS = {
    "工业": 0,
    "采矿业": 6,
    "制造业": -2,
    "装备制造业": 3,
    "高技术制造业": 8,
    "消费品制造业": 2,
    "原材料制造业": -12,
    "煤炭开采和洗选业": -5,
    "石油和天然气开采业": 11,
    "黑色金属冶炼和压延加工业": -38,
    "有色金属冶炼和压延加工业": 1,
    "计算机、通信和其他电子设备制造业": -1,
    "电气机械和器材制造业": 13,
    "通用设备制造业": 5,
    "专用设备制造业": 14,
    "汽车制造业": -18,
    "铁路、船舶、航空航天和其他运输设备制造业": 21,
    "医药制造业": 7,
    "食品制造业": 9,
    "酒、饮料和精制茶制造业": 16,
    "农副食品加工业": 4,
    "纺织业": -7,
    "非金属矿物制品业": 10,
    "电力、热力生产和供应业": 19,
}
"""Sector -> its profit growth about which the months swing, in %."""


@dataclass(frozen=True)
class Number:
    """A number in a sentence: how it is printed and what it means."""

    printed: str
    value: float
    unit: str = "%"
    measure: str = "growth"
    comparison: str | None = "yoy"
    indicator: str | None = "利润总额"
    subject: str | None = None
    sector: str | None = None
    more: dict[str, Any] = field(default_factory=dict)


Piece = str | Number


def months(year: int, last: int, first: int = 1, kind: str | None = None) -> dict[str, Any]:
    """The period fields of the months ``first`` to ``last``."""
    kind = kind or ("month" if first == last else "year" if last == 12 else "ytd")
    end = date(year, last, calendar.monthrange(year, last)[1])
    return {"period_start": date(year, first, 1), "period_end": end, "period_kind": kind}


def growth(sector: str, month: int) -> float:
    """The invented profit growth of a sector from January to the month, in %."""
    return round(SECTORS[sector] + ((month * 7 + len(sector) * 5) % 11) / 2 - 2.5, 1)


def percent(value: float) -> tuple[str, str]:
    """Verb and printed number of a growth."""
    return ("增长" if value >= 0 else "下降"), f"{abs(value):g}%"


def build_issue(publication: str, day: date, number: int, articles: list[tuple[str, list[list[Piece]]]]) -> Any:
    """Issue and claims; an article is a headline and sentences, a sentence its pieces."""
    text = f"{publication}\n{day.isoformat()}\n\n"
    issue_id = f"{publication}-{day.isoformat()}"
    built: list[Article] = []
    claims: list[tuple[int, Claim]] = []
    for place, (title, sentences) in enumerate(articles):
        made: list[Sentence] = []
        article_id = f"{issue_id}#{place}"
        printed: list[list[Piece]] = [[title], *sentences]
        for ordinal, pieces in enumerate(printed):
            sentence, numbers, text = _sentence(pieces, f"{article_id}.{ordinal}", ordinal, text)
            made.append(sentence)
            claims += [(place, claim) for claim in numbers]
        built.append(Article(article_id, title, tuple(made), page=1 + place))
    masthead = Masthead(publication, day, "星期四", number, 4000 + number, 8)
    digest = sha256(text.encode()).hexdigest()
    issue = Issue(issue_id, masthead, tuple(built), f"{issue_id}.txt", text, "utf-8", digest)
    return issue, [(issue, built[place], claim) for place, claim in claims]


def _sentence(pieces: list[Piece], sentence_id: str, ordinal: int, text: str) -> tuple[Sentence, list[Claim], str]:
    words, spans = "", []
    for piece in pieces:
        printed = piece if isinstance(piece, str) else piece.printed
        if isinstance(piece, Number):
            spans.append((len(words), piece))
        words += printed
    offsets = OffsetMap((0,), (len(text),))
    sentence = Sentence(sentence_id, words, offsets, ordinal - 1, "headline" if ordinal == 0 else "body")
    return sentence, [_claim(sentence, start, number) for start, number in spans], text + words + "\n\n"


def _claim(sentence: Sentence, start: int, number: Number) -> Claim:
    fields: dict[str, Any] = {
        "bound": "exact",
        "kind": "economic",
        "rule": "printed",
        "confidence": 0.9,
        "region": "中国",
    }
    return Claim(
        sentence=sentence,
        span_start=start,
        span_end=start + len(number.printed),
        value_text=number.printed,
        value=Decimal(str(number.value)),
        unit=number.unit,
        measure=number.measure,
        comparison=number.comparison,
        indicator=number.indicator,
        subject=number.subject or number.sector,
        sector=number.sector,
        **(fields | number.more),
    )


def monthly(month: int) -> Any:
    """The industry issue about January to ``month`` of 2019, printed at the end of the month after."""
    period = months(2019, month)
    sentences: list[list[Piece]] = []
    for sector in SECTORS:
        verb, printed = percent(value := growth(sector, month))
        sentences.append(
            [f"1—{month}月份，{sector}利润同比{verb}", Number(printed, value, sector=sector, more=period), "。"]
        )
    sentences += _totals(month, period)
    title = f"1—{month}月份工业企业利润平稳"
    day = date(2019, month + 1, 28) if month < 12 else date(2020, 1, 28)
    return build_issue("样例工业报", day, month, [(title, sentences)])


def _totals(month: int, period: dict[str, Any]) -> list[list[Piece]]:
    """What the month's issue prints of industry as a whole: a level, a contribution, a share, value added."""
    total = 5000 * month
    equipment: dict[str, Any] = {"subject": "装备制造业", "sector": "装备制造业", "more": period}
    industry: dict[str, Any] = {"subject": "规模以上工业企业", "sector": "工业", "more": period}
    added = 5 + month / 10
    alone = months(2019, month, month)
    return [
        [
            f"1—{month}月份，规模以上工业企业实现利润总额",
            Number(f"{total}亿元", total * 1e8, "元", "level", None, **industry),
            "，其中装备制造业拉动利润增长",
            Number("1.4个百分点", 1.4, "百分点", "contribution", None, **equipment),
            "，占比",
            Number("33.5%", 33.5, "%", "share", None, **equipment),
            "。",
        ],
        [
            f"{month}月份，规模以上工业增加值同比增长",
            Number(f"{added:g}%", added, indicator="增加值", subject="规模以上工业", sector="工业", more=alone),
            "。",
        ],
    ]


def front_page() -> Any:
    """The issue with one figure printed three times, bounds, targets, stocks, technical numbers."""
    period = months(2025, 5)
    figure: dict[str, Any] = {"sector": "装备制造业", "subject": "装备制造业", "more": period}
    head: list[Piece] = ["1—5月装备制造业利润同比增长", Number("7.2%", 7.2, **figure)]
    ship, electric = "铁路、船舶、航空航天和其他运输设备制造业", "电气机械和器材制造业"
    over, about, least = (period | {"bound": bound} for bound in ("more_than", "about", "at_least"))
    body: list[list[Piece]] = [
        ["1—5月份，装备制造业利润同比增长", Number("7.2%", 7.2, **figure), "，支撑作用突出。"],
        ["装备制造业“压舱石”作用凸显。其利润增长", Number("7.2%", 7.2, **figure), "。"],
        [
            "铁路船舶航空航天行业利润增长超",
            Number("30%", 30, subject="铁路船舶航空航天行业", sector=ship, more=over),
            "，电气机械行业增长约",
            Number("11%", 11, subject="电气机械行业", sector=electric, more=about),
            "，通用设备行业增长",
            Number("10%", 10, sector="通用设备制造业", more=least),
            "以上，汽车制造业下降超",
            Number("5%", -5, sector="汽车制造业", more=over),
            "。",
        ],
        *_aims_and_stocks(least),
    ]
    articles = [("装备制造业利润增长较快", body), ("要闻", [head])]
    return build_issue("样例电子报", date(2025, 7, 1), 44, articles)


def _aims_and_stocks(least: dict[str, Any]) -> list[list[Piece]]:
    """The front page's targets, its stock of enterprises, its technical number."""
    end_of_2024 = {"period_start": date(2024, 12, 31), "period_end": date(2024, 12, 31), "period_kind": "instant"}
    to_2027 = {"period_start": date(2027, 12, 31), "period_end": date(2027, 12, 31), "period_kind": "instant"}
    smes = end_of_2024 | {"bound": "more_than", "classes": ("中小企业",)}
    standards = to_2027 | {"bound": "at_least", "status": "target"}
    technical: dict[str, Any] = {"kind": "technical", "region": None}
    return [
        [
            "全年装备制造业利润力争增长",
            Number("9%", 9, sector="装备制造业", more=least | {"status": "target"}),
            "以上。",
        ],
        [
            "2024年末，中小企业数量超",
            Number("6000万户", 6e7, "户", "level", None, "企业数量", "中小企业", more=smes),
            "。",
        ],
        [
            "到2027年，推动制修订绿色低碳领域标准",
            Number("百项", 100, "项", "level", None, "标准数量", None, more=standards),
            "以上。",
        ],
        ["新型显示屏厚度仅", Number("3毫米", 3, "毫米", "level", None, "厚度", "显示屏", more=technical), "。"],
    ]


def other_paper() -> Any:
    """Another newspaper: agrees on one figure, contradicts another, and prints hostile words."""
    may = months(2019, 5)
    agreed, differing = growth("采矿业", 5), growth("纺织业", 5)
    sentences: list[list[Piece]] = [
        ["1—5月份，采矿业利润增长", Number(f"{agreed:g}%", agreed, sector="采矿业", more=may), "。"],
        ["1—5月份，纺织业利润下降", Number("20%", -20.0, sector="纺织业", more=may), "。"],
        [f"{HOSTILE}企业利润增长", Number("4.4%", 4.4, subject=HOSTILE, sector="食品制造业", more=may), "。"],
        [FORMULA, "家企业盈利", Number("12亿元", 12e8, "元", "level", None, "利润总额", FORMULA, more=may), "。"],
    ]
    assert differing != -20.0
    return build_issue(f"另一报{HOSTILE}", date(2019, 6, 29), 100, [(HOSTILE_TITLE, sentences)])


def build_store(folder: Path) -> Path:
    """Publishes all issues to a store in the folder and returns its path."""
    return publish(folder, [*(monthly(month) for month in range(2, 13)), front_page(), other_paper()])


def publish(folder: Path, issues: list[Any]) -> Path:
    """Publishes issues as ``build_issue`` makes them to a store in the folder and returns its path."""
    Store(folder).replace_issues(
        IssueRows(
            {
                "claims": claims_table(rows),
                "sentences": sentences_table([issue]),
                "issues": issues_table([(issue, len(rows))]),
            },
            issue.text.encode(),
            issue.text,
        )
        for issue, rows in issues
    )
    return folder
