"""Whether a figure happened, is aimed at, or is expected."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final

from etl.claim.disposal import is_brought, is_object
from etl.claim.status_rules import RULES, StatusRule
from etl.claim.timing import Timing
from etl.claim.under_way import is_out, is_set
from etl.model import NumberMention
from etl.sieve import Lots, Seen, Sieved

_REACH: Final = 40
_NEVER: Final = "(?!)"
_ASKED: Final = [
    (rule, Sieved((rule.before or rule.after or re.compile(_NEVER)).pattern), rule.after if rule.before else None)
    for rule in RULES
]
"""Every rule with the pattern that is asked first, and what else has to stand after the number."""
_LOTS: Final = Lots()
_NEEDED: Final = [_LOTS.of(words.pattern.pattern) for _, words, _ in _ASKED]
_SETTLED: Final = re.compile(r"(?:已|已经|比)[^，。；]{0,10}$")
# 计划夺取该市，目前距它约5公里; 目标遭到打击，进行了36次: what is there or done by now was not aimed at.
_BY_NOW: Final = Sieved(
    r"截[至止](?:到|于)?[^，。；]{1,12}，?[^，。；]{0,14}$|(?<![要将保])(?:完成|实现)[^，。；]{0,6}(?:目标|任务|计划)，[^，。；]{0,14}$|[，、](?:而|但)?(?:目前|现在|如今|已)(?:(?!预计|将|要|力争|有望|拟|计划|目标)[^，。；]){0,14}$"
    r"|已[^，。；0-9]{1,5}的[^，。；]{0,14}$"
    r"|[，。；](?:(?!预计|将|要|力争|有望|拟|计划|目标)[^，。；]){0,12}了$"
    r"|已[^，。；0-9]{2,8}，(?:(?!预计|将|要|力争|有望|拟|计划|目标)[^，。；]){0,8}$"
)
# 高速公路日前通车，将通行时间由4小时缩短至1.5小时: 将 is 把, and it is done.
_DONE_BEFORE = re.compile(r"(?:日前|近日|已|今天|昨天)[^。；，]{0,12}，将[^，。；]{0,24}(?:由|从)[^，。；]{0,24}$")
_STARTING: Final = Sieved(
    r"(?:从|由)(?:原来|最初|目前|原先|过去|以前|以往|现在|现行|[^，。；到至0-9]{0,8}前)?的?(?:人均|平均|户均|每[^，。；0-9]{1,5})?$"
)
# 将税率分别为25%、20%的关税降至15%: the old rates are facts.
OLD_VALUE: Final = Sieved(r"[、和0-9.%]{0,24}的[^，。；0-9]{2,16}(?:降至|下调至|调整为|提高到|上调至|降为|降到)")
_MOVES: Final = re.compile(
    r"[^，。；]{0,8}(?:增|提高|提升|上升|升|扩大|下降|降|减少|回落|压缩|缩|[下上]调|调整)[^，。；]{0,3}(?:到|至|为)"
    r"|，?[^，。；]{0,4}到了?(?:现在|如今|目前|今天|今年)"
)
_REVISED: Final = re.compile("(?:预期|预测|预估)[^，。；0-9]{0,12}$")  # 将增长预期从4%下调至3.3%: both are foretold
# 在每升0.94元的基础上提高0.16元: what is built on is there.
_BASIS: Final = re.compile("在[^，。；]{0,12}$")
_BUILT_ON: Final = Sieved("的?(?:现有|原有)?(?:基础|水平)[上之]")
# 2018年，市场规模达到3000万辆 in an issue of August 2018 foretells, unless its words say that it is done.
_UNFINISHED: Final = Sieved(r"[0-9]{4}(?:年(?!春运)|[—~至-])")
# 今年要开工一批项目。完成投资8000亿元: where it is told what is to be done, 完成 is no more than a verb of it.
_DONE_ALL_THE_SAME: Final = re.compile(
    r"已|累计(?![降减下])|(?<!公)共(?![同和享建产青识])|了(?!解)|曾|截至|上半年|以来|下拨|拨付|下达"
)
_DONE: Final = Sieved(f"{_DONE_ALL_THE_SAME.pattern}|完成|成功(?:申报|申办|创建|入选|争取|引进|签约)|获批|荣获|入选")
_DONE_AFTER: Final = re.compile("[^，。；]{0,12}(?:已|[^解]了(?!解))")
# 2024年首批647个|重大项目正有序推进: what goes on is there.
_UNDER_WAY: Final = re.compile("[^，。；]{0,14}正(?:在|有序|加快|稳步|全力|加紧|抓紧|火热|如火如荼)")
_EXPECTED: Final = re.compile(r"预计|有望|预测|预期(?!寿命)")
# 会议决定，…报销比例提高至|50%: what is decided is to come.
_DECIDED: Final = Sieved(
    "(?:会议|常务会)[^，。；]{0,4}(?:决定|确定|明确)[^。；]{0,150}(?:提高|上调|下调|降低|扩大|延长|增加|压[缩减]|缩短|缩小)[到至]$"
)
# 倡议可推动2019年增速提高0.1个百分点, 增长能够带动就业1000万人
_ABLE: Final = re.compile("(?:可以?|能够?)(?:推动|带动|拉动|促进|创造|增加|减少)[^。；，]{0,24}$")
_FORETOLD: Final = re.compile("预测|预计|预期(?!目标|寿命)")  # 预测，2010年和2011年…: farther off than the rules look
# 预测，今年贸易额增长5%；生产总值增长|2.1%: the sentence goes on foretelling
_GOES_ON_FORETELLING: Final = Sieved(
    "(?:预测|预计)(?:，|：|今年|明年|全年|20[0-9]{2}(?:年|[—~至-]))(?:(?!已|去年|上年|目前)[^。])*；(?:(?!已|[0-9]{1,2}月|季度|上半年|去年|上年)[^。；])*$"
)
# 今年再解决|6000万|农村人口饮水问题, in March
_ONCE_MORE: Final = Sieved(
    "今年[^，。；]{0,8}(?:再|继续|进一步)(?:解决|提高|增加|扩大|安排|建设|新[建增]|改造|减|降|支持|培训|压减|淘汰)[^，。；]{0,16}$"
)
_BY_NOW_DONE: Final = re.compile("(?:已|曾|共|累计|先后)[^，。；]{0,4}$")
# 84个项目支援任务, 三个具体目标 count tasks and aims.
_COUNTERS: Final = frozenset(
    {"起", "次", "架次", "场", "趟", "件", "个", "项", "条", "种", "类", "大", "处", "批", "步"}
)
_SORT_OF_AIM: Final = re.compile("[^，。；的]{0,8}(?:任务|目标)")
# 50亩小麦的喷洒任务, 26岁接受任务: work that is done; 280万人易地扶贫搬迁建设任务 is how much is to be done.
_TASK: Final = re.compile("(?:(?!目标)[^，。；]){0,12}任务")
_SIZED_TASK: Final = re.compile(
    "(?:以上|左右|以内)?”?的?(?:(?:(?!目标)[^，。；]){0,10}?(?:脱贫|减贫|扶贫|搬迁|建设|改造|扩招|招生|就业|减排|节能|降耗|投资|增长|种植|播种|收购"
    "|生产|产能|新增|年度|全年|既定|预期|新建|开工|治理|减负|减税|培训|供应|销售|出栏|造林|绿化|保障|压减))?任务"
)
# 摧毁巴勒斯坦武装两处目标
_STRUCK: Final = re.compile("(?:摧毁|打击|空袭|袭击|轰炸|击中|锁定|命中|攻击|发现)(?:(?!目标)[^，。；])*$")
_AIMS = frozenset({"target.aimed", "target.aim", "target.will", "target.must", "target.this_year", "forecast.expected"})
_WILLED: Final = frozenset({"target.will", "target.will_by_policy", "forecast.will_reach"})
_TIMES: Final = frozenset({"次", "届", "场", "倍", "天", "年", "个月", "小时"})
_AHEAD: Final = _AIMS | {"forecast.will_reach"}


def status_of(
    text: str, number: NumberMention, timing: Timing | None, printed: bool, issue_date: date, ahead: bool = False
) -> tuple[str, str]:
    """The status of a number of a normalised sentence, and the rule that says so.

    ``printed`` tells that its time stands in the sentence itself, ``ahead`` that it stands under a heading that
    speaks of what is to be done.
    """
    start, end = number.outer_start, number.outer_end
    clause_start = _opening_of(text, start)
    left = text[max(clause_start, start - _REACH) : start]
    right = text[end : end + 16]
    if _is_old(text, end, left):
        return "actual", "actual.start"
    future = timing is not None and timing.end > issue_date
    past = timing is not None and timing.end < issue_date and not _just_said(timing, issue_date)
    if timing is not None and timing.role == "deadline" and future and not _EXPECTED.search(left):
        return "target", "target.deadline"
    if not past and left.endswith(("到", "至")) and _DECIDED.search(text, clause_start, start):
        return "target", "target.decided"
    following = text[end : end + _REACH]
    for rule, words, after in _asked(text):
        if not (_hits(rule, words, after, left, right) and _holds(rule, number, left, following, past, future)):
            continue
        if rule.name == _FORESEEN and _is_aim(text, start, left):
            return "target", "target.expected"
        if rule.name not in _WILLED or ahead or _opens(timing, issue_date) or not is_brought(text, clause_start, start):
            return rule.status, rule.name
    if not past and _is_listed(text, start) and not _DONE_AFTER.match(right):
        return "target", "target.listed"
    planned = ahead and (future or not printed) and not past and not _is_of_things_there(number, left, right)
    if planned and not _DONE_ALL_THE_SAME.search(left) and not is_all_people(number):
        return "target", "target.section"
    if timing is not None and future and _ABLE.search(left):
        return "forecast", "forecast.able"
    if timing is None or not future or _DONE.search(left) or _DONE_AFTER.match(right):
        return "actual", "actual.default"
    return _of_a_coming_time(text, number, timing, printed, issue_date)


_FORESEEN: Final = "forecast.expected"
# 主要目标：生产总值增长5%，预算收入预期增长3%: among aims, and in a budget, what is expected is aimed at.
_AIMS_BEFORE: Final = Sieved("(?:目标|指标|一般公共预算收入)[^。]*$")
_EXPECTS: Final = Sieved("预期(?:增[长幅速]|涨幅|为|达到?|实现|控制)[^。；]*$")
_FORESEES: Final = re.compile("预[计测估]|有望|可能|料|或将|看好")


def _is_aim(text: str, start: int, left: str) -> bool:
    """Whether 预期 before the number at ``start`` stands in a list of aims or in a budget."""
    if _EXPECTS.search(left) is None or _FORESEES.search(left):
        return False
    return _AIMS_BEFORE.search(text, max(0, start - _LIST_REACH), start) is not None


def _is_old(text: str, end: int, left: str) -> bool:
    """Whether ``left`` and what stands behind ``end`` make a number the one that a rise or fall starts from."""
    based = _BUILT_ON.match(text, end) is not None and _BASIS.search(left) is not None
    moved = _STARTING.search(left) is not None and _MOVES.match(text, end) and not _REVISED.search(left)
    return bool(based or moved or OLD_VALUE.match(text, end) or _OF_OLD.search(left))


def _opens(timing: Timing | None, issue_date: date) -> bool:
    """Whether a time is to come, or a stretch that is not over."""
    if timing is None:
        return False
    return (timing.end if timing.kind == "span" else timing.start) > issue_date


def _opening_of(text: str, start: int) -> int:
    """Where what is told up to ``start`` opens: behind the last semicolon, full stop or bracket.

    计划设立7500亿欧元(约合|5.9万亿元)的基金: the same amount, printed again.
    """
    opens = max(text.rfind(mark, 0, start) for mark in "；。(") + 1
    again = opens and text[opens - 1] == "(" and text.startswith(_AGAIN, opens)
    return _opening_of(text, opens - 1) if again else opens


_AGAIN: Final = ("约合", "折合", "合约", "相当于")
_OF_OLD: Final = Sieved("将(?:过去|以往|原来|原先|此前)[^。；]{0,30}$")  # 将过去需要|50天|办理的事项简化


def _of_a_coming_time(
    text: str, number: NumberMention, timing: Timing, printed: bool, issue_date: date
) -> tuple[str, str]:
    """The status of a number that nothing but its time, which is not over yet, tells of."""
    start = number.outer_start
    clause_start = _opening_of(text, start)
    if timing.text == "今年" and issue_date.month <= _EARLY and _ONCE_MORE.search(text, clause_start, start):
        return "target", "target.once_more"
    coming = _on_a_coming_day(text, number, timing) if printed and timing.start > issue_date else None
    planned = is_set(text, start)
    told = timing.kind == "year" and issue_date.month > _EARLY and number.unit in _ONE_BY_ONE and not planned
    known = told or number.unit == _PLACE or _is_harvested(text, issue_date)
    known = known or _UNDER_WAY.match(text, number.outer_end) is not None
    known = known or is_out(text, number, timing, printed, issue_date.month <= _EARLY)
    if timing.kind == "year" and issue_date.month < _LATE and _BUDGETED.search(text):
        return "target", "target.budgeted"
    found = coming or _of_the_future(timing, printed, issue_date, known, planned)
    foretold = found[0] == "target" and _FORETOLD.search(text, clause_start, start) is not None
    if foretold or _GOES_ON_FORETELLING.search(text, 0, start):
        return "forecast", "forecast.foretold"
    return found


def _is_of_things_there(number: NumberMention, left: str, right: str) -> bool:
    """缩小这|两个|差距, 亏损|三年|以上的企业, 减按|15%|税率: there already; 审查周期压减至|5个月| is planned."""
    lasting = number.dimension in ("duration", "age") and not left.endswith(("到", "至", "为", "用"))
    return lasting or left.endswith(("这", "上述")) or right.startswith("税率")


def _is_listed(text: str, start: int) -> bool:
    """Whether a number at ``start`` stands in a list of aims, or goes on with what a year plans."""
    begin = max(0, start - _LIST_REACH)
    aims = ("：" in text or ":" in text) and _AIM_LIST.search(text, begin, start) is not None
    striven = "力争" in text and _STRIVEN.search(text, begin, start) is not None
    planned = "拟" in text or "将" in text or "今年" in text
    return aims or striven or (planned and _PLANNED.search(text, begin, start) is not None)


def is_all_people(number: NumberMention) -> bool:
    """十几亿人口, 13亿人: all the people of a country, of no day and no plan."""
    return number.unit in ("人", "口") and number.value >= _PEOPLE_OF_COUNTRY


@lru_cache(maxsize=1 << 8)  # for all the numbers of a sentence
def _asked(text: str) -> list[tuple[StatusRule, Sieved, re.Pattern[str] | None]]:
    """The rules whose words a sentence may print."""
    seen = Seen(text, _LOTS)
    return [each for each, needed in zip(_ASKED, _NEEDED, strict=True) if seen.prints(needed)]


def _hits(rule: StatusRule, words: Sieved, after: re.Pattern[str] | None, left: str, right: str) -> bool:
    """Whether the words that the rule asks for, before the number, after it, or both, are there."""
    if rule.before is None:
        return words.pattern.match(right) is not None
    return words.search(left) is not None and (after is None or after.match(right) is not None)


def _holds(rule: StatusRule, number: NumberMention, left: str, following: str, past: bool, future: bool) -> bool:
    """Whether nothing around the number takes back what a rule that hit says: it is over, done by now, or an object.

    ``past`` and ``future`` tell that the number's time is over by the day of issue, or that it is not.
    """
    if past and rule.name in _AHEAD and not _aims_at_past(left):
        return False
    if rule.name == "target.following":
        return _is_size_of_aim(number, left, following)
    if left.endswith("将") and rule.name in _WILLED and number.outer_start == number.start:
        return number.dimension == "percent" or number.unit in _TIMES  # 火箭将|20颗卫星送入轨道: 将 is 把
    if rule.name in _AHEAD:
        done = _BY_NOW.search(left) or _DONE_BEFORE.search(left)
        return not (done or is_object(number, left, following, future))
    return True


def _is_size_of_aim(number: NumberMention, left: str, following: str) -> bool:
    """Whether a number before 目标 or 任务 is what is aimed at: no count of aims, no work done, no target hit."""
    if number.unit in _COUNTERS and _SORT_OF_AIM.match(following):
        return False
    if _TASK.match(following) and not _SIZED_TASK.match(following):
        return False
    struck = number.dimension == "count" and _STRUCK.search(left)
    return not struck and not _BY_NOW_DONE.search(left) and not left.endswith("提前")


# 主要预期目标是：地区生产总值增长5%；城镇新增就业…: all that the list tells is aimed at.
_AIM_LIST: Final = re.compile(r"(?:目标|任务|指标)(?:任务)?(?:是|为|包括|如下|有)?[:：][^。]*$")
# 今年拟安排赤字8000亿元，其中中央5500亿元: all that the sentence goes on with.
# 今年，我市将聚焦民生，办好15件实事; 今年要淘汰锅炉5万台，推进改造1500万千瓦
_PLANNED: Final = Sieved(
    "(?:^|，)(?:今年|明年|[0-9]{4}年)[^，。；]{0,6}拟(?!合)(?:(?!已|完成)[^。；])*$"
    "|(?:^|[，。；：])今年[^，。；0-9]{0,8}(?<![需主重必只都就若如不还])要(?![求闻点素么是不])(?:(?!已|了|曾|去年|上年|目前|由|至今)[^。；])*$"
    "|^(?:今年|明年|20[0-9]{2}年)，?[^，。；0-9]{0,8}(?<![即他她我])将(?![近从])(?:(?!已|了|曾|去年|上年|目前|由|至今)[^。；])*$"
)
# 力争研发投入占比超过1.85%，技术合同交易额实现450亿元，总产值突破1.95万亿元: the list goes on with what is striven for.
_STRIVEN: Final = re.compile("(?:^|[，；。:：])[^，。；]{0,10}力争(?:(?!已|了|去年|上年|目前|截至|现在)[^。；])*$")
_PEOPLE_OF_COUNTRY: Final = 10**9
_LIST_REACH: Final = 300
_JUST_SAID: Final = 10  # days: 13日宣布，还计划增加约1000家 is aimed at, though the day is over


def _just_said(timing: Timing, issue_date: date) -> bool:
    return timing.kind == "day" and (issue_date - timing.end).days <= _JUST_SAID


_SOON: Final = 31  # days
_LATE: Final = 11
"""From this month on what is told of the year has happened."""
_EARLY: Final = 4
"""The last month in which a year's figures told as facts are the plan of that year."""


