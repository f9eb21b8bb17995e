"""The nouns that counts count: after the classifier, before the number, or implied by the unit."""

from __future__ import annotations

import re
from typing import Final

from etl.claim import phrase
from etl.claim.actor import actor_of
from etl.claim.arranged import is_arranged, without_verb
from etl.claim.classifier import BY_UNIT, STOREYS, victims
from etl.claim.counted_before import LONGEST, adjacent, headed, may_go_on, moves, told_before, where
from etl.claim.counted_head import (
    ENTERPRISE,
    asked_for,
    counts_another,
    head_after,
    holds_people,
    names_more,
    said_to_be,
    with_divisions,
)
from etl.claim.counted_noun import after, after_numbers
from etl.claim.dealing import dealt_before
from etl.claim.discourse import Discourse
from etl.claim.figure import statistics
from etl.claim.markup import Markup
from etl.claim.of_those import of_first, of_some
from etl.claim.ownership import EACH, acted, of_site, owned
from etl.claim.people import ATTENDS, PEOPLE, befallen, done_to, have, is_person, is_team, of_team, of_votes
from etl.claim.phrase import tidy
from etl.claim.place import Place
from etl.claim.repetition import repetition, verb_before
from etl.claim.steps import counts_steps
from etl.claim.topic import Topic, described, within
from etl.claim.within_number import named_within
from etl.lexicon.dealings import DEALINGS, find_dealings
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found
from etl.model import NumberMention
from etl.sieve import Sieved

_DIRECTLY: Final = re.compile(
    r"(?:[(][^()]{1,12}[)])?(?:总量|总数|总额|已|已经|达|达到|为|是|超|约|共|近|超过|突破|有|均|也|还|将|[:：]){0,4}"
)
_BRANCHES: Final = Sieved(r"(?:行业|产业|门类|大类|地区)$")
# 湖北149例, 境外输入588例: a part of those counted before, not what is counted.
_PART: Final = Sieved(r"(?:境外输入|本土|境外|境内|男性?|女性?|其中)$")


def counted(place: Place, hit: Found[Indicator] | None, number: NumberMention, discourse: Discourse) -> Topic | None:
    """The topic of a count: the noun it counts, after it or before it; None to go on with the indicator."""
    if hit is not None and any(n.outer_end == hit.start and n.claimable for n in place.markup.numbers):
        hit = None  # 63枚|金牌|51枚银牌: it is what the number before it counts
    if hit is not None and counts_steps(place, number):
        return None
    direct = hit is not None and _DIRECTLY.fullmatch(place.markup.text, hit.end, place.head) is not None
    if direct and not counts_another(place, hit, number):
        return None
    hit = None if holds_people(hit, number) else hit
    named = named_within(number)
    if named:
        return of_unit(place, number, discourse)._replace(indicator=named)
    if number.unit == _SHARE and _TRADES.search(place.markup.text, place.start, place.head):
        held = Topic("股份", None, "stock", _SHARE, "subject", own_indicator=True)
        actor = actor_of(place.markup, place.clause, place.head, discourse, counts_itself=False)
        return acted(place, held, actor) if actor else held._replace(subject=discourse.topic.subject or held.indicator)
    inhabited = _INHABITED.match(place.markup.text, number.end, place.clause.end) if number.unit == "人" else None
    if inhabited is not None:
        return Topic("人口", None, "count", "人", "subject", subject=inhabited.group(1), own_indicator=True)
    aim = _AIM.match(place.markup.text, number.end) if discourse.topics and discourse.unit == number.unit else None
    if aim is not None and number.unit not in _AIMS:
        return discourse.topics[-1].inherited()  # 交付9万辆，完成了10万辆|目标
    return _of_what_follows(place, number, discourse) or _of_what_precedes(place, hit, number, discourse)


_SHARE: Final = "股"
_TRADES: Final = Sieved(  # 公司累计回购|1256万股
    "(?:回购|增持|减持|配售|认购|转让|质押|解禁|受让|划转)了?(?:股份|股票)?(?:约|近|超过?|共|累计|合计|不超过|不低于){0,3}$"
)
_AIM: Final = Sieved("的?(?:年度|全年|年初|既定|预期)?(?:目标|任务|计划)(?:[，。；]|$)")
_AIMS: Final = frozenset({"个", "项", "大", "条"})


