"""The time that a number takes over from what its article said before: the paragraph, the section, the lead."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from etl.claim.agenda import is_ahead
from etl.claim.discourse import Discourse
from etl.claim.left_behind import is_left_behind
from etl.claim.market import is_of_session
from etl.claim.place import Place
from etl.claim.quarter_end import up_to
from etl.claim.status import is_all_people
from etl.claim.timing import Timing
from etl.claim.topic import Topic
from etl.model import NumberMention
from etl.sieve import Sieved

# 如果出口增加1%, 每上升1个百分点: what is supposed has no time but one that is printed with it.
_SUPPOSED: Final = re.compile(r"如果|假如|假设|倘若|每(?:上升|增加|增长|提高|下降|降低|减少)")
# 担任公职期间: a time that nobody can date.
_TENURE: Final = Sieved(r"(?:任|职|住院|执政|服役|求学|上学)[^，。；]{0,4}期间|生前")
# 进入春运以来, 自上月冲突升级后: what ran up to now is not of the day of another sentence.
# 他回顾了两次修订: so it was before.
_EARLIER: Final = re.compile("以来|在过去|自[^，。；]{2,20}后|回顾|回忆")
# 入汛以来, 开赛以来, 成立以来: from a day that nobody prints up to now, not a time that is over.
_SINCE_THEN: Final = Sieved("(?:^|[，。；：])(?:自)?[^，。；0-9]{2,10}以来，")
# 此前，他在西藏确诊了114名患儿: before what was told so far.
_BEFORE: Final = Sieved("(?:^|[，。；：])此前")
# 那一年，70岁的老人出山: an age of a time long past, which the sentence points back to.
_THAT_YEAR: Final = re.compile("那一?年|当年|同年|当时|那时|时年|享年|终年|年仅")
# 原因有两个：一是…: what only heads a list has no time but one of its own sentence.
_HEADS_LIST: Final = re.compile(r"[^，。；0-9]{0,10}[:：](?:一是|一、|一方面|首先|第一|一种|其一|一个是|$)")
# What is to be is not of a time that is over, unless its own sentence says so.
_WILL: Final = Sieved(
    r"(?:(?<![老名上大小中少健武勇猛干虎])将(?!近|[0-9]|部分|全部|$)|有望|(?<!超过)(?<!完成)计划(?!执行|草案|生育|(?:投资|招商)?(?:目标|任务))|拟(?!合|稿)|预计)(?:(?!已)[^。；])*$"
)
_TO_COME: Final = re.compile("将|拟|计划|要|可|会|应|重")
# 前六届博览会已有2500项: before the one that is told of.
_FORMER_ONES: Final = Sieved("(?:前[0-9一二两三四五六七八九十]{1,3}|历|往)[届轮场次](?!之外)")
# 每年举行上百个会议, 年降雨量70毫米: what holds every year is not of a day or a month.
_YEARLY: Final = re.compile("每年|常年|年均|年降[雨水]|(?<![两三四])年平均")
# 先后六次请他接任, 历时三个月: what went on for longer than the day of another sentence
_IN_TURN: Final = Sieved(
    "(?:先后(?!顺序|跨)|多年(?!前)|历时近?(?:[0-9一二两三四五六七八九十]{1,3}多?(?:个多?月|年)|[0-9]{2,3}[多余]?天))[^。；]*$"
)
_ON_THE_DAY: Final = re.compile("这一?天|当[天日]|将|本?届")  # 这一天，他先后去了3个村
_OF_TEXTS: Final = frozenset({"章", "字", "页", "卷", "册"})
_VILLAGE: Final = 20  # people: more than a family
_CHAPTERS: Final = re.compile("[0-9一二三四五六七八九十]章")
_VAGUE: Final = "undated"
_SAID_BEFORE: Final = 40
_DONE: Final = re.compile(r"已(?!将)|[一-龥]了(?!解)")
_STANDS: Final = re.compile("已|尚|现(?!代|象|场|实|金)")
# 两年来，…。援建中小学200所: what was done one after another.
_ADDS_UP: Final = re.compile(
    "(?:累计|(?<!公)共(?![同和享建产])|先后|总共|[新修援捐]建|建成|建立|设立|破获|查[获处]|抓获|举办|开展|完成|培训|签[署订]|发放|投入|捐赠|捐资"
    "|派出|帮助|救助|资助|缴获|减免|安置|搬迁|改造|治理|推出|取消|下放|创建|组织)(?:(?!的)[^，。；]){0,10}$"
)
# 年末有医院50个。新建学校|3所: what is made or done in a year is not of its end.
_MADE: Final = re.compile(
    "新|改[造建]|建[成设]|完成|实施|开[展工]|举办|发[放布]|培训|查[处获]|受理|审[结理]|授权|获|引进|签|投[产资]|全年|累计|共[^有]|组织|安排|销售|接待|生产|发生|救助|资助|帮|减(?!少)|增(?!长)|认定|评|命名|注册|登记|办"
)
# 年末…余额。又解决|6000万|农村人口饮水问题, 建设了基本农田|7万公顷
_SOLVED: Final = re.compile("解决|建设了|新[建增]|改造|治理|贫困人口减少|减少[^，。；]{0,4}贫困")
_EXISTING: Final = Sieved("现存|在业")  # 五一假期: …国内现存相关企业1万家 is of no holiday
# 离市中心5公里, 以西60公里: where a place lies is of no day.
_AWAY: Final = re.compile("(?:离|距(?!今)|相距)[^，。；]{0,16}$|以[东西南北]{1,2}(?:方向)?(?:大约|约)?$")
_BEYOND: Final = re.compile("(?:之|以|开)?外(?![资贸商国汇])")  # 送往30公里外的市场
_ALTITUDE: Final = Sieved("海拔[^，。；]{0,6}$")
_DISTANCES: Final = frozenset({"公里", "千米", "海里"})
_SENTENCED: Final = re.compile(
    "(?:被|分别|依法|一审|终审)判处?|获刑"
)  # 判处有期徒刑|二年: a length, and what was decided on the day
_THIS_TIME: Final = re.compile("(?:本|此|这)[届次](?!性)")
_STANDING: Final = Sieved("余额$|率$")  # how things stand on a day, though no lexicon knows it
_HEADS: Final = frozenset({"名", "位"})
_PEOPLE: Final = _HEADS | {"人"}
_ALL_OF: Final = re.compile("(?:全[国省市县区乡镇村校]|共|有|的)$")
_AFTER: Final = 12  # characters
_REACH: Final = 300  # characters: what a longer sentence says before is of other numbers
_YEAR: Final = 366  # days
_SHORT: Final = frozenset({"quarter", "half_year", "ytd"})
_NEAR: Final = 1  # paragraphs below the lead

COUNTED: Final = frozenset({"count", "money"})
_PROPERTIES: Final = frozenset({"age", "duration", "voltage", "frequency", "angle", "data", "speed"})
"""Dimensions that tell what a thing is like, which the day of another sentence does not date."""
TRIPS: Final = "人次"
"""What a day's bulletin of traffic counts, in all of its paragraphs."""
MEASURES: Final = _PROPERTIES | {"length"}
"""Those that only what happens on a day has on that day."""


