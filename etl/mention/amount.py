"""Amounts printed in more than one unit or with the unit first: 50元6角三分, 3斤5两, $5, 零下5℃."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from etl.grammar import Rule
from etl.lexicon.units import PATTERN as UNIT
from etl.lexicon.units import SURFACES
from etl.mention.draft import Draft
from etl.mention.numeral import PATTERN as NUMERAL
from etl.mention.numeral import read_numeral

_HALF: Final = Decimal("0.5")
_ONE: Final = "[0-9一二两三四五六七八九半]"
_SIGNS: Final = {
    "$": "美元", "US$": "美元", "HK$": "港元", "￥": "元", "¥": "元", "€": "欧元", "£": "英镑",
    "人民币": "元", "RMB": "元", "港币": "港元", "港幣": "港元", "美元": "美元", "欧元": "欧元",
}  # fmt: skip


def _digit(text: str | None) -> Decimal:
    if not text:
        return Decimal(0)
    if text == "半":
        return Decimal(5)
    numeral = read_numeral(text)
    return numeral.value if numeral else Decimal(0)


def _coins(match: re.Match[str]) -> Draft | None:
    numeral = read_numeral(match["numeral"]) if match["numeral"] else None
    if match["numeral"] and numeral is None:
        return None
    value = numeral.value if numeral else Decimal(0)
    value += (
        _digit(match["tenth"] or match["first"]) / 10
        + _digit(match["hundredth"] or match["second"] or match["cents"]) / 100
    )
    return Draft(match.start(), match.end(), value, "元", "quantity", "coins", "money", numeral=numeral)


def _catties(match: re.Match[str]) -> Draft | None:
    numeral = read_numeral(match["numeral"])
    if numeral is None:
        return None
    value = numeral.value + _digit(match["tenth"]) / 10
    return Draft(match.start(), match.end(), value, "斤", "quantity", "catties", "mass", numeral=numeral)


def _metres(match: re.Match[str]) -> Draft | None:
    numeral = read_numeral(match["numeral"]) if match["numeral"] else None
    if match["numeral"] and numeral is None:
        return None
    value = numeral.value if numeral else Decimal(1)
    value += Decimal(match["hundredths"]) / 100 if match["hundredths"] else _digit(match["tenth"]) / 10
    return Draft(match.start(), match.end(), value, "米", "quantity", "metres", "length", numeral=numeral)


def _hours(match: re.Match[str]) -> Draft | None:
    hours, minutes = read_numeral(match["numeral"]), read_numeral(match["minutes"])
    if hours is None or minutes is None or minutes.value >= 60:
        return None
    seconds = read_numeral(match["seconds"]) if match["seconds"] else None
    if match["seconds"] and (seconds is None or seconds.value >= 60):
        return None
    value = hours.value * 60 + minutes.value
    value += (seconds.value + Decimal(match["part"] or 0) / 100) / 60 if seconds else 0
    return Draft(match.start(), match.end(), value, "分钟", "quantity", "hours_minutes", "time", numeral=minutes)


def _years(match: re.Match[str]) -> Draft | None:
    years, months = read_numeral(match["numeral"]), read_numeral(match["months"])
    if years is None or months is None or months.value >= 12:
        return None
    value = years.value + months.value / 12
    return Draft(match.start(), match.end(), value, "年", "quantity", "years_months", "duration", numeral=years)


def _seconds(match: re.Match[str]) -> Draft | None:
    minutes = read_numeral(match["minutes"]) if match["minutes"] else None
    seconds = read_numeral(match["numeral"])
    if seconds is None or seconds.value >= 60 or (match["minutes"] and minutes is None):
        return None
    value = seconds.value + Decimal(match["part"]) / 10 ** len(match["part"])
    value += minutes.value * 60 if minutes else 0
    return Draft(match.start(), match.end(), value, "秒", "quantity", "seconds", "time", numeral=seconds)


def _taels(match: re.Match[str]) -> Draft | None:
    numeral = read_numeral(match["numeral"]) if match["numeral"] != "半" else None
    value = (numeral.value if numeral else _HALF) + (_HALF if match["half"] else 0)
    return Draft(match.start(), match.end(), value, "两", "quantity", "taels", "mass", numeral=numeral)


def _signed_money(match: re.Match[str]) -> Draft | None:
    numeral = read_numeral(match["numeral"])
    if numeral is None or numeral.bare or match["unit"] == "块":
        return None
    scale = {"k": 1000, "K": 1000, "m": 10**6, "M": 10**6}.get(match["scale"] or "", 1)
    base = "more_than" if match["few"] else numeral.hint
    return Draft(
        match.start("numeral") if len(match["sign"]) > 1 and match["unit"] else match.start(),
        match.end(),
        numeral.value * scale,
        SURFACES[match["unit"]].unit.name if match["unit"] else _SIGNS[match["sign"]],
        "quantity",
        "currency_first",
        "money",
        numeral.high,
        base,
        numeral,
    )


def _below_zero(match: re.Match[str]) -> Draft | None:
    numeral = read_numeral(match["numeral"])
    if numeral is None:
        return None
    high = None
    low = -numeral.value if match["sign"] == "零下" else numeral.value
    if match["second"]:
        other = read_numeral(match["second"])
        if other is None:
            return None
        low, high = sorted((low, -other.value if match["sign"] == "零下" else other.value))
    unit = "°F" if match["sign"].startswith("华") or (match["unit"] or "").endswith("F") else "℃"
    base = "more_than" if match["few"] else numeral.hint
    return Draft(match.start(), match.end(), low, unit, "quantity", "temperature", "temperature", high, base, numeral)


COINS: Final[Rule[Draft]] = Rule(
    "coins",
    re.compile(
        f"(?:(?P<numeral>{NUMERAL})[元块圆](?:(?P<tenth>{_ONE})(?:[角毛](?:(?P<hundredth>{_ONE})分?)?钱?|(?![0-9一-鿿]))|零?(?P<cents>{_ONE})分钱?)"
        f"|(?P<first>{_ONE})[角毛](?P<second>{_ONE})(?:分钱?|(?![0-9一-鿿])))"
    ),
    _coins,
    (("共计50元6角三分", "50元6角三分 = 50.63 元"), ("只要两块九毛九", "两块九毛九 = 2.99 元")),
    ("50元6人", "三块二手车牌"),
)
CATTIES: Final[Rule[Draft]] = Rule(
    "catties",
    re.compile(f"(?P<numeral>{NUMERAL})斤(?P<tenth>{_ONE})两?(?![0-9一二三四五六七八九十百千斤个])"),
    _catties,
    (("重3斤5两", "3斤5两 = 3.5 斤"),),
    ("3斤苹果",),
)
METRES: Final[Rule[Draft]] = Rule(
    "metres",
    re.compile(
        f"(?P<numeral>{NUMERAL})米(?:(?P<tenth>[0-9一二三四五六七八九])(?=$|[多左以的高长宽深]|[^0-9.一-鿿])"
        "|(?P<hundredths>[0-9]{2})(?=$|[多左以的高长宽深夺获折摘刷]|[^0-9.一-鿿]))"
    ),
    _metres,
    (
        ("身高一米九，", "一米九 = 1.9 米"),
        ("水深3米5左右", "3米5 = 3.5 米 about"),
        ("以4米60夺冠", "4米60 = 4.6 米"),
    ),
    ("三米一个", "5米8人", "5米12人"),
)
HOURS: Final[Rule[Draft]] = Rule(
    "hours_minutes",
    re.compile(
        f"(?P<numeral>{NUMERAL})个?小时(?:零)?(?P<minutes>{NUMERAL})分钟?(?:零)?(?:(?P<seconds>{NUMERAL})秒(?P<part>[0-9]{{2}}(?![0-9.多余]|[个名人位米公]))?)?"
    ),
    _hours,
    (
        ("最快只需1小时39分钟", "1小时39分钟 = 99 分钟"),
        ("骑行2小时15分45秒", "2小时15分45秒 = 135.75 分钟"),
        ("以2小时15分45秒60夺冠", "2小时15分45秒60 = 135.76 分钟"),
    ),
    ("1小时内到达", "用了3小时，5分钟后"),
)
YEARS: Final[Rule[Draft]] = Rule(
    "years_months",
    re.compile(
        "(?<![0-9零〇一二三四五六七八九十])(?P<numeral>[1-9][0-9]?|[一二三四五六七八九十]{1,3})年(?:零|又)?"
        "(?P<months>1[01]|[1-9]|十?[一二三四五六七八九]|十)个月"
    ),
    _years,
    (
        ("判处有期徒刑五年六个月", "五年六个月 = 5.5 年"),
        ("工期2年3个月", "2年3个月 = 2.25 年"),
    ),
    ("2018年6个月", "五年，六个月后"),
)
SECONDS: Final[Rule[Draft]] = Rule(
    "seconds",
    re.compile(
        f"(?:(?P<minutes>{NUMERAL})分)?(?P<numeral>{NUMERAL})秒(?P<part>[0-9]{{1,3}})(?![0-9.多余]|[个名人位米公])"
    ),
    _seconds,
    (("以23秒8的成绩", "23秒8 = 23.8 秒"), ("以1分54秒62夺冠", "1分54秒62 = 114.62 秒")),
    ("用了5秒", "30秒3个人"),
)
TAELS: Final[Rule[Draft]] = Rule(
    "taels",
    re.compile("(?P<numeral>[一二三四五六七八九十半])两(?P<half>半)?(?![一-鿿])"),
    _taels,
    (("称了二两，", "二两 = 2 两"),),
    ("一两个",),
)
CURRENCY_FIRST: Final[Rule[Draft]] = Rule(
    "currency_first",
    re.compile(
        rf"(?P<sign>US\$|HK\$|[$￥¥€£]|人民币|RMB|港币|港幣|美元|欧元) ?(?P<numeral>{NUMERAL})"
        f"(?P<scale>[kKmM](?![A-Za-z]))?(?P<few>[多余])?(?P<unit>{UNIT})?"
    ),
    _signed_money,
    (("售价$500万", "$500万 = 5000000 美元"), ("折合人民币8千元", "8千元 = 8000 元")),
    ("人民币汇率", "$的走势"),
)
TEMPERATURE: Final[Rule[Draft]] = Rule(
    "temperature",
    re.compile(
        f"(?P<sign>零下|零上|摄氏零下|摄氏|华氏)(?P<numeral>{NUMERAL})(?P<few>[多余])?(?:[至到~—-](?:零下)?(?P<second>{NUMERAL}))?(?P<unit>摄氏度|℃|°[CF]?|度)"
    ),
    _below_zero,
    (("气温降到零下5度", "零下5度 = -5 ℃"), ("零下30多℃", "零下30多℃ = -30 ℃ more_than")),
    ("零下气温",),
)
RULES: Final[tuple[Rule[Draft], ...]] = (
    COINS,
    CATTIES,
    METRES,
    HOURS,
    YEARS,
    SECONDS,
    TAELS,
    CURRENCY_FIRST,
    TEMPERATURE,
)
