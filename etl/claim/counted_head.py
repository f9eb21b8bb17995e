"""The head of a counted noun that its classifier asks for: people of 名, an event of 起, a firm of 家."""

from __future__ import annotations

import re
from typing import Final

from etl.claim import phrase
from etl.claim.classified import classified_head
from etl.claim.counted_noun import after
from etl.claim.figure import statistics
from etl.claim.markup import Markup
from etl.claim.people import PEOPLE, is_person, is_team
from etl.claim.place import Place
from etl.claim.topic import OF_THINGS
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found
from etl.lexicon.units import SURFACES
from etl.model import NumberMention
from etl.sieve import Sieved

ENTERPRISE = re.compile(r"(?:企业|公司|厂商|商户|工商户|小巨人”?|小巨人|市场主体|经营主体)(?:数量|户数|总数|数)?$")
"""How a noun that names enterprises ends."""


def head_after(place: Place, number: NumberMention, begin: int) -> phrase.Phrase | None:
    """30多家|从原材料到终端的生产|企业: what a classifier counts, after a description that opens with a preposition."""
    if number.unit != "家":
        return _classified(place, number, begin, "")
    firm = _FIRMS.match(place.markup.text, begin, place.clause.end) or _OF_KIND.match(
        place.markup.text, begin, place.clause.end
    )
    return phrase.Phrase(firm.start(1), firm.end(1), firm.group(1)) if firm else None


_DIVISIONS: Final = Sieved(r"\((?:自治)?区?、?(?:直辖)?市?(?:、兵团)?\)")


def with_divisions(markup: Markup, noun: phrase.Phrase) -> phrase.Phrase:
    """20个|省(区、市): a division with its other names in brackets; any other noun as it is."""
    named = _DIVISIONS.match(markup.text, noun.end) if noun.text.endswith(("省", "县")) else None
    return phrase.Phrase(noun.start, named.end(), markup.text[noun.start : named.end()]) if named else noun


_FIRMS: Final = Sieved(
    "(?:从|以|在|由)[^，。；、0-9]{2,24}?((?:中小|民营|国有|外资|生产|上市)?(?:企业|公司|工厂))(?![的家之])"
)


_MAKING: Final = re.compile(
    "(?:生产|制造|加工|销售|研发|贸易|经营|服务|配套|设计|维修|开发|运营|物流|以及|及|和|与|、|或|其|相关){0,6}"
)
_OF_KIND: Final = re.compile(
    "([^，。；：、0-9的是为向与和被给对将从在由以于]{0,6}(?:企业|公司|工厂))(?![的家之])"
)  # 49家|投产企业, 260家|土小企业


def _classified(place: Place, number: NumberMention, start: int, noun: str) -> phrase.Phrase | None:
    """12项|群众反映强烈的|措施: the head that a classifier counts, where the noun at ``start`` can be none."""
    text = place.markup.text
    head = classified_head(text, number.unit or "", start, place.clause.end, noun)
    return phrase.Phrase(head[0], head[1], text[head[0] : head[1]]) if head else None


_IS: Final = Sieved("(?:全都|全部|都|均|全|也)?(?:是|为)(?![什由因此零了由从])")
_THINGS: Final = frozenset({"户", "家", "个", "所", "座", "处", "项", "条", "村", "辆", "艘"})


def said_to_be(place: Place, number: NumberMention) -> phrase.Phrase | None:
    """97户|都是|贫困户: what those counted are said to be, where the clause ends with it."""
    markup, stop = place.markup, place.clause.end
    said = _IS.match(markup.text, number.outer_end, stop) if number.unit in _THINGS else None
    noun = after(markup.text, said.end(), stop, markup.terms, statistics(markup)) if said is not None else None
    return noun if noun is not None and noun.end == stop else None


def asked_for(place: Place, number: NumberMention, noun: phrase.Phrase) -> phrase.Phrase:
    """The noun after a count, led to the head that its classifier counts."""
    return _people_alone(place.markup, number, _extended(place, number, noun))


_MANY: Final = Sieved(
    "[、和及与或]|(?:[工警官长家族胞娃友模委]|嘉宾|教授|院士|记者|领导|战士|选手|骨干|人才|首脑|元首|总统|遗体)$"
)


def _people_alone(markup: Markup, number: NumberMention, noun: phrase.Phrase) -> phrase.Phrase:
    """500万名|退休人员|养老保障: of what a classifier of people opens, only people are counted."""
    if number.unit not in ("名", "位") or is_person(noun) or is_team(noun) or _MANY.search(noun.text):
        return noun
    words = phrase.words_of(markup.text, noun.start, noun.end, markup.terms)
    people = [phrase.Phrase(noun.start, word.end, markup.text[noun.start : word.end]) for word in words[:-1]]
    return next((found for found in reversed(people) if is_person(found)), noun)


