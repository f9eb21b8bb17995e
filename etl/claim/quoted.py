"""Names and the quotation marks around or inside them."""

from __future__ import annotations

from typing import Final

_PAIRS: Final = (("“", "”"), ("《", "》"))


def bare_name(text: str) -> str:
    """A name without the marks around it; those inside stay pairs: “小巨人”企业, not 小巨人”企业."""
    text = text.strip(" 、的")
    for opening, closing in _PAIRS:
        if opening not in text and closing not in text:
            continue
        if text[0] == opening and text.find(closing) == len(text) - 1:
            return text[1:-1].strip(" 、的")
        if text.count(opening) != text.count(closing):
            text = text.strip(f" 、的{opening}{closing}")
    return text


def quoted_begin(text: str, start: int, begin: int, stop: int) -> int:
    """Where a name begins that is cut inside its quotation marks: “5G+|工业互联网”项目, “2024|强企业”榜单."""
    closes = text.find("”", begin, stop)
    if closes < 0 or text.find("“", begin, closes) >= 0:
        return begin
    opens = text.rfind("“", start, begin)
    return opens if opens >= 0 and not any(mark in text[opens:begin] for mark in "，。；”") else begin
