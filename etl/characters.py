"""The normalised view of a text: one character for one character, so that offsets stay what they are.

Patterns and lexicons read the normalised view; what is stored is always the printed text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from opencc import OpenCC

_FULL_WIDTH_KEPT = "，：；？！"  # these end clauses; their ASCII twins also stand inside numbers and times
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_DASHES = "\u2012\u2013\u2014\u2015\u2500\u2e3a\ufe58"
_MINUSES = "\u2010\u2011\u2212\ufe63\uff0d"
_TILDES = "\u301c\u223c\uff5e"
_RADICALS = (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00))


def _radicals() -> dict[int, str]:
    folded = {code: unicodedata.normalize("NFKC", chr(code)) for code in _RADICALS}
    return {code: form for code, form in folded.items() if len(form) == 1 and form != chr(code)}


_IDEOGRAPHS = range(0x3400, 0xA000)


def _traditional() -> dict[int, str]:
    """Traditional characters and the simplified one of each, as OpenCC has them.

    Left out is what a simplified text may print as well (乾坤, 显著), which is what the simplified standard GB 2312
    has, save 後; and 倆, which stands for 兩 in numerals.
    """
    simplified = OpenCC("t2s").convert
    folded = {ord("後"): "后"}
    for code in _IDEOGRAPHS:
        try:
            chr(code).encode("gb2312")
        except UnicodeEncodeError:
            form = simplified(chr(code))
            if len(form) == 1 and form != chr(code) != "倆":
                folded[code] = form
    return folded


def _folds() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _FULL_WIDTH_KEPT}
    table |= dict.fromkeys(map(ord, _SPACES), " ")
    table |= dict.fromkeys(map(ord, _DASHES), "—")
    table |= dict.fromkeys(map(ord, _MINUSES), "-")
    table |= dict.fromkeys(map(ord, _TILDES), "~")
    table |= _radicals()
    table |= _traditional()
    return table | {ord("〇"): "零", ord("○"): "零", ord("﹪"): "%", ord("‧"): "·", ord("•"): "·", ord("・"): "·"}


_TABLE = {chr(code): folded for code, folded in _folds().items()}
# A pattern that looks for the odd characters is eight times as fast over news text as str.translate.
_ODD = re.compile(f"[{''.join(map(re.escape, _TABLE))}]")


_STANDARD = {chr(code): form for code, form in _radicals().items()}


def standard_form(character: str) -> str:
    """The character that is printed, where a font calls it by a radical or a compatibility character of its looks.

    >>> standard_form("⽓"), standard_form("气")
    ('气', '气')
    """
    return _STANDARD.get(character, character)


def _fold(match: re.Match[str]) -> str:
    return _TABLE[match[0]]


_HALF_WIDTH = ",;:?!"
# 8日,2022年: beside a Chinese character they end clauses as their full-width twins do, between digits they do not.
_ENDS_CLAUSE = re.compile(f"(?<=[一-鿿%)）”》])[{_HALF_WIDTH}]|[{_HALF_WIDTH}](?=[一-鿿“《])")
_TWINS = dict(zip(_HALF_WIDTH, "，；：？！", strict=True))


def _twin(match: re.Match[str]) -> str:
    return _TWINS[match[0]]


@lru_cache(maxsize=1 << 10)  # several steps ask for the same sentence
def normalise(text: str) -> str:
    """The text with full-width forms, odd spaces, dashes, radicals and traditional characters folded, each to one.

    >>> normalise("增长１０．４％ 1－5月")
    '增长10.4% 1-5月'
    >>> normalise("前兩個月規模以上工業企業實現利潤7080億元")
    '前两个月规模以上工业企业实现利润7080亿元'
    >>> normalise("乾隆年间，成效显著")
    '乾隆年间，成效显著'
    >>> normalise("12月8日,2022年粮食产量为1,302万吨;9:30")
    '12月8日，2022年粮食产量为1,302万吨；9:30'
    """
    folded = _ODD.sub(_fold, text)
    if any(mark in folded for mark in _HALF_WIDTH):
        return _ENDS_CLAUSE.sub(_twin, folded)
    return folded
