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
        "例",
        "字",
        "票",
        "具",
        "趟",
        "步",
        "轮",
    ]
)
# What people suffer, the weather and the earth, ages and ways: neither the economy's nor a product's.
_OTHER_STATISTIC = re.compile(
    "(?:死亡|受伤|失踪|伤亡|获救|被困|感染|康复|被捕|参加|观众|参观|游行|转移|无家可归|投票|报名)人数|受灾人口|.*病例|无症状感染者|震级|震源深度"
    "|风力|气温|降水量|降雨量|能见度|水位|海拔|距离|里程|成绩|提前时间|推迟时间|获利金额|刑期|年龄|时长|悬赏金额|捐款金额|涉案金额|.*次数|票数|集数|字数|人数|席位|金牌|银牌|铜牌"
    "|.*(?:遇难者|死者|伤员|伤者|患者|乘客|嫌疑人|被告人|犯罪嫌疑人|候选人|运动员|选手|官兵|士兵|战士|武装分子|难民|群众|学生|老人|孩子|儿童|记者|嘉宾"
    "|专家|演员|观众|队员|船员|消防员|警察|民警|军人|医护人员|航天员|议员|代表|委员|党员|干部|村民|居民|市民|民众|平民)"
)
_EVENT = re.compile(
    "遇难|受伤|死亡|失踪|地震|台风|暴雨|洪水|事故|比赛|决赛|金牌|奖牌|演出|展览|会议|考察|审议|出席|参加|袭击"
    "|爆炸|选举|投票|观众|嘉宾|代表团|气温|降雨|冠军|选手|运动员|演员|救援|搜救|警方|犯罪|嫌疑人|被告|法院|导弹|军方|军队|部队|演习|士兵|官兵"
    "|难民|总统|议会|航天员|医疗队|疫情|患者|志愿者|学生|老人|孩子|纪录片|电视剧|图书|文物"
)
_PRODUCT = re.compile(
    "直径|厚度|孔径|精度|臂展|负载|弯折|尺寸|续航|时速|重量|长度|宽度|高度|深度|温度|转速|像素|分辨率|带宽|速率|功耗|口径|见方"
)


def kind_of(number: NumberMention, topic: Topic, measure: str, text: str) -> str:
    """The ``kind`` of a claim from its unit, its topic and its sentence."""
    if _OTHER_STATISTIC.fullmatch(topic.indicator or ""):
        return "other"
    if topic.known:
        return "economic"
    window = text[max(0, number.start - 24) : number.end + 16]
    technical = (number.unit or "") in _TECHNICAL_UNITS or _PRODUCT.search(window) is not None
    if technical or (number.dimension in _TECHNICAL_DIMENSIONS and topic.sector is None):
        return "technical"
    if measure not in ("level", "rank"):
        return "economic"
    if _EVENT.search(window) or (number.unit or "") in _OTHER_COUNTS:
        return "other"
    return "economic"