def _of_what_follows(place: Place, number: NumberMention, discourse: Discourse) -> Topic | None:
    """The topic by the words after a count: what befalls people, what happens so many times, the noun."""
    markup = place.markup
    begin = after_numbers(markup, number)
    classed = begin > number.end or number.unit not in _WHOLE
    begin += classed and markup.text.startswith("的", begin)
    fated = befallen(place, number, begin, discourse)
    if fated is not None:
        return fated
    repeated = repetition(place, begin, number)
    if repeated is not None:
        actor = actor_of(markup, place.clause, place.head, discourse, counts_itself=False)
        return acted(place, repeated, actor) if actor else repeated._replace(subject=repeated.indicator)
    if number.unit == "票" and _VOTES.match(markup.text, number.end):
        return of_votes(of_unit(place, number, discourse), markup.text, number.end)
    made_up = markup.text.startswith(_MADE_UP, begin)
    begin += made_up * len(_MADE_UP)
    following = after(markup.text, begin, place.clause.end, markup.terms, statistics(markup))
    following = following or head_after(place, number, begin) or said_to_be(place, number)
    if following is None:
        return None
    following = with_divisions(markup, following)
    some = of_first(place, number, discourse) or of_some(place, number, following, discourse)
    if some is not None:
        return some
    following = without_verb(markup, asked_for(place, number, following))
    if _counts_itself(place, number, following, begin):
        return of_unit(place, number, discourse)
    if any(hit.start == following.start and hit.entry.nature == "capacity" for hit in markup.indicators):
        return None  # 已有11个|产能达到亿吨: those that the sentence spoke of
    if number.unit == "集":
        return _of_series(place, following, discourse)
    if number.unit == "层" and following.text in _STOREYS:
        return _of_storeys(place, following, discourse)
    if number.unit == "人" and (begin == number.outer_end or made_up):
        if made_up or is_team(following):
            return of_team(markup, following, discourse)
        if _acts(markup, following):
            return None
    return _of_noun(place, following, discourse)


def _counts_itself(place: Place, number: NumberMention, following: phrase.Phrase, begin: int) -> bool:
    """40多国|领导人, 分三批|进口原料, 57国|共同筹建的银行: whether a unit names what is counted, whatever follows."""
    if number.unit in _LOTS and ENTERPRISE.search(following.text):
        return True  # 开展六批|小巨人企业|培育: batches are no firms
    if number.unit == _COUNTRY or (number.unit in _LOTS and _APART.search(place.markup.text, place.start, place.head)):
        return True
    described = following.start > begin and begin == number.outer_end
    return number.unit in _NEVER_DESCRIBED and described and not is_person(following)


_COUNTRY: Final = "国"
_LOTS: Final = frozenset({"批", "批次"})
_APART: Final = Sieved("分(?:为|成|作)?$")


def _of_series(place: Place, series: phrase.Phrase, discourse: Discourse) -> Topic:
    """40集|电视连续剧: how many parts a series has, rather than so many series."""
    text = tidy(place.markup.sentence.text[series.start : series.end])
    topic = Topic("集数", text, "count", "集", "subject", own_indicator=True, region=discourse.topic.region)
    return described(place.markup, topic._replace(subject=text, own_subject=True), series.start, series.end)


_STOREYS: Final = frozenset({"楼", "高楼", "楼房", "大楼", "小楼", "居民楼"})


def _of_storeys(place: Place, building: phrase.Phrase, discourse: Discourse) -> Topic:
    """7层|楼|的酒店, 6层|居民楼: how many storeys a building has."""
    markup, owner = place.markup, building
    topic = Topic(STOREYS, None, "count", "层", "subject", own_indicator=True, region=discourse.topic.region)
    if markup.text.startswith("的", building.end):
        owner = after(markup.text, building.end + 1, place.clause.end, markup.terms, ()) or building
    if owner.text == "楼":
        return of_unit(place, place.numbers.numbers[0], discourse)
    return described(markup, topic._replace(subject=owner.text, own_subject=True), owner.start, owner.end)


_MADE_UP: Final = "组成的"  # 由19人|组成的|委员会
_VOTES: Final = Sieved("击败|战胜|胜出|落败|力压|险胜|赞成|反对|弃权|支持|对|当选|通过|的(?:结果|优势|微弱)|[、，。；]")


