"""Numerals: Arabic, Chinese and mixed, read exactly; 一万五千亿, 2亿6300万, 1,100万, 十几亿, 三四百."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

_ONE: Final = Decimal(1)
_DIGITS: Final = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"两": 2}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}
_SCORES: Final = {"廿": 20, "卅": 30, "卌": 40}
_MYRIADS: Final = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_FIGURES: Final = frozenset("0123456789")
_MAGNITUDES: Final = _TENS | _MYRIADS

_ARABIC = r"(?>[0-9]{1,3}(?:[,，][0-9]{3})++(?![0-9])(?:\.[0-9]++)?+|[0-9]++(?:\.[0-9]++)?+|(?<![0-9A-Za-z.])\.[0-9]++)"
_DIGIT_RUN: Final = "[零一二两三四五六七八九廿卅卌]++"
# 千 opens 千瓦, 千米 ..., 百 opens 百分之, and 兆 is a number only inside a longer one (五十五兆一十二亿)
_MAGNITUDE: Final = "(?:[十万亿]|百(?![分帕])|千(?![瓦米克卡伏帕赫焦])|兆(?=[一二两三四五六七八九十]))"
_FRACTIONAL: Final = "(?:点(?![0-9零一二三四五六七八九]{1,2}分(?!之))[零一二两三四五六七八九0-9]++)"
_PART: Final = f"(?:零?+{_ARABIC}|{_DIGIT_RUN}){_FRACTIONAL}?+"
_HEAD: Final = "(?:几(?=[十百千万亿])|数(?=[十百千万亿])|上(?=[百千万亿]))"
_GROUP: Final = f"(?:[多余来几](?=[万亿]))?+{_MAGNITUDE}++(?:几(?=[万亿]))?+(?:{_PART}|{_FRACTIONAL})?+"
PATTERN: Final = f"(?>(?:{_HEAD}|{_PART})?+(?:{_GROUP})*+)"
"""A regular expression fragment that takes a whole numeral and gives nothing back; it may be empty."""

_TRADITIONAL: Final = dict(zip("萬億兩倆點個幾數餘馀圓噸雙負對", "万亿两两点个几数余余圆吨双负对", strict=True))
_ANY_TRADITIONAL: Final = re.compile(f"[{''.join(_TRADITIONAL)}]")
_FINANCIAL: Final = str.maketrans("壹贰貳叁參参肆伍陆陸柒捌玖拾佰仟", "一二二三三三四五六六七八九十百千")
_FINANCIAL_RUN: Final = re.compile(
    "(?=[负第壹贰貳叁參参肆伍陆陸柒捌玖拾佰仟零一二两三四五六七八九十百千万亿0-9])[负第]?[壹贰貳叁參参肆伍陆陸柒捌玖拾佰仟零一二两三四五六七八九十百千万亿0-9]*+"
    "(?:[点成折](?=[壹贰貳叁參参肆伍陆陸柒捌玖拾佰仟])|分之)?+[壹贰貳叁參参肆伍陆陸柒捌玖拾佰仟零一二两三四五六七八九十百千万亿]*+"
)
_AFTER: Final = frozenset("角分圆元点成折打")
# 队伍|千方百计, 登陆|百人, 玖成合作社: the first character ends a word or begins a name.
_NAMED: Final = re.compile("(?<=[队退入])伍|(?<=[登大着内])陆|(?<=收)拾|玖成(?=[一-鿿]{3})")
_QUARTER: Final = "陆家嘴"  # 2015|陆家嘴论坛
FOLDED: Final = f"{''.join(_TRADITIONAL)}壹贰貳叁參参肆伍陆陸柒捌玖拾佰仟"
"""What may be a numeral that ``fold_characters`` makes a plain one."""
_ANY_FOLDED: Final = re.compile(f"[{FOLDED}]")
# One that folds stands beside another numeral, before a unit, or alone: no 参加, 大陆, 队伍.
_ANY_FINANCIAL: Final = re.compile(
    "[壹贰貳叁參参肆伍陆陸柒捌玖拾佰仟](?:(?=[壹贰貳叁參参肆伍陆陸柒捌玖拾佰仟零一二两三四五六七八九十百千万亿0-9分角圆元点成折打]|\\s*$)"
    "|(?<=[负第壹贰貳叁參参肆伍陆陸柒捌玖拾佰仟零一二两三四五六七八九十百千万亿0-9点成折之又].))"
)


def fold_characters(text: str) -> str:
    """Traditional and financial numerals as the plain ones, where they are numerals; same length.

    >>> fold_characters("伍佰參拾萬元，登陆部队")
    '五百三十万元，登陆部队'
    >>> fold_characters("2015陆家嘴论坛")
    '2015陆家嘴论坛'
    """
    if _ANY_FOLDED.search(text) is None:
        return text
    text = _ANY_TRADITIONAL.sub(_plain, text)
    return _FINANCIAL_RUN.sub(_fold_run, text) if _ANY_FINANCIAL.search(text) else text


def _plain(match: re.Match[str]) -> str:
    return _TRADITIONAL[match[0]]


def _fold_run(match: re.Match[str]) -> str:
    # A single 陆, 拾 or 伍 belongs to a word (登陆, 收拾, 队伍); two numerals side by side are a number.
    run = match.group()
    text, end = match.string, match.end()
    if _NAMED.match(text, match.start()) or text.startswith(_QUARTER, end - 1):
        return run
    joined = len(run) > 1 or run == text.strip() or text[end : end + 1] in _AFTER
    return run.translate(_FINANCIAL) if joined or text[match.start() - 1 : match.start()] in ("之", "又") else run


class Numeral:
    """What a printed numeral says; nobody changes it.

    ``high`` is the upper end of 三四百. ``hint`` is the bound inside the numeral: ``about`` (数千,
    十几亿), ``more_than`` (1800多亿) or ''. ``magnitude`` is the product of the magnitudes that end
    it (九百亿 -> 10000000000), ``myriads`` that of its 万 and 亿 alone (九百亿 -> 100000000), ``bare``
    says that it has no digit at all (千亿), ``digits`` that it is a Chinese digit string (二零一二),
    ``arabic`` that it holds Arabic digits.
    """

    __slots__ = ("arabic", "bare", "digits", "high", "hint", "magnitude", "myriads", "value")

    def __init__(
        self,
        value: Decimal,
        high: Decimal | None = None,
        hint: str = "",
        magnitude: Decimal = _ONE,
        myriads: Decimal = _ONE,
        bare: bool = False,
        digits: bool = False,
        arabic: bool = False,
    ) -> None:
        self.value = value
        self.high = high
        self.hint = hint
        self.magnitude = magnitude
        self.myriads = myriads
        self.bare = bare
        self.digits = digits
        self.arabic = arabic

    def in_thousands(self) -> Numeral:
        """What the numeral says where 千 follows it as part of a unit: 5.2千公顷."""
        size = Decimal(_TENS["千"])
        return Numeral(self.value * size, self.high, self.hint, size, size, self.bare, self.digits, self.arabic)

    @property
    def sized(self) -> bool:
        """Whether it is printed as a size: Arabic digits, or ten and more in Chinese."""
        return self.arabic or self.bare or self.value >= 10 or self.hint != "" or self.value % 1 != 0


_TOKEN: Final = re.compile(f"{_ARABIC}|{_DIGIT_RUN}|{_FRACTIONAL}|[十百千万亿兆]")
_PAIR: Final = re.compile(
    "(?<![零一二两三四五六七八九])([一二两三四五六七八九])([二两三四五六七八九])(?![零一二两三四五六七八九点])"
)
_ANY_MAGNITUDE: Final = "".join(_MAGNITUDES)


@lru_cache(maxsize=1 << 12)  # a large one grows for as long as a run reads new papers, and is hardly asked oftener
def read_numeral(text: str) -> Numeral | None:
    """The numeral that fills ``text``, or None when it is none (十一五, 二三线).

    >>> read_numeral("63万6463亿").value
    Decimal('63646300000000')
    """
    if text in ("", "几", "数", "上"):
        return None
    hint, plain = _hinted(text)
    pair = None if "点" in plain or plain.isascii() else _PAIR.search(plain)
    if pair and _is_span(pair):
        low, high = (_value(plain[: pair.start()] + digit + plain[pair.end() :]) for digit in pair.groups())
    else:
        low, high = _value(plain), None
    if low is None:
        return None
    magnitude = myriads = _ONE
    for character in plain[len(plain.rstrip(_ANY_MAGNITUDE)) :]:
        magnitude *= _MAGNITUDES[character]
        myriads *= _MYRIADS.get(character, 1)
    return Numeral(
        low,
        high,
        hint,
        magnitude,
        myriads,
        bare=text[0] in "百千万亿" and not set(text) & _DIGITS.keys(),
        digits=high is None and len(plain) > 1 and all(character in _DIGITS for character in plain),
        arabic=not _FIGURES.isdisjoint(plain),
    )


_BOUNDING: Final = frozenset("多余来几,，")
_WITHOUT: Final = dict.fromkeys(map(ord, sorted(_BOUNDING)))


def _hinted(text: str) -> tuple[str, str]:
    """The bound inside a numeral, and the numeral without it."""
    if not text or text[0] not in "几数上":
        plain = text if _BOUNDING.isdisjoint(text) else text.translate(_WITHOUT)
        return ("about" if "几" in text or "来" in text else "more_than" if "多" in text or "余" in text else ""), plain
    if text[1:] == "十亿" and text[0] in "几数":
        return "about", "一百亿"  # the contract gives 几十亿 as 1e10
    return "about", ("" if text[1] == "十" else "一") + text[1:]


def _is_span(pair: re.Match[str]) -> bool:
    low, high = (_DIGITS[digit] for digit in pair.groups())
    return high == low + 1 or (low, high) == (3, 5)


def _value(text: str) -> Decimal | None:
    """The value of a numeral without bound words; None when the characters make no number."""
    if text.isascii() and text.replace(".", "", 1).isdigit() and text[-1] != ".":
        return Decimal(text)  # as most are printed
    if text in _SCORES:
        return Decimal(_SCORES[text])
    state = _State()
    position = 0
    for token in _TOKEN.finditer(text):
        if token.start() != position or not state.take(token.group()):
            return None
        position = token.end()
    return state.total() if position == len(text) and text else None


class _State:
    """Adds up a numeral from left to right, in sections of four digits as Chinese counts."""

    def __init__(self) -> None:
        self.done = Decimal(0)  # what 亿 has closed
        self.myriads = Decimal(0)  # what 万 has closed
        self.section = Decimal(0)  # what 十百千 have closed
        self.number: Decimal | None = None
        self.last = 0  # the last magnitude
        self.lowest = 10**4  # the lowest of 十百千 in this section
        self.zero = False
        self.fraction = False

    def take(self, token: str) -> bool:
        if token[0] == "点":
            return self._fraction(token[1:])
        if token[0] in _TENS:
            return self._ten(_TENS[token])
        if token[0] in _MYRIADS:
            return self._myriad(_MYRIADS[token])
        return self._number(token)

    def _fraction(self, digits: str) -> bool:
        figures = "".join(c if c.isascii() else str(_DIGITS[c]) for c in digits)
        if self.fraction or (self.number is None and not self.last):
            return False
        self.fraction = True
        if self.last in (100, 1000) and self.number is not None and not self.zero and 0 < self.number < 10:
            self.number *= self.last // 10  # 两千三点一 is 2300.1
        self.number = (self.number or Decimal(0)) + Decimal(f"0.{figures}")
        return True

    def _number(self, token: str) -> bool:
        if self.number is not None and not (self.zero and self.number == 0 and self.last):
            return False
        if token[0].isascii():
            self.number = Decimal(token.replace(",", "").replace("，", ""))
            self.fraction = "." in token
            return self.last == 0 or self.number < self.last
        if token[0] in _SCORES:
            self.number = Decimal(_SCORES[token[0]])
            rest = token[1:]
            self.number += _DIGITS.get(rest, 0) if rest else 0
            return len(rest) <= 1 and rest not in _SCORES
        if token.lstrip("零") in _SCORES:
            token, self.zero = token.lstrip("零"), True
            self.number = Decimal(_SCORES[token])
            return True
        if any(character in _SCORES for character in token):
            return False
        self.zero = token[0] == "零"
        self.number = Decimal("".join(str(_DIGITS[c]) for c in token))
        # Beside a magnitude a digit stands alone (一千零五); a string of digits is a number of its own.
        return self.last == 0 or len(token.lstrip("零")) <= 1

    def _ten(self, size: int) -> bool:
        if size >= self.lowest or (self.fraction and (size != 1000 or self.last)):
            return False  # 215.2千公顷 is one, 3.5百 none
        if self.number is None:
            if size != 10 and (self.section or self.last):
                return False
            self.number = Decimal(1)
        elif self.number == 0 and size != 10:
            return False
        elif self.number == 0:
            self.number = Decimal(1)  # 零十, as 零一十
        whole = size == 1000 and not self.section and not self.last  # 4733.1千公顷, 118332千公顷
        if (self.number >= 1000 and not whole) or (self.number >= 10 and self.last):
            return False
        self.section += self.number * size
        self.number, self.last, self.lowest, self.zero = None, size, size, False
        return True

    def _myriad(self, size: int) -> bool:
        held = self.section + (self.number or 0)
        if not self.section and self.number is None and not self.myriads:
            if self.last and not (self.last == 10**4 and size > 10**4):
                return False
            held = Decimal(not self.last)  # 万亿 alone is one of them, 0万亿 is none
        if size == 10**4:
            if self.myriads and (held or self.last != 10**4):
                return False
            self.myriads = (self.myriads or held) * size
        else:
            self.done += (self.myriads + held) * size
            self.myriads = Decimal(0)
        self.section, self.number, self.last, self.lowest = Decimal(0), None, size, 10**4
        self.zero = self.fraction = False
        return True

    def total(self) -> Decimal:
        number = self.number or Decimal(0)
        if self.last >= 100 and self.number is not None and not self.zero and not self.fraction and 0 < number < 10:
            # 一万三 is 13000: the last digit counts the next lower magnitude.
            number *= self.last // 10
        return self.done + self.myriads + self.section + number