# 一年后，影片上映，2亿人观看: a story that goes on; 三年后，一亩果树可以卖一万元 is to come.
_COMING: Final = re.compile("将|会(?!议|员|上|见)|要|可|能|计划|预计|力争|争取|目标|规划|拟")
# 7月11日零时起，汽油价格每吨降低420元; 决定于16日下调: what is in force from a day to come has been decided.
_IN_FORCE: Final = Sieved("(?:[0-9零一二两三四五六七八九十]{1,3}[时点]|凌晨)?(?:起|开始)")
_DECREED: Final = re.compile(
    "增开|加开|开行|降低|下调|上调|提高|调整|调高|调低|加征|征收|免征|取消|停止|暂停|执行|增加|减少|缩短|延长|限"
)
# 大会将于29日召开，来自90个国家的代表出席; 大选定于29日举行，共有15人参选: who stands for it is known.
_TO_BE_HELD: Final = Sieved(
    "(?:将于|将在|定于)[^，。；]{2,30}(?:举行|召开|举办|开幕|开赛|播出|直播|上演|亮相|揭幕)[^。；]*$"
)
_KNOWN: Final = re.compile("已|目前|曾|候选|参选|报名|此前|今[天日]|正[在式]|现")
_GUESTS: Final = re.compile("来自|参[加展赛]|出席|与会|齐聚|角逐|争夺|决出|一决")


