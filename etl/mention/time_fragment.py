"""The fragments of pattern that the rules of time share, and what their text stands for."""

from __future__ import annotations

import re
from typing import Final

from etl.mention.timeline import Timeline

COUNT: Final = "(?:[1-9][0-9]?|[一二三四五六七八九两]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
TO: Final = "(?: ?(?:—{1,2}|-{1,2}|~|至|到) ?)"
MONTH: Final = "(?:1[0-2]|0?[1-9](?![0-9])|十[一二]?|[一二三四五六七八九]|元)"
DAY: Final = "(?:3[01]|[12][0-9]|0?[1-9](?![0-9])|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
NO_NUMBER_BEFORE: Final = "(?<![0-9.,第零一二三四五六七八九十百千万亿两几])"

_LENGTH = "(?:1[0-8][0-9]{2}|2000)(?<![有近约超达历经余逾满每长距及].{4})"  # 有2000年: more often a length than a year
_FIGURES: Final = f"(?:{_LENGTH}|19[0-9]{{2}}|20(?!00)[0-9]{{2}}|21[0-9]{{2}})"
_CHINESE: Final = "(?:(?:一[五六七八九]|二[零一])[零一二三四五六七八九]{2}|[两二]千零[一二三四五六七八九])"
_SHORT: Final = "(?:0[0-9]|零[一二三四五六七八九])"
_SHORT_BEFORE_MONTH: Final = rf"[0-9]{{2}}(?= ?年 ?{MONTH}月)"
_NO_AGE: Final = "(?!轻|龄|级|代|历史|文明|以上|老|多(?:以?来|之?[前后]|的|时|[，。；、]|$)|余|的历史)"
PRINTED_YEAR: Final = rf"(?:{_FIGURES}|{_CHINESE}|{_SHORT}|{_SHORT_BEFORE_MONTH}) ?年{_NO_AGE}"
_FROM_ISSUE: Final = {"今年": 0, "去年": -1, "前年": -2, "大前年": -3, "明年": 1, "后年": 2, "本年度": 0}
_FROM_ANCHOR = {
    "上年": -1,
    "上一年": -1,
    "当年": 0,
    "同年": 0,
    "本年": 0,
    "次年": 1,
    "翌年": 1,
    "来年": 1,
    "第二年": 1,
    "下年": 1,
    "下一年": 1,
}
_FROM_ANCHOR |= {"这一年": 0, "该年": 0, "上年度": -1, "上一年度": -1, "前一年": -1}
WORD_YEAR: Final = (
    "(?:今年(?!轻)|(?<!过)去年|(?<![0-9一二三四五六七八九十几两多数半百])大?前年(?!均)|(?<![声文证说表发透])明年|"
    "(?<![0-9一二三四五六七八九十几两多数半百成产用工营])后年(?![均产销供处可度收发营纳利])|(?<![以史之网线会路世向])上一?年度?(?![均轻龄级纪])|"
    "当年(?!现?价)|同年(?![龄级])|本年度?|来年|第二年(?!度)|(?<![首多数几每0-9零一二三四五六七八九十])次年(?!内)|翌年|下一?年(?![级度])|这一年|(?<![0-9一二三四五六七八九十几两多数此提])前一年(?![多半])|该年)"
)
YEAR: Final = rf"(?P<year>{PRINTED_YEAR}度?|{WORD_YEAR})"
MAYBE_YEAR: Final = rf"(?:{YEAR}的? ?)?"

_DIGITS: Final = dict(zip("零一二两三四五六七八九", (0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_DIGIT_RUN: Final = re.compile("[0-9]+")


def count(text: str) -> int:
    """The value of a small whole number in figures or in Chinese, up to 99.

    >>> count("12"), count("十二"), count("二十"), count("两"), count("元")
    (12, 12, 20, 2, 1)
    """
    if text.isascii():
        return int(text)
    if text == "元":
        return 1
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS[tens] if tens else 1) * 10 * bool(ten) + (_DIGITS[ones] if ones else 0)


def year_number(text: str) -> int:
    """The year that printed digits stand for: 2014, 二零一四, 两千零四, 08 and 零八 (2000s), 91 (1900s).

    >>> year_number("二零一四年"), year_number("两千零四年"), year_number("91年"), year_number("零八年")
    (2014, 2004, 1991, 2008)
    """
    run = _DIGIT_RUN.match(text)
    figures = run.group() if run else "".join(str(_DIGITS[sign]) for sign in text if sign in _DIGITS)
    if "千" in text:
        return 2000 + int(figures[-1])
    if len(figures) == 2:
        return int(figures) + (1900 if int(figures) >= 50 else 2000)
    return int(figures)


def read_year(text: str, timeline: Timeline) -> int:
    """The year that the group ``year`` of a match stands for."""
    if text in _FROM_ISSUE:
        return timeline.ref_date.year + _FROM_ISSUE[text]
    if text in _FROM_ANCHOR:
        return timeline.anchor().year + _FROM_ANCHOR[text]
    return year_number(text)
