"""Whether a figure happened, is aimed at, or is expected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from etl.claim.timing import Timing
from etl.model import NumberMention
from etl.pattern import needed_characters


@dataclass(frozen=True, slots=True)
class StatusRule:
    """Words before or after a number in its sentence that make it a target or a forecast."""

    name: str
    status: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


_REACH = 40
_NEVER = re.compile("(?!)")
RULES: tuple[StatusRule, ...] = (
    StatusRule(
        "forecast.hoped",
        "forecast",
        re.compile(r"(?:希望|期待)[^。；]{0,90}$"),
        re.compile(r"[^，。；]{0,6}(?:成果|信号|共识|进展|突破)"),
        ("希望峰会在以下四方面取得积极成果", "期待峰会发出三方面积极信号"),
        ("峰会在四方面取得成果", "希望投资5亿元"),
    ),
    StatusRule(
        "actual.heads_list",
        "actual",
        re.compile(r"(?:以下|下列|如下)[^，。；]{0,6}$"),
        None,
        ("目标的新要求具有以下5个",),
        ("要抓好5个",),
    ),
    StatusRule(
        "actual.share_of_aim",
        "actual",
        re.compile(r"(?:完成|实现)[^，。；]{0,16}(?:目标|任务|计划|预算)[^，。；]{0,4}的$"),
        None,
        ("完成全年目标任务的29.5%",),
        ("力争完成29.5%",),
    ),
    StatusRule(
        "actual.ahead_of_time",
        "actual",
        re.compile(r"提前[^，。；]{0,5}(?:实现|完成|达到)了?[^，。；]{0,24}$"),
        None,
        ("提前一年实现500元的目标",),
        ("力争实现500元的目标",),
    ),
    StatusRule(
        "actual.beyond_aim",
        "actual",
        re.compile(
            r"(?<!将)(?:超过|超出|高于|高出|低于)(?:年初|预期|计划|规划|调控|全年|年度)*(?:目标|计划|任务|预算)[^，。；]{0,24}$"
        ),
        None,
        ("超过预期目标2.3个百分点", "超过计划100万吨"),
        ("力争超过100万吨", "预计今年超过100万吨"),
    ),
    StatusRule(
        "actual.left_undone",
        "actual",
        re.compile(r"有[^，。；0-9]{0,3}$"),
        re.compile(r"[^，。；]{0,8}(?:未|没有|逾期|不达标)"),
        ("规划的污水处理厂中有39座未按期建成",),
        ("规划建设39座",),
    ),
    StatusRule(
        "forecast.once_done",
        "forecast",
        re.compile(
            r"(?:建成|通车|投产|达产|完工|投用|竣工|贯通|投运|投入使用)[^，。；]{0,4}(?:之|以)?后，(?:(?!已|了)[^。；]){0,30}$"
        ),
        None,
        ("建成通车后，两地仅需2小时",),
        ("去年增长5%", "建成投产后，已累计产出5万吨"),
    ),
    StatusRule(
        "target.following",
        "target",
        None,
        re.compile(
            r"[^，。；]{0,8}(?:以内|以上|左右)?的?(?:(?<!军事)(?<!打击)(?<!空中)目标(?!飞行器|弹|导弹|星|人群|指示|识别|跟踪|就是)|任务(?!中)|预期目标|调控目标|规划目标)"
        ),
        ("实现5%左右的预期目标",),
        ("5%，其他城市完成目标",),
    ),
    StatusRule(
        "actual.fulfilled",
        "actual",
        re.compile(r"(?:超额完成|提前完成|已完成|完成了|圆满完成|胜利完成|已实现|实现了|估计)[^。；，]{0,24}$"),
        None,
        ("提前完成了1000万人",),
        ("力争完成1000万人",),
    ),
    StatusRule(
        "forecast.expected",
        "forecast",
        re.compile(
            r"(?:预计|有望|预期(?!目标|寿命)|预测|初步测算|料将|或将|(?<!原因)可能(?!性|[^，。；]{0,24}影响，)|估计将|预估|大概可以|望达|看好)[^。；]{0,40}$"
        ),
        None,
        ("预计全年增长5%", "有望突破10万亿元"),
        ("去年增长5%", "力争增长5%", "的预期目标增长5%", "原因可能有两个", "达80岁，人均预期寿命达80岁"),
    ),
    StatusRule(
        "forecast.supposed",
        "forecast",
        re.compile(r"(?:如果|假如|假设|倘若|若是)[^。；]{0,24}$"),
        None,
        ("如果增长5%", "假设达到10万亿元"),
        ("去年增长5%", "结果，增长5%"),
    ),
    StatusRule(
        "forecast.following",
        "forecast",
        None,
        re.compile(r"[^，。；]{0,6}的?(?:预期(?!目标|性)|预测|预估)"),
        ("给出6.5%的预测",),
        ("6.5%的预期目标",),
    ),
    StatusRule(
        "target.aimed",
        "target",
        re.compile(
            r"(?:力争|争取|(?<!为)(?<!为了)确保|(?<![个处])(?<!空袭的)(?<!打击的)(?<!袭击的)(?<!轰炸的)(?<!攻击的)目标(?!指示|识别|跟踪|飞行器|彗星|星|区域|海域|(?:已|超额|提前)?(?:完成|实现))|(?<!刺激)(?<!援助)(?<!救助)计划|规划(?!面积|人口|[署局院部师司处])|拟|(?<!发射)(?<!执行)(?<!运输)(?<!飞行)(?<!作战)任务(?!时|期间|中|(?:已|超额|提前)?(?:完成|实现))|提出到|要求到|要达到|须达到|应达到|达到要求|不得低于|不得超过|控制在|努力实现|致力于|承诺|要求)[^。；]{0,36}$"
        ),
        None,
        ("力争2030年达到50%", "到2025年的目标是增加20家", "计划今年新建50所学校"),
        (
            "预计增长5%",
            "共建成50所学校",
            "超过规划面积的90%",
            "全年任务完成近八成",
            "承担发射任务，运载能力大于22吨",
            "目标飞行器超期服役两年",
            "经济刺激计划达到5%",
        ),
    ),
    StatusRule(
        "target.must",
        "target",
        re.compile(
            r"(?<![需主重必只都就若如不还])要(?:完成|建成|实现|解决|新建|新增|改造|建设|培训|培养|引导|降到|压减|提高到|扩大到|安排|淘汰|取消|下放)[^。；]{0,24}$"
        ),
        None,
        ("今年要完成1000万人", "还有三年要建成5万套"),
        ("只要完成1000万元", "需要安排5万人", "已完成1000万人"),
    ),
    StatusRule(
        "forecast.will_reach",
        "forecast",
        re.compile(
            r"将(?:会)?(?:首次|再次|进一步)?(?:超过|达到|达|突破|成为|增加到|增至|升至|降至|下降|上升|增长|减少|下滑|萎缩|收缩|放缓|回落|回升|攀升|反弹|保持|迎来|出现|拥有|面临|发生|持续|带来|造成|导致|累计降|降温|升温)[^。；，]{0,20}(?:，(?:同比|环比|比上年|较上年|比去年)[^。；，]{0,6})?$|将要?(?:会|拥)?有?(?:首次)?$"
        ),
        None,
        ("全年将超过10万亿元", "全年将达到519万人次，同比增长10%", "局地将累计降雨100毫米"),
        ("今年将新建10万座",),
    ),
    StatusRule(
        "forecast.would",
        "forecast",
        re.compile(r"(?<![议大协晚机社委展览动])会(?:出现|导致|造成|损失|带来)[^，。；]{0,16}$"),
        None,
        ("每个家庭每年会出现3000英镑的损失",),
        ("议会出现50张空票", "每年出现3000元的损失"),
    ),
    StatusRule(
        "forecast.by_then",
        "forecast",
        re.compile(r"届时[^。；]{0,40}$"),
        None,
        ("届时将举行188场国家馆日，39个荣誉日", "届时有5万人参加"),
        ("将新建188座", "及时救出39人"),
    ),
    StatusRule(
        "forecast.to_come",
        "forecast",
        None,
        re.compile(
            r"[^，。；0-9]{0,12}(?<![老名上大小中少健武])将(?:会|陆续|先后)?(?:参加|出席|参展|参赛|亮相|登场|面世|问世|上映|上演|与会|到访)"
        ),
        ("4000多名记者将参加报道", "百余部微电影将面世"),
        ("4000多名记者参加报道", "100家企业将建成"),
    ),
    StatusRule(
        "forecast.event",
        "forecast",
        re.compile(
            r"(?<![老名上大小中少健武])将(?:[^，。；0-9]{0,8}、)?[^。；，]{0,16}(?:参加|出席|举行|举办|与会|亮相|展出|参展|参赛|上演|登场|发言|角逐|争夺)[^。；，]{0,12}(?:，其中[^，。；0-9]{0,16})?$"
        ),
        None,
        ("届时将举行188场", "运动员将参加12个分项的", "将有众多嘉宾与会，其中有8位"),
        ("全国将新建2.5万座", "去年举行了50场"),
    ),
    StatusRule(
        "forecast.event_following",
        "forecast",
        re.compile(r"(?<![老名上大小中少健武])将(?:会)?有[^。；，]{0,6}$"),
        re.compile(r"[^，。；0-9]{0,10}(?:与会|参加|出席|亮相|参展|参赛|登台|观赛|上演)"),
        ("将有2000多名嘉宾与会",),
        ("将有2000多名学生受益", "已有2000名嘉宾与会"),
    ),
    StatusRule(
        "target.this_year",
        "target",
        re.compile(r"今年[也还就]?要(?!求|闻|点|素|么|是|不)(?:(?!已|[^解]了)[^。；，]){0,24}$"),
        None,
        ("今年也要砍掉一半", "今年要再建5000所"),
        ("今年主要出口5万吨", "今年需要5万人", "今年要求上报了5家"),
    ),
    StatusRule(
        "target.room_for",
        "target",
        re.compile(
            r"将(?:新建|建设|建成|建)(?:(?!已|了)[^。；]){0,30}，可?(?:提供|容纳|安置|满足|服务)(?:(?!已|了)[^。；]){0,30}$"
        ),
        None,
        ("将建16个社区，可提供住房2万套，安置居民10万人",),
        ("已建16个社区，可提供住房2万套", "将建16个社区，去年投资5亿元"),
    ),
    StatusRule(
        "target.will",
        "target",
        re.compile(
            r"(?<![即必老名上大小中少健武勇猛干虎])将(?!近|士|军|领|[^，。；]{1,12}(?:列为|作为|提高|纳入|列入))[^。；，]{0,30}，?$"
        ),
        None,
        ("今后五年将投入1万亿元", "全国将新建景区厕所2.5万座"),
        ("将近5万座", "老将掷出66米"),
    ),
)
_SIEVED = [(rule, needed_characters((rule.before or rule.after or _NEVER).pattern)) for rule in RULES]
_SETTLED = re.compile(r"(?:已|已经|比)[^，。；]{0,10}$")
# 计划夺取该市，目前距它约5公里; 目标遭到打击，进行了36次: what is there or done by now was not aimed at.
_BY_NOW = re.compile(
    r"截[至止](?:到|于)?[^，。；]{1,12}，?[^，。；]{0,14}$|(?:完成|实现)[^，。；]{0,6}(?:目标|任务|计划)，[^，。；]{0,14}$|[，、](?:而|但)?(?:目前|现在|如今|已)(?:(?!预计|将|要|力争|有望|拟|计划|目标)[^，。；]){0,14}$"
    r"|[，。；](?:(?!预计|将|要|力争|有望|拟|计划|目标)[^，。；]){0,12}了$"
)
# 高速公路日前通车，将通行时间由4小时缩短至1.5小时: 将 is 把, and it is done.
_DONE_BEFORE = re.compile(r"(?:日前|近日|已|今天|昨天)[^。；，]{0,12}，将[^，。；]{0,24}(?:由|从)[^，。；]{0,24}$")
_STARTING = re.compile(
    r"(?:从|由)(?:原来|最初|目前|原先|过去|以前|以往|现在|现行|[^，。；到至0-9]{0,8}前)?的?(?:人均|平均|户均|每[^，。；0-9]{1,5})?$"
)
# 将税率分别为25%、20%的关税降至15%: the old rates are facts.
OLD_VALUE = re.compile(r"[、和0-9.%]{0,24}的[^，。；0-9]{2,16}(?:降至|下调至|调整为|提高到|上调至|降为|降到)")
_MOVES = re.compile(
    r"[^，。；]{0,8}(?:增|提高|提升|上升|升|扩大|下降|降|减少|回落|压缩|缩|[下上]调|调整)[^，。；]{0,3}(?:到|至|为)"
    r"|，?[^，。；]{0,4}到了?(?:现在|如今|目前|今天|今年)"
)
_REVISED = re.compile("(?:预期|预测|预估)[从由]$")  # 将增长预期从4%下调至3.3%: both are foretold
# 在每升0.94元的基础上提高0.16元: what is built on is there.
_BASIS = re.compile("在[^，。；]{0,12}$")
_BUILT_ON = re.compile("的?(?:现有|原有)?(?:基础|水平)[上之]")
# 2018年，市场规模达到3000万辆 in an issue of August 2018 foretells, unless its words say that it is done.
_UNFINISHED = re.compile(r"[0-9]{4}年")
_DONE = re.compile(r"已|累计|(?<!公)共(?![同和享建产青识])|了(?!解)|曾|完成|截至|上半年|以来|下拨|拨付|下达")
_DONE_AFTER = re.compile("[^，。；]{0,12}(?:已|[^解]了(?!解))")
_EXPECTED = re.compile(r"预计|有望|预测|预期")
# 会议决定，…报销比例提高至|50%: what is decided is to come.
_DECIDED = re.compile(
    "(?:会议|常务会)[^，。；]{0,4}(?:决定|确定|明确)[^。；]{0,150}(?:提高|上调|下调|降低|扩大|延长|增加|压[缩减]|缩短|缩小)[到至]$"
)
# 倡议可推动2019年增速提高0.1个百分点, 增长能够带动就业1000万人
_ABLE = re.compile("(?:可以?|能够?)(?:推动|带动|拉动|促进|创造|增加|减少)[^。；，]{0,24}$")
_FORETOLD = re.compile("预测|预计|预期(?!目标)")  # 预测，2010年和2011年…: farther off than the rules look
_BY_NOW_DONE = re.compile("(?:已|曾|共|累计|先后)[^，。；]{0,4}$")
_ITEMS = frozenset({"个", "项", "条", "种"})
_SORT_OF_TASK = re.compile("[^，。；的]{2,8}任务")  # 84个项目支援任务 counts tasks and aims at nothing
_AIMS = frozenset({"target.aimed", "target.will", "target.must", "forecast.expected"})
_AHEAD = _AIMS | {"forecast.will_reach"}


def status_of(
    text: str, number: NumberMention, timing: Timing | None, printed: bool, issue_date: date, ahead: bool = False
) -> tuple[str, str]:
    """The status of a number of a normalised sentence, and the rule that says so.

    ``printed`` tells that its time stands in the sentence itself, ``ahead`` that it stands under a heading that
    speaks of what is to be done.
    """
    start, end = number.outer_start, number.outer_end
    clause_start = max(text.rfind(mark, 0, start) for mark in "；。(") + 1
    left = text[max(clause_start, start - _REACH) : start]
    right = text[end : end + 16]
    based = _BUILT_ON.match(text, end) is not None and _BASIS.search(left) is not None
    moved = _STARTING.search(left) is not None and _MOVES.match(text, end) and not _REVISED.search(left)
    if based or moved or OLD_VALUE.match(text, end):
        return "actual", "actual.start"
    future = timing is not None and timing.end > issue_date
    past = timing is not None and timing.end < issue_date and not _just_said(timing, issue_date)
    if timing is not None and timing.role == "deadline" and future and not _EXPECTED.search(left):
        return "target", "target.deadline"
    if not past and left.endswith(("到", "至")) and _DECIDED.search(text, clause_start, start):
        return "target", "target.decided"
    following, printed_here = text[end : end + _REACH], set(left + right)
    for rule, needed in _SIEVED:
        if needed is not None and needed.isdisjoint(printed_here):
            continue
        if _hits(rule, left, right) and _holds(rule, number, left, following, past):
            return rule.status, rule.name
    if not past and any(aim.search(text, max(0, start - _LIST_REACH), start) for aim in (_AIM_LIST, _PLANNED)):
        return "target", "target.listed"
    if ahead and (future or not printed) and not past and not _DONE.search(left) and not is_all_people(number):
        return "target", "target.section"
    if timing is not None and future and _ABLE.search(left):
        return "forecast", "forecast.able"
    if timing is not None and future and not _DONE.search(left) and not _DONE_AFTER.match(right):
        found = _of_the_future(timing, printed, issue_date)
        foretold = found[0] == "target" and _FORETOLD.search(text, clause_start, start) is not None
        return ("forecast", "forecast.foretold") if foretold else found
    return "actual", "actual.default"


def is_all_people(number: NumberMention) -> bool:
    """十几亿人口, 13亿人: all the people of a country, of no day and no plan."""
    return number.unit in ("人", "口") and number.value >= _PEOPLE_OF_COUNTRY


def _hits(rule: StatusRule, left: str, right: str) -> bool:
    """Whether the words that the rule asks for, before the number, after it, or both, are there."""
    before = rule.before is None or rule.before.search(left) is not None
    return before and (rule.after is None or rule.after.match(right) is not None)


def _holds(rule: StatusRule, number: NumberMention, left: str, following: str, past: bool) -> bool:
    """Whether nothing around the number takes back what a rule that hit says: it is over, done by now, or an object."""
    if past and rule.name in _AIMS and not _aims_at_past(left):
        return False
    if rule.name == "target.following":
        return not (number.unit in _ITEMS and _SORT_OF_TASK.match(following)) and not _BY_NOW_DONE.search(left)
    if rule.name in _AHEAD:
        return not (_BY_NOW.search(left) or _DONE_BEFORE.search(left) or _is_object(left, following))
    return True


# 主要预期目标是：地区生产总值增长5%；城镇新增就业…: all that the list tells is aimed at.
_AIM_LIST = re.compile(r"(?:目标|任务|指标)(?:任务)?(?:是|为|包括|如下|有)?:[^。]*$")
# 今年拟安排赤字8000亿元，其中中央5500亿元: all that the sentence goes on with.
_PLANNED = re.compile("(?:^|，)(?:今年|明年|[0-9]{4}年)[^，。；]{0,6}拟(?!合)(?:(?!已|完成)[^。；])*$")
_PEOPLE_OF_COUNTRY = 10**9
_LIST_REACH = 300
_JUST_SAID = 10  # days: 13日宣布，还计划增加约1000家 is aimed at, though the day is over


def _just_said(timing: Timing, issue_date: date) -> bool:
    return timing.kind == "day" and (issue_date - timing.end).days <= _JUST_SAID


_SOON = 31  # days
_LATE = 11
"""From this month on what is told of the year has happened."""
_EARLY = 4
"""The last month in which a year's figures told as facts are the plan of that year."""


