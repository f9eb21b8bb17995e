"""Who acts in a clause: 沈阳警方|抽调了200多名警力, 全市|近10万个土灶."""

from __future__ import annotations

import re

from etl.claim.discourse import Discourse
from etl.claim.markup import Clause, Markup
from etl.claim.phrase import CLOSED, Phrase, Word, words_of

_REACH = 40  # characters
_LONGEST = 20
_BACK = 3  # clauses
_LEADS = re.compile(
    r"(?:但是?|而|不过|同时|其中|此外|另外|目前|如今|现在|现|当前|据悉|据了解|原来|随后|最后|最终|结果|当天|当日|当晚|当时|此次|这次|本次|近来|近日|日前|昨天|昨晚"
    r"|今天|今年|今晚|去年|其|该|这|各|最近|截至目前|到目前为止|与此同时|仅|先后|共|累计|已|、|“)+"
)
# Who only says it, and what is no one.
_SAYING = re.compile(r"(?:还|也|则|均|都|随后|当天|日前|今天|[0-9]+[日号])*(?:表示|说|称|报道|透露|介绍|指出|认为|宣布|通报|显示|消息|告诉|证实|强调|发布|公布|援引|了解到|获悉)")
_NOBODY = re.compile(
    r"(?:记者|消息|数据|报道|统计|报告|调查|时间|情况|结果|原因|问题|方面|事件|目前|期间|过程|总数|总量|数量|规模|平均|最高|最低|全长|总长|总面积|长度|人均|户均|占地"
    r"|.*(?:时间|情况|期间|过程|以来|之后|以后|以前|时候|名单|基础|背景|影响|带动|推动|过后|人数|数量|总数|消息|数据|结果|价格|面积|以上|以下|当中|之中))$"
)
_NAMED = ("n", "j", "l", "i", "b", "vn", "an", "a", "q", "eng", "g")
_JOINS = frozenset({"和", "与", "及", "、", "·", "“", "”", "《", "》", "的", "-", "(", ")"})


def actor_of(markup: Markup, clause: Clause, end: int, discourse: Discourse) -> Phrase | None:
    """Who acts in the clause before ``end``, or else in one of the clauses before it; None if nobody is named."""
    found = _first_noun(markup, clause.start, end)
    if found is not None:
        return found
    number = markup.clause_at(clause.start)
    for earlier in reversed(markup.clauses[max(0, number - _BACK) : number]):
        if earlier.start not in discourse.actors:
            discourse.actors[earlier.start] = _first_noun(markup, earlier.start, earlier.end)
        found = discourse.actors[earlier.start]
        if found is not None:
            return found
        if earlier.opener in ("；", ";", "。"):
            break
    return None


def _first_noun(markup: Markup, start: int, end: int) -> Phrase | None:
    """The noun phrase that opens a stretch and that a verb follows."""
    start = _opening(markup, start, end)
    end = min([end, *(p.start for p in markup.periods if start < p.start < end)])
    words = words_of(markup.text, start, min(end, start + _REACH), markup.terms)
    size = 0
    while size < len(words) and _is_part(words, size):
        size += 1
    while size and (words[size - 1].text in _JOINS - {"”", "》", ")"} or words[size - 1].tag in ("a", "c", "uj")):
        size -= 1
    if not size or _SAYING.match(markup.text, words[size - 1].end):
        return None
    first, last = words[0].start, words[size - 1].end
    text = markup.text[first:last]
    if not 2 <= len(text) <= _LONGEST or _NOBODY.match(text) or not _is_followed(words, size, last, end, markup):
        return None
    return Phrase(first, last, text)


def _opening(markup: Markup, start: int, end: int) -> int:
    """Where the clause begins, its times and connectives apart."""
    while start < end:
        lead = _LEADS.match(markup.text, start, end)
        ends = [p.end for p in markup.periods if p.start <= start < p.end <= end]
        ends += [n.outer_end for n in markup.numbers if n.outer_start <= start < n.outer_end <= end]
        stop = max([lead.end() if lead else start, *ends])
        if stop == start:
            break
        start = stop
    return start


def _is_part(words: list[Word], number: int) -> bool:
    word = words[number]
    if word.is_term or word.text in _JOINS:
        return True
    if word.tag == "m" and number == 0:
        return False
    if word.tag in CLOSED or word.tag in ("v", "vd", "vi", "f", "d", "x"):
        return False
    return word.tag.startswith(_NAMED)


def _is_followed(words: list[Word], size: int, last: int, end: int, markup: Markup) -> bool:
    """Whether what the phrase is said to do or to have follows it: a verb, an adverb, the number itself."""
    if size < len(words):
        return words[size].tag not in ("f", "uj")
    return last == end and end < len(markup.text) and markup.text[end] not in "，；。"
