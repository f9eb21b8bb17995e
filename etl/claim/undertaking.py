"""What is to come, told clause after clause: 将投入2.7亿元，对|1000个|村寨进行保护; 将为1000万人检查，为|120万人|….

The word that says so (将, 计划, 预计) stands before the first number only.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.timing import Timing
from etl.model import NumberMention
from etl.sieve import Sieved

OPENS: Final = frozenset(
    (
        "target.will",
        "target.will_by_policy",
        "target.room_for",
        "target.aimed",
        "target.must",
        "target.this_year",
        "target.listed",
        "target.in_force",
        "target.course",
        "forecast.course",
        "forecast.expected",
        "forecast.will_reach",
        "forecast.event",
        "forecast.by_then",
        "forecast.once_done",
    )
)
"""The rules of status whose words may go on to govern the next clause."""
_TOLD: Final = "actual.default"
# 将进口10万亿美元的商品，对外投资规模将达到|5000亿美元|: who undertakes the one undertakes the other
_WILL_REACH: Final = "forecast.will_reach"
_NOBODYS: Final = frozenset({"℃", "摄氏度", "度", "级", "毫米", "米", "位"})  # the weather, a place in a list
_FORETOLD: Final = re.compile("预计|预测|有望|可能|估计|料将")
# 目前有195万亩无法插秧, 比2010年的13.8%, 从现在的10%: how it is, or was
_THERE: Final = re.compile(
    "已|曾|了(?!解)|目前|现[在有]|如今|去年|上年|前年|年[末底初]|截[至止]|以来|此前|同期|原|由|从|自|至今|仍|过去|近[0-9一二两三四五十]|[上本]月|今[天日]|昨"
    "|[0-9]年|累计|共有|来自|相当于|中标|约占|是|低于、|高于、"
)
_ADVERBS: Final = (
    "(?:并|同时|还|再|也|将|直接|进一步|总?共|合计|最终|每年|逐步|全部|重点|继续|新|预计|可|能够?|从而|以|用于){0,3}"
)
# …，为|120万人|, …，修建|8万公里|, …，直接惠及|1.2万个|村
_VERBS: Final = (
    "为|[对向给使](?!比|于|外|口)|惠及|覆盖|带动|拉动|撬动|建|改[造建]|打造|开[通行展放设办工]|修|培[训育养]|招|引[进导]|投[入资放产]|安排|提供"
    "|服务|吸纳|创造|解决|完成|实现|形成|达|增加?|减|降|提[高升]|扩|压减|淘汰|购|采购|发放|补[助贴充]|支持|资助|帮助|推[出广进]|成立|设立|组建"
    "|举[办行]|启动|实施|治理|绿化|造林|种植|播种|生产|处理|满足|节[约能省]|替代|容纳|安置|搬迁|转移|派[出遣]|评选|组织|配[备置套]|布局|铺设|架设"
    "|接入|升级|新[增建]|覆盖|缩短|缩减|输送|运送|发射|给予"
)
# …，开放码头岸线增加|3.83万米|, …，报销比例达|90%|
_GROWS: Final = (
    "[^，。；：:()“”]{1,16}?(?:增加|增长|提[高升]|下降|降低|减少|缩短|缩小|达到?|超过?|突破|稳定在|不低于|不超过|控制在"
    "|增至|降至)"
)
_GOES_ON: Final = Sieved(rf"(?:，|,){_ADVERBS}(?:(?:{_VERBS})[^，。；：()]{{0,24}}|{_GROWS}[^，。；：()0-9]{{0,6}})$")
# 其中包括|40名|女学员, 其中|5亿立方米|
_PART: Final = Sieved("，其中，?(?:包括|含|有)?[^，。；：()0-9]{0,12}$")
# 推出16个对内专栏和|12个|对外专栏, 提高1倍，分别达到50%和|20%|
_JOINED: Final = Sieved("[^，。；：()]{0,16}(?:和|与|及|以及|、)[^，。；：()0-9]{0,10}$")
# 为100所学校配置|1000台|: the same clause goes on
_DOES: Final = Sieved(rf"[^，。；：()]{{0,14}}(?:{_VERBS})[^，。；：()0-9]{{0,6}}$")
_DONE_AFTER: Final = re.compile("[^，。；]{0,12}(?:已|[^解]了(?!解)|无法|不足)")


def in_course(
    found: tuple[str, str], text: str, number: NumberMention, timing: Timing | None, discourse: Discourse, today: date
) -> tuple[str, str]:
    """The status and its rule of a number, ``found`` so far; it is noted for the numbers that follow."""
    before = discourse.undertaking
    if before is not None and found[1] == _TOLD and _goes_on(text, before[0], number, timing, today):
        found = before[1], f"{before[1]}.course"
    elif before is not None and before[1] == "target" and found[1] == _WILL_REACH:
        foretold = number.unit in _NOBODYS or _FORETOLD.search(text, before[0], number.start) is not None
        found = found if foretold else ("target", "target.course")
    discourse.undertaking = (number.outer_end, found[0]) if found[1] in OPENS else None
    return found


def _goes_on(text: str, end: int, number: NumberMention, timing: Timing | None, today: date) -> bool:
    if timing is not None and timing.end < today and timing.kind != "day":
        return False
    between = text[end : number.start]
    if _THERE.search(between) or _DONE_AFTER.match(text, number.outer_end):
        return False
    if _JOINED.match(between) is not None or _DOES.match(between) is not None:
        return True
    return _GOES_ON.search(between) is not None or _PART.search(between) is not None