def _of_the_future(timing: Timing, printed: bool, issue_date: date) -> tuple[str, str]:
    """What a time that is not over yet says: a year just begun is planned for, one under way foretold."""
    begun = timing.kind in ("year", "span") and timing.start <= issue_date
    early = issue_date.month <= _EARLY and timing.kind == "year"
    if begun and (printed or early) and issue_date.month < _LATE and _UNFINISHED.match(timing.text):
        return ("target", "target.planned_year") if early else ("forecast", "forecast.unfinished")
    ahead = timing.start >= issue_date if timing.kind == "span" else timing.start > issue_date
    if timing.text.endswith("天") and (timing.start - issue_date).days <= _SOON:
        return "actual", "actual.default"  # in November this winter has come
    in_force = timing.kind == "instant" and timing.text.startswith(("从", "自"))
    if (printed or in_force) and ahead and timing.kind != "day":
        return "target", "target.future"
    return "actual", "actual.default"


# 将312万名职工纳入统筹: 将 is 把.
_HANDLED = re.compile(
    r"[^。；]{0,32}(?:架到|吊到|运到|运往|运抵|转化为|纳入|列入|列为|作为|划入|划定|划归|吊装|旋转|整合|归并|合并|用于|转移|送往|送到|交给|改造|分为|调整为|评为|认定为|转化)"
)


