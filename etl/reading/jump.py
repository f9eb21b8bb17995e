"""Jumps: 下转第2版 leads the reader on to another page, 上接第一版 tells where he comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.reading.numeral import whole

_PAGE = r"(?:第 ?)?(?P<page>[A-Z]?[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[头])[ 、,]?版?(?:[^()。]{0,12})"
_FORWARD = re.compile(rf"(?:[(\[【]|[>▶▷→↘]{{1,4}})? ?(?:下转|紧转|转) ?{_PAGE}[)\]】]?$")
_BACK = re.compile(rf"^(?:[(\[【]|[<◀◁←]{{1,4}})? ?(?:上接|紧接|接) ?{_PAGE}[)\]】]")
_BACK_ALONE = re.compile(rf"(?:上接|紧接) ?{_PAGE}")
_TAIL = 32  # characters; a jump is never longer


@dataclass(frozen=True, slots=True)
class Jump:
    """A jump in a line: its half-open place there, and the page it names (2, A3)."""

    start: int
    end: int
    page: str


def jump_on(line: str) -> Jump | None:
    """The jump to a later page at the end of the normalised line."""
    if "转" not in line[-_TAIL:]:
        return None
    match = _FORWARD.search(line, max(len(line) - _TAIL, 0))
    return _jump(match) if match and _is_bracketed(match, line) else None


def jump_back(line: str) -> Jump | None:
    """The jump from an earlier page at the start of the normalised line."""
    if "接" not in line[:4]:
        return None
    match = _BACK.match(line) or _BACK_ALONE.fullmatch(line)
    return _jump(match) if match else None


def _is_bracketed(match: re.Match[str], line: str) -> bool:
    """A jump stands in brackets, behind an arrow, or alone; 由盈转亏一版 is none."""
    return match.group()[0] in "([【>▶▷→↘" or (match.start() == 0 and match.end() == len(line))


def _jump(match: re.Match[str]) -> Jump:
    printed = match["page"]
    number = 1 if printed == "头" else whole(printed)
    return Jump(match.start(), match.end(), str(number) if number is not None else printed)
