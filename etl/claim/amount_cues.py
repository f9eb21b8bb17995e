"""Cues of amounts and counts: what they rise or fall by, or reach."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.cue_rule import AMOUNTS, DOWN, FILL, NET, TO, UP, CueRule

# 增长较快，达到了4200元: what is reached after a pause is the amount itself.
_REACHES: Final = re.compile(r"[▲▼][^▲▼ ，、]{0,6}[ ，、][^▲▼ ，、]{0,4}(?:达到?|为|已有|共有)[^▲▼ ，、]{0,4}$")

AMOUNT_CUES: Final[tuple[CueRule, ...]] = (
    CueRule(
        "amount.reaches",
        AMOUNTS,
        re.compile(rf"{TO}{FILL}"),
        "level",
        1,
        (("企业增至3022家", "level +"), ("从1832户增加到3382户", "level +")),
        ("企业增加3022家",),
    ),
    CueRule(
        "amount.net",
        AMOUNTS,
        re.compile(rf"{NET}(?:(?!总[数量计]|累计|合计)[^，；▲▼◆]){{0,18}}$"),
        "change",
        1,
        (("净增3万户", "change +"), ("新增百亿县区26个", "change +")),
        ("城镇新增就业1351万人", "新增工厂26个、总数达65个"),
    ),
    CueRule(
        "amount.falls",
        AMOUNTS,
        re.compile(rf"(?:{DOWN}|少){FILL}"),
        "change",
        -1,
        (("比去年减少300亿美元左右", "change -"), ("工时减少3小时", "change -")),
        ("至少300家",),
        unless=re.compile(rf"(?:至少|不少|多少|减少不)$|{_REACHES.pattern}"),
    ),
    CueRule(
        "amount.grows",
        AMOUNTS,
        re.compile(rf"{UP}{FILL}"),
        "change",
        1,
        (("比1—4月份增加6034.1亿元", "change +"), ("使产能增加约12万辆", "change +")),
        ("增加到12万辆", "收入增长较快，达到了4200元", "产量保持增长、达357万辆"),
        unless=_REACHES,
    ),
    CueRule(
        "amount.falls_after",
        AMOUNTS,
        re.compile(r"$"),
        "change",
        -1,
        (("有4—6℃的降温", "change -"),),
        ("有500元的降价商品",),
        right=re.compile(r"^(?:左右|以上)?的[▽▼]+(?:[，、。；]|$|过程|天气|幅度)"),
    ),
    CueRule(
        "amount.grows_after",
        AMOUNTS,
        re.compile(r"$"),
        "change",
        1,
        (("有4—6℃的升温", "change +"),),
        ("有500元的涨价商品",),
        right=re.compile(r"^(?:左右|以上)?的[△▲]+(?:[，、。；]|$|过程|天气|幅度)"),
    ),
    CueRule(
        "amount.moves_up",
        AMOUNTS,
        re.compile(rf"(?:前移|前进|晋升|进位){FILL}"),
        "change",
        1,
        (("位次比一季度前移3位", "change +"),),
        ("居第3位",),
    ),
    CueRule(
        "amount.moves_back",
        AMOUNTS,
        re.compile(rf"后[移退]{FILL}"),
        "change",
        -1,
        (("位次比上年后移2位", "change -"),),
        ("此后2位", "前移2位"),
    ),
    CueRule(
        "amount.above_mark",
        AMOUNTS,
        re.compile(rf"超(?:过|出)?[^，；]{{0,4}}(?:警戒|保证|汛限|历史最高|设计|危险)(?:水位|线|流量)?{FILL}"),
        "gap",
        1,
        (("河段超警戒水位0.64米", "gap +"), ("超过汛限水位1.2米", "gap +")),
        ("警戒水位是24米", "超过24米"),
    ),
    CueRule(
        "amount.above_plan",
        AMOUNTS,
        re.compile(rf"(?:超过|超出|超额完成)(?:年度|全年|预期)?(?:计划|目标|任务|预算|预期)(?:目标)?{FILL}"),
        "gap",
        1,
        (("招生超过计划10.5万人", "gap +"),),
        ("超过10.5万人", "计划10.5万人"),
    ),
    CueRule(
        "amount.less",
        AMOUNTS,
        re.compile(rf"(?:比|较|低于)[^，；]{{1,24}}(?:便宜|[低短轻矮窄])出?了?{FILL}"),
        "change",
        -1,
        (("比原水每吨便宜2.5元", "change -"), ("比上年低3元", "change -")),
        ("便宜2.5元", "最低3元"),
    ),
    CueRule(
        "amount.more",
        AMOUNTS,
        re.compile(
            rf"(?:比|较|高于)[^，；]{{1,24}}(?:[多高长宽重深厚](?!达)|贵)[拉运产装卖挣赚收花出]?了?{FILL}|(?:比|较)[^，；]{{1,24}}提前{FILL}"
        ),
        "change",
        1,
        (("比上年同期多5038亿元", "change +"),),
        ("多5038亿元",),
    ),
)
"""The rules in the order in which they are tried."""