def carried(
    place: Place, number: NumberMention, topic: Topic, discourse: Discourse, issue_date: date, told: Timing | None
) -> Timing | None:
    """The time that ``number`` takes over; None where nothing was said or its words keep it off.

    ``told`` is the day on which its own sentence was told or published.
    """
    text = place.markup.text
    begin = max(0, number.start - _REACH)
    if _SUPPOSED.search(text, begin, number.start) or _TENURE.search(text, begin, number.start):
        return None
    if _is_extent(number, text) or (is_all_people(number) and topic.indicator_text != "总人口"):
        return None
    if discourse.timing is not None or _HEADS_LIST.match(text, number.outer_end):
        return discourse.timing
    if any(period.rule == _VAGUE and period.end <= number.start for period in place.markup.periods):
        return None
    found = _nearest(number, topic, discourse, told, text[place.clause.start : number.start])
    if found is None or is_left_behind(found, discourse, text[begin : number.start], issue_date):
        return None
    if _keeps_off(found, place, number, issue_date, discourse) or _is_not_passing(found, place, number, topic):
        return None
    if _is_averaged(found, number, discourse, text):
        return discourse.span
    if found.kind == "instant" and topic.nature == "flow" and topic.known:
        reported = discourse.reported  # 一季度…。3月末，失业率5%。税收增长9% is of the quarter
        if reported is not None and reported.end == found.end:
            return reported
        found = up_to(found) if found.text.endswith("季度末") else found
    held = found.kind in ("instant", "year") and _is_held_at_end(place, number)
    if held and found.kind == "year":
        return Timing(found.end, found.end, "instant", found.text) if found.end < issue_date else found
    found = found if held else _within_section(found, number, topic, discourse, text[place.clause.start : number.start])
    counted = (not topic.known or topic.nature == "count") and not _STANDING.search(topic.indicator or "")
    at_day = found.kind == "instant" and found.end < issue_date and not found.text.startswith("截")
    if at_day and counted and not (held or _is_beside_stock(discourse) or _is_end_of_section(found, discourse)):
        return None  # 9月末…余额, and then what was done
    over = found.end < issue_date or found.start < found.end == issue_date
    left = text[max(0, number.start - _SAID_BEFORE) : number.start]
    return None if over and _WILL.search(left) and not _is_reckoned(found, left, issue_date) else found


