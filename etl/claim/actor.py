"""Who acts in a clause: 沈阳警方|抽调了200多名警力, 全市|近10万个土灶."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.discourse import Discourse
from etl.claim.markup import Clause, Markup
from etl.claim.phrase import CLOSED, Phrase, Word, closes, is_saying, words_of
from etl.lexicon.indicators import Indicator
from etl.lexicon.leads import LEADS
from etl.lexicon.no_names import is_no_name
from etl.lexicon.predicates import PREDICATES
from etl.lexicon.sayings import SAYINGS
from etl.lexicon.units import SURFACES
from etl.sieve import Sieved

_REACH: Final = 40  # characters
_LONGEST: Final = 20
_BACK: Final = 3  # clauses
# 该公司, 这座大桥: what points back stands before the name.
_POINTERS: Final = (
    "(?!本[田钢溪科土]|[这那](?:里|儿|边|时|当中)|此[前后外])[该这那此某本]+"
    "(?:[个家位名枚艘架座条台辆部项支只件次场届款种批些套份片段栋幢所处口间列颗组]|(?=[一-鿿]))"
)
_LEAD: Final = "|".join(
    re.escape(lead.word) + (f"(?![{lead.not_before}])" if lead.not_before else "")
    for lead in sorted(LEADS, key=lambda lead: -len(lead.word))
)
_LEADS: Final = re.compile(rf"(?:{_LEAD}|{_POINTERS}|[、“的\s])+")
# 据新华社东京3月5日电 （记者某甲）: where and when a report was sent off, before anybody acts in it.
_DATELINE: Final = re.compile(
    "据?[^，。；：0-9]{2,14}[0-9]{1,2}月[0-9]{1,2}日[^，。；：0-9]{0,4}?电(?![^ ()])(?: |[(][^()]{1,40}[)])*"
)
_SENT_OFF: Final = 30  # characters
_SAID: Final = Sieved(f"(?:{'|'.join(saying.word for saying in SAYINGS if saying.closes)})$")
# Who only says it, and what is no one.
_SAYING: Final = Sieved(
    rf"(?:还|也|则|均|都|随后|当天|日前|今天|[0-9]+[日号])*(?:{'|'.join(saying.word for saying in SAYINGS)})"
)
_NAMED: Final = ("n", "j", "l", "i", "b", "vn", "an", "q", "eng", "g")
_FIGURES: Final = frozenset({"flow", "rate", "price", "index", "share", "capacity"})
_PARTY: Final = re.compile("[一-鿿]方|当地|各地|两岸|校方|警方|官方")
_SIZE_WORD: Final = Sieved("(?:[长宽高深厚重]约?|一口气|因[病公伤故])$")  # 滑坡体|长约300米
_JOINED: Final = re.compile("[、和及与]")
_OWNERS: Final = frozenset({"企业", "用户", "居民", "志愿者", "党员", "考生", "员工", "会员", "农户", "职工", "毕业生"})
_JOINS: Final = frozenset({"和", "与", "及", "、", "·", "“", "”", "《", "》", "的", "-", "(", ")"})


def actor_of(
    markup: Markup, clause: Clause, end: int, discourse: Discourse, counts_itself: bool = True
) -> Phrase | None:
    """Who acts in the clause before ``end``, or else in one of the clauses before it; None if nobody is named.

    A number that opens its clause is of what it counts, if it ``counts_itself``, and nobody else's.
    """
    found = _first_noun(markup, clause.start, end)
    opens = _opening(markup, clause.start, end) >= end and any(n.outer_start == end for n in markup.numbers)
    if found is not None or (opens and counts_itself):
        return found
    number = markup.clause_at(clause.start)
    for earlier in reversed(markup.clauses[max(0, number - _BACK) : number]):
        if earlier.start not in discourse.actors:
            discourse.actors[earlier.start] = _spoken_of(markup, earlier)
        found = discourse.actors[earlier.start]
        if found is not None:
            return found
        if earlier.opener in ("；", ";", "。"):
            break
    return None


def next_actor(markup: Markup, clause: Clause) -> Phrase | None:
    """Who acts in the clause after: 虽然仅有17岁，|某甲|已经是."""
    number = markup.clause_at(clause.start) + 1
    if number >= len(markup.clauses):
        return None
    return _spoken_of(markup, markup.clauses[number])


def _spoken_of(markup: Markup, clause: Clause) -> Phrase | None:
    """Who acts in an earlier clause, unless the clause only says who says it."""
    if _SAID.search(markup.text, max(clause.start, clause.end - 3), clause.end):
        return None
    found = _first_noun(markup, clause.start, clause.end)
    counts = [n.outer_start for n in markup.numbers if n.claimable and n.dimension == "count"]
    counted = found is not None and any(found.end <= start <= found.end + 2 for start in counts)
    return None if counted else found  # 副省级干部1人，厅局级干部8人: those are counted themselves


def _first_noun(markup: Markup, start: int, end: int) -> Phrase | None:
    """The noun phrase that opens a stretch and that a verb follows."""
    start = _opening(markup, start, end)
    start = _one_there(markup, start, end)
    end = min([end, *(p.start for p in markup.periods if start < p.start < end)])
    words = words_of(markup.text, start, min(end, start + _REACH), markup.terms)
    size = 0
    while size < len(words) and _is_part(words, size):
        size += 1
    followed = size < len(words) and words[size].tag not in ("f", "uj")
    if size and (words[size - 1].text == "的" or words[0].text in _WITH):
        return None
    while size and _cannot_end(words[size - 1]):
        size -= 1
    if all(word.tag in ("i", "l", "a", "d", "vn") and not word.is_term for word in words[:size]):
        return None  # 毫不犹豫
    if not size or _SAYING.match(markup.text, words[size - 1].end):
        return None
    first, last = words[0].start, _without_statistic(markup, words[0].start, words[size - 1].end)
    size_word = _SIZE_WORD.search(markup.text, first, last)
    last = size_word.start() if size_word else last
    text = markup.text[first:last]
    named = size == len(words) and words[-1].tag == "nr" and end < len(markup.text) and markup.text[end] == "，"
    if words[size - 1].tag == "nr" and last - first > _LONGEST:
        first, text = words[size - 1].start, words[size - 1].text  # …支队长|某甲
    if not 2 <= len(text) <= _LONGEST or is_no_name(text, "actor") or text.count("“") != text.count("”"):
        return None
    return Phrase(first, last, text) if followed or named or _is_followed(words, last, end, markup) else None


_WITH: Final = frozenset({"与", "和"})  # 与基层群众|交流: no one who acts
_NO_END: Final = _JOINS - {"”", "》", ")"}


def _cannot_end(word: Word) -> bool:
    return word.text in _NO_END or closes(word) or (not word.is_term and word.tag in ("a", "ad", "c", "uj", "d"))


def _is_figure(entry: Indicator) -> bool:
    """Whether a statistic is a figure that somebody has, rather than things that are counted."""
    unit = SURFACES.get(entry.unit)
    return entry.nature in _FIGURES or (unit is not None and unit.unit.dimension != "count")


def _without_statistic(markup: Markup, start: int, end: int) -> int:
    """Where the owner of a statistic ends: 新能源|总装机, 企业的|年销量."""
    heads = [
        hit.start
        for hit in markup.indicators
        if start <= hit.start and hit.end == end and _is_figure(hit.entry) and hit.text not in _OWNERS
    ]
    if not heads:
        return end
    return heads[0] - 1 if markup.text[heads[0] - 1 : heads[0]] == "的" else heads[0]


def _opening(markup: Markup, start: int, end: int) -> int:
    """Where the clause begins, its dateline, times and connectives apart."""
    if start == 0 and "日电" in markup.text[:_SENT_OFF]:
        sent = _DATELINE.match(markup.text, 0, end)
        start = sent.end() if sent else start
    while start < end:
        lead = _LEADS.match(markup.text, start, end)
        ends = [p.end for p in markup.periods if p.start <= start < p.end <= end]
        ends += [
            n.outer_end
            for n in markup.numbers
            if n.outer_start <= start < n.outer_end <= end
            and n.text != "零"
            and not markup.text.startswith(_GREAT_BANKS, n.start + 1)  # 六大行
        ]
        stop = max([lead.end() if lead else start, *ends])
        if stop == start:
            break
        start = stop
    return start


_GREAT_BANKS: Final = "大行"
_ONE: Final = Sieved("的?一[家名位所座艘架辆支对户群](?=[一-鿿“]{2})")


def _one_there(markup: Markup, start: int, end: int) -> int:
    """湖南一名|男子, 淄博一家|企业: where somebody begins of whom only the place is told; ``start`` otherwise."""
    place = next((region for region in markup.regions if region.start == start), None)
    one = _ONE.match(markup.text, place.end, end) if place is not None else None
    return one.end() if one is not None else start


def _is_part(words: list[Word], number: int) -> bool:
    word = words[number]
    if word.is_term or word.text in _JOINS:
        return True
    following = words[number + 1] if number + 1 < len(words) else None
    joined = following is not None and (following.is_term or following.tag.startswith("n"))
    predicate = PREDICATES.get(word.text)
    if predicate is not None:
        return predicate.in_names and joined
    if is_saying(word):
        return False
    if _PARTY.fullmatch(word.text):
        return True
    if word.tag in ("s", "f") and joined:
        return number == 0 or word.tag == "s"  # 海外|华文网站
    if word.tag in CLOSED or word.tag in ("v", "vd", "vi", "f", "d", "x"):
        return False
    if word.tag == "a":
        return joined  # 国务院|认真研究
    return word.tag != "ad" and word.tag.startswith(_NAMED)


def _is_followed(words: list[Word], last: int, end: int, markup: Markup) -> bool:
    """Whether the phrase goes right up to the number: 全市|近10万个."""
    whole = bool(words) and words[-1].end == end and end < len(markup.text)
    return whole and markup.text[end] not in "，；。" and _JOINED.search(markup.text, last, end) is None
