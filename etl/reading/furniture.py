"""Furniture: what a page prints or a web page leaves behind that belongs to no article's text.

All patterns read the normalised view (`etl.characters.normalise`).
"""

from __future__ import annotations

import re

from etl.sieve import Sieved

_LONGEST = 80  # characters of a furniture line

_RESIDUE = Sieved(
    "加大|还原|减小|放大|缩小|】|【|大|中|小|字号|打印|关闭|分享|收藏|返回(?:顶部|目录)?|[上下]一[篇版]|朗读|点赞|评论|纠错|推荐|复制链接|扫一扫|"
    "(?:公益)?广 ?告|标题导航|版面导航|(?:本版)?导读"
)
_LABELLED = Sieved(
    r"(?:(?:本报|本版|本期|本刊)?(?:责任编辑|责编|编辑|美编|美术编辑|组版|校对|版式设计|版式|视觉设计|制图|审核|编审|统筹|监制|策划|主编|总编辑|"
    r"值班主任|值班编委|视频编辑|文字编辑)|来源|稿源|时间|发布时间|发布日期|发稿时间|更新时间|浏览次数|阅读次数|点击数|字号|字体|分享到|分享|"
    r"主管|主办|承办|出版|印刷|社长|地址|社址|邮编|邮政编码|电话|热线|新闻热线|广告热线|订阅热线|发行热线|传真|电子邮箱|邮箱|投稿邮箱|网址|"
    r"官方网站|邮发代号|国内统一[一-龥]{0,8}号|国际标准[一-龥]{0,8}号|零售|定价|零售价|月价|年价|关键词|标签)(?:单位)?[：:].{0,60}",
)
_ADDRESS = re.compile(r"^(?:(?:https?://|www\.)[!-~]{3,70}|[!-~]{1,40}@[!-~]{3,40})", re.IGNORECASE)
_CODE = Sieved(r"(?:CN|ISSN) ?[0-9A-Z]{2,4}-[0-9A-Z/]{4,8}|邮发代号[ :：]?[0-9]{1,3}-[0-9]{1,4}|订阅.{0,30}代号.{0,12}")
_DATE = re.compile(
    r"(?:农历|夏历)?.{0,3}(?:[0-9]{4}|[零一二三四五六七八九]{4})[年./-] ?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
    r"[月./-] ?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日?[ ,，]?"
    r"(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|星期[一二三四五六日天]|周[一二三四五六日])?"
)
_DATED = re.compile("[0-9零一二三四五六七八九][年./-]")
"""The year of a date, and what stands behind it."""
_CREDIT = re.compile(r"\((?:视频|文字|图片|责任)?(?:编辑|责编|来源)[:：][^()]{1,60}\)$")


def is_furniture(line: str) -> bool:
    """Whether a whole line, normalised, is furniture wherever it stands."""
    if len(line) > _LONGEST:
        return False
    return (
        _RESIDUE.fullmatch(line) is not None
        or _LABELLED.fullmatch(line) is not None
        or _ADDRESS.fullmatch(line) is not None
        or _CODE.fullmatch(line) is not None
        or (_DATED.search(line) is not None and _DATE.fullmatch(line) is not None)
    )


def credit_start(line: str) -> int:
    """Where a makers' credit in brackets at the end of a line begins; the line's length if there is none."""
    match = _CREDIT.search(line, max(len(line) - _LONGEST, 0)) if line.endswith(")") else None
    return match.start() if match else len(line)
