"""The noun that stands before a count: 意见建议|539件, 中央企业|由年初的142户."""

from __future__ import annotations

import re
from typing import Final

from etl.claim import phrase
from etl.claim.counted_end import AS_NOUN
from etl.claim.markup import Markup
from etl.claim.people import PEOPLE
from etl.claim.place import Place, after_time
from etl.claim.topic import Topic
from etl.lexicon.no_names import is_no_name
from etl.lexicon.predicates import PREDICATES
from etl.lexicon.units import SURFACES
from etl.model import NumberMention

LONGEST: Final = 24
"""Characters that the noun before a count may have."""


def headed(markup: Markup, noun: phrase.Phrase) -> phrase.Phrase:
    """The head of a phrase that opens with examples or a description: 礼金和有价证券等|问题, 价格下降的|城市."""
    described = noun.text.replace("目的地", "目－地").rfind("的") + 1
    if 0 < described <= len(noun.text) - 2:
        return phrase.Phrase(noun.start + described, noun.end, noun.text[described:])
    begin = noun.start + noun.text.rfind("等") + 1
    if (
        begin == noun.start
        or noun.end - begin < 2
        or noun.text[: begin - noun.start].endswith(("高等", "中等", "同等", "初等"))
    ):
        return noun
    return phrase.Phrase(begin, noun.end, markup.text[begin : noun.end])


def adjacent(markup: Markup, start: int, head: int, found: phrase.Phrase | None) -> phrase.Phrase | None:
    """The noun right before the number rather than one before a prepositional phrase: 韩国在华|留学生."""
    last = phrase.words_of(markup.text, max(start, head - 4), head, markup.terms)[-1:]
    if last and found is not None and _DEED.fullmatch(last[0].text) and found.end == last[0].start:
        return phrase.Phrase(found.start, last[0].end, markup.text[found.start : last[0].end])  # 家庭无障碍|改造|2000户
    if last and _is_noun(last[0]) and (found is None or found.end < last[0].end):
        return _compound(markup, start, last[0])  # 收到|提案|28930件
    if found is None or found.end > head - 2:
        return found
    words = phrase.words_of(markup.text, max(start, found.end), head, markup.terms)
    while words and _is_verbal(words[-1]):
        words.pop()
    first = len(words)
    while first and (words[first - 1].is_term or words[first - 1].tag.startswith(("n", "j", "b", "vn"))):
        first -= 1
    if first == len(words) or words[-1].text in _NO_NOUNS:
        return found
    begin, end = words[first].start, words[-1].end
    if is_no_name(markup.text[begin:end], "phrase"):
        return found  # 全村|现有|3800人
    return phrase.Phrase(begin, end, markup.text[begin:end]) if end - begin > 1 else found


_DEED: Final = re.compile("改造|治理|整治|修缮|修复")
_NOUN_END: Final = re.compile("(?!入库)[一-鿿]{1,3}(?:[所站馆店院校厂园室厅库场]|建议|意见|任务|项目|活动)")


def _is_noun(word: phrase.Word) -> bool:
    """Whether a word is a noun whatever the dictionary calls it: 提案, 诊所, 意见建议."""
    misread = word.tag in ("v", "l", "i") and _NOUN_END.fullmatch(word.text) is not None
    return misread or AS_NOUN.fullmatch(word.text) is not None


def _compound(markup: Markup, start: int, last: phrase.Word) -> phrase.Phrase:
    """意见|建议|539件: a last noun with those right before it, which the dictionary takes for a verb."""
    words = phrase.words_of(markup.text, start, last.end, markup.terms)[:-1]
    begin = last.start
    while words and words[-1].end == begin and (words[-1].is_term or words[-1].tag in _MODIFIERS):
        begin = words.pop().start
    return phrase.Phrase(begin, last.end, markup.text[begin : last.end])


_MODIFIERS: Final = frozenset({"n", "b", "j", "an"})


def _is_verbal(word: phrase.Word) -> bool:
    verbal = word.tag in ("d", "a", "v", "p", "ul") or word.text in PREDICATES
    return verbal and not word.is_term


_NO_NOUNS: Final = frozenset(
    {"名义", "同比", "环比", "去年", "今年", "全国", "其中", "数量", "总数", "人数", "日均", "年均"}
)


_FROM: Final = re.compile("(?:由|从|自)[^，。；]{1,10}$")
# 省份|比上届增加3个: with what something is compared is not what is counted.
_MORE: Final = re.compile("(?:[净新]?增[加多]|减少|扩大|[多少])了?(?:约|近|超过?)?")


def where(place: Place) -> tuple[int, int]:
    """Where the noun before a count may stand: after the last time, or before 从去年的|6项."""
    markup = place.markup
    start = after_time(markup, place.start, place.head)
    held = next((b for b in place.bases if b.end > start and _MORE.fullmatch(markup.text, b.end, place.head)), None)
    if held is not None:
        return start, max(start, held.start)  # 比去年高峰日增加|125万人次
    since = _FROM.search(markup.text, place.start, start) if place.head - start <= 1 else None
    return (place.start, since.start()) if since is not None and since.start() > place.start else (start, place.head)


_OF_NO_OUTPUT: Final = frozenset({"个", "项", "家", "户", "处", "座"})


def may_go_on(topic: Topic, number: NumberMention) -> bool:
    """Whether a count without a noun may be of what is spoken of: no number of things is so much coal or money."""
    unit = SURFACES.get(topic.unit)
    countable = unit is None or unit.unit.dimension == "count" or topic.unit in ("%", "‰")
    made = topic.nature in ("flow", "capacity") and number.unit not in _OF_NO_OUTPUT
    countable = countable or made  # 汽车产量达到|357万辆
    return topic.known and countable and (number.unit not in PEOPLE or topic.unit in PEOPLE)


def moves(markup: Markup, noun: phrase.Phrase, head: int) -> bool:
    """由142户|调整到|129户, 从70个|精简到|4个: a verb that the dictionary also calls a noun or an adjective."""
    words = phrase.words_of(markup.text, noun.start, noun.end, markup.terms)
    return (
        len(words) == 1
        and words[0].tag in ("v", "vn", "a", "an", "ad")
        and markup.text[noun.end : head] in ("到", "至", "为", "成")
    )


_TELLS: Final = re.compile("(?:[一-鿿]{2,3}地)?(?:突破了?)?(?:就|也|已经?|总|共|大)?(?:有|计|约|超过?|达到?|近){0,2}")


def told_before(place: Place) -> phrase.Phrase | None:
    """The noun that ends the clause before a count alone in its clause: 战国竹简，|大约2500枚."""
    markup, number = place.markup, place.markup.clause_at(place.clause.start)
    alone = _TELLS.fullmatch(markup.text, place.clause.start, place.head) is not None
    if number == 0 or not alone or place.clause.opener not in ("，", ","):
        return None
    previous = markup.clauses[number - 1]
    if any(n.claimable and previous.start <= n.start < previous.end for n in markup.numbers):
        return None
    noun = phrase.before(markup.text, previous.start, previous.end, markup.terms)
    return noun if noun is not None and previous.end - noun.end <= 1 and len(noun.text) <= LONGEST else None