# 近日将3万套影片送到30个县: 将 is 把 and its verb is done with.
_HANDED = re.compile(
    r"(?:近日|日前|已经?|昨[天日]|先后)(?:(?!预计|计划)[^。；]){0,24}将[^，。；将]{2,24}(?:送到|送往|送给|运往|运到|运抵|转移[到至]|分发给|捐给|交给|分为|改为|[列纳]入|移交)[^，。；]{0,10}$"
)
_PUT_FIRST = re.compile(r"将(?:全[国省市县区]|部分|全部|其中的?|共|约|近)?$|将一[^，。；将]{0,12}$")


def _is_object(left: str, right: str) -> bool:
    """Whether 将 right before the number only puts it in front of its verb."""
    if _HANDED.search(left) is not None:
        return True
    return _PUT_FIRST.search(left) is not None and _HANDLED.match(right) is not None


_OF_A_PLAN = re.compile(
    "(?:规划|目标|任务|要求|调控)[^。；]{0,30}$|计划[^。；，]{0,4}(?:提高|增加|扩大|调整|上调|下调)[到至为]?$"
)


def _aims_at_past(left: str) -> bool:
    """Past plans stay plans when the words are a plan's own (按照规划，到2010年…要翻一番)."""
    return _OF_A_PLAN.search(left) is not None and not _SETTLED.search(left)