_AVERAGE: Final = Sieved("年均[^，。；0-9]{0,6}$")


def _is_averaged(found: Timing, number: NumberMention, discourse: Discourse, text: str) -> bool:
    """过去五年，…。2020年…。收入2.3万元，年均增长|6.7%: a yearly average of the span that the paragraph spoke of."""
    span = discourse.span
    ends = span is not None and found.kind in ("year", "instant") and found.end.year == span.end.year
    return ends and _AVERAGE.search(text, 0, number.outer_start) is not None


_DECEMBER: Final = 12  # 过去五年 of a report of January are whole years


def _is_not_passing(found: Timing, place: Place, number: NumberMention, topic: Topic) -> bool:
    """Whether a length of time of another sentence does not date a figure: how much there is, what an event has.

    过去一年，每天发送1.8亿人次。运营里程1.1万公里; 近十年增速19%。大会包括4场论坛, but not 累计举办40场论坛.
    """
    if found.kind != "span" or not found.text.startswith(("过去", "近")):
        return False
    text, clause = place.markup.text, place.clause
    adds_up = _ADDS_UP.search(text, max(0, number.start - _REACH), number.start) is not None
    done = adds_up or is_done(text, clause.start, clause.end)
    stands = topic.nature in ("stock", "capacity") and found.end.month != _DECEMBER
    return stands or (topic.counted and not done)


_STATISTICAL: Final = frozenset({"year", "half_year", "quarter", "ytd"})
_JUST_OVER: Final = 75  # days
# 预计全市生产总值增长4% in a report of January; 预计今年增长5%, 预计将增长5% are to come.
_RECKONED: Final = re.compile(
    "(?:^|[，。；：])(?:初步)?预计(?!到|至|今|明|后|未|可|会|下|新|本|[0-9])(?:(?!将|拟|计划|有望|会(?![计员议])|可)[^。；])*$"
)


# 21日，客流增加。铁路预计发送旅客1680万人次: a day's traffic is told before it has been counted.
_TRIPS_RECKONED: Final = re.compile(
    "(?:(?:旅客|客运|客流|发送|人员流动|车流|运输|出行)[^，。；]{0,4}预计|预计[^，。；]{0,8}(?:旅客|客运|客流|发送|人员流动|车流|运输|出行))"
    "(?:(?!将|计划|有望|[0-9]月|[明后]天)[^。；])*$"
)
_NEXT_PAPER: Final = 2  # days