def _to_be_held(text: str, number: NumberMention) -> tuple[str, str] | None:
    """The status of a count of those who come to what is to be held on a day to come; None of other numbers."""
    held = _TO_BE_HELD.search(text, 0, number.start) if number.dimension == "count" else None
    if held is None:
        return None
    near = text[held.end() - min(held.end() - held.start(), _REACH) : number.end + _REACH]
    foretold = _GUESTS.search(near) is not None and _KNOWN.search(near) is None
    return ("forecast", "forecast.to_be_held") if foretold else None


_WEATHER: Final = frozenset({"℃", "摄氏度", "级", "毫米"})


def _on_a_coming_day(text: str, number: NumberMention, timing: Timing) -> tuple[str, str] | None:
    """What a printed time to come says of a number: decreed from that day on, foretold weather, a story; None else."""
    if timing.kind != "day":
        story = timing.text.endswith(("年后", "年之后", "年以后")) and _COMING.search(text) is None
        return ("actual", "actual.story") if story else _to_be_held(text, number)
    place = text.rfind(timing.text, 0, number.start)
    if place >= 0:
        end = place + len(timing.text)
        opens = timing.text.startswith(("从", "自")) or timing.text.endswith("起") or text.endswith("于", 0, place)
        if (opens or _IN_FORCE.match(text, end)) and _DECREED.search(text, end, number.start):
            return "target", "target.in_force"
    return ("forecast", "forecast.weather") if number.unit in _WEATHER else _to_be_held(text, number)


