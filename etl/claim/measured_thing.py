"""The thing that is so large, so long or so old: 68岁的|老人, 3000吨|救援物资, 长90公里、宽20公里的|防护林."""

from __future__ import annotations

import re

from etl.claim.counted_noun import after
from etl.claim.phrase import Phrase, before, words_of
from etl.claim.place import Place, after_time
from etl.lexicon.predicates import PREDICATES
from etl.model import NumberMention
from etl.sieve import Sieved

MATTER = frozenset({"mass", "volume", "area", "power", "energy", "money"})
"""What there can be so much of: 3000吨|物资, 300亿美元|融资."""
_LINK = re.compile("(?:左右|以上|以下|以内|之多|多|高龄)?的|(?:以上|以下)(?=[一-鿿]{2})")
_RENMINBI = "人民币"
_IDIOM = 4
NO_THING = re.compile(
    "(?:需求|目标|任务|水平|规模|标准|速度|能力|要求|突破|成绩|纪录|关口|大关|份额|比例|增长|历史|新高|计划|优势|距离|地方|规定|政策|限制|上限|门槛|基数|基础|背景|前提|条件|情况|同时|高位|低位|价位|代价|工作|岗位|路程|行程|里程|航程|车程|旅程|高空|半径|口径)$"
)
_LEADING = re.compile("(?:都在?|均在?|已|就|仅|也)?(?:约|共|近|达到?|超过?|逾|为|总计|合计|累计|总共|共计|一共){0,2}")
_VERBAL = frozenset({"v", "vd", "vi", "d", "p"})
_LASTS = re.compile("(?:历时|为期|长达|持续|服役|存在|运行|停产|使用|传承|尘封)了?(?:近|约|超过?)?$")
_RECEIVES = re.compile(
    "(?:奖励|资助|支持|帮助|慰问|救助|补助|补贴)[一-鿿]{0,8}(?:[员者生户人民众]|[员职]工|企业|家庭|学子)$"
)


def _does(thing: Phrase) -> bool:
    """Whether what follows an amount says what is done with it: 50万元|奖励员工."""
    if _RECEIVES.search(thing.text):
        return True
    first = words_of(thing.text, 0, len(thing.text), ())[0]
    return first.tag in _VERBAL or (first.tag == "vn" and not first.text.endswith(thing.text) and _rules(first.text))


def _rules(word: str) -> bool:
    predicate = PREDICATES.get(word)
    return predicate is not None and not predicate.in_names


def thing_after(place: Place, number: NumberMention) -> Phrase | None:
    """The thing that is so large or so old, printed after the number: 68岁的|老人, 3000吨|救援物资."""
    markup = place.markup
    if number.dimension in ("time", "duration"):
        lasts = _LASTS.search(markup.text, place.start, place.head) and markup.text.startswith("的", number.end)
        thing = after(markup.text, number.end + 1, place.clause.end, markup.terms, ()) if lasts else None
        return None if thing is None or NO_THING.search(thing.text) else thing
    last = place.numbers.numbers[-1]
    number = last if last.dimension == number.dimension else number  # 30平方公里和10平方公里|发展区
    end = number.end + (len(_RENMINBI) if markup.text.startswith(_RENMINBI, number.end) else 0)
    linked = _LINK.match(markup.text, end, place.clause.end)
    begin = linked.end() if linked else number.end
    added = _ADDED.match(markup.text, begin) if number.dimension in MATTER else None
    begin = added.end() if added else begin
    if linked is None and number.dimension not in MATTER and number.dimension != "age":
        return None
    stops = [(hit.start, hit.end) for hit in markup.indicators if hit.entry.nature in ("rate", "price", "share")]
    if number.dimension == "age" and _WHEN_SO_OLD.match(markup.text, number.outer_end):
        return None
    paid = charge(place, begin, linked is not None) if number.dimension == "money" else None
    if paid is not None:
        return paid
    thing = after(markup.text, begin, place.clause.end, markup.terms, stops)
    aged = number.dimension == "age" and linked is None and thing is not None
    if aged and thing is not None and not words_of(thing.text, 0, len(thing.text), ())[0].tag.startswith(("n", "b")):
        return None  # 母亲40岁|怀上他
    if thing is not None and linked is None and (_does(thing) or _is_idiom(thing) or _MARK.fullmatch(thing.text)):
        return None  # 悬赏1000万美元|缉拿, 88岁|高龄
    return thing