def _is_reckoned(found: Timing, left: str, issue_date: date) -> bool:
    """Whether what is expected is a first reckoning of a time that has just ended."""
    days = (issue_date - found.end).days
    if found.kind == "day" and days <= _NEXT_PAPER:
        return _TRIPS_RECKONED.search(left) is not None
    return found.kind in _STATISTICAL and days <= _JUST_OVER and _RECKONED.search(left) is not None


def _keeps_off(found: Timing, place: Place, number: NumberMention, issue_date: date, discourse: Discourse) -> bool:
    """Whether what a number is, or what its words say, keeps a time off that was said before."""
    text, start = place.markup.text, place.clause.start
    begin = max(0, number.start - _REACH)
    if _BEFORE.search(text, begin, number.start) and found.end <= issue_date:
        return True
    aged = number.dimension == "age" and found.kind != "day" and "寿命" not in text
    if aged and not _THAT_YEAR.search(text, begin, number.start):
        return True
    is_property = number.dimension in _PROPERTIES and not _SENTENCED.search(text, start, number.start)
    if found.start == found.end and (is_property or _EARLIER.search(text, begin, number.start)):
        return True
    if (
        found.end < issue_date
        and (found.end - found.start).days <= _YEAR
        and _SINCE_THEN.search(text, begin, number.start)
    ):
        return True
    if _FORMER_ONES.search(text, start, number.start):
        return True
    if found.kind == "day" and _IN_TURN.search(text, begin, number.start):
        return _ON_THE_DAY.search(text, begin, number.start) is None
    if found.start > issue_date and is_done(text, start, min(place.clause.end, number.outer_end + _AFTER)):
        return True
    if found.kind == "span" and found.start > issue_date and not _TO_COME.search(text, begin, number.end):
        return not is_ahead(text, discourse)
    if number.unit == "年" and number.dimension == "duration" and found.end <= issue_date and found.start != found.end:
        return True  # 今年，…。他用了|十年|时间: how long something took is of no year that another sentence told of
    if number.unit == "米" and _ALTITUDE.search(text, start, number.outer_start):
        return True
    away = number.unit in _DISTANCES and (
        _AWAY.search(text, start, number.outer_start) is not None or _BEYOND.match(text, number.outer_end) is not None
    )
    if away and found.kind in ("day", "month", "instant", "year"):
        return True
    if found.kind == "span" and _EXISTING.search(text, start, number.start) and not found.text.startswith("截"):
        return True
    return found.kind in ("day", "month", "instant") and _YEARLY.search(text, start, number.start) is not None


def _is_extent(number: NumberMention, text: str) -> bool:
    """《条例》共7章46条, 全书约300万字, 一家五口: how long a text or how large a family is has no time."""
    unit = number.unit or ""
    family = number.text.endswith("口人") and number.value < _VILLAGE
    held = unit == "册" and "藏" in text
    return (
        family
        or (unit in _OF_TEXTS and not held)
        or (unit == "条" and _CHAPTERS.search(text, 0, number.start) is not None)
    )


_AGAINST_END: Final = Sieved("[^，。；0-9]{0,6}，?(?:比|较)(?:上|去|前一|[0-9]{4})?年?[末底初](?!步|期|级)")
_FROM_END: Final = Sieved("(?:比|较)(?:上|去|前一|[0-9]{4})?年?[末底初][^，。；]{0,8}$")


def _is_held_at_end(place: Place, number: NumberMention) -> bool:
    """城镇化率44.5%，比上年末|提高0.9个百分点: what is held against the end of a year is how things stood at one."""
    text = place.markup.text
    if _AGAINST_END.match(text, number.outer_end):
        return True
    return _FROM_END.search(text, place.clause.start, number.outer_start) is not None


