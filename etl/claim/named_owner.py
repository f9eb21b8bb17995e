"""The owner that the words of a statistic hold: 规模以上工业|增加值, 农民工|人均月收入."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.markup import Markup
from etl.claim.topic import Topic, described, with_subject, within
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found

_PEOPLE: Final = re.compile(
    r"(?:全国|全省|城乡|城镇|农村)?(?:居民家庭|居民|农民工|农民|家庭)|城镇|农村|乡村|[0-9]+个大中?城市"
    "|(?:高校|应届|普通高校)?毕业生|(?:企业)?退休人员"
    # 地方|一般公共预算本级收入 is not the centre's, of which the sentence before may tell
    "|(?:中央|地方)(?=级?(?:本级)?(?:一般公共预算|一般预算|公共财政|财政|税收))"
)
_HOME: Final = frozenset({"国内", "全国", "我国"})  # parts of 国内生产总值, 我国经济
_FISCAL: Final = "fiscal"


_ECONOMY: Final = "经济"


def placed_inside(markup: Markup, topic: Topic, hit: Found[Indicator]) -> Topic:
    """某机构预计|美国|经济增速: of the country that the statistic opens with, whoever is printed before it."""
    if _ECONOMY not in hit.text:
        return topic
    placed = [place for place in within(markup.regions, hit.start, hit.end - 1) if place.start == hit.start]
    if not placed or placed[0].text in _HOME or hit.start == 0:
        return topic
    return topic._replace(subject=placed[0].text, region=placed[0].entry.name, own_subject=True)


def subject_inside(markup: Markup, topic: Topic, hit: Found[Indicator]) -> Topic:
    """The subject that the indicator's own words hold: 规模以上工业|增加值."""
    if markup.text.startswith("归属", hit.start):
        return topic  # 归属于上市公司股东的净利润 is the company's own
    people = _PEOPLE.match(markup.text, hit.start, hit.end - 1)
    if people is not None:
        return topic._replace(subject=people.group(), own_subject=True)
    places = [place for place in within(markup.regions, hit.start, hit.end - 1) if place.text not in _HOME]
    if places:
        subject, region = places[0].text, places[0].entry.name
        return topic._replace(subject=subject, region=region, own_subject=True)
    if hit.entry.category == _FISCAL or "受教育" in hit.text or hit.text.startswith("每"):
        return topic  # 教育支出, 卫生健康支出 are the government's
    sectors = [t for t in within(markup.sectors, hit.start, hit.end - 1) if t.text not in _SOLD]
    terms = [(t.start, t.end) for t in sectors]
    terms += [(t.start, t.end) for t in within(markup.classes, hit.start, hit.end - 1)]
    terms += [(t.start, t.end) for t in within(markup.products, hit.start, hit.end - 1) if t.text not in _SOLD]
    if not terms or markup.text.startswith(_NOT, hit.start):
        return topic
    start, end = min(t[0] for t in terms), max(t[1] for t in terms)
    taught = markup.text.startswith(_TAUGHT, start) and start - hit.start <= _LONGEST_KIND
    start = hit.start if taught else start  # 学前|教育|毛入园率
    return described(markup, topic._replace(subject=markup.sentence.text[start:end], own_subject=True), start, end)


_TAUGHT: Final = "教育"
_LONGEST_KIND: Final = 6  # characters


_SOLD: Final = frozenset({"批发", "零售", "债券", "股票", "电力"})  # 批发量 is no figure of the wholesale trade
_NOT: Final = "非金融"  # 非金融企业境内股票余额


def owned_before(markup: Markup, topic: Topic, start: int, end: int) -> Topic:
    """民营企业|上半年|营收、净利润: the first statistic of a list has the owner that stands before its time."""
    if topic.own_subject or start >= end:
        return topic
    time = next((p.start for p in markup.periods if start < p.start and p.end <= end), None)
    owner = with_subject(markup, topic, start, time) if time is not None else topic
    return owner if owner.own_subject else topic
