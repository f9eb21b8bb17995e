"""What is to be done: sections and paragraphs that say so, and the bare verbs that go on with it."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.discourse import Discourse
from etl.sieve import Sieved

# 今年要…, 中央财政拟安排…, 《实施方案》提出，…: the rest of the paragraph, told in bare verbs, is to be done as well.
_URGES: Final = Sieved(
    "要(?:(?<=^要)|(?<=[，。；：:说]要)|(?<=今年要))(?!求|闻|点|素|么|是|不)|拟(?!合|稿)|力争|争取"
    "|(?:》[^，。；]{0,3}|^其中)(?:提出|明确|要求)[，：,:]"
)
_BARE_DOING: Final = re.compile(
    "(?:[^，。；：、]{2,6}说，)?(?:[一二三四五六七八九]是)?"
    "(?:(?:继续|进一步|加快|加大|着力|着重|大力|全面|积极|稳步|逐步|切实|扎实|深入|认真|严格|坚决|再|大规模){1,3}(?!.{0,12}已)"
    "|建设|新建|改造|提高|扩大|增加|完善|加强|支持|实施|推进|推动|启动|落实|安排|解决|完成|培训|开展|抓好|健全|深化|促进|鼓励"
    "|每年(?:新[增建]|培[训养]|支持|建设|改造|投入|安排|组织|选派|资助|补助)|推广|支撑|培育|打造|引导|组织|淘汰|降低|减少|新增|将[^，。；]{2,24}纳入)"
)


def urges(text: str) -> bool:
    """Whether a sentence says what is to be done.

    >>> urges("今年要加大投入。"), urges("中央财政拟安排632亿元。"), urges("会议要求各地落实。")
    (True, True, False)
    >>> urges("《实施方案》提出，到2027年供给能力显著提升。"), urges("《通知》印发，涉及5个行业。")
    (True, False)
    """
    return _URGES.search(text) is not None


def is_ahead(text: str, discourse: Discourse) -> bool:
    """Whether what a sentence tells in bare verbs is to be done: the section says so, or the paragraph did before."""
    return discourse.ahead or (discourse.urged and _BARE_DOING.match(text) is not None)
