"""Bylines and datelines: who reports, and where and when the report was sent off."""

from __future__ import annotations

import re
from functools import lru_cache

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江"
    "尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施牛文芮樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕"
    "单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇"
    "栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝朴刑居"
)
_NAME = r"[一-龥·]{2,12}"
_OFFICE = (
    r"(?:(?:本报|本台|本刊|本网|中新社|新华社|人民网|央视网?|[一-龥·]{2,8}(?:日报|晚报|早报|时报|商报|晨报|都市报))?"
    r"(?:驻[一-龥]{1,8})?(?:首席|高级|资深|特派|特约|特邀|见习|实习|全媒体)?(?:记者|通讯员|评论员|撰稿人?|编辑|评论部))"
)
_LINE = re.compile(
    rf"^[■□●▲◆★◎○▶/本· ]{{0,3}}\(?(?P<office>{_OFFICE})(?P<names>[ :：/]{{0,2}}[一-龥·、,/ ]{{0,60}})\)?"
)
_NAME_BREAK = re.compile(rf"{_OFFICE}|[ :：/、,]+")
_LABELLED = re.compile(
    rf"(?:文|图|文图|文/图|图/文|作者|记者|撰文|撰稿|采写)[ ]?[/／：:|] ?{_NAME}(?:[ 、;,/]{{1,2}}{_NAME}){{0,6}}"
)
_ABOUT_AUTHOR = re.compile(r"\((?:本文)?作者[为系是：:单].{1,60}\)|——(?:本报)?编者")
_AUTHOR = re.compile(r"【作者：([^】]{1,80})】")
_SIGNATURE = re.compile(r"[一-龥]{0,12}(?:长|主席|主任|总理|书记|代表|行长) {1,3}[一-龥·]{2,4}")
_CLOSING = re.compile(
    r"(?<=[。！？…”])[ ]?\((?:本报)?(?:记者|通讯员)?[ :：]?([一-龥·]{2,4}(?:[ 、;][一-龥·]{2,4}){0,5})\)$"
)
_NO_NAMES = frozenset(("待续", "未完", "掌声", "热烈", "笑声", "图片"))
_REPORTER = re.compile(
    r"(?:记者|通讯员) ?([一-龥·]{2,4}(?:[ 、,][一-龥·]{2,4}){0,5}?)(?: ?(?:报道|从|在|获悉|日前|近日|今日|\)|，))"
)
_DATELINE = re.compile(
    r"^[【\[(]? ?((?:本报|新华社|中新社|中新网|人民网|[一-龥]{2,6}(?:日报|晚报|网))[^，。；：()]{0,12}?"
    r"(?:[0-9]{1,2}月)?[0-9]{1,2}日[^，。；：()]{0,4}?[电讯])"
)
_DATELINE_BEHIND = re.compile(r"\(((?:本报|新华社|据)[^，。；：()]{0,16}[0-9]{1,2}日[^，。；：()]{0,4}?[电讯])\)$")
_OPENING = re.compile(
    r"^(?:[【\[(]? ?(?:本报|本刊|本台|本网)(?:综合)?(?:讯|消息)"
    r"|[^，。；：]{0,12}?(?:网|台|社|报)(?:\([^()]{1,8}[)）])?消息 ?(?:[(（][^()（）]{1,8}[)）]?)? ?[:：]"
    r"|[^，。；：]{0,12}?(?:网|台)\([^()]{1,8}\) ?(?:消息)?[:：]"
    r"|(?:本报|本刊)?[^，。；：]{0,8}记者 ?[一-龥·]{2,4}(?:[ 、][一-龥·]{2,4}){0,5} ?(?:综合)?报道"
    r"|[^，。；：]{0,24}\((?:本报|新华社)?(?:驻[一-龥]{1,8})?(?:记者|通讯员)[^。()]{2,40}\)"
    r")"
)
_MAY_OPEN = re.compile("[讯消(（记日]")
"""Every opening prints one of these ..."""
_OPENING_LENGTH = 40
"""... among so many characters."""


def byline_of(line: str) -> str | None:
    """The byline that a whole normalised line is, or None."""
    if len(line) > 80 or "，" in line or "。" in line or line.endswith(("摄", "供图", "制图")):
        return None
    author = _AUTHOR.fullmatch(line)
    if author:
        return author[1].strip()
    if (
        _LABELLED.fullmatch(line)
        or _ABOUT_AUTHOR.fullmatch(line)
        or (len(line) <= 20 and _SIGNATURE.fullmatch(line) and _is_name(line.split(" ")[-1]))
    ):
        return line
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    tokens = [token for token in _NAME_BREAK.split(match["names"]) if token]
    if match["office"].endswith(("评论员", "评论部")) and not tokens:
        return line
    return line if tokens and all(map(_are_names, tokens)) else None


def _are_names(text: str) -> bool:
    """Whether a text may be one personal name, or up to four set without a space."""
    return len(text) <= 9 and (text[0] in _SURNAMES or "·" in text)


def _is_name(text: str) -> bool:
    return 2 <= len(text) <= 4 and text[0] in _SURNAMES


def is_name(line: str) -> bool:
    """Whether a whole line is one or several personal names and nothing else.

    >>> is_name("王小明 李华"), is_name("进程——")
    (True, False)
    """
    return len(line) <= 24 and all(map(_is_name, line.split(" ")))


def author_note(line: str) -> tuple[int, int, str] | None:
    """The place and the names of an archive's note 【作者：…】 inside a normalised line."""
    match = _AUTHOR.search(line) if "【作者" in line else None
    return (match.start(), match.end(), match[1].replace(";", " ").strip()) if match else None


def closing_credit(line: str) -> tuple[int, str] | None:
    """Where a reporter's name in brackets behind the last stop begins, and the name."""
    match = _CLOSING.search(line, max(len(line) - 40, 0)) if line.endswith(")") else None
    return (match.start(), match[1]) if match and match[1] not in _NO_NAMES else None


def reporter_of(lead: str) -> str | None:
    """The reporter that the opening words of a normalised lead name."""
    match = _REPORTER.search(lead[:80])
    return match[1].strip() if match else None


def dateline_of(lead: str) -> str | None:
    """The dateline that a normalised lead opens with: 本报北京8月23日电."""
    match = _DATELINE.match(lead)
    return match[1] if match else None


def dateline_behind(line: str) -> tuple[int, str] | None:
    """Where a dateline in brackets at the end of a normalised line begins, and the dateline."""
    match = _DATELINE_BEHIND.search(line, max(len(line) - 60, 0)) if line.endswith(")") else None
    return (match.start(), match[1]) if match else None


@lru_cache(maxsize=1 << 10)  # several steps ask of the same line
def opens_article(line: str) -> bool:
    """Whether a normalised line opens the text of an article: 本报讯, 记者…报道, …消息：, …电."""
    if _MAY_OPEN.search(line, 0, _OPENING_LENGTH) is None:
        return False
    return _OPENING.match(line) is not None or _DATELINE.match(line) is not None