def _of_what_precedes(
    place: Place, hit: Found[Indicator] | None, number: NumberMention, discourse: Discourse
) -> Topic | None:
    """The topic by the words before a count: the noun, or who has so many; None to go on with what is spoken of."""
    markup, again = place.markup, bool(discourse.topics) and discourse.unit == number.unit
    start, stop = where(place)
    if number.unit in BY_UNIT and _APART.search(markup.text, start, stop):
        return of_unit(place, number, discourse)  # 研讨班将分|3期
    if number.unit == "人" and markup.text[stop - 1 : stop] == "等":
        return _and_others(place, number, discourse, start, stop - 1)
    each = EACH.search(markup.text, start, stop)
    if each is not None:  # 平均每家企业|32件: who has them
        told = bool(discourse.topics) or (hit is not None and hit.end <= each.start())
        return None if told else of_unit(place, number, discourse)
    if _names_nothing(place, number, start, stop):
        leans = _DOES.search(markup.text, start, stop) or _OF_THOSE.search(markup.text, start, stop)
        return None if again and leans else of_unit(place, number, discourse)
    preceding = adjacent(markup, start, stop, phrase.before(markup.text, start, stop, markup.terms))
    begin = preceding.start if preceding is not None else place.head
    preceding = headed(markup, preceding) if preceding is not None else None
    longer = preceding is not None and hit is not None and names_more(hit, preceding, number.unit)
    if hit is not None and not longer and (preceding is None or hit.end > preceding.start):
        return None
    if preceding is not None and is_arranged(markup, preceding, place.head):
        return of_unit(place, number, discourse)
    if preceding is None or len(preceding.text) > LONGEST:
        return None if again or may_go_on(discourse.topic, number) else of_unit(place, number, discourse)
    counted = any(n.outer_end == preceding.start for n in markup.numbers)  # 12个|村民组|662户
    if number.unit in _OWNED and (counted or have(markup, preceding, place.head, number.unit == "人")):
        return of_unit(place, number, discourse)
    if moves(markup, preceding, place.head):
        moved = phrase.before(markup.text, start, preceding.start, markup.terms)
        if moved is None or moved.end != preceding.start or number.unit in _OWNED:
            return of_unit(place, number, discourse)
        preceding = headed(markup, moved)
    return dealt_before(place, preceding, number, discourse) or _of_preceding(
        place, preceding, number, discourse, begin
    )


def _and_others(place: Place, number: NumberMention, discourse: Discourse, start: int, stop: int) -> Topic:
    """王某、李某等|36人: so many people, those who are named among them."""
    named = phrase.before(place.markup.text, start, stop, place.markup.terms)
    some = of_unit(place, number, discourse)
    return some._replace(subject=tidy(named.text), own_subject=True) if named else some


def _names_nothing(place: Place, number: NumberMention, start: int, stop: int) -> bool:
    """Whether what stands before a count is not counted: 分|两批, 搜救人员救出|238人, 船上的|24人."""
    text = place.markup.text
    if _OF_THOSE.search(text, start, stop) or _HEADLESS.search(text, start, stop) or ATTENDS.search(text, start, stop):
        return True  # 缺席|14人; 上涨的有|25个: of those spoken of; 有同样遭遇的还有|100户
    if number.text.endswith("口人"):
        return True  # 家中|五口人
    if number.unit in _NAMED_ALONE or _DOES.search(text, start, stop) or _ADVERB.search(text, start, stop):
        return True
    return number.unit in PEOPLE and text[stop - 1 : stop] == "的" and not _SINCE.search(text, place.start, stop)


def _of_preceding(
    place: Place, preceding: phrase.Phrase, number: NumberMention, discourse: Discourse, begin: int
) -> Topic | None:
    """The topic by the noun before a count, which may be where the things are, or who has them."""
    markup = place.markup
    site = of_site(place, preceding, number, discourse)
    if site is not None:
        return site
    if _is_part(markup, preceding, number.unit in PEOPLE):
        if discourse.topics and discourse.unit == number.unit:
            return None
        ruled = verb_before(place) is not None or preceding.text in _WHOLE_OF
        if number.unit in PEOPLE or number.unit not in _OF_PLACES or ruled:
            return of_unit(place, number, discourse)._replace(subject=preceding.text)
    if number.unit == "架次" and not preceding.text.endswith(_FLYING):
        return of_unit(place, number, discourse)  # 机场|起降10万架次
    if markup.text.startswith(_AND_OTHERS, preceding.end) and number.unit not in _OF_PLACES:
        return of_unit(place, number, discourse)._replace(subject=preceding.text)  # 东京、神奈川县|等地42万户
    if number.unit == "国" or (number.unit in (_TURNS | PEOPLE) and _is_where(markup, preceding, place.head)):
        return of_unit(place, number, discourse)  # 连接|7国
    if number.unit in _VEHICLES and _HANDED.search(markup.text, preceding.end, place.head):
        return of_unit(place, number, discourse)
    return _of_noun(place, preceding, discourse, begin)


