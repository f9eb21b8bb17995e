"""The topic of a number whose clause names its statistic."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.actor import actor_of
from etl.claim.bare_share import share_of
from etl.claim.case import SUM, case_before
from etl.claim.discourse import OF_FIRMS, Discourse, in_books
from etl.claim.earmarked import earmarked
from etl.claim.joint import told_together
from etl.claim.markup import Markup
from etl.claim.named_owner import placed_inside, subject_inside
from etl.claim.of_those import of_each, of_those
from etl.claim.phrase import before, tidy
from etl.claim.place import Place, subject_spans
from etl.claim.railway import end_of_line
from etl.claim.school import school_of
from etl.claim.society import is_of_all_people
from etl.claim.topic import COUNTRY, OF_THINGS, TOTALS, Topic, described, of_place, with_indicator, with_subject
from etl.claim.traded import is_of_all, is_trade_of, of_goods, sold_at
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found
from etl.lexicon.units import SURFACES

_OF_ENTERPRISES: Final = frozenset({"industry", "enterprises", "general"})
_OF_ONE: Final = frozenset({"enterprises", "science_technology", "industry"})  # what a firm's news tells of the firm
_DESCRIPTION: Final = 3  # characters between 的 and what the dictionary takes for the subject
_BREAKS: Final = re.compile("[，、。；：]")
AMONG: Final = re.compile("(?:成为|跻身|位居|位列|居|列|是|占)$")
"""What makes the world the field of a rank: 成为|全球货物贸易第一大国 is no figure of the world."""
_AGED: Final = re.compile("[0-9]{1,3}(?:—|-|~|至|到)[0-9]{1,3}岁[一-鿿]{0,10}$")  # 25—59岁劳动力|调查失业率
_HEADLINE: Final = frozenset({None, "制造业", "非制造业", "物流业"})  # whose index goes by its own name
_STAFF: Final = ("从业", "用工", "职工")
_THING: Final = re.compile(r"一(?:款|种|台|家|座|条|项|艘|架|颗|块|辆|部|套)[^，。]{0,24}?(?:的|”)([^，。的“”]{2,14})$")
_WORLD: Final = re.compile("全球|世界")
WORLD: Final = "全球"
OWNER: Final = re.compile(
    "(?:工业|中小|零售和餐饮)?(?:企业|行业|产业|公司|机构|居民|平台)|(?<!全国)(?<!民航)(?<!运输)机场"
)
_WORD: Final = re.compile("[一-鿿A-Za-z0-9”)](?<![的了和与及在对以按由从将把达为占])")


def of_indicator(place: Place, hit: Found[Indicator], discourse: Discourse) -> Topic:
    """The topic with the statistic of ``hit`` and the subject printed for it, or taken over."""
    markup = place.markup
    if hit.entry.nature == "share" and hit.entry.generic and discourse.topics and discourse.topic.indicator:
        return share_of(place, hit, discourse.topic.inherited())
    together = told_together(place, hit)
    if together is not None:
        return together if together.own_subject else taken_over(together, discourse)
    topic = _with_printed(place, hit, discourse)
    firms = topic.own_subject and topic.classes and place.numbers.numbers[0].unit in ("家", "户")
    if firms and (hit.entry.name in TOTALS or hit.entry.name in _NUMBERS):
        return topic._replace(indicator=ENTERPRISES, nature="stock", known=True)  # “小巨人”|总数207家
    named = _named_before(place) if hit.entry.name in TOTALS and not topic.own_subject else None
    if named is not None:
        return named
    # 新增35家, 总数居全国第6位: of what was just spoken of.
    last = _told_last(discourse)
    if last is not None and _is_bare(place, hit, last):
        return last.inherited()
    if hit.entry.name in TOTALS and not topic.own_subject and last is not None:
        return last.inherited()
    if not topic.own_subject:
        topic = _of_world(markup, topic, place.start, hit)
    topic = of_goods(place, topic, hit)
    aged = _AGED.search(markup.text, place.clause.start, hit.start)
    if aged is not None:
        topic = topic._replace(subject=markup.sentence.text[aged.start() : aged.end()], sector=None, own_subject=True)
    told = discourse.topics[-1] if discourse.topics else None
    if told is not None and told.counted and any(n.outer_end == hit.start for n in markup.numbers):
        return topic._replace(subject=told.indicator_text, sector=told.sector, classes=told.classes)  # 11个|产能达到
    parted = topic.nature != "index" or topic.implied_sector not in _HEADLINE
    if not topic.own_subject and topic.nature != "price" and parted:
        topic = subject_inside(markup, topic, hit)
    if not topic.own_subject:
        topic = _introduced(place, topic)
    if not topic.own_subject:
        topic = of_each(place, topic, hit, discourse)
    if not topic.own_subject:
        topic = _acted(place, taken_over(topic, discourse), hit, discourse)
    return of_place(markup, topic, discourse.topics[-1]) if discourse.topics else topic


def _with_printed(place: Place, hit: Found[Indicator], discourse: Discourse) -> Topic:
    """The topic with the statistic of ``hit`` and the subject that stands before it, if one does."""
    markup = place.markup
    topic = placed_inside(markup, with_indicator(markup, Topic(), hit), hit)
    owned = topic.own_subject or (hit.entry.category in _OF_ENTERPRISES and markup.text.endswith(_CAUSES, 0, hit.start))
    spans = [] if owned else list(subject_spans(place, min(_name_start(place, hit), place.head)))
    for start, end in spans:
        topic = earmarked(markup, with_subject(markup, topic, start, end), hit.end)
        if topic.own_subject:
            topic = _of_kind(markup, _owned(place, _completed(markup, _at_home(markup, topic, hit), hit), hit), hit)
            topic = _classed(markup, of_those(_qualified(markup, topic, hit), discourse), hit)
            if topic.own_subject:
                break
    return topic


_CAUSES: Final = ("导致", "使得", "致使")  # 汇率波动导致|财务费用|增加5%: it is no figure of its cause
_BARE: Final = frozenset({"规模", "数量", "总规模", "总体规模"})
_ALONE: Final = re.compile("[，、]?(?:但|且|其|同时|目前)?")


def _told_last(discourse: Discourse) -> Topic | None:
    """What the sentence told last, with a figure (出口达到9000亿元) or without one (出口稳步增长)."""
    return discourse.topics[-1] if discourse.topics else discourse.topic if discourse.noted else None


def _is_bare(place: Place, hit: Found[Indicator], last: Topic) -> bool:
    """出口达到9000亿元，|规模|首次突破万亿元: the size or number of what was just spoken of, in the same unit."""
    if hit.text not in _BARE or not _ALONE.fullmatch(place.markup.text, place.start, hit.start):
        return False
    number = place.numbers.numbers[0]
    if number.form == "rank":
        return hit.text == "数量" and last.nature in OF_THINGS
    units = SURFACES.get(last.unit), SURFACES.get(number.unit or "")
    return units[0] is not None and units[1] is not None and units[0].unit.dimension == units[1].unit.dimension


_KIND: Final = re.compile("(?:[型性]|非[一-鿿]{1,4}类)$")


def _of_kind(markup: Markup, topic: Topic, hit: Found[Indicator]) -> Topic:
    """普惠型|小微企业贷款: what only tells of what kind a statistic is names it together with it, and nobody else."""
    kind = topic.subject or ""
    described_only = _KIND.search(kind) is not None and hit.entry.nature not in ("price", "index")
    if not described_only or topic.sector or not markup.text[: hit.start].endswith(kind):
        return topic
    return topic._replace(subject=kind + markup.sentence.text[hit.start : hit.end])


_OF_THINGS: Final = re.compile(
    "设计|平均|运营|发电|占地|运行|供热|输气|供气|供水|输电|载客|载货|飞行|行驶|最高|最大|人均"
)


_SIZES: Final = frozenset({"全长", "总长", "总面积"})
_SIZED: Final = re.compile(
    "(?:桥|隧道|铁路|公路|高速|高铁|[支干航渠]线|大道|渠|管道|工程|项目|火箭|飞船|舰|船|班列|列车|公园|区域|湿地)$"
)
"""What is so long or large, of the clause before: 甲乙|铁路|连通了三地，全长269公里."""


def _acted(place: Place, topic: Topic, hit: Found[Indicator], discourse: Discourse) -> Topic:
    """布喀木隧道位于山区，|平均海拔|3100米: of what a clause before it tells, if its name was completed."""
    printed = topic.indicator_text or ""
    case = case_before(place.markup, hit.start) if topic.indicator == SUM else None
    if case is not None and not topic.own_subject:
        return topic._replace(subject=case.text)
    if (
        topic.subject is None
        and topic.indicator in _OF_MANY
        and _IN_ALL.fullmatch(place.markup.text, place.start, hit.start)
    ):
        return _in_all(place, topic, hit, discourse)
    sized = hit.text in _SIZES
    if topic.subject is not None or topic.scope == "national" or not (sized or _OF_THINGS.match(printed)):
        return topic
    actor = actor_of(place.markup, place.clause, hit.start, discourse)
    if actor is None or (sized and _SIZED.search(actor.text) is None):
        return topic
    return described(place.markup, topic._replace(subject=tidy(actor.text)), actor.start, actor.end)


_OF_MANY: Final = OF_FIRMS | {"资产总额"}
_IN_ALL: Final = re.compile("(?:合计|共|总共|总计)(?:实现|完成)?|(?:合计|共|总共)?实现")


def _in_all(place: Place, topic: Topic, hit: Found[Indicator], discourse: Discourse) -> Topic:
    """六大行指标向好，合计|实现净利润|1万亿元; 215家披露了年报，合计实现|营业收入: of those of the clause before."""
    last = discourse.topics[-1] if discourse.topics else None
    if last is not None and last.nature in ("count", "stock") and last.classes:
        return topic._replace(subject=last.subject, sector=last.sector, classes=last.classes)
    actor = actor_of(place.markup, place.clause, hit.start, discourse) if last is None else None
    if actor is None:
        return topic
    return described(place.markup, topic._replace(subject=tidy(actor.text)), actor.start, actor.end)


QUALIFIES: Final = re.compile(
    "(?:设计|平均|运营|销售|管理|发电|投入|占地|高速|运行|供热|输气|供气|供水|输电|载客|载货|收费|加工|建设|施工|飞行|行驶|使用|最高|最大|累计|年均|人均|办公|展览|终端|协议|合约|合同)+"
)


"""What stands before a bare head and owns nothing."""


def _qualified(markup: Markup, topic: Topic, hit: Found[Indicator]) -> Topic:
    """设计|输气量, 平均|海拔, 运营|里程: a verb or an adjective right before a statistic is a part of its name."""
    word = topic.subject or ""
    joined = QUALIFIES.fullmatch(word) is not None and markup.text[: hit.start].endswith((word, f"{word}年"))
    if not joined or topic.sector or topic.classes:
        return topic
    name = f"{word}{markup.sentence.text[hit.start : hit.end]}"
    return topic._replace(indicator_text=name, subject=None, own_subject=False)


_CLASS_ONLY: Final = frozenset({"规上", "规模以上", "限上", "限额以上"})
_FIELD: Final = re.compile("工业企业|工业|服务业|建筑业|消费品|企业|单位")


def _classed(markup: Markup, topic: Topic, hit: Found[Indicator]) -> Topic:
    """规上|工业总产值: the size of firms alone is nobody; the field that opens the name of a statistic goes with it."""
    field = _FIELD.match(markup.text, hit.start, hit.end) if topic.subject in _CLASS_ONLY else None
    return topic if field is None else topic._replace(subject=f"{topic.subject}{field.group()}")


_LONGEST_NAME: Final = 14  # characters
_INCLUDING: Final = "在内的"
ENTERPRISES: Final = "企业数量"
_NUMBERS: Final = frozenset({"数量", "户数"})


def _named_before(place: Place) -> Topic | None:
    """国家级湿地公园，总数达到31个: the things that the clause before names, if it counts none itself."""
    markup, number = place.markup, place.numbers.numbers[0]
    here = markup.clause_at(place.clause.start)
    if number.dimension != "count" or here == 0 or place.clause.opener != "，":
        return None
    previous = markup.clauses[here - 1]
    things = before(markup.text, previous.start, previous.end, markup.terms)
    if things is None or things.end != previous.end or len(things.text) > _LONGEST_NAME:
        return None
    if any(n.claimable and previous.start <= n.start < previous.end for n in markup.numbers):
        return None
    including = markup.text.find(_INCLUDING, things.start, things.end)
    start = things.start if including < 0 else including + len(_INCLUDING)
    text = markup.sentence.text[start : things.end]
    known = [found for found in markup.indicators if found.end == things.end and found.start >= start]
    if known:
        return with_indicator(markup, Topic(), known[0])._replace(subject=text)
    name = ENTERPRISES if text.endswith("企业") else text
    topic = Topic(name, text, "count", "", "subject", subject=text, own_indicator=True, counted=name == text)
    return described(markup, topic, start, things.end)


def _name_start(place: Place, hit: Found[Indicator]) -> int:
    """Where the name of a statistic begins whose first noun ends the owner's: 口罩生产企业|复工率, 医药行业|增加值."""
    if hit.text == _ADDED and place.markup.text.endswith(_OF_INDUSTRY, place.start, hit.start):
        return hit.start - len(_INDUSTRY)  # 纺织业|工业增加值
    if (line := end_of_line(place, hit)) is not None:
        return line
    counted = any(0 <= hit.start - n.outer_end <= _NEAR for n in place.markup.numbers if n.dimension == "count")
    owner = (_PROJECTS if counted else OWNER).match(place.markup.text, hit.start, hit.end - 1)
    if owner is None or hit.entry.nature in ("price", "index") or hit.start == place.start:
        return hit.start
    joined = _WORD.match(place.markup.text, hit.start - 1) is not None
    timed = any(period.end == hit.start for period in place.markup.periods)
    return owner.end() if joined and not timed else hit.start


