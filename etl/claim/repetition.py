"""Numbers of times: 两次|亲临江苏考察, 焊接|6次, 修改|89处."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.phrase import Word, words_of
from etl.claim.place import Place
from etl.claim.topic import Topic
from etl.lexicon.predicates import PREDICATES
from etl.model import NumberMention

_LINKS: Final = frozenset(
    [
        "达",
        "达到",
        "超过",
        "突破",
        "有",
        "共有",
        "已有",
        "为",
        "是",
        "约",
        "近",
        "至",
        "到",
        "共",
        "累计",
        "增加",
        "减少",
        "包括",
        "拥有",
        "新增",
        "实现",
        "还有",
        "仍有",
        "内有",
        "设有",
        "存有",
        "没有",
        "可能",
        "已达",
        "共计",
        "相当于",
    ]
)  # 达到 is no doing
_COMES_TO: Final = re.compile("[增减升降缩锐激骤猛]{1,2}[至到为]|[变分][为成]")  # 增至|33人
_LIGHT: Final = frozenset({"举行", "进行", "开展", "展开", "实施", "实行", "发动"})
"""Verbs that only say that what follows them is done: 两次|举行|会晤."""
_TIMES: Final = frozenset({"次", "趟", "遍"})
_VERBS: Final = frozenset({"v", "vd", "vi", "d", "p"})
_VERB_REACH: Final = 10  # characters


def repetition(place: Place, begin: int, number: NumberMention) -> Topic | None:
    """两次|亲临江苏考察, 焊接|6次: a number of times is of the verb after it or before it."""
    markup, stop = place.markup, place.clause.end
    if number.unit not in _TIMES:
        return None
    begin += markup.text.startswith("的", begin)
    words = words_of(markup.text, begin, min(stop, begin + _VERB_REACH), markup.terms)
    while len(words) > 1 and words[0].text in _LIGHT and words[1].tag in ("v", "vn"):
        begin = words.pop(0).end
    name = None
    if begin > number.outer_end and words and words[0].tag in ("v", "vn", "d"):
        name = markup.text[begin : words[-1].end] if words[-1].end == stop and len(words) <= 3 else None
    elif words and words[0].tag == "a" and len(words) > 1 and words[1].tag in ("v", "vn"):
        name = f"{words[0].text}{words[1].text}次数"  # 两次|小整修
    elif words and words[-1].tag in ("v", "vn") and words[-1].end == stop and words[0].tag not in _VERBS:
        name = f"{markup.text[begin : words[-1].end]}次数" if len(words) > 1 else None  # 两次|大飞机武装跳伞
    elif words and words[0].text == "地":
        name = "次数"  # 上千次|地|出入火场
    elif words and words[0].tag == "p":
        name = _after_place(words, stop)
    elif words and (words[0].tag in _VERBS or words[0].text in PREDICATES):
        whole = words[-1].end in (stop, begin + markup.text[begin:stop].find("、"))
        name = f"{markup.text[begin : words[-1].end]}次数" if whole else "次数"
    if name is None and begin == number.outer_end:
        verb = verb_before(place)
        verb = None if verb in _LIGHT else verb  # 进行了|两次涨价
        name = f"{verb}次数" if verb and not (words and words[0].tag.startswith("n")) else None
    return Topic(name, None, "count", number.unit or "", "subject", own_indicator=True) if name else None


def _after_place(words: list[Word], stop: int) -> str:
    """在北京|举行会晤: what is done, without where or with whom."""
    begin = next((n for n, word in enumerate(words) if n > 1 and word.tag in ("v", "vn")), len(words))
    begin += begin + 1 < len(words) and words[begin].text in _LIGHT and words[begin + 1].tag[0] in "nv"
    doing = words[begin:]
    whole = bool(doing) and doing[-1].end == stop
    return f"{''.join(word.text for word in doing if word.tag != 'ul')}次数" if whole else "次数"


_BRINGS: Final = frozenset({"造成", "导致", "致使", "引发"})  # 造成|30个避难场所关闭: no doings that are counted


def verb_before(place: Place) -> str | None:
    """The verb whose doings are counted right after it: 喷发了|三次, 修改|89处."""
    left = words_of(place.markup.text, max(place.start, place.head - 6), place.head, place.markup.terms)
    reached = bool(left) and (left[-1].text in ("到", "至") or _COMES_TO.fullmatch(left[-1].text) is not None)
    while left and (left[-1].tag in ("ul", "d", "a") or left[-1].text in _LINKS):
        left.pop()
    if reached:
        return None  # 经营主体|发展到16万个
    verbal = bool(left) and left[-1].tag in ("v", "vn") and len(left[-1].text) > 1 and left[-1].text not in _BRINGS
    return left[-1].text if verbal else None