_EVENT_END: Final = Sieved("(?:事件|案件?|事故|纠纷|冲突|骚乱|袭击|火灾|行为|问题|爆炸|地震|投诉)$")
_EVENT: Final = re.compile(
    "[^，。；0-9]{0,30}((?<=的)[一-鿿]{0,6}?(?:事件|案件|案例|事故|纠纷|问题)|(?:事件|案件|案例|事故|纠纷|冲突|骚乱|袭击案?|火灾|行为|问题))"
)


_OF_WHOM: Final = re.compile("[^，。；、0-9]{0,8}?的(?=[一-鿿]{2})")  # 三名蛟龙号的|设计师
_FIRM: Final = re.compile("[^，。；、0-9的]{1,10}?((?:中小|民营|国有|外资|生产|上市)?(?:企业|公司|工厂))(?![的家之])")
_ORGANISED: Final = Sieved(
    "(?:企业|公司|工厂|厂|店|行|院|所|馆|校|社|站|部|局|媒体|机构|单位|商户?|户|协会|组织|集团|平台|银行|中心|字号|农场|园|场|院线|家庭)$"
)


def _extended(place: Place, number: NumberMention, noun: phrase.Phrase) -> phrase.Phrase:
    """The noun that a classifier of its own kind asks for: 175名福岛核事故的|避难者, 几十家科技、创意|企业."""
    head = _classified(place, number, noun.start, noun.text)
    if head is not None:
        return head
    event = _EVENT.match(place.markup.text, noun.end) if number.unit in ("起", "宗", "桩") else None
    if event is not None and not _EVENT_END.search(noun.text):
        return phrase.Phrase(event.start(1), event.end(1), event.group(1))
    markup, mark = place.markup, place.markup.text[noun.end : noun.end + 1]
    if number.unit in ("名", "位") and not is_person(noun) and not _MANY.search(noun.text):
        link = _OF_WHOM.match(markup.text, noun.end, place.clause.end)
        whom = after(markup.text, link.end(), place.clause.end, markup.terms, ()) if link else None
        return whom if whom is not None and (is_person(whom) or _MANY.search(whom.text)) else noun
    firm = _FIRM.match(markup.text, noun.start, place.clause.end) if number.unit == "家" else None
    if firm is not None and firm.end() > noun.end and not _ORGANISED.search(noun.text):
        if _MAKING.fullmatch(markup.text, noun.end, firm.start(1)):
            return phrase.Phrase(noun.start, firm.end(1), markup.text[noun.start : firm.end(1)])  # 手机生产及配套|企业
        return phrase.Phrase(firm.start(1), firm.end(1), firm.group(1))  # 116家|品质不达标|企业
    if mark not in ("的", "、") or number.unit not in ("名", "位", "家"):
        return noun
    further = after(markup.text, noun.end + 1, place.clause.end, markup.terms, statistics(markup))
    if further is None:
        return noun
    person = is_person(further) or _MANY.search(further.text) is not None
    if mark == "的" and number.unit != "家" and person and not is_person(noun):
        return further
    if mark == "、" and number.unit == "家" and ENTERPRISE.search(further.text) and not ENTERPRISE.search(noun.text):
        return phrase.Phrase(noun.start, further.end, markup.text[noun.start : further.end])
    return noun


def names_more(hit: Found[Indicator], noun: phrase.Phrase, counts: str | None) -> bool:
    """Whether a counted noun only begins with the name of an amount, of other things: 投资|企业, 中欧班列|线路."""
    unit = SURFACES.get(hit.entry.unit)
    things = unit is not None and unit.unit.dimension == "count" and counts != hit.entry.unit
    if things and hit.end < noun.end - 1 and not noun.text.endswith(("数", "数量")):
        return True
    money = unit is not None and unit.unit.dimension == "money"
    return money and noun.start <= hit.start < hit.end < noun.end - 1


def counts_another(place: Place, hit: Found[Indicator] | None, number: NumberMention) -> bool:
    """湿地公园|有93只野鸟: things of another kind that the words after the number name."""
    if hit is None or hit.entry.nature not in OF_THINGS or _is_alike(hit.entry.unit, number.unit or ""):
        return False
    return after(place.markup.text, number.end, place.clause.end, place.markup.terms, ()) is not None


def holds_people(hit: Found[Indicator] | None, number: NumberMention) -> bool:
    """博物馆|可容纳2000人, 图书馆|每天接待3000人: people are no museums, whatever the words between are."""
    if hit is None or hit.entry.nature not in OF_THINGS or number.unit not in ("人", "人次"):
        return False
    return hit.entry.unit in _ALIKE[1]


def _is_alike(one: str, other: str) -> bool:
    """Whether two classifiers may count the same things: 家 and 户 both count firms."""
    return one == other or any(one in alike and other in alike for alike in _ALIKE)


_ALIKE: Final = (
    PEOPLE | {"例", "人次"},
    frozenset({"个", "家", "户", "所", "处", "座", "项", "件", "起", "种", "类", "批"}),
)
