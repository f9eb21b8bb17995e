"""The small whole numbers of a page: issue numbers, page numbers, days, in either script."""

from __future__ import annotations

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "○": 0}


def whole(text: str) -> int | None:
    """The value of Arabic digits, of Chinese digits one by one, or of a Chinese numeral below 100.

    >>> whole("08"), whole("二零二五"), whole("二十一"), whole("十")
    (8, 2025, 21, 10)
    """
    if text.isascii() and text.isdigit():
        return int(text)
    if all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text)) if text else None
    tens, ten, units = text.partition("十")
    if not ten or len(tens) > 1 or len(units) > 1 or not all(c in _DIGITS for c in tens + units):
        return None
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[units] if units else 0)
