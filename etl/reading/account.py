"""The account of a document: every Chinese character of the source is in a sentence, in the furniture, or named.

A parser that stops in the middle of a file, or a wrong encoding, loses text without a word. So the characters
are counted twice: in the source, without the parser, and in what was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from etl.model import Issue
from etl.reading.error import ReadingError

_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


_HIGH = bytes((*range(0x34, 0x4D), *range(0x4E, 0xA0), 0xF9, 0xFA))
"""The first bytes, in UTF-16, of characters that are all Chinese."""
_DOUBTFUL = (0x4D, *range(0xD8, 0xDC))
"""Those of which some are: 4D00 to 4DFF, and all beyond the first plane."""


@dataclass(frozen=True, slots=True)
class Account:
    """``printed``: Chinese characters of the source; ``passed_over``: those that are no part of the text.

    Passed over are the menus and lists of a web page and a body's second print.
    """

    printed: int
    passed_over: int = 0


def chinese(text: str) -> int:
    """How many Chinese characters the text has.

    >>> chinese("利润增长7.2%。")
    4
    """
    high = text.encode("utf-16-le", "surrogatepass")[1::2]
    if any(each in high for each in _DOUBTFUL):
        return len("".join(_CHINESE.findall(text)))
    return len(high) - len(high.translate(None, _HIGH))


def refuse_losses(issue: Issue, account: Account | None) -> None:
    """Raises ReadingError when a Chinese character of the source is neither in the issue nor passed over."""
    whole = chinese(issue.text)
    if account is not None and account.printed != whole + account.passed_over:
        raise _lost(issue, account.printed, whole + account.passed_over)
    kept = chinese("".join([sentence.text for article in issue.articles for sentence in article.sentences]))
    kept += chinese("".join([issue.text[start:end] for start, end in issue.furniture]))
    if kept != whole:
        raise _lost(issue, whole, kept)


def _lost(issue: Issue, printed: int, kept: int) -> ReadingError:
    return ReadingError(
        issue.source_uri,
        "全文",
        f"来源有汉字 {printed:,} 个，读出 {kept:,} 个，未载入以免缺漏",
        "请检查文件是否完整，或另存为纯文本",
        f"whole file: {printed:,} Chinese characters in the source, {kept:,} were read; check that the file is "
        "whole, or save it as plain text",
    )


def total(accounts: Iterable[Account]) -> Account:
    """The account of several files together."""
    several = tuple(accounts)
    return Account(sum(each.printed for each in several), sum(each.passed_over for each in several))
