"""Things whose size, rank or change is printed before them: 第二大|贸易伙伴, 3毫米见方的|芯片."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from etl.claim.actor import actor_of
from etl.claim.counted_noun import after
from etl.claim.discourse import Discourse
from etl.claim.markup import Markup
from etl.claim.phrase import Phrase, words_of
from etl.claim.place import Place
from etl.claim.status import OLD_VALUE
from etl.claim.topic import Topic, described, with_indicator
from etl.lexicon.indicators import Indicator
from etl.lexicon.terms import Found
from etl.model import NumberMention
from etl.sieve import Sieved

_GREATEST: Final = re.compile(
    "大(?:[和、及与]第[一二三四五六七八九十]{1,2}大){0,2}(?=[一-鿿]{2})(?![和及与]第)|(?=[大强]国)"
)
_AMONG: Final = Sieved("(?:世界|全球|全国|亚洲|国内|国际)的?$")
_SIZE_NAMES: Final = {"长": "长度", "宽": "宽度", "高": "高度", "厚": "厚度", "重": "重量", "深": "深度"}
_SIZE: Final = Sieved(r"(见方|长|宽|高|厚|重|深)的(?=[一-鿿“])")


def of_rank(place: Place, number: NumberMention, discourse: Discourse) -> Topic | None:
    """第二大|贸易伙伴: what is ranked is the statistic, of who is it."""
    markup = place.markup
    table = _TABLE.search(markup.text, place.clause.start, place.head)
    told = discourse.topics[-1] if discourse.topics else None
    if table is not None and (told is None or told.nature != "flow"):
        # 进出口5000亿美元，世界排名第29位 is of 进出口
        name = f"{table.group(1)}排名".replace("排名排名", "排名")
        topic = Topic(name, None, "count", "位", "subject", own_indicator=True, region=discourse.topic.region)
        return _told_of(place, topic, table.start(), discourse)
    if discourse.topic.subject and _RESULT.search(markup.text, place.start, place.head) is not None:
        return _told_of(place, Topic("名次", None, "count", "位", "subject", own_indicator=True), place.head, discourse)
    greatest = _GREATEST.match(markup.text, number.end, place.clause.end)
    begin = greatest.end() if greatest else number.end
    named = greatest is not None or _AMONG.search(markup.text, place.start, place.head) is not None
    thing = after(markup.text, begin, place.clause.end, markup.terms, ()) if named else None
    if thing is None:
        return None
    thing = _without_name(markup, thing)
    topic = Topic(thing.text, thing.text, "count", "位", "subject", own_indicator=True, region=discourse.topic.region)
    return _told_of(place, topic, place.head, discourse)


# 以7金4银|的成绩屈居|第二: with what somebody came so far, and no subject.
_RESULT: Final = Sieved("的(?:好|优异|骄人)?(?:成绩|战绩|佳绩)[一-鿿]{0,7}$")
_STANDS: Final = "名列|位列|位居|荣登|排名|屈居|高居|稳居|暂居|升至|升到|排在|居|排|列|为|是"
# 位居|奖牌榜|第一, |世界排名|第9: the table in which somebody has a place.
_TABLE: Final = Sieved(
    f"(?:{_STANDS})?((?:奖牌|金牌|积分|票房|富豪|排行|收视|人气)榜|(?:世界|总|积分)排名)"
    f"(?:[上中的]|总榜)?(?:仍|均|都|暂|已|也)?(?:{_STANDS})?(?:全国|世界|全球)?$"
)


def _told_of(place: Place, topic: Topic, end: int, discourse: Discourse) -> Topic:
    """The topic of a rank with who has it: who acts before ``end``, or who was spoken of."""
    after_result = _RESULT.search(place.markup.text, place.start, end) is not None
    actor = None if after_result else actor_of(place.markup, place.clause, end, discourse)
    if actor is None:
        return topic._replace(subject=discourse.topic.subject or topic.indicator_text)
    return described(place.markup, topic._replace(subject=actor.text, own_subject=True), actor.start, actor.end)


_JOINT: Final = Sieved("(?<=[一-鿿]{2})[和、]")  # 第二大经济体|和快速增长的国家
_KINDS: Final = frozenset({"城市", "国家", "地区"})  # which a dictionary takes for places themselves
_NAMED: Final = frozenset({"ns", "nr", "nrt", "nrfg", "nz", "nt"})


def _without_name(markup: Markup, thing: Phrase) -> Phrase:
    """第二大城市|摩苏尔: what is ranked, without its name."""
    joint = _JOINT.search(thing.text)
    if joint is not None:
        return Phrase(thing.start, thing.start + joint.start(), thing.text[: joint.start()])
    words = words_of(markup.text, thing.start, thing.end, ())
    for before, word in pairwise(words):
        named = word.tag in _NAMED and before.tag != "x" and not word.text.endswith(("国", "家"))
        kind = before.text in _KINDS or not before.tag.startswith("ns")
        if named and kind and before.end - thing.start > 1:
            return Phrase(thing.start, before.end, markup.text[thing.start : before.end])
    return thing


def sized(place: Place, number: NumberMention) -> Topic | None:
    """3毫米见方的|芯片: the size that follows the number is the statistic, the thing so large the subject."""
    markup = place.markup
    size = _SIZE.match(markup.text, number.end, place.clause.end)
    thing = after(markup.text, size.end(), place.clause.end, markup.terms, ()) if size else None
    if size is None or thing is None:
        return None
    text = markup.sentence.text[thing.start : thing.end]
    topic = Topic(
        _SIZE_NAMES.get(size.group(1), size.group(1)),
        size.group(1),
        "rate",
        "",
        "subject",
        subject=text,
        own_indicator=True,
        own_subject=True,
    )
    return described(markup, topic, thing.start, thing.end)


def changed_thing(place: Place, hit: Found[Indicator] | None) -> Topic | None:
    """将税率分别为25%、20%的|汽车整车关税|降至15%: what follows the old values is whose they are."""
    markup = place.markup
    end = place.numbers.end
    if hit is None or not OLD_VALUE.match(markup.text, end) or markup.text[end] != "的":
        return None
    thing = after(markup.text, end + 1, place.clause.end, markup.terms, ())
    if thing is None:
        return None
    text = markup.sentence.text[thing.start : thing.end]
    topic = with_indicator(markup, Topic(), hit)._replace(subject=text, own_subject=True)
    return described(markup, topic, thing.start, thing.end)
