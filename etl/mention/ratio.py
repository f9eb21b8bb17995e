"""Shares and multiples in words: 百分之, 成, 折, 分之, 1/6, 一半, 过半, 翻番, 两位数."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from etl.grammar import Rule
from etl.lexicon.units import PATTERN as UNIT
from etl.lexicon.units import SURFACES
from etl.mention.draft import Draft
from etl.mention.numeral import PATTERN as NUMERAL
from etl.mention.numeral import Numeral, read_numeral

_WHOLE: Final = NUMERAL.replace("百(?![分帕])", "百")
_WHOLES = {"千万": 10**7, "百": 100, "千": 1000, "万": 10_000, "十万": 100_000, "百万": 1_000_000, "百万万": 10**10}


def _draft(match: re.Match[str], value: Decimal, unit: str, form: str, rule: str, **more: object) -> Draft:
    draft = Draft(match.start(), match.end(), value, unit, form, rule, "percent" if unit == "%" else "ratio")
    for name, content in more.items():
        setattr(draft, name, content)
    return draft


def _per(match: re.Match[str]) -> Draft | None:
    """百分之三 is 3 %, 千分之三 is 3 ‰, 万分之三 is 0.03 %."""
    if match["all"]:
        return _draft(match, Decimal(100), "%", "percent", "per_hundred")
    numeral = read_numeral(match["numeral"])
    if numeral is None:
        return None
    if match["scale"]:
        numeral = Numeral(numeral.value * 1000)
    whole = Decimal(_WHOLES[match["whole"]])
    sign = -1 if match["sign"] else 1
    unit, scale = ("‰", Decimal(1)) if whole == 1000 else ("%", 100 / whole)
    high = None if numeral.high is None else numeral.high * scale
    base = "more_than" if match["few"] else numeral.hint
    return _draft(
        match, sign * numeral.value * scale, unit, "percent", "per_hundred", high=high, numeral=numeral, base=base
    )


def _fraction(match: re.Match[str]) -> Draft | None:
    whole, part = read_numeral(match["whole"]), read_numeral(match["part"] or match["one"] or "")
    if whole is None or part is None or not whole.value:
        return None
    value = part.value / whole.value * (-1 if match["minus"] else 1)
    if match["integer"]:
        integer = read_numeral(match["integer"])
        if integer is None:
            return None
        value += integer.value
    return _draft(match, value, "倍", "fraction", "fraction", numeral=part)


def _slash(match: re.Match[str]) -> Draft | None:
    part, whole = Decimal(match["part"]), Decimal(match["whole"])
    return _draft(match, part / whole, "倍", "fraction", "slash_fraction") if whole else None


def _per_people(match: re.Match[str]) -> Draft:
    """A rate of a hundred thousand people, as ‰ is one of a thousand."""
    return _draft(match, Decimal(match["part"]), "/10万", "percent", "per_people")


def _tenths(match: re.Match[str]) -> Draft | None:
    numeral = read_numeral(match["numeral"])
    if numeral is None or numeral.bare or not 0 < numeral.value <= 10 or numeral.digits:
        return None
    half = Decimal(5) if match["half"] else Decimal(0)
    if match["tenth"]:
        digit = read_numeral(match["tenth"])
        half = digit.value if digit else half
    high = None if numeral.high is None else numeral.high * 10
    base = "more_than" if match["few"] else numeral.hint
    return _draft(match, numeral.value * 10 + half, "%", "percent", "tenths", high=high, numeral=numeral, base=base)


def _discount(match: re.Match[str]) -> Draft | None:
    if match["half"]:
        return _draft(match, Decimal(50), "%", "percent", "discount")
    numeral = read_numeral(match["numeral"])
    if numeral is None or numeral.bare or not 0 < numeral.value < 100 or numeral.value == 10:
        return None
    scale = 10 if numeral.value < 10 else 1
    high = None if numeral.high is None else numeral.high * scale
    return _draft(match, numeral.value * scale, "%", "percent", "discount", high=high, numeral=numeral)


def _half(match: re.Match[str]) -> Draft | None:
    base = "more_than" if match["over"] else ""
    return _draft(match, Decimal("0.5"), "倍", "fraction", "half", base=base)


def _half_unit(match: re.Match[str]) -> Draft | None:
    if match["hundred"]:
        return Draft(match.start(), match.end(), Decimal(50), None, "bare", "half_unit")
    unit = SURFACES[match["unit"]].unit
    if unit.dimension in ("calendar", "ordinal") or (unit.dimension == "count" and match["unit"] != "个"):
        return None
    reason = "article" if unit.dimension in ("count", "duration") else ""
    return Draft(
        match.start(), match.end(), unit.factor / 2, unit.name, "quantity", "half_unit", unit.dimension, reason=reason
    )


def _doubling(match: re.Match[str]) -> Draft | None:
    times = read_numeral(match["numeral"]) if match["numeral"] else None
    if match["numeral"] and (times is None or not 0 < times.value <= 20 or times.value % 1):
        return None
    power = int(times.value) if times else 1
    base = "more_than" if match["few"] else ""
    return _draft(match, (Decimal(2) ** power - 1) * 100, "%", "doubling", "doubling", base=base)


def _digits(match: re.Match[str]) -> Draft | None:
    places = {"个": 1, "单": 1, "两": 2, "双": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
    place = places.get(match["places"]) or int(match["places"])
    if place == 1:
        return _draft(match, Decimal(10), "%", "digits", "digits", base="less_than")
    return _draft(match, Decimal(10) ** (place - 1), "%", "digits", "digits", base="at_least")


PER_HUNDRED: Final[Rule[Draft]] = Rule(
    "per_hundred",
    re.compile(
        f"(?P<sign>负的?)?(?:(?P<all>百分百)|(?P<whole>百万万|[百十千]万|[百千万])分之(?P<numeral>{NUMERAL})(?P<scale>[kK])?(?P<few>[多余])?)"
    ),
    _per,
    (
        ("增长百分之六十八点六", "百分之六十八点六 = 68.6 %"),
        ("死亡率为千分之三", "千分之三 = 3 ‰"),
        ("误差万分之五", "万分之五 = 0.05 %"),
        ("负的百分之一百", "负的百分之一百 = -100 %"),
    ),
    ("百分点", "四分之三", "得了百分"),
)
FRACTION: Final[Rule[Draft]] = Rule(
    "fraction",
    re.compile(
        f"(?:(?P<integer>{NUMERAL})又)?(?P<whole>{_WHOLE})"
        f"(?:分之(?P<minus>负)?(?P<part>{NUMERAL})|[分份](?P<one>一)(?=$|公?升|加[侖仑]|公?斤|[，。、]))"
    ),
    _fraction,
    (("大约三分之一", "三分之一 = 0.3333 倍 about"), ("一又二分之一", "一又二分之一 = 1.5 倍")),
    ("八点三分之前", "成绩十分优异"),
)
SLASH_FRACTION: Final[Rule[Draft]] = Rule(
    "slash_fraction",
    re.compile(
        r"(?<![0-9/.])(?P<part>[0-9]{1,4}+(?:\.[0-9]{1,4}+)?)/(?P<whole>[0-9]{1,5}+(?:\.[0-9]{1,4}+)?)(?![0-9/.A-Za-z])"
    ),
    _slash,
    (("厚度仅为一张纸的1/6", "1/6 = 0.1667 倍"),),
    ("2013/07/01", "GB/T 4754"),
)
PER_PEOPLE: Final[Rule[Draft]] = Rule(
    "per_people",
    re.compile(r"(?<![0-9/.])(?P<part>[0-9]{1,5}+(?:\.[0-9]{1,4}+)?)/(?:10|十)万(?![0-9一-鿿])"),
    _per_people,
    (("孕产妇死亡率为13.2/10万，", "13.2/10万 = 13.2 /10万"),),
    ("2013/10/10", "抽样1/10万户"),
)
TENTHS: Final[Rule[Draft]] = Rule(
    "tenths",
    re.compile(
        f"(?P<numeral>{NUMERAL})(?P<few>多|几)?成(?P<half>半)?(?P<tenth>[一二三四五六七八九](?![一-鿿0-9]))?"
        "(?!员(?!工(?!作))|对(?!冲)|都(?![已是在会能有没不将来属])|群(?!众)|年(?!轻)|交(?!易者|通)|人(?!员)|果(?!农)|品(?!牌)|就(?!业)"
        "|[立为本功绩长份熟效型千百语套因败全天堆双才宗分风])"
    ),
    _tenths,
    (
        ("近七成企业", "七成 = 70 % about"),
        ("占六成半", "六成半 = 65 %"),
        ("七八成受访者", "七八成 = 70..80 % range"),
        ("九成都已开工", "九成 = 90 %"),
    ),
    ("二十国成员", "三成员企业", "2013年成立", "一成都人"),
)
DISCOUNT: Final[Rule[Draft]] = Rule(
    "discount",
    re.compile(f"(?:(?P<numeral>{NUMERAL})|(?P<half>(?<=打)对|半))折(?![合射叠腾旧扣中返算断线页桥不弯])"),
    _discount,
    (("门票打7折", "7折 = 70 %"), ("最低六五折", "六五折 = 65 % at_least")),
    ("按100折算", "百折不挠"),
)
HALF: Final[Rule[Draft]] = Rule(
    "half",
    # not 春节假期过半, how far a time has gone
    re.compile(
        "(?P<over>(?:超过?|(?<!假[期日])(?<!春运)(?<!暑期)(?<!赛程)过)半数?(?![年天月场个程导岛路径小山生夜空自]))"
        "|[一1]半(?![年个天])|半数"
    ),
    _half,
    (
        ("进度过半", "过半 = 0.5 倍 more_than"),
        ("约有一半来自东部", "一半 = 0.5 倍 about"),
        ("近半数企业", "半数 = 0.5 倍 about"),
    ),
    ("超过半年", "一半个月", "国庆假期过半"),
)
HALF_UNIT: Final[Rule[Draft]] = Rule(
    "half_unit",
    re.compile(f"半(?:(?P<hundred>百(?![年日]))|(?P<unit>{UNIT}))"),
    _half_unit,
    (("加入半公升水", "半公升 = 0.5 升"), ("等了半个小时", "半个小时 = 0.5 小时")),
    ("半年后", "半个世纪以来", "半导体"),
)
DOUBLING: Final[Rule[Draft]] = Rule(
    "doubling",
    re.compile(f"翻(?:了|上)?(?:近|将近|接近)?(?:(?P<numeral>{NUMERAL})(?P<few>[多几])?番|番|倍)"),
    _doubling,
    (
        ("比2000年翻一番", "翻一番 = 100 %"),
        ("收入翻了两番", "翻了两番 = 300 %"),
        ("销量翻番", "翻番 = 100 %"),
    ),
    ("翻山越岭", "三番五次", "翻了160倍"),
)
DIGITS: Final[Rule[Draft]] = Rule(
    "digits",
    re.compile("(?P<places>[个双两二三四五六]|(?<![业人关体府户会产办政各该本])单|[1-6])位数(?![字量据])"),
    _digits,
    (
        ("保持两位数增长", "两位数 = 10 % at_least"),
        ("降为个位数", "个位数 = 10 % less_than"),
        ("实现单位数增长", "单位数 = 10 % less_than"),
    ),
    ("中位数", "第三位数据", "事业单位数量众多", "企业单位数增长"),
)
RULES: Final[tuple[Rule[Draft], ...]] = (
    PER_HUNDRED,
    FRACTION,
    PER_PEOPLE,
    SLASH_FRACTION,
    TENTHS,
    DISCOUNT,
    HALF,
    HALF_UNIT,
    DOUBLING,
    DIGITS,
)
