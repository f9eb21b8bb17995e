"""Noun phrases before and after a position: what stands between the verbs, times and numbers of a clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

# What may be cut off the right end of the words before an indicator or a number: verbs and adverbs.
_TAIL = re.compile(
    r"(?:实现|完成|取得|保持|达到|达|突破|超过|超|依然|仍然|仍|继续|还|也|都|均|已经|已|了|的|总共|共计|共|累计|合计|全年|当年|当月"
    r"|约|近|为|是|有|仅|只有|只|不足|不到|预计|将|可|可以|大概|大约|首次|再次|稳定在|控制在|保持在|位于|在|出现|呈现|分别|其中|一直|平均|平均每天|每天"
    r"|每年|每月|年均|同比|环比|比|较|从|由|到|至|对|占|以|使|让|令|比重|整整|翻了|高达|多达|最长|最高|最大|最低|升至|增至|降至|增长到|增加到|提高到"
    r"|下降到|减少到|扩大到|上升到|上升|增长|下降|增加|减少|提高|回落|加快|和|及|与|、|:|“|”|\s)+$"
)
# What opens a noun phrase anew: everything up to its end does not belong to it.
_HEAD = re.compile(
    r"(?:数据显示|显示|表明|认为|表示|指出|介绍|称|据悉|据了解|统计显示|其中|此外|另外|同时|与此同时|目前|截至目前|截至|如今|现在|今后|去年|今年"
    r"|尽管|虽然|但是|但|而且|而|不过|因此|因为|由于|随着|通过|按照|根据|据|如果|为了|只要|无论|不仅|不光是|不光"
    r"|预计|力争|争取|确保|计划|将要|将会|将|要|可|能够|能|会|应|必须|需要|需|使得|使|让|令|把|被|给|向|从[^，；]{1,16}看|从|由|对于|对|在|以"
    r"|实现|完成|推动|促进|带动|拉动|加快|支持|累计|新增|净增|净|达到|超过|突破|吸引了?|拥有|具有|具备|建设|建成|开工建设|开工|新建|改建|改扩建|牵头建设|牵头"
    r"|布局|实施|承担|获批建设|获批|共建|引进|签约|发放|取消|下放|接待|覆盖|惠及|培育|新培育|认定|入选|创建|打造|形成|组织|举办|开展|投入|投资|生产|销售|出口|进口"
    r"|集成了?|吸纳|安排|下达|筹集|争取|落实|减免|退还|办理|受理|查处|检查|整改|关闭|淘汰|化解|退出|压减|新探明|探明|新发现|发现|新设立|设立|新登记|登记|开通|运营"
    r"|增至|升至|降至|是|有|为|到|至|和|及|与|各|该|这|那|其|本|全省|全市|全县|全区|全社会|每[一]?[个名位家户年天月]?|平均|共|仅|就|便|也|还|又|都|均|已经|已|正|正在)"
)
_OPENING = re.compile(
    r"^(?:数据显示|其中|此外|另外|同时|与此同时|目前|尽管|虽然|但是|但|而且|而|不过|因此|由于|随着|按照|根据|据|预计|力争|将|来自|包括|如|比如|例如|特别是|尤其是"
    r"|的|地|得|了|着|过|以及|及|和|与|并|且|、|“|”|:|\s|从[^，；]{1,16}看)+"
)
_RELATIVE_TAIL = re.compile(r"在[^，；的]{1,14}的?$|中$|方面$|来看$|上$|里$|内$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as printed: its half-open span in the sentence."""

    start: int
    end: int
    text: str


def before(text: str, start: int, end: int) -> Phrase | None:
    """The noun phrase that ends at ``end`` or, verbs and adverbs apart, just before it; not before ``start``."""
    segment = text[start:end]
    tail = _TAIL.search(segment)
    stop = tail.start() if tail else len(segment)
    place = _RELATIVE_TAIL.search(segment[:stop])
    if place and place.start() > 0:
        stop = place.start()
    opening = _OPENING.match(segment[:stop])
    head = opening.end() if opening else 0
    if stop <= head:
        return None
    return Phrase(start + head, start + stop, segment[head:stop])


def last_cut(text: str, start: int, end: int) -> int:
    """Where the last word that opens a noun phrase anew ends, between ``start`` and ``end``; else ``start``."""
    cut = start
    for match in _HEAD.finditer(text, start, end):
        if match.end() < end:
            cut = match.end()
    return cut


_AFTER = re.compile(r"[一-鿿A-Za-z0-9“”《》·]{1,16}")
_AFTER_STOP = re.compile(
    r"(?:实现|保持|参加|出席|携|获得|获|取得|出现|同比|环比|增长|下降|增加|减少|上涨|超过|达到|达|占|为|是|有|已|将|在|于|从|向|被|由|以|来|和|与|及|进行|完成|纳入|列入"
    r"|进入|入围|参展|参会|参与|以上|以下|以内|左右|上下|不等|之间|之多|多|的|了|中|内|均|都|也|还|并|全部|其中|建成|开工|投产|启动|推进|提高|提升|位列|位居|居|入选|落地|签约"
    r"|受益|受灾|遇难|受伤|死亡|脱贫|就业|得到|利润|营业收入|投资|产值|房价)"
)


def after(text: str, start: int, end: int) -> Phrase | None:
    """The noun phrase that a classifier opens (8个|行业, 4位|督导组组长); None when a verb or mark follows at once."""
    match = _AFTER.match(text, start, end)
    if match is None:
        return None
    words = match.group()
    stop = _AFTER_STOP.search(words)
    length = stop.start() if stop else len(words)
    return Phrase(start, start + length, words[:length]) if length >= 2 else None
