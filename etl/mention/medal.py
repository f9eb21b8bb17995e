"""Medals counted without a classifier: 38金27银22铜, 夺得2金4铜, 再获5金."""

from __future__ import annotations

import re
from typing import Final

from etl.grammar import Rule
from etl.mention.draft import Draft
from etl.mention.numeral import read_numeral
from etl.sieve import Sieved

_COUNT: Final = "(?:[0-9]{1,3}|[一二两三四五六七八九十百]{1,4})"
_AND: Final = "[、，和]?"
_GOES_ON: Final = Sieved(f"{_AND}{_COUNT}枚?(?:金(?!属|融)|银(?!行)|铜)")
_GONE_BEFORE: Final = Sieved(f"[0-9一二两三四五六七八九十百]枚?[金银]{_AND}$")
_WON: Final = Sieved(
    "(?:[夺获得揽摘添取入收斩]|包揽|狂揽|夺得|获得|取得|收获|斩获|豪取|囊括|摘得|揽得|添得|以|[会队团]的)[得下了入]?$"
)
_ENDS: Final = Sieved("[，。；、！？）! ]|$|[位列名稳居排领暂]|的(?:成绩|战绩)")
_LONGEST: Final = 8


def _medals(match: re.Match[str]) -> Draft | None:
    text, start, end = match.string, match.start(), match.end()
    numeral = read_numeral(match["numeral"])
    if numeral is None or numeral.bare:
        return None
    listed = _GOES_ON.match(text, end) or _GONE_BEFORE.search(text, max(0, start - _LONGEST), start)
    if not listed and not (_ENDS.match(text, end) and _WON.search(text, max(0, start - _LONGEST), start)):
        return None
    return Draft(start, end, numeral.value, "枚", "quantity", "medals", "count", numeral=numeral)


MEDALS: Final[Rule[Draft]] = Rule(
    "medals",
    re.compile(f"(?P<numeral>{_COUNT})[金银铜](?![牌属币奖质])"),
    _medals,
    (
        ("以38金27银22铜列第二", "22铜 = 22 枚"),
        ("收获三金、两银。", "三金 = 3 枚"),
        ("单日再夺13金，", "13金 = 13 枚"),
        ("夺得2金4铜", "4铜 = 4 枚"),
    ),
    ("2020金融街论坛", "3金属", "万科获五金店", "16+1金融", "4银行", "共获2金砖奖"),
)
RULES: Final[tuple[Rule[Draft], ...]] = (MEDALS,)
