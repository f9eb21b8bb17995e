"""People counted without a classifier: 惠及|49万|老年人, 为|200万|中小学生|开展测评, 服务群众|20万."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.counted_noun import after
from etl.claim.figure import statistics
from etl.claim.phrase import tidy
from etl.claim.place import Place
from etl.claim.topic import Topic, described
from etl.model import NumberMention
from etl.sieve import Sieved

PERSON: Final = "人"
_HOUSEHOLD: Final = "户"
IMPLIED: Final = frozenset({PERSON, _HOUSEHOLD})
"""What people and households are counted in where no classifier is printed."""
_LARGE: Final = 1000
_WHO: Final = Sieved(
    "(?:学生|老人|老年人|[一-鿿]{2}对象|儿童|婴幼儿|妇女|职工|员工|居民|农民|农民工|渔民|牧民|村民|市民|群众|患者|游客|旅客|劳动力|毕业生|人员"
    "|党员|干部|教师|医生|护士|人口|儿女|移民|残疾人|困难人员|就业者|创业者|消费者|观众|青年|考生|参保人|老百姓|新市民|官兵"
    "|人民|[国乡外地华本灾穷病世女男铁港澳台东西南北美英法德韩日俄]人|[难死亡来从患往旅爱记学作使供献]者|侨胞|同胞|选[民手]|民众|难民|网[民友]"
    "|师生|学[子员]|驻?[美联俄英法德日]军|士兵|军[人队]|嘉宾|政要|粉丝|[股球歌影]迷|股民|家长|工人|志愿者|女性|男性|孩子|青少年|农牧民|粮农|果农|茶农|会员|用工)$"
)
_HOUSEHOLDS: Final = Sieved("(?:用户|农户|家庭|贫困户|商户|客户|住户|牧户|储户|养殖户|种植户|经营户|网点用户)$")
_REACHES: Final = re.compile("(?:总[数量]|数)?(?:已经?|就|累计|共|总计)?(?:达到?|有|为)?(?:超过?|突破|近|约|逾)?$")
_ENDS: Final = re.compile("[，。；、）！]|$|左右|以上|多(?=[，。；、）])")


def as_people(place: Place, number: NumberMention) -> NumberMention | None:
    """The number as so many 人 where people stand before it and nothing after it: 持证残疾人|20万|，."""
    markup = place.markup
    if number.unit is not None or number.form != "bare" or number.value < _LARGE or number.text[-1] not in "万亿":
        return None
    if _ENDS.match(markup.text, number.outer_end) is None:
        return None
    reaches = _REACHES.search(markup.text, place.start, place.head)
    if reaches is None or _WHO.search(markup.text[place.start : reaches.start()]) is None:
        return None
    return number.counting(PERSON)


def people_after(place: Place, number: NumberMention) -> Topic | None:
    """The topic of so many people whose number has no unit."""
    if number.unit is not None or number.form != "bare" or number.value < _LARGE:
        return None
    markup = place.markup
    begin = number.outer_end + markup.text.startswith("名", number.outer_end)
    who = after(markup.text, begin, place.clause.end, markup.terms, statistics(markup))
    if who is None or who.start != begin:
        return None
    unit = PERSON if _WHO.search(who.text) else _HOUSEHOLD if _HOUSEHOLDS.search(who.text) else None
    if unit is None:
        return None
    text = tidy(markup.sentence.text[who.start : who.end])
    topic = Topic(text, text, "count", unit, "subject", subject=text, own_indicator=True, counted=True)
    return described(markup, topic, who.start, who.end)._replace(sector=None)