_NEAR: Final = 8  # characters
_PROJECTS: Final = re.compile(f"(?:重点|重大)项目|{OWNER.pattern}")  # 120个涉农|重点项目|完成投资
_ADDED: Final = "增加值"
_INDUSTRY: Final = "工业"
_OF_INDUSTRY: Final = "业工业"


def _of_world(markup: Markup, topic: Topic, start: int, hit: Found[Indicator]) -> Topic:
    """全球|制造业采购经理指数, 世界经济: a figure of the whole world."""
    printed = _WORLD.search(markup.text, max(start, hit.start - 2), min(hit.start + 2, hit.end))
    if _PARTED.match(markup.text, hit.end) or hit.entry.nature == "share":
        return topic  # 全球|销量占比: of the whole that it is a part of
    if printed is None or printed.end() < hit.start or AMONG.search(markup.text, start, printed.start()):
        return topic
    return topic._replace(subject=printed.group(), region=WORLD, own_subject=True)


CHINA: Final = "中国"
_PARTED: Final = re.compile("(?:的)?(?:占比|份额|占有率|比重|市占率|占全球)")
_MARKET: Final = re.compile("(?<=[一-鿿A-Za-z]{2})在?(?:全球|世界|国际|国内|海外|全国)(?:市场)?$")


def _at_home(markup: Markup, topic: Topic, hit: Found[Indicator]) -> Topic:
    """压缩机|全球市场占比, 家用电机|全球销量份额: the market that is shared is no part of the owner's name."""
    if hit.entry.nature != "share" and _PARTED.match(markup.text, hit.end) is None:
        return topic
    owner = _MARKET.sub("", topic.subject or "").removesuffix("的")
    return topic._replace(subject=owner or topic.subject, region=CHINA if owner in COUNTRY else topic.region)