def _within_section(found: Timing, number: NumberMention, topic: Topic, discourse: Discourse, clause: str) -> Timing:
    """The year that a section is about, where a sentence of it named a day or its end for what it told itself.

    ``clause`` is what stands before the number in its clause.

    年末…失业率4.2%。基本养老金新增110元, 去年5月12日发生地震。…中央财政安排384亿元 are of the year; a stock stays with
    its year's end, what happened on a day with the day.
    """
    section = discourse.section_timing
    if section is None or section.kind != "year" or not section.start <= found.end <= section.end:
        return found
    stands = topic.nature == "stock" and _SOLVED.search(clause) is None
    stands = stands or (topic.nature == "count" and _MADE.search(clause) is None)
    at_end = found.role == "period" and not stands and _is_end_of_section(found, discourse)
    aside = found.kind == "day" and number.dimension == "money"
    return section if at_end or aside else found


def _is_beside_stock(discourse: Discourse) -> bool:
    """卫生院3万个，床位150万张，|人员|168万人: what is counted after a stock is of the same day."""
    return bool(discourse.topics) and discourse.topics[-1].nature == "stock"


def _is_end_of_section(found: Timing, discourse: Discourse) -> bool:
    section = discourse.section_timing
    return section is not None and section.kind == "year" and found.kind == "instant" and found.end == section.end


def is_done(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a sentence says that something has happened: 已启动, 签署了."""
    return _DONE.search(text, start, end) is not None


def _nearest(
    number: NumberMention, topic: Topic, discourse: Discourse, told: Timing | None, clause: str
) -> Timing | None:
    """The nearest time said before: paragraph, section, lead, then the days on which it was told.

    ``clause`` is what its clause says before it: 已, 现 are how things stand, as the paragraph's 目前 is; 本届 is the
    event of the lead.
    """
    happened = not topic.known and number.dimension in COUNTED and number.form != "rank"
    now = discourse.now if _STANDS.search(clause) and discourse.announced is None else None
    paragraph = discourse.paragraph_timing
    newer = told is not None and paragraph is not None and (told.start > paragraph.end or not topic.known)
    return (
        now
        or (told if newer else None)
        or discourse.paragraph_timing
        or (discourse.so_far if happened and _ADDS_UP.search(clause) else None)
        or discourse.section_timing
        or (discourse.trips_day if topic.unit == TRIPS else None)
        or (discourse.event_day if happened and discourse.event_first else None)
        or (told if told is not None and _STANDS.search(clause) else None)
        or _of_lead(topic, discourse)
        or told
        or discourse.announced
        or (
            _lead_day(number, discourse, _THIS_TIME.search(clause) is not None)
            if not topic.known or _is_count(topic, number, clause)
            else None
        )
        or (discourse.head_day if number.dimension not in _PROPERTIES else None)
        or (discourse.first_day if is_of_session(topic) else None)
    )


def _is_count(topic: Topic, number: NumberMention, clause: str) -> bool:
    """Whether a known statistic only counts heads: 8名志愿者; 全县1200名教师 and 派出的63名选手 are all there are."""
    heads = topic.nature == "stock" and number.unit in _HEADS and _ALL_OF.search(clause) is None
    return topic.nature == "count" or heads


def _of_lead(topic: Topic, discourse: Discourse) -> Timing | None:
    """The lead's time; a quarter, half a year or a year to date of its statistics dates no unknown things below."""
    timing = discourse.lead_timing
    far = timing is not None and timing.kind in _SHORT and discourse.paragraph > _NEAR
    return None if far and (not topic.known or topic.nature in ("rate", "count")) else timing


def _lead_day(number: NumberMention, discourse: Discourse, this_time: bool) -> Timing | None:
    """The day of what the lead tells, for what is counted later; it says nothing of what a thing is like.

    ``this_time`` tells that the clause speaks of 本届, 此次.
    """
    if number.dimension in MEASURES or number.form == "rank":
        return None
    day = discourse.event_day or (discourse.story_day if number.unit in _PEOPLE else None)
    return discourse.lead_day or (day if this_time or number.dimension in COUNTED else None)