_FLYING: Final = ("机", "航班", "飞行器", "飞艇", "专列", "包机")
_AND_OTHERS: Final = ("等地", "地区", "一带")
_TURNS: Final = frozenset({"次", "趟", "回"})
_PASSES: Final = re.compile("(?:经过|路过|前往|来到|走进|去|进入|登上|深入|往返|赶到|到过?)[^，。；0-9]{1,8}$")


def _is_where(markup: Markup, noun: phrase.Phrase, head: int) -> bool:
    """经过家门口|528次, 到青藏高原|5次: where somebody goes so many times is not what happens."""
    last = phrase.words_of(markup.text, noun.start, noun.end, ())[-1]
    return last.tag in ("s", "ns", "f", "nr") or _PASSES.search(markup.text, noun.end, head) is not None


_INHABITED: Final = Sieved(
    "以[上下]的?((?:大|中|小|特大)?(?:城市|乡镇|村庄|县城|行政村|自然村|城镇(?![新居登户调化棚常就])|社区))"
)  # 5万人以上|乡镇
_WHOLE: Final = PEOPLE | {"户", "次", "人次", "国"}  # 超额完成1000万人的|任务: not what is counted
_NEVER_DESCRIBED: Final = frozenset({"人", "国", "人次"})
_VEHICLES: Final = frozenset({"架", "艘", "辆", "台", "套", "列"})
_HANDED: Final = Sieved("(?:交付|移交|投入|出动|派出|调集)了?(?:约|近|超过?)?$")  # 向航空公司|交付39架


_OF_THOSE: Final = Sieved("(?:上涨|下降|下跌|增长|持平|合格|达标|超标|盈利|亏损|上升|回落)的(?:则|只|也|已)?有$")
_HEADLESS: Final = Sieved("[一-鿿]{2}的(?:就|也|还|共|总共|已经?|大约|仅)?有(?:约|近|超过?)?$")
_ADVERB: Final = re.compile("[一-鿿]{1,3}性地[一-鿿]{0,3}$")
_SINCE: Final = Sieved("(?:[年月日底初末前天夏秋冬春]|目前|现在|原来|之前|最初|过去|如今)的$")  # 从2006年的|7.64亿人
_DOES: Final = Sieved(
    "[一-鿿”](?<!被)(?:救出|解救|抓获|查获|缴获|捐赠|赠送|派出|派遣|投入|夺得|赢得|摘得|拿下|击毙|打死|打伤|逮捕|破获|捣毁|收治|签署|追回)(?:了|过)?(?:近|约)?$"
)
_NAMED_ALONE: Final = frozenset({"批", "批次"})
_OF_PLACES: Final = frozenset({"个", "家", "处", "座"})  # what a place's name may be one of
_OWNED: Final = frozenset({"人", "名", "位", "户", "票", "字", "集", "次", "国", "层", "章"})


def _acts(markup: Markup, noun: phrase.Phrase) -> bool:
    """Whether what follows 人 is a verb rather than another name for the people: 12人|持枪."""
    return phrase.words_of(markup.text, noun.start, noun.end, markup.terms)[0].tag in (
        "v",
        "vd",
        "vi",
        "ad",
        "d",
        "p",
        "a",
        "l",
        "i",
        "z",
    )


_WHOLE_OF: Final = frozenset(
    {"全省", "全市", "全县", "全区", "全村", "全镇", "全乡", "境内", "地区", "各地", "当地", "省内", "市内"}
)


def _is_part(markup: Markup, noun: phrase.Phrase, people: bool) -> bool:
    regions = within(markup.regions, noun.start, noun.end)
    rest = re.sub("[、和及与等各]", "", noun.text)
    for region in regions:
        rest = rest.replace(region.text, "", 1)
    place = bool(regions) and (not rest or (len(regions) == 1 and rest in _WHOLE_OF))
    place = place or noun.text in _WHOLE_OF  # 全市|将有666万人次出行
    return place or _PART.fullmatch(noun.text) is not None or (people and _STATE.fullmatch(noun.text) is not None)


_STATE: Final = re.compile("[一-鿿]{1,5}[州省市县]")  # 加州|新增4515例: who are counted are not the places


