"""Rates that no lexicon has, as they are printed: 诉求|解决率|达98%, 图书|阅读率|为57.8%, 医保|支付比例|达到67%."""

from __future__ import annotations

from typing import Final

from etl.claim.cue import Cue
from etl.claim.discourse import Discourse
from etl.claim.phrase import Word, words_of
from etl.claim.place import Place, subject_spans
from etl.claim.topic import Topic, denominators, with_subject
from etl.claim.unknown import unknown_statistic
from etl.model import NumberMention
from etl.sieve import Sieved

_RATE: Final = Sieved(
    "[一-鿿]{2,14}?(率|比例)(?:分别|仅|已|均|也|都|则|就|从|由|将|[能可]|达到?|为|是|有|只|高达|超过?|不足|不低于|约|近|接近|保持在|稳定在|提[高升][到至]"
    "|上升[到至]|下?降[低]?[到至]|突破|[0-9.%至到]){0,4}$"
)
_LEVELS: Final = frozenset({"percent.reaches", "percent.default", "percent.rate", "percent.share"})
_GROWS: Final = Sieved(
    "(?:增长|增速|贡献|利润|收益|年化|占有|利|税|费|汇|[增减降升涨跌缩]|下降|精简|压减|缩减|压缩)率?$"
)
_SHORTEST: Final = 2  # characters before the head
_WHOLE: Final = 5  # characters
_PART: Final = "比例"
_OWNS: Final = Sieved("(?:企业|人员|群众|居民|农户|产品|老人|干部|单位|[员户生者民村县市])$")
_LONGEST: Final = 14


def printed_rate(place: Place, cue: Cue | None, number: NumberMention, discourse: Discourse) -> Topic | None:
    """The topic of a percentage right behind the name of a rate that the lexicon does not know."""
    level = cue is None or cue.rule in _LEVELS
    if number.form != "percent" or not level:
        return None
    markup = place.markup
    begin = max(place.start, place.clause.start, place.head - 2 * _LONGEST)
    printed = _RATE.search(markup.text, begin, place.head)
    if printed is None:
        return None
    start, end = printed.span(1)
    if any(hit.start < end <= hit.end and hit.text != printed.group(1) for hit in markup.indicators):
        return None
    part = printed.group(1) == _PART
    if part and denominators(markup, place.start, place.head):
        return None  # 公共交通占机动化|出行比例
    name = _begin(words_of(markup.text, begin, start, ()), part)
    if name is None or _GROWS.search(markup.text, name, start):
        return None
    head, last = markup.sentence.text[name:end], discourse.topic
    topic = Topic(head, head, "share" if part else "rate", "%", "subject", own_indicator=True, region=last.region)
    for first, stop in subject_spans(place, name):
        known = unknown_statistic(markup, first, end, discourse)
        if known is not None and (known.indicator or "").endswith(head):
            return known
        named = with_subject(markup, topic, first, stop)
        if named.own_subject:
            return named
    if not discourse.topics or last.counted:
        return topic
    return topic._replace(subject=last.subject, sector=last.sector, classes=last.classes)


def _begin(words: list[Word], part: bool) -> int | None:
    """Where the name begins: a verb or a noun before the head, and one more if they are short."""
    if not words or words[-1].tag == "x" or words[-1].text == "的":
        return None
    if part and not words[-1].tag.startswith("v"):
        return None  # 老龄人口|比例
    begin = words[-1].start
    size = words[-1].end - begin
    for word in reversed(words[:-1]):
        if word.tag in ("x", "m", "uj", "p", "c"):
            break
        if size >= _SHORTEST and not (size + len(word.text) <= _WHOLE and _joins(word, part)):
            break
        begin, size = word.start, size + len(word.text)
    return begin if size >= _SHORTEST else None


def _joins(word: Word, part: bool) -> bool:
    """Whether a word tells more of what is done, rather than to whom: 健康|管理率, not 企业|更新率."""
    if len(word.text) < _SHORTEST or word.tag.startswith("ns") or _OWNS.search(word.text):
        return False
    return word.tag.startswith(("v", "d") if part else ("v", "n", "a", "b", "j"))
