"""Measured things with no statistic of the lexicon beside them: 5.8级|地震, 68岁的|老人, 3000吨|救援物资."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from etl.claim.actor import actor_of, next_actor
from etl.claim.closed_down import closed_down
from etl.claim.counted_noun import after
from etl.claim.discourse import Discourse
from etl.claim.markup import Markup
from etl.claim.measured_thing import MATTER, NO_THING, thing_after, thing_before, thing_so_long
from etl.claim.namings import DEEDS, naming_of
from etl.claim.phrase import Phrase, tidy, words_of
from etl.claim.place import Place, subject_spans
from etl.claim.topic import Topic, described, with_indicator, within
from etl.claim.unit_price import unit_price
from etl.claim.unknown import ENDINGS, unknown_statistic
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found
from etl.lexicon.units import SURFACES
from etl.model import NumberMention
from etl.sieve import Sieved

NAMES: Mapping[str, str] = {
    "age": "年龄",
    "time": "时长",
    "duration": "时长",
    "length": "长度",
    "area": "面积",
    "mass": "重量",
    "volume": "体积",
    "temperature": "温度",
    "speed": "速度",
    "power": "功率",
    "energy": "电量",
    "angle": "角度",
    "data": "数据量",
    "frequency": "频率",
    "pressure": "压力",
    "voltage": "电压",
    "grade": "等级",
    "money": "金额",
}
"""Dimension of a unit -> what it measures where nothing more is said."""
_NEAR = 4  # characters
_LARGE = 10_000
_PEOPLE = frozenset("生人员者们")  # 20万中小学|生
_HOTTEST = 60  # ℃
_ROOM: Final = Sieved(
    "(?:房|屋|房子|屋子|房间|居|居室|住宅|公寓|仓库|馆|厅|教室|宿舍|店|车间|厂房|大棚|舞台|广场|场地|院|户型|商铺|门面|基地|园区)$"
)
_FIRST = re.compile("首[家个座条款次]|成为|第一")  # 成为首家产能超过200万辆的日本车企 is of who becomes it


def measured(place: Place, hit: Found[Indicator] | None, number: NumberMention, discourse: Discourse) -> Topic | None:
    """The topic of an amount that no statistic of the lexicon stands beside; None for every other number."""
    if number.form != "quantity" or number.dimension not in NAMES:
        return None
    markup = place.markup
    if hit is not None and (_governs(hit, place, number) or _shares(hit, place)):
        return None
    if number.dimension == "money" and discourse.topics and _CONVERTED.fullmatch(markup.text, place.start, place.head):
        return discourse.topics[-1].inherited()
    naming = naming_of(markup.text, place.start, number)
    thing = thing_after(place, number)
    thing = thing or thing_so_long(place, number)
    if naming is not None:
        named = Topic(naming, None, "count", number.unit or "", "subject", own_indicator=True)
        return owned(place, named, None if number.dimension == "money" else thing, discourse)
    if thing is None and hit is None and number.dimension in MATTER:
        thing = thing_before(place, number)
        priced = unit_price(place, thing, number) if thing is not None else None
        if priced is not None:
            return priced
        measure = thing is not None and ENDINGS[number.dimension].search(thing.text) is not None
        if not measure and _is_part_of_spoken(place, number, discourse):
            return None
    if thing is not None:
        return _of_thing(place, thing, number, discourse)
    if (hit is not None and hit.entry.unit not in SURFACES) or not _starts_anew(number, discourse):
        return None
    last = discourse.topics[-1] if discourse.topics else None
    if last is not None and last.counted and number.dimension in MATTER and place.head == place.clause.start:
        return last.inherited()  # 物资4942批，5.8万吨
    deed = naming_of(markup.text, place.start, number, DEEDS)
    printed = None if deed else printed_measure(place, number, discourse)
    if printed is not None:
        return printed
    name = deed or _name_of(number)
    named = Topic(name, None, "count", number.unit or "", "subject", own_indicator=True)
    return owned(place, named, None, discourse)


def _is_part_of_spoken(place: Place, number: NumberMention, discourse: Discourse) -> bool:
    """总资产35万亿元。其中，|甲公司|3万亿元: who has a part of the amount spoken of, and no matter of its own."""
    last = discourse.topics[-1] if discourse.topics else discourse.topic
    parted = discourse.whole is not None or place.markup.text.startswith(_AMONG)
    return parted and last.known and last.unit in SURFACES and SURFACES[last.unit].unit.dimension == number.dimension


_AMONG: Final = "其中"
_CONVERTED: Final = Sieved("[(、]?(?:约合|折合|相当于|合|约为?|近|大约|人民币){1,4}")  # 冻结110亿雷亚尔，|约合|200亿元
_DIED: Final = Sieved("[享终]年$")
_OBITUARY = 60  # characters
_NAME = 8


def _named_before(place: Place) -> Phrase | None:
    """The person named right before an age: 牺牲时某甲|27岁."""
    died = _DIED.search(place.markup.text, place.clause.start, place.head)
    start = max(place.start, place.head - _NAME) if died is None else max(0, place.head - _OBITUARY)
    words = words_of(place.markup.text, start, place.head, ())
    if died is not None:  # 老人王小明因病逝世，享年|90岁
        while words and words[-1].tag != "nr":
            words.pop()
    while words and words[-1].text in ("只有", "才", "今年", "年仅", "现年", "时年", "刚满", "享年", "已", "，"):
        words.pop()
    named = bool(words) and words[-1].tag == "nr" and len(words[-1].text) > 1
    return Phrase(words[-1].start, words[-1].end, words[-1].text) if named else None


def printed_measure(place: Place, number: NumberMention, discourse: Discourse) -> Topic | None:
    """补偿上限提高到1万美元, 时差为5个小时: the measure that no lexicon has, as the clause prints it."""
    reached = _REACHED.search(place.markup.text, place.start, place.head)
    end = min([reached.start() if reached else place.head, *(b.start for b in place.bases if b.start > place.start)])
    for start, stop in subject_spans(place, end):
        found = unknown_statistic(place.markup, start, stop, discourse, ENDINGS.get(number.dimension))
        if found is None:
            continue
        found = found._replace(nature="count", unit=number.unit or "", region=found.region or discourse.topic.region)
        return found if found.own_subject or found.subject else owned(place, found, None, discourse)
    return None


_REACHED: Final = Sieved("(?:达到?|为|是|[至到])了?(?:创纪录|历史|惊人|创历史新高|史无前例|空前|前所未有)的$")


def _name_of(number: NumberMention) -> str:
    """What the unit alone says; so hot as no weather is, only a temperature."""
    if number.dimension == "angle" and number.unit == "度":
        return "气温"
    if number.unit == "英寸":
        return "尺寸"
    if number.dimension == "temperature" and abs(number.value) <= _HOTTEST:
        return "气温"
    return NAMES[number.dimension]


def statistic_after(place: Place, number: NumberMention, discourse: Discourse) -> Topic | None:
    """完成了912亿|销售额: a large number without a unit is of the statistic right after it."""
    if number.unit is not None or number.value < _LARGE:
        return None
    markup, begin = place.markup, number.outer_end
    begin += markup.text.startswith("的", begin)
    hits = [hit for hit in markup.indicators if hit.start == begin and hit.entry.unit not in ("", "%")]
    if not hits or markup.text[hits[0].end : hits[0].end + 1] in _PEOPLE:
        return None
    topic = with_indicator(markup, Topic(region=discourse.topic.region), hits[0])
    actor = actor_of(markup, place.clause, place.head, discourse)
    if actor is None:
        return topic
    who = markup.sentence.text[actor.start : actor.end].strip(" 、")
    return described(markup, topic._replace(subject=who, own_subject=True), actor.start, actor.end)


def owned(place: Place, topic: Topic, thing: Phrase | None, discourse: Discourse) -> Topic:
    """The topic with its subject: the thing that is so large, else who acts in the clause."""
    aged = _named_before(place) if topic.indicator == NAMES["age"] and thing is None else None
    way = _way(place) if topic.indicator in _ON_THE_WAY and thing is None else None
    struck = _struck(place) if topic.indicator == _MAGNITUDE else None
    owner = struck or thing or aged or way or actor_of(place.markup, place.clause, place.head, discourse)
    if owner is None and topic.indicator == NAMES["age"]:
        owner = next_actor(place.markup, place.clause)
    if owner is None:
        return topic._replace(region=discourse.topic.region)
    text = tidy(place.markup.sentence.text[owner.start : owner.end])
    told = described(place.markup, topic._replace(subject=text, own_subject=True), owner.start, owner.end)
    made = (told.sector or "").endswith(_MAKERS) and topic.indicator in _ON_THE_WAY and not _WORKS.search(text)
    return told._replace(sector=None) if made or topic.indicator in _OF_NO_INDUSTRY else told


_MAGNITUDE = "震级"


def _struck(place: Place) -> Phrase | None:
    """某局介绍|定日县|6.8级地震: the place right before its earthquake."""
    regions = [found for found in place.markup.regions if found.end == place.head]
    return Phrase(regions[0].start, regions[0].end, regions[0].text) if regions else None


_TO = ("至", "到", "—", "-")


def _way(place: Place) -> Phrase | None:
    """昆明至成都|缩短到7小时: how long or far it is from one place to another."""
    markup = place.markup
    for one, other in pairwise(within(markup.regions, place.clause.start, place.head)):
        if markup.text[one.end : other.start] in _TO and one.entry.name != other.entry.name:
            return Phrase(one.start, other.end, markup.text[one.start : other.end])
    return None


_OF_NO_INDUSTRY = frozenset({"年龄", "刑期", "成绩", "捐款金额", "涉案金额", "罚款"})
"""What is no figure of an industry: 骑自行车的|67岁老人."""
_ON_THE_WAY = frozenset({"时长", "距离", "里程", "海拔"})
_WORKS: Final = Sieved("(?:工厂|项目|基地|企业|公司)$")
_MAKERS = ("制造业", "开采业", "加工业", "畜牧业")  # 卫星飞行3小时 tells nothing of who makes it
_PHYSICAL = frozenset({"time", "duration", "length", "area", "mass", "temperature", "money", "age"})
_TIMES = frozenset({"time", "duration"})


def _governs(hit: Found[Indicator], place: Place, number: NumberMention) -> bool:
    """Whether the statistic before a number can be what it measures."""
    unit = hit.entry.unit
    known = SURFACES[unit].unit.dimension if unit in SURFACES else None
    other = known != number.dimension and not {known, number.dimension} <= _TIMES
    other = other and not (hit.entry.generic and known == "money")
    if other and known in _PHYSICAL and number.dimension in _PHYSICAL:
        return False  # 列车|全程|运行近30个小时
    if hit.entry.nature == "price" and number.dimension != "money":
        return False  # 以每亩800元的|价格|流转了1380亩耕地
    if other and known is not None and number.dimension == "age":
        return False  # 不包含|在校生|的16—24岁劳动力
    if place.head - hit.end <= _NEAR:
        return True
    return unit in SURFACES and SURFACES[unit].unit.dimension == number.dimension


def _shares(hit: Found[Indicator], place: Place) -> bool:
    """原油、天然气产量分别达到1.9亿吨、920亿立方米: a statistic of one number of the list is that of all."""
    unit = SURFACES.get(hit.entry.unit)
    listed = [number.dimension for number in place.numbers.numbers]
    return unit is not None and len(set(listed)) > 1 and unit.unit.dimension in listed


def of_what_follows(place: Place, number: NumberMention, topic: Topic) -> Topic:
    """时速200公里的|货运铁路: the thing after 的 is whose statistic stands before the number."""
    markup = place.markup
    if number.form != "quantity" or markup.text[number.outer_end : number.outer_end + 1] != "的":
        return topic
    thing = after(markup.text, number.outer_end + 1, place.clause.end, markup.terms, ())
    if thing is None or _FIRST.search(markup.text, place.clause.start, place.head):
        return topic
    if NO_THING.search(thing.text) or any(hit.start < thing.end and thing.start < hit.end for hit in markup.indicators):
        return topic
    text = markup.sentence.text[thing.start : thing.end]
    return described(markup, topic._replace(subject=text, own_subject=True), thing.start, thing.end)


def _of_thing(place: Place, thing: Phrase, number: NumberMention, discourse: Discourse) -> Topic:
    """So much matter is of the matter (3000吨|物资), so long or old is a thing (68岁的|老人)."""
    markup = place.markup
    large = markup.text[number.end : number.end + 2] in ("以上", "以下") and thing.start > number.end
    large = large or (number.dimension == "area" and _ROOM.search(thing.text) is not None)
    if large or number.dimension not in MATTER:
        topic = Topic(NAMES[number.dimension], None, "count", number.unit or "", "subject", own_indicator=True)
        return owned(place, topic, thing, discourse)
    text = tidy(markup.sentence.text[thing.start : thing.end])
    topic = Topic(text, text, "count", number.unit or "", "subject", own_indicator=True)
    grown = number.dimension == "area" and thing.end <= place.head and _is_crop(markup, thing)
    if grown:
        topic = topic._replace(indicator=SOWN, subject=text, known=True, category="agriculture")
        return described(markup, topic._replace(own_subject=True), thing.start, thing.end)
    known = [hit for hit in within(markup.indicators, thing.start, thing.end) if hit.end == thing.end]
    if known and SURFACES.get(known[-1].entry.unit, None) is not None:
        entry = closed_down(known[-1].entry, markup.text, place.clause.start, place.head)
        if SURFACES[entry.unit].unit.dimension == number.dimension:
            topic = topic._replace(indicator=entry.name, nature=entry.nature, category=entry.category, known=True)
    topic = described(markup, topic, thing.start, thing.end)
    if _TAKEN.search(markup.text, place.start, thing.start):
        topic = topic._replace(sector=None)
    if number.dimension == "power" and _GENERATES.search(thing.text):
        topic = topic._replace(sector=ELECTRICITY)
    owner = actor_of(markup, place.clause, place.head, discourse)
    if owner is None:
        return topic._replace(subject=text, counted=True)
    who = tidy(markup.sentence.text[owner.start : owner.end])
    acted = described(markup, topic._replace(subject=who, own_subject=True), owner.start, owner.end)
    return acted._replace(sector=acted.sector or topic.sector, region=acted.region or topic.region)


_TAKEN = re.compile("(?:收缴|查获|缴获|查扣|没收|销毁|捐赠|捐献|走私|盗窃|节约|少用)了?[^，。；]{0,4}$")  # 走私|成品油
NO_PRICE = 10_000_000
"""What no price reaches."""
_GENERATES = re.compile("(?:发电|机组|装机)")  # 5000万千瓦|燃煤发电机组 are no output of their makers
ELECTRICITY = "电力、热力生产和供应业"
SOWN = "播种面积"


def _is_crop(markup: Markup, thing: Phrase) -> bool:
    """新疆|棉花|3500万亩: so much land of a crop is sown with it."""
    made = [t.entry.sector for t in within(markup.products, thing.start, thing.end) if t.end == thing.end]
    return any(sector is not None and sector.name in _FARMED for sector in made)


_FARMED = frozenset({"农业", "林业", "农、林、牧、渔业"})


def _starts_anew(number: NumberMention, discourse: Discourse) -> bool:
    """Whether an amount cannot go on with the statistic spoken of."""
    if discourse.topics and discourse.unit == number.unit:
        return False
    spoken = discourse.topic if discourse.topic.indicator else discourse.article_topic
    unit = spoken.unit if spoken is not None else ""
    if spoken is not None and spoken.nature == "price" and not discourse.topics and number.value >= NO_PRICE:
        return True  # 药品价格…。财政安排832亿元
    return unit not in SURFACES or SURFACES[unit].unit.dimension != number.dimension