def _of_noun(place: Place, noun: phrase.Phrase, discourse: Discourse, begin: int | None = None) -> Topic:
    """The topic of a counted noun; ``begin`` is where its description begins, before which its owner stands."""
    markup = place.markup
    text = tidy(markup.sentence.text[noun.start : noun.end])
    name = _firms(noun.text) if ENTERPRISE.search(noun.text) else text
    topic = Topic(name, text, "count", "", "subject", own_indicator=True, counted=name == text)
    topic = described(markup, topic, noun.start, noun.end)
    if _USED.search(markup.text, place.start, place.head):
        topic = topic._replace(sector=None)  # 出动|1300多台机械设备: no output of an industry
    topic = _with_known(markup, topic, noun)
    if name == _firms(noun.text):
        return topic._replace(subject=text, own_subject=True, nature="stock", known=True)
    branch = within(markup.sectors, noun.start, noun.end)
    if branch and not branch[0].entry.weak:
        whose = branch[0].text if _BRANCHES.search(noun.text) else text  # 重大工业|项目 are no figure of all industry
        return topic._replace(subject=whose, own_subject=True)
    last = discourse.topics[-1] if discourse.topics else discourse.topic
    if discourse.topics and last.sector and _BRANCHES.search(noun.text):
        return topic._replace(subject=last.subject, sector=last.sector, classes=last.classes, region=last.region)
    end = place.head if begin is None else begin
    return owned(place, topic, noun, discourse, end)


def _firms(text: str) -> str:
    """The statistic of how many firms there are; what one person runs is no enterprise."""
    return "个体工商户" if text.endswith(("个体工商户", "个体户", "个体经营户")) else "企业数量"


_USED: Final = re.compile(
    "(?:收缴|查获|缴获|查扣|没收|销毁|捐赠|赠送|捐献|走私|盗窃|补充|配送|焚毁|损毁|摧毁|出动|动用|调集|调派|派出|投入|使用|抽调|调用)[^，。；]{0,24}$"
)


def _with_known(markup: Markup, topic: Topic, noun: phrase.Phrase) -> Topic:
    """A counted noun that the lexicon knows as a statistic is known by its nature there."""
    known = [hit for hit in within(markup.indicators, noun.start, noun.end) if hit.end >= noun.end - 1]
    if not known:
        return topic
    return topic._replace(nature=known[-1].entry.nature, implied_sector=known[-1].entry.sector or None, known=True)


def of_unit(place: Place, number: NumberMention, discourse: Discourse) -> Topic:
    """A count with no noun of its own: what its unit counts, of who acts."""
    told = (
        told_before(place) if number.dimension == "count" and BY_UNIT.get(number.unit or "", "数量") == "数量" else None
    )
    if told is not None:
        return _of_noun(place, headed(place.markup, told), discourse)
    name = victims(BY_UNIT.get(number.unit or ""), place.markup.text[place.head - 1 : place.head])
    verb = verb_before(place) if name is None and number.dimension == "count" else done_to(place, number)
    sold = find_dealings(place.markup.text[place.clause.start : place.head]) if name is None and not verb else []
    handled = DEALINGS[verb].quantity if verb in DEALINGS and name is None else None  # 交付量
    name = handled or (f"{verb}{name or '数量'}" if verb else name or (sold[-1].entry.quantity if sold else None))
    name = name or ("数量" if number.dimension == "count" else None)
    topic = Topic(indicator=name, region=discourse.topic.region, nature="count" if name else "", unit=number.unit or "")
    actor = actor_of(place.markup, place.clause, place.head, discourse)
    if actor is None:
        return topic._replace(subject=discourse.topic.subject)
    who = place.markup.sentence.text[actor.start : actor.end].strip(" 、")
    if number.unit in ("户", "家") and ENTERPRISE.search(who):
        topic = topic._replace(indicator=_firms(who), nature="stock", known=True)
    return described(place.markup, topic._replace(subject=who, own_subject=True), actor.start, actor.end)


def may_be_subject(topic: Topic, last: Topic) -> bool:
    """Whether a noun phrase may be whose figure it is: a known kind of subject, or a short name."""
    if topic.sector or topic.classes or (topic.region and topic.region != last.region):
        return True
    return last.indicator is None or len(topic.subject or "") <= 10


def shared_out(place: Place, number: NumberMention, discourse: Discourse) -> Topic | None:
    """八成以上的|受访者, 三分之一的|时间: what a share is printed of, where no statistic is spoken of."""
    if discourse.topics or number.form not in ("percent", "fraction"):
        return None
    markup, begin = place.markup, number.outer_end
    classed = begin > number.end or number.unit not in _WHOLE
    begin += classed and markup.text.startswith("的", begin)
    thing = after(markup.text, begin, place.clause.end, markup.terms, statistics(markup))
    return _of_noun(place, thing, discourse) if thing is not None else None