def _completed(markup: Markup, topic: Topic, hit: Found[Indicator]) -> Topic:
    """A bare head is printed with the words that complete it: 义乌小商品|指数."""
    subject = topic.subject or ""
    if not hit.entry.generic or not markup.text[: hit.start].endswith(subject):
        return topic
    return topic._replace(indicator_text=f"{subject}{topic.indicator_text or ''}")


def _owned(place: Place, topic: Topic, hit: Found[Indicator]) -> Topic:
    """六轴机器人的|重复定位|精度: before a bare head the owner is the subject, what stands between names the head."""
    text, subject = place.markup.text, topic.subject or ""
    if not hit.entry.generic or topic.sector or topic.classes or not text[: hit.start].endswith(subject):
        return topic
    mark = text.rfind("的", max(place.start, hit.start - len(subject) - _DESCRIPTION), hit.start - len(subject))
    if mark <= place.start or _BREAKS.search(text, mark, hit.start):
        return topic
    owner = with_subject(place.markup, topic._replace(own_subject=False), place.start, mark)
    return owner if owner.own_subject else topic


def _introduced(place: Place, topic: Topic) -> Topic:
    """一款名为…的箔材，厚度为: the thing that the clause before it introduces is the subject."""
    markup = place.markup
    number = markup.clause_at(place.clause.start)
    if number == 0:
        return topic
    previous = markup.clauses[number - 1]
    thing = _THING.search(markup.text, previous.start, previous.end)
    if thing is None or any(thing.start(1) <= n.start < previous.end for n in markup.numbers):
        return topic
    return described(markup, topic._replace(subject=thing.group(1), own_subject=True), thing.start(1), thing.end(1))


