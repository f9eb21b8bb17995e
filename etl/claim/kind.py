"""Whether a claim is economic, technical, or something else."""

from __future__ import annotations

import re

from etl.claim.topic import Topic
from etl.model import NumberMention

_TECHNICAL_DIMENSIONS = frozenset(
    {"length", "mass", "angle", "frequency", "pressure", "speed", "temperature", "voltage", "data", "power", "time"}
)
_TECHNICAL_UNITS = frozenset(
    ["纳米", "微米", "毫米", "厘米", "克", "毫克", "赫兹", "兆", "℃", "度", "伏", "安", "转", "帕", "分贝", "像素"]
)
_OTHER_COUNTS = frozenset(
    [
        "人次",
        "名",
        "位",
        "场",
        "届",
        "集",
        "岁",
        "周岁",
        "次",
        "首",
        "幅",
        "枚",
        "天",
        "小时",
        "分钟",
        "对",
        "篇",
        "级",
        "层",
        "支",
        "句",
        "封",
    ]
)
_EVENT = re.compile(
    "遇难|受伤|死亡|失踪|地震|台风|暴雨|洪水|事故|比赛|决赛|金牌|奖牌|演出|展览|会议|考察|审议|出席|参加|袭击"
    "|爆炸|选举|投票|观众|嘉宾|代表团|气温|降雨"
)
_PRODUCT = re.compile(
    "直径|厚度|孔径|精度|臂展|负载|弯折|尺寸|续航|时速|重量|长度|宽度|高度|深度|温度|转速|像素|分辨率|带宽|速率|功耗|口径|见方"
)


def kind_of(number: NumberMention, topic: Topic, measure: str, text: str) -> str:
    """The ``kind`` of a claim from its unit, its topic and its sentence."""
    if topic.known and topic.indicator != "人数":
        return "economic"
    window = text[max(0, number.start - 24) : number.end + 16]
    technical = (number.unit or "") in _TECHNICAL_UNITS or _PRODUCT.search(window) is not None
    if technical or (number.dimension in _TECHNICAL_DIMENSIONS and topic.sector is None):
        return "technical"
    if measure not in ("level", "rank"):
        return "economic"
    if _EVENT.search(text) or (number.unit or "") in _OTHER_COUNTS:
        return "other"
    return "economic"
