"""What becomes of people: 12人|死亡, 20多名工人|获救, 3000人|参加."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from etl.claim.markup import Markup
from etl.pattern import first_characters
from etl.sieve import Sieved


@dataclass(frozen=True, slots=True)
class Fate:
    """Verbs after a number of people and the statistic that they name."""

    indicator: str
    verbs: re.Pattern[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


FATES: Final[tuple[Fate, ...]] = (
    Fate(
        "死亡人数",
        re.compile(
            "(?:抢救无效)?(?:死亡|遇难|丧生|身亡|罹难|丧命|毙命|溺亡|溺水身亡|遇害|牺牲|被杀|被打死|被炸死|死于|去世|葬生|送命|殉职|殉难)"
        ),
        ("死亡", "当场身亡"),
        ("死亡率", "受伤"),
    ),
    Fate(
        "受伤人数",
        re.compile("(?:受了?(?:轻|重)?伤|负伤|轻伤|重伤|烧伤|挂彩|伤势[较严危很]?[重急])"),
        ("受伤", "不同程度受伤", "伤势较重"),
        ("受伤者", "死亡", "伤势好转"),
    ),
    Fate("伤亡人数", re.compile("(?:伤亡|死伤|死亡和受伤)"), ("伤亡",), ("受伤",)),
    Fate("失踪人数", re.compile("(?:失踪|失联|(?:下落|情况|状况|生死)不明)"), ("失踪", "仍下落不明"), ("失踪者",)),
    Fate("获救人数", re.compile("(?:获救|得救|脱[险困]|生还|升井)"), ("获救", "全部生还"), ("获救者",)),
    Fate("搜救人数", re.compile("(?:(?:正|仍)?在)?(?:全力|继续)?搜[救寻]"), ("仍在搜救当中",), ("搜救队员", "获救")),
    Fate(
        "被困人数",
        re.compile("被(?:困|埋(?!死|身|遇)|压在|[^，。；]{1,4}?围困)"),
        ("被困", "被洪水围困"),
        ("解困", "被围"),
    ),
    Fate("在逃人数", re.compile("(?:在逃|潜逃)(?![一-鿿]{0,8}(?:嫌疑人|人员|犯))"), ("仍在逃",), ("逃生",)),
    Fate("受灾人口", re.compile("受灾"), ("不同程度受灾",), ("救灾",)),
    Fate(
        "感染人数",
        re.compile("(?:感染|确诊|患病|被感染|(?:(?:新冠)?(?:病毒|核酸)?检测)?(?:结果)?[呈为]阳性)"),
        ("感染新冠病毒", "确诊", "核酸检测结果呈阳性"),
        ("感染者", "检测结果呈阴性"),
    ),
    Fate("康复人数", re.compile("(?:治愈出院|出院|治愈|康复)"), ("康复出院",), ("住院",)),
    Fate(
        "被捕人数",
        re.compile("(?:被捕|落网|(?:被|遭到?)(?:抓获?|逮捕|拘捕|拘留|刑事拘留|羁押))"),
        ("被捕", "被刑事拘留"),
        ("逮捕",),
    ),
    Fate(
        "被起诉人数",
        re.compile("(?:被(?:正式)?(?:提起)?(?:起诉|公诉|指控)|(?:面临|遭到?)[^，。；]{0,6}(?:起诉|指控))"),
        ("被正式起诉", "面临多项指控"),
        ("起诉书",),
    ),
    Fate("处理人数", re.compile("(?:受到?|被)(?:严肃|依纪依法|依法)?处理"), ("受到处理",), ("处理垃圾",)),
    Fate("从业人数", re.compile("从事"), ("从事茶叶种植",), ("参加",)),
    Fate("失业人数", re.compile("(?:失业|失去工作)"), ("失业",), ("就业",)),
    Fate(
        "脱贫人数",
        re.compile("(?:实现)?(?:稳定)?脱贫|(?:摆脱|脱离|告别)了?[^，。；]{0,6}贫困"),
        ("实现脱贫", "摆脱了绝对贫困"),
        ("贫困",),
    ),
    Fate("就业人数", re.compile("(?:实现)?(?:再)?就业"), ("实现就业",), ("就业岗位",)),
    Fate("报名人数", re.compile("(?:报名|报考)"), ("报名参加",), ("名单",)),
    Fate("受益人数", re.compile("(?:受益|受惠|得到实惠)"), ("受益",), ("收益",)),
    Fate(
        "参保人数",
        re.compile("(?:参保|参加了?[^，。；]{0,10}(?:保险|医保|社保|新农合))"),
        ("参保", "参加了城镇居民医保"),
        ("参保率", "参加了比赛"),
    ),
    Fate("参加人数", re.compile("(?:参加|参与|参赛|参会|与会|参展|出席)"), ("参加了比赛", "与会"), ("参观",)),
    Fate("观众人数", re.compile("(?:到场|现场)?(?:观看|观赛|收看)"), ("现场观看",), ("参观",)),
    Fate("参观人数", re.compile("参观"), ("前来参观",), ("观看",)),
    Fate("游行人数", re.compile("(?:上街|举行)?(?:游行|示威|抗议)"), ("上街游行",), ("参加",)),
    Fate("转移人数", re.compile("(?:安全)?(?:转移|撤离|疏散)"), ("被紧急转移",), ("移动",)),
    Fate("无家可归人数", re.compile("(?:无家可归|流离失所)"), ("无家可归",), ("回家",)),
    Fate(
        "处分人数", re.compile("(?:受到?|被给予|被处以)[^，。；]{0,10}(?:处分|处罚)"), ("受到党纪处分",), ("受到表彰",)
    ),
    Fate(
        "送医人数",
        re.compile("(?:紧急)?送(?:往|到|至|进)[^，。；、]{0,10}医院|(?:紧急)?送医|(?:入|在)院治疗"),
        ("被送往附近医院", "被紧急送医"),
        ("送往灾区",),
    ),
    Fate("受影响人数", re.compile("(?:受到?)[^，。；]{0,12}影响"), ("受到高温天气影响",), ("受到表彰",)),
    Fate("领取人数", re.compile("(?:按月)?(?:领取|领到)"), ("领取养老金",), ("领导",)),
    Fate("投票人数", re.compile("投票"), ("前往投票",), ("投资",)),
)
FATE_NAMES: Final = frozenset(fate.indicator for fate in FATES)
"""The indicators of what befalls people."""
"""The statistics of people by what becomes of them, in the order in which they are tried."""

_LED: Final = re.compile(
    "(?:以上|左右)?(?:的?人?(?:因此|因而|因公|不幸|当场|全部|安全|已经?|(?:至今|目前|现在|依然|依旧|仍然|仍旧|尚)|仍|还|也|均|都|被迫|被(?![捕抓逮拘刑羁困埋压感杀打炸起公指处正提]|[^，。；]{1,4}围困)|直接|紧急|成功|前来|前往|现场|实名|先后|在(?!搜救|搜寻)[^，。；]{1,14}?中|不同程度地?|因[^，。；在受]{1,12}?(?=[死遇丧身罹溺牺去殉负伤失脱获]|受[灾伤])|因?涉嫌[^，。；]{1,20}?(?=被[捕抓逮拘刑羁起])|不治)){0,3}"
)
_NO_NAME: Final = Sieved("率|者|队|人数|人员|病例|岗位|群众|人口|学生|项目")


def fate_after(markup: Markup, end: int, stop: int) -> Fate | None:
    """What becomes of the people counted just before ``end``, if the clause goes on with it."""
    led = _LED.match(markup.text, end, stop)
    return _fate_at(markup.text, led.end() if led else end, stop)


def _by_first() -> dict[str, tuple[Fate, ...]] | None:
    """Character -> the fates whose words may begin with it, in the order in which they are tried; None for any."""
    first = [first_characters(fate.verbs.pattern) for fate in FATES]
    if None in first:
        return None
    every = frozenset[str]().union(*(known for known in first if known is not None))
    return {
        each: tuple(fate for fate, known in zip(FATES, first, strict=True) if known is not None and each in known)
        for each in every
    }


_BY_FIRST: Final = _by_first()


def _fate_at(text: str, start: int, stop: int) -> Fate | None:
    for fate in FATES if _BY_FIRST is None else _BY_FIRST.get(text[start : start + 1], ()):
        verb = fate.verbs.match(text, start, stop)
        if verb is not None and not _NO_NAME.match(text, verb.end(), stop):
            return fate
    return None


def render(text: str) -> str:
    """The statistic that a clause after a number of people names; '' for none. For the examples."""
    led = _LED.match(text)
    fate = _fate_at(text, led.end() if led else 0, len(text))
    return fate.indicator if fate else ""