def taken_over(topic: Topic, discourse: Discourse) -> Topic:
    """The topic with the subject of the clause before it, where its statistic needs one."""
    school = school_of(topic, discourse)
    if school is not None:
        return topic._replace(subject=school, region=topic.region or discourse.topic.region)
    last = discourse.topic
    told = any(not spoken.counted for spoken in discourse.topics)
    near = told or discourse.fresh or (topic.category in _OF_ENTERPRISES and topic.nature != "count")
    named = last.subject != last.indicator_text or bool(last.sector or last.classes)
    near = near and not last.counted and named and not is_of_all(topic, last)
    if (
        last.subject is None or last.subject == last.region or last.subject == "全国"
    ) and topic.category in _OF_ENTERPRISES:
        last = next((spoken for spoken in reversed(discourse.topics) if spoken.sector or spoken.classes), last)
    if topic.nature in ("price", "index"):
        whole = _whole_index(topic, discourse)
        if whole is not None:
            return topic._replace(subject=_whose(whole), sector=whole.sector, region=topic.region or whole.region)
        near = told and named and sold_at(topic, last)
    elif (last.indicator == topic.indicator and discourse.topics) or (told and _is_of_staff(topic, last)):
        near = True
    elif topic.scope == "national" and not discourse.fresh:
        near = topic.category == "trade" and not last.sector and last.subject != "全国" and not last.counted
        near = near and (bool(discourse.topics) or (discourse.parted and last.category == "trade"))
        near = near and not is_of_all(topic, last)
        near = near or is_trade_of(topic, last)
    if topic.scope == "national" and discourse.topics and last.subject not in (last.indicator, last.indicator_text):
        near = near or _FACILITY.search(last.subject or "") is not None or _is_of_class(topic, last)
    near = (near and not is_of_all_people(topic, last)) or _is_of_firm(topic, last, discourse)
    if discourse.individual and discourse.organisation is not None and topic.category in _OF_ONE and not near:
        return topic._replace(subject=discourse.organisation)
    if discourse.firm is not None and in_books(topic) and (not near or last.indicator in _OF_GOODS):
        return topic._replace(subject=discourse.firm)  # 第二季度|营收: of whose turnover was told before
    if last.subject is None or not near:
        return topic._replace(region=topic.region or (last.region if near else None))
    return topic._replace(
        subject=last.subject, sector=last.sector, classes=last.classes, region=topic.region or last.region
    )


