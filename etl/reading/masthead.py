"""The masthead: what the head of an issue says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import unquote

from etl.model import Masthead
from etl.reading.numeral import whole

_NUMERAL = "[0-9]{1,6}|[零一二三四五六七八九十]{1,4}"
_DATE = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2}|[一二][零一二三四五六七八九]{3}) ?[年./-] ?"
    r"(?P<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2}) ?[月./-] ?(?P<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?日?"
)
_FILE_DATE = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})[-_.年]?(0[1-9]|1[0-2]|[1-9](?=[-_.月]))[-_.月]?([0-3][0-9]|[1-9])日?(?![0-9])"
)
_WEEKDAY = re.compile(r"(?:星期|礼拜|周)([一二三四五六日天])")
_NUMBER = re.compile(rf"(?<!总)第 ?({_NUMERAL}) ?[期号]")
_CUMULATIVE = re.compile(rf"总 ?(?:第 ?)?({_NUMERAL}) ?[期号]|总期数 ?[:：]? ?([0-9]{{1,6}})")
_PAGES = re.compile(
    r"(?:今日|本期|今天|本日)(?:共|出)? ?([0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?版|共 ?([0-9]{1,3}) ?版"
)
_LUNAR = re.compile(
    r"(?:农历|夏历)?.{0,4}年?[正一二三四五六七八九十冬腊闰]{1,3}月(?:初|十|廿|二十|三十)[一二三四五六七八九十]{0,2}"
)
_PUBLISHER = re.compile(r"([一-龥A-Za-z]{2,16}[报刊])社 ?(?:出版|主办|编辑出版)")
_OFFICIAL = re.compile(
    r"^(?:主管|主办|协办|承办|出版|社长|总编辑|编辑部|地址|社址|邮编|电话|新闻热线|广告热线|"
    r"网址|零售|定价|每份|月价|全年价)(?:单位)?[：: ]"
    r"|社 ?(?:出版|主办|编辑出版)|出版物|邮发代号|国内统一[一-龥]{0,8}号|CN ?[0-9]{2}-[0-9]{4}|"
    r"ISSN|https?://|www\.|代号[：: ]|年[^，]{0,8}创刊$"
    r"|(?:客户端|微信|微博|公众号|二维码)[：:]|^扫码|[0-9] ?[℃°]"
)
_NAME = re.compile(r"[一-龥A-Za-z0-9·《》 ]{2,20}")
_TITLE = re.compile(r"[一-龥 ]{2,16}(?:报|周刊|新闻|联播)")
_PAPER = re.compile(
    "《?((?!据|来源)(?:[一-龥]{1,12}(?:[日晚晨早商时新周快]报|都市报|[一-龥]报|周刊|新闻|联播)|[一-龥]{2,10}网))》?"
)
_PRINTED_ON = re.compile(r"^(?:时间|发布时间|发布日期|日期|出版日期|发稿时间)[：:]")
_SOURCE = re.compile(r"^(?:来源|稿源)[：:] ?([一-龥A-Za-z·]{2,16})")
_SEPARATORS = re.compile(r"[\s()【】\[\]|/／·,，.:：;；*—-]+")

_ZONE = 30  # lines; no masthead is longer
_STRANGERS = 2  # lines of unknown content that may stand between two masthead lines
_STRANGER_LENGTH = 30  # characters


def masthead_length(lines: Sequence[str]) -> int:
    """How many of the first normalised lines are the masthead: its name, date, numbers and offices."""
    length, strangers, dated = 0, 0, False
    for index, line in enumerate(lines[:_ZONE]):
        if _is_masthead(line):
            if strangers and dated and _DATE.search(line) and not _OFFICIAL.search(line):
                break  # a second date, behind other text, is an article's
            length, strangers = index + 1, 0
            dated = dated or _DATE.search(line) is not None
        else:
            strangers += 1
            if strangers > _STRANGERS or len(line) > _STRANGER_LENGTH or line[-1] in "。！？，；：":
                break
    return length


def _is_masthead(line: str) -> bool:
    if len(line) > 120 or line[-1] in "。！？；" or _PRINTED_ON.match(line) or _SOURCE.match(line):
        return False
    rest = line
    for pattern in (_DATE, _WEEKDAY, _CUMULATIVE, _NUMBER, _PAGES, _LUNAR):
        rest = pattern.sub(" ", rest)
    bare = _SEPARATORS.sub("", rest)
    if not bare or _dated_name(line) is not None:
        return True
    return _OFFICIAL.search(rest) is not None and len(bare) <= 60 and "，" not in line.split("出版")[0]


def _dated_name(line: str) -> tuple[int, int] | None:
    """河源日报 2025年7月30日 星期三: where the name stands in a line that it and a date fill; None for any other."""
    day = _DATE.search(line)
    name = _PAPER.match(line) if day is not None else None
    if day is None or name is None or line[name.end() : day.start()].strip(" ·|,，"):
        return None
    rest = _WEEKDAY.sub("", _PAGES.sub("", _NUMBER.sub("", _LUNAR.sub("", line[day.end() :]))))
    return name.span(1) if not _SEPARATORS.sub("", rest) else None


def read_masthead(lines: Sequence[str], printed: Sequence[str], length: int, source_uri: str) -> Masthead:
    """What the first ``length`` normalised lines say; what they lack is looked for further on.

    ``printed`` are the same lines as printed: a name stays as it is printed.

    Date and name come from the masthead, then from lines such as 时间：2026-02-09 and 来源：…报 near the
    head of the text, then from a file name such as ``中国电子报-2025-07-01.txt``.
    """
    zone = lines[:length]
    joined = "\n".join(zone)
    weekday = _WEEKDAY.search(joined)
    return Masthead(
        publication=_publication(lines, printed, length, source_uri),
        issue_date=_issue_date(zone, lines, source_uri),
        weekday=f"星期{weekday[1]}".replace("天", "日") if weekday else None,
        issue_number=_first_number(_NUMBER, joined),
        cumulative_number=_first_number(_CUMULATIVE, joined),
        pages=_first_number(_PAGES, joined),
    )


def _first_number(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    return whole(next(group for group in match.groups() if group)) if match else None


def first_date(text: str) -> date | None:
    """The first whole date that a normalised text prints."""
    return next(iter(_dates(text)), None)


def _dates(text: str) -> list[date]:
    found = []
    for match in _DATE.finditer(text):
        year, month, day = (whole(match[part]) for part in ("year", "month", "day"))
        if year and month and day and month <= 12 and day <= _days(year, month):
            found.append(date(year, month, day))
    return found


def _days(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days


def _issue_date(zone: Sequence[str], lines: Sequence[str], source_uri: str) -> date | None:
    for line in zone:
        if dates := _dates(line):
            return dates[0]
    for line in lines[: 2 * _ZONE]:
        if (_PRINTED_ON.match(line) or _DATE.fullmatch(line)) and (dates := _dates(line)):
            return dates[0]
    match = _FILE_DATE.search(_file_name(source_uri))
    return next(iter(_dates("-".join(match.groups()))), None) if match else None


def _publication(lines: Sequence[str], printed: Sequence[str], length: int, source_uri: str) -> str | None:
    for line, text in zip(lines[:length], printed, strict=False):
        if match := _PUBLISHER.search(line):
            return text[match.start(1) : match.end(1)]
    for line, text in zip(lines[:length], printed, strict=False):
        if (named := _dated_name(line)) is not None:
            return closed_up(text[named[0] : named[1]])
    if length and not _is_masthead(lines[0]) and _NAME.fullmatch(lines[0]):
        return closed_up(printed[0])
    for line, text in zip(lines[:length], printed, strict=False):
        if _TITLE.fullmatch(line):
            return closed_up(text)
    for line, text in zip(lines[: 2 * _ZONE], printed, strict=False):
        if match := _SOURCE.match(line):
            return text[match.start(1) : match.end(1)]
    file_name = _file_name(source_uri)
    dated = _FILE_DATE.search(file_name)
    return file_name[: dated.start()].strip("-_ .") or None if dated else None


def closed_up(name: str) -> str:
    """The name without 《》 and without the spaces that set its characters apart."""
    bare = name.strip("《》 ")
    return re.sub(r"(?<=[一-龥]) +(?=[一-龥])", "", bare)


def _file_name(source_uri: str) -> str:
    return unquote(source_uri).replace("\\", "/").rstrip("/").rpartition("/")[2]