# 2024年全国一般公共预算收入22万亿元 in June: what a budget of the whole year has is what it sets.
_BUDGETED: Final = Sieved(
    "一般公共预算(?:本级)?[收支]|预算(?:安排(?=[，。：])|草案)|赤字(?:率|规模)(?=[拟按为约0-9])|赤字[^。]{0,30}年初预算"
)
_PLACE: Final = "位"
_ONE_BY_ONE: Final = frozenset({"项", "个", "件", "名", "届", "场", "次", "条", "类", "种", "大类"})


def _of_the_future(timing: Timing, printed: bool, issue_date: date, known: bool, planned: bool) -> tuple[str, str]:
    """What a time that is not over yet says: a year just begun is planned for, one under way foretold.

    ``known`` tells of figures that are out before the year is over: its crop, a place in a list, things told one by one
    (2019年品牌论坛上，1000名嘉宾…); ``planned`` of what is set for the year.
    """
    begun = timing.kind in ("year", "span") and timing.start <= issue_date and not known
    early = issue_date.month <= _EARLY and timing.kind == "year"
    if begun and (printed or early) and issue_date.month < _LATE and _UNFINISHED.match(timing.text):
        return ("target", "target.planned_year") if early or planned else ("forecast", "forecast.unfinished")
    ahead = timing.start >= issue_date if timing.kind == "span" else timing.start > issue_date
    if timing.text.endswith(("天", "小时")) and timing.text.startswith(("未来", "今后")):
        return "forecast", "forecast.coming_days"
    if timing.text.endswith("天") and (timing.start - issue_date).days <= _SOON:
        return "actual", "actual.default"  # in November this winter has come
    in_force = timing.kind == "instant" and timing.text.startswith(("从", "自"))
    if (printed or in_force) and ahead and timing.kind != "day":
        return "target", "target.future"
    return "actual", "actual.default"


# 2023年早稻产量2833万吨 in August: the crop of the year is in, though the year is not over.
_CROP: Final = Sieved("早稻|夏粮|夏收|夏油|冬小麦")
_HARVEST: Final = 7  # the month by which they are


def _is_harvested(text: str, issue_date: date) -> bool:
    return issue_date.month >= _HARVEST and _CROP.search(text) is not None


_OF_A_PLAN: Final = Sieved(
    "(?:规划|目标|任务|要求|调控)[^。；]{0,30}$|计划[^。；，]{0,4}(?:提高|增加|扩大|调整|上调|下调)[到至为]?$"
)


def _aims_at_past(left: str) -> bool:
    """Past plans stay plans when the words are a plan's own (按照规划，到2010年…要翻一番)."""
    return _OF_A_PLAN.search(left) is not None and not _SETTLED.search(left)
