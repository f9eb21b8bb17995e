"""Measured things with no statistic of the lexicon beside them: 5.8级|地震, 68岁的|老人, 3000吨|救援物资."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from etl.claim.actor import actor_of, next_actor
from etl.claim.counted_noun import after
from etl.claim.discourse import Discourse
from etl.claim.phrase import Phrase, before, words_of
from etl.claim.place import Place, after_time
from etl.claim.topic import Topic, described, with_indicator, within
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found
from etl.lexicon.units import SURFACES
from etl.model import NumberMention

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

_MATTER = frozenset({"mass", "volume", "area", "power", "energy", "money"})
"""What there can be so much of: 3000吨|物资, 300亿美元|融资."""
_LINK = re.compile("(?:左右|以上|以下|以内|之多|多|高龄)?的|(?:以上|以下)(?=[一-鿿]{2})")
_NEAR = 4  # characters
_IDIOM = 4
_LARGE = 10_000
_PEOPLE = frozenset("生人员者们")  # 20万中小学|生
_HOTTEST = 60  # ℃
_ROOM = re.compile(
    "(?:房|屋|居|居室|住宅|公寓|仓库|馆|厅|教室|宿舍|店|车间|厂房|大棚|舞台|广场|场地|院|户型|商铺|门面|基地|园区)$"
)
_NO_THING = re.compile(
    "(?:需求|目标|任务|水平|规模|标准|速度|能力|要求|成绩|纪录|关口|大关|份额|比例|增长|历史|新高|计划|优势|距离|地方)$"
)
_FIRST = re.compile("首[家个座条款次]|成为|第一")  # 成为首家产能超过200万辆的日本车企 is of who becomes it
_LEADING = re.compile("(?:约|共|近|达到?|超过?|逾|为|总计|合计|累计){0,2}")
_VERBAL = frozenset({"v", "vd", "vi", "d", "p"})


@dataclass(frozen=True, slots=True)
class Naming:
    """The statistic that words beside a number name, for units of one dimension.

    ``left`` is searched in the clause before the number, ``right`` matched just after it; one of them is None.
    """

    indicator: str
    dimension: str
    left: re.Pattern[str] | None
    right: re.Pattern[str] | None
    example: str
    counterexample: str


def _left(indicator: str, dimension: str, pattern: str, example: str, counterexample: str) -> Naming:
    return Naming(indicator, dimension, re.compile(pattern), None, example, counterexample)


def _right(indicator: str, dimension: str, pattern: str, example: str, counterexample: str) -> Naming:
    return Naming(indicator, dimension, None, re.compile(pattern), example, counterexample)


NAMINGS: tuple[Naming, ...] = (
    _right("震级", "grade", r"(?:左右)?的?[强余浅]?(?:地震|余震|强震)", "发生5.8级地震", "发生7级大风"),
    _left("震级", "grade", r"(?:里氏|地震|余震|震级)[^，。；]{0,4}$", "发生里氏6级的强震", "阵风6级"),
    _right("风力", "grade", r"的?[^，。；级]{0,4}(?:风|台风|飓风)", "刮起7级大风", "发生5级地震"),
    _left("风力", "grade", r"(?:风|风力|瞬时|阵风)[^，。；]{0,8}$", "瞬时风力达12级", "地震5级"),
    _left("震源深度", "length", r"(?:震源|深度)[^，。；]{0,6}$", "震源深度16千米", "全线16千米"),
    _left("海拔", "length", r"海拔[^，。；]{0,8}$", "海拔近4500米", "全线120公里"),
    _left("水位", "length", r"(?:水位|警戒线|汛限)[^，。；]{0,10}$", "超过警戒线0.5米", "墙3米高"),
    _left("能见度", "length", r"能见度[^，。；]{0,8}$", "能见度不足200米", "全线120公里"),
    _left("速度", "length", r"(?:每小时|时速|每秒|车速)[^，。；]{0,6}$", "列车每小时行驶120公里", "全线120公里"),
    _right("深度", "length", r"深", "挖了一个3米深的坑", "墙3米高"),
    _right("高度", "length", r"(?:多)?高(?![速铁级压等校温])", "墙3米高", "挖了3米深"),
    _right("宽度", "length", r"宽", "河面3米宽", "墙3米高"),
    _right("长度", "length", r"长(?![江城安])", "桥3公里长", "墙3米高"),
    _right("厚度", "length", r"厚", "积雪10厘米厚", "墙3米高"),
    _left("高度", "length", r"高(?:达|约|近|超过?|为|有|[ ]){0,2}$", "塔高36米", "塔前36米"),
    _left("长度", "length", r"全?长(?:达|约|近|超过?|为|有|[ ]){0,2}$", "桥长36米", "塔前36米"),
    _left("宽度", "length", r"宽(?:达|约|近|超过?|为|有|[ ]){0,2}$", "路宽36米", "塔前36米"),
    _left("深度", "length", r"深(?:达|约|近|超过?|为|有|[ ]){0,2}$", "坑深36米", "塔前36米"),
    _left("厚度", "length", r"厚(?:达|约|近|超过?|为|有|[ ]){0,2}$", "冰厚1米", "塔前36米"),
    _left("重量", "mass", r"重(?:达|约|近|超过?|为|有|[ ]){0,2}$", "牌匾重36公斤", "买了36公斤"),
    _right("距离", "length", r"(?:左右)?(?:外|以外|之外|开外|远|的?地方|处)", "在3公里外的村子", "全线3公里"),
    _left("距离", "length", r"(?:距|离|相距|远离|距离|间隔|射程|航程)[^，。；]{0,16}$", "距边境30公里", "全线30公里"),
    _left(
        "距离", "length", r"(?:以|之)[东南西北外]{1,2}(?:方向)?(?:约|大约|仅)?$", "位于首都以北约250公里", "全线30公里"
    ),
    _left(
        "里程",
        "length",
        r"(?:跑|走|行驶|行程|骑行|徒步|行军|奔波|巡逻|飞行|航行|辗转|绵延)[^，。；]{0,8}$",
        "跑了300公里",
        "河面3公里宽",
    ),
    _left(
        "刑期",
        "duration",
        r"(?:刑|刑期|徒刑|监禁|入狱|判处?|拘役|拘留)[^，。；]{0,6}$",
        "被判处有期徒刑10年",
        "工作了10年",
    ),
    _right("刑期", "duration", r"的?(?:有期徒刑|徒刑|监禁|刑期|拘役)", "面临10年监禁", "工作了10年"),
    _left(
        "气温",
        "temperature",
        r"(?:气温|最高|最低|降温|升温|回升|地区|大部|局地|白天|夜间)[^，。；]{0,12}$",
        "部分地区达38℃",
        "加热到38℃",
    ),
    _left("罚款", "money", r"(?:罚款|处罚金?|罚没|并处|被罚)[^，。；]{0,6}$", "处以罚款5万元", "捐了5万元"),
    _right("罚款", "money", r"(?:以上)?(?:以下)?的?(?:罚款|罚金)", "处以5万元罚款", "捐了5万元"),
    _left("捐款金额", "money", r"(?:捐|捐款|捐赠|捐助|捐资|募捐|募集)[^，。；]{0,10}$", "向灾区捐款5万元", "罚了5万元"),
    _left(
        "涉案金额",
        "money",
        r"(?:涉案|案值|非法获利|诈骗|骗取|贪污|受贿|行贿|贿赂|侵吞|挪用)[^，。；]{0,12}$",
        "骗取5万元",
        "捐了5万元",
    ),
    _left("悬赏金额", "money", r"悬赏[^，。；]{0,6}$", "悬赏100万元", "捐了5万元"),
    _left("经济损失", "money", r"(?:损失)[^，。；]{0,8}$", "损失超过5万元", "捐了5万元"),
    _right("经济损失", "money", r"(?:左右|以上)?的?(?:直接)?(?:经济)?损失", "造成5万元损失", "捐了5万元"),
    _left("花费", "money", r"(?:花费|花|耗资|斥资|花掉|花去)[^，。；]{0,8}$", "花了5万元", "捐了5万元"),
    _left("欠款", "money", r"(?:拖欠|欠款|欠下|欠薪|欠)[^，。；]{0,8}$", "拖欠5万元", "捐了5万元"),
    _left("价值", "money", r"(?:价值|估价|身价|值)[^，。；]{0,4}$", "一块价值5万元的手表", "捐了5万元"),
)
"""In the order in which they are tried."""

_WINDOW = 28  # characters of the clause before the number


def measured(place: Place, hit: Found[Indicator] | None, number: NumberMention, discourse: Discourse) -> Topic | None:
    """The topic of an amount that no statistic of the lexicon stands beside; None for every other number."""
    if number.form != "quantity" or number.dimension not in NAMES:
        return None
    markup = place.markup
    if hit is not None and _governs(hit, place, number):
        return None
    naming = naming_of(markup.text, place.start, number)
    thing = _thing(place, number)
    thing = thing or _thing_so_long(place, number)
    if naming is not None:
        named = Topic(naming, None, "count", number.unit or "", "subject", own_indicator=True)
        return owned(place, named, None if number.dimension == "money" else thing, discourse)
    if thing is None and hit is None and number.dimension in _MATTER:
        thing = _thing_before(place)
    if thing is not None:
        return _of_thing(place, thing, number, discourse)
    if (hit is not None and hit.entry.unit not in SURFACES) or not _starts_anew(number, discourse):
        return None
    last = discourse.topics[-1] if discourse.topics else None
    if last is not None and last.counted and number.dimension in _MATTER and place.head == place.clause.start:
        return last.inherited()  # 物资4942批，5.8万吨
    named = Topic(_name_of(number), None, "count", number.unit or "", "subject", own_indicator=True)
    return owned(place, named, None, discourse)


def _named_before(place: Place) -> Phrase | None:
    """The person named right before an age: 牺牲时某甲|27岁."""
    words = words_of(place.markup.text, max(place.start, place.head - _IDIOM - _IDIOM), place.head, ())
    while words and words[-1].text in ("只有", "才", "今年", "年仅", "现年", "时年", "刚满", "享年", "已", "，"):
        words.pop()
    named = bool(words) and words[-1].tag == "nr" and len(words[-1].text) > 1
    return Phrase(words[-1].start, words[-1].end, words[-1].text) if named else None


def _name_of(number: NumberMention) -> str:
    """What the unit alone says; so hot as no weather is, only a temperature."""
    if number.dimension == "angle" and number.unit == "度":
        return "气温"
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


def naming_of(text: str, start: int, number: NumberMention) -> str | None:
    """The statistic that the words beside a number name; None when no naming fits."""
    left = text[max(start, number.outer_start - _WINDOW) : number.outer_start]
    for naming in NAMINGS:
        if naming.dimension != number.dimension:
            continue
        if naming.left.search(left) if naming.left else naming.right and naming.right.match(text, number.end):
            return naming.indicator
    return None


def owned(place: Place, topic: Topic, thing: Phrase | None, discourse: Discourse) -> Topic:
    """The topic with its subject: the thing that is so large, else who acts in the clause."""
    aged = _named_before(place) if topic.indicator == NAMES["age"] and thing is None else None
    owner = thing or aged or actor_of(place.markup, place.clause, place.head, discourse)
    if owner is None and topic.indicator == NAMES["age"]:
        owner = next_actor(place.markup, place.clause)
    if owner is None:
        return topic._replace(region=discourse.topic.region)
    text = place.markup.sentence.text[owner.start : owner.end].strip(" “、")
    return described(place.markup, topic._replace(subject=text, own_subject=True), owner.start, owner.end)


def _governs(hit: Found[Indicator], place: Place, number: NumberMention) -> bool:
    """Whether the statistic before a number can be what it measures."""
    if place.head - hit.end <= _NEAR:
        return True
    unit = hit.entry.unit
    return unit in SURFACES and SURFACES[unit].unit.dimension == number.dimension


def _thing(place: Place, number: NumberMention) -> Phrase | None:
    """The thing that is so large or so old, printed after the number: 68岁的|老人, 3000吨|救援物资."""
    markup = place.markup
    if number.dimension in ("time", "duration"):
        return None
    linked = _LINK.match(markup.text, number.end, place.clause.end)
    begin = linked.end() if linked else number.end
    if linked is None and number.dimension not in _MATTER and number.dimension != "age":
        return None
    stops = [(hit.start, hit.end) for hit in markup.indicators if hit.entry.nature in ("rate", "price", "share")]
    thing = after(markup.text, begin, place.clause.end, markup.terms, stops)
    aged = number.dimension == "age" and linked is None and thing is not None
    if aged and thing is not None and not words_of(thing.text, 0, len(thing.text), ())[0].tag.startswith(("n", "b")):
        return None  # 母亲40岁|怀上他
    if thing is not None and linked is None and words_of(thing.text, 0, len(thing.text), ())[0].tag in _VERBAL:
        return None  # 悬赏1000万美元|缉拿
    if (
        thing is not None
        and linked is None
        and len(thing.text) == _IDIOM
        and len(words_of(thing.text, 0, _IDIOM, ())) == 1
    ):
        return None  # 90多岁|自食其力
    return thing


_SIZES = re.compile("(?:、[长宽高深厚][0-9.余多近约]{1,8}[^，。；、的]{1,3}){1,3}的")
_SENTENCED = re.compile("(?:判处|判决)([一-鿿·]{2,10}?)(?:有期徒刑|拘役|监禁|刑期)")


def _thing_so_long(place: Place, number: NumberMention) -> Phrase | None:
    """长90公里、宽20公里的|防护林: the thing after the last of its sizes. 判处某甲|有期徒刑: who is sentenced."""
    markup = place.markup
    sizes = _SIZES.match(markup.text, number.end, place.clause.end)
    if sizes is not None:
        return after(markup.text, sizes.end(), place.clause.end, markup.terms, ())
    if number.dimension != "duration":
        return None
    who = _SENTENCED.search(markup.text, place.clause.start, place.head)
    return Phrase(who.start(1), who.end(1), who.group(1)) if who else None


def _thing_before(place: Place) -> Phrase | None:
    """The matter printed right before its amount: 节约燃煤|300万吨."""
    markup = place.markup
    thing = before(markup.text, after_time(markup, place.start, place.head), place.head, markup.terms)
    near = thing is not None and _LEADING.fullmatch(markup.text, thing.end, place.head) is not None
    return thing if near else None


def of_what_follows(place: Place, number: NumberMention, topic: Topic) -> Topic:
    """时速200公里的|货运铁路: the thing after 的 is whose statistic stands before the number."""
    markup = place.markup
    if number.form != "quantity" or markup.text[number.outer_end : number.outer_end + 1] != "的":
        return topic
    thing = after(markup.text, number.outer_end + 1, place.clause.end, markup.terms, ())
    if thing is None or _FIRST.search(markup.text, place.clause.start, place.head):
        return topic
    if _NO_THING.search(thing.text) or any(
        hit.start < thing.end and thing.start < hit.end for hit in markup.indicators
    ):
        return topic
    text = markup.sentence.text[thing.start : thing.end]
    return described(markup, topic._replace(subject=text, own_subject=True), thing.start, thing.end)


def _of_thing(place: Place, thing: Phrase, number: NumberMention, discourse: Discourse) -> Topic:
    """So much matter is of the matter (3000吨|物资), so long or old is a thing (68岁的|老人)."""
    markup = place.markup
    large = markup.text[number.end : number.end + 2] in ("以上", "以下") and thing.start > number.end
    large = large or (number.dimension == "area" and _ROOM.search(thing.text) is not None)
    if large or number.dimension not in _MATTER:
        topic = Topic(NAMES[number.dimension], None, "count", number.unit or "", "subject", own_indicator=True)
        return owned(place, topic, thing, discourse)
    text = markup.sentence.text[thing.start : thing.end].strip(" “、")
    topic = Topic(text, text, "count", number.unit or "", "subject", own_indicator=True)
    known = [hit for hit in within(markup.indicators, thing.start, thing.end) if hit.end == thing.end]
    if known and SURFACES.get(known[-1].entry.unit, None) is not None:
        entry = known[-1].entry
        if SURFACES[entry.unit].unit.dimension == number.dimension:
            topic = topic._replace(indicator=entry.name, nature=entry.nature, category=entry.category, known=True)
    topic = described(markup, topic, thing.start, thing.end)
    owner = actor_of(markup, place.clause, place.head, discourse)
    if owner is None:
        return topic._replace(subject=text, counted=True)
    who = markup.sentence.text[owner.start : owner.end].strip(" “、")
    acted = described(markup, topic._replace(subject=who, own_subject=True), owner.start, owner.end)
    return acted._replace(sector=acted.sector or topic.sector, region=acted.region or topic.region)


def _starts_anew(number: NumberMention, discourse: Discourse) -> bool:
    """Whether an amount cannot go on with the statistic spoken of."""
    if discourse.topics and discourse.unit == number.unit:
        return False
    spoken = discourse.topic if discourse.topic.indicator else discourse.article_topic
    unit = spoken.unit if spoken is not None else ""
    return unit not in SURFACES or SURFACES[unit].unit.dimension != number.dimension
