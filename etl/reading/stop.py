"""Stops: the marks that end a sentence, and whether a line ends with one."""

from __future__ import annotations

FINAL = "。！？!?…"
CLOSING = "”’」』》〉）)]】\"'"
OPENING = "“‘「『《〈（([【"
#: A paragraph may end with these although its sentence goes on: what follows is a list or a quotation.
LEADING_ON = "：:；;—"

_ASIDE = 60  # characters; a longer pair of brackets behind a stop is no credit


def is_closed(text: str) -> bool:
    """Whether a paragraph may end here: behind a stop, its quotation marks, and a credit in brackets.

    >>> is_closed("同比增长2.7%。”（记者齐旭）"), is_closed("支撑作用更")
    (True, False)
    """
    if not text:
        return True
    if text[-1] in FINAL or text[-1] in LEADING_ON or (text[-1] == "." and not text[-2:-1].isdigit()):
        return True
    bare = text.rstrip(CLOSING)
    if bare and len(bare) < len(text) and bare[-1] in FINAL:
        return True
    stop = max(text.rfind(mark) for mark in FINAL)
    aside = text[stop + 1 :].lstrip(CLOSING + " \u3000")
    return stop >= 0 and len(aside) <= _ASIDE and aside[:1] in "（([【" and text[-1] in "）)]】"