_OF_GOODS: Final = frozenset({"销量", "产量", "零售量", "批发量", "出货量", "平均价格", "单车利润"})
# 郑州机场起降10万架次，|货邮吞吐量|23万吨: of one place or firm, though totals of the country go by that name.
_FACILITY: Final = re.compile(
    "(?:机场|港口?|口岸|车站|[东西南北]站|景区|园区|开发区|高新区|新区|自贸区|保税区|法院|检察院|油田|电站|电厂|(?<!上市)公司|集团|银行"
    "|医院|大学|学院|研究院|研究所|合作社|农场|牧场|[一-鿿](?<!农)(?<!乡)(?<!新)村|[一-鿿](?<!城)(?<!乡)镇)$"
)


def _is_of_class(topic: Topic, last: Topic) -> bool:
    """上市公司研发投入1万亿元，|研发强度|超5%: firms that were told of have the figures of the same field."""
    return bool(last.classes) and (topic.category == last.category or last.indicator == ENTERPRISES)


def _is_of_firm(topic: Topic, last: Topic, discourse: Discourse) -> bool:
    """某公司毛利率达24%。上半年|研发费用|4796万元: what a firm whose results were told spends and invents."""
    told = (last.indicator in OF_FIRMS or last.subject == discourse.firm) and not last.classes and not last.sector
    return told and topic.category == "science_technology" and last.subject not in (None, "全国", last.region)


def _is_of_staff(topic: Topic, last: Topic) -> bool:
    """规模以上企业…，从业人员120万人: the staff of those whose figures are told."""
    return (topic.indicator_text or "").startswith(_STAFF) and bool(last.sector or last.classes)


def _whole_index(topic: Topic, discourse: Discourse) -> Topic | None:
    """The index of which another is a component: the one spoken of (制造业采购经理指数: 生产指数, 新订单指数)."""
    if topic.nature != "index" or topic.unit != "%" or topic.scope != "subject":
        return None
    spoken = discourse.topic if discourse.topic.nature == "index" else discourse.article_topic
    if spoken is None or spoken.nature != "index" or spoken.unit != "%" or not spoken.sector:
        return None
    return spoken


def _whose(index: Topic) -> str | None:
    """Whose figure an index is: the subject printed for it, else its sector."""
    subject = index.subject or ""
    return index.sector if subject.endswith("指数") or not subject else subject