_WHEN_SO_OLD = re.compile("的时候|的?那年")  # 李某5岁|的时候，父母去世
_MARK = re.compile("有关|(?:历史)?(?:大关|关口|门槛|台阶|红线|底线)|高龄|高寿|生日")  # 超越了2万元|大关
_MATERIAL = re.compile("(?<!付)[款金费债券股票地房粮油煤布纸药]$")


def _is_idiom(thing: Phrase) -> bool:
    """90多岁|自食其力, but not 4万元|定期存款."""
    if len(thing.text) != _IDIOM or _MATERIAL.search(thing.text):
        return False
    return [word.tag in ("i", "l") for word in words_of(thing.text, 0, _IDIOM, ())] == [True]


_CHARGE = re.compile(
    "(?:(?!的)[一-鿿]){0,5}(?:[费税金款债]|分红|红利|补贴|补助|奖励|赔偿|工资|报酬|利息|佣金)(?=[，。；、：]|以及|和|及|$)"
)
_FUND = re.compile(
    "(?!用于|用来|支持|作为|购买|帮助|发放|解决|投入|成立|设立|[给向为对以从由和与及])[一-鿿]{2,6}(?:资金|款)(?=[，。；、：]|以及|和|及|$)|引导(?:基金|资金)"
)  # 740亿元|恢复重建资金


def charge(place: Place, begin: int, linked: bool) -> Phrase | None:
    """0.65美元的|来料费: what is paid, whatever the dictionary takes its words for."""
    charge = (_CHARGE if linked else _FUND).match(place.markup.text, begin, place.clause.end + 1)
    return Phrase(charge.start(), charge.end(), charge.group()) if charge else None


_ADDED = re.compile("(?:新增|新建|在建|闲置|存量|现有)的?(?=[一-鿿]{2})")  # 5000万千瓦|新增|燃煤机组
_SIZES = re.compile("(?:、[长宽高深厚][0-9.余多近约]{1,8}[^，。；、的]{1,3}){1,3}的")
_SENTENCED = re.compile("(?:判处|判决)([一-鿿·]{2,10}?)(?:有期徒刑|拘役|监禁|刑期)")


def thing_so_long(place: Place, number: NumberMention) -> Phrase | None:
    """长90公里、宽20公里的|防护林: the thing after the last of its sizes. 判处某甲|有期徒刑: who is sentenced."""
    markup = place.markup
    sizes = _SIZES.match(markup.text, number.end, place.clause.end)
    if sizes is not None:
        return after(markup.text, sizes.end(), place.clause.end, markup.terms, ())
    if number.dimension != "duration":
        return None
    who = _SENTENCED.search(markup.text, place.clause.start, place.head)
    if who is None and _VERDICT.search(markup.text, place.clause.start, place.head):
        who = max(
            _CONVICTED.finditer(markup.text, max(0, place.head - _REACH), place.head),
            key=lambda told: told.start(),
            default=None,
        )
    return Phrase(who.start(1), who.end(1), who.group(1)) if who else None


_REACH = 120  # characters
_VERDICT = Sieved("判处?(?:有期徒刑|监禁)?$")
_CONVICTED = re.compile(
    "(?:认定|对)(?:被告人)?(?!其)([一-鿿·]{2,10}?)(?:等[一-鿿]{0,2}人?)?(?=犯[^，。；]{1,30}罪|(?:因犯|以)[^，。；]{1,30}罪)"
)  # 认定|某甲|犯受贿罪，判处有期徒刑十年


def thing_before(place: Place, number: NumberMention) -> Phrase | None:
    """The matter printed right before its amount: 节约燃煤|300万吨; a card that may not exceed one is none."""
    markup = place.markup
    if number.dimension == "money" and _FORBIDS.match(markup.text, number.outer_start):
        return None
    thing = before(markup.text, after_time(markup, place.start, place.head), place.head, markup.terms)
    if thing is None or _LEADING.fullmatch(markup.text, thing.end, place.head) is None:
        return None
    if any(region.start == thing.start and region.end == thing.end for region in markup.regions):
        return None  # 红安县|筹措2亿元
    if number.dimension == "money" and _PAYS.search(thing.text):
        return None  # 中央财政|2亿元支持防汛
    seized = _SEIZES.match(markup.text, thing.start, thing.end - 1)
    return Phrase(seized.end(), thing.end, markup.text[seized.end() : thing.end]) if seized else thing


_PAYS = re.compile("(?:财政|政府|(?<!世界)银行|公司|集团|基金会)$")
_FORBIDS = re.compile("不[能得应可准许会宜]")
_SEIZES = re.compile(".*(?:走私|偷运|倒卖|贩卖)(?:的|了)?")  # 利用改装船走私|成品油
