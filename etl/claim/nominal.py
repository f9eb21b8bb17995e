"""The noun phrases of a sentence: what may be somebody or something whose figure is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from etl.claim.phrase import CLOSED, FAR_FROM, Spans, Word, is_saying, words_of
from etl.lexicon.indicators import Indicator
from etl.lexicon.no_names import is_nothing
from etl.lexicon.predicates import PREDICATES
from etl.lexicon.terms import Found
from etl.pattern import first_characters, last_characters
from etl.sieve import Sieved

_NAMED: Final = ("n", "j", "b", "vn", "an", "eng", "g", "s", "l", "i")
_GLUED: Final = frozenset(
    {"zg", "vg", "ag", "q", "g", "ng", "k", "x"}
)  # 发展改革|委: a character that the dictionary leaves over
_JOINTS: Final = frozenset("、和与及")
_SAYS: Final = re.compile("(?:表示|说|称|报道|透露|介绍|指出|认为|宣布|通报|显示|公布|发布|强调|提出|指认|回应|:)")
_MAY_SAY: Final = first_characters(_SAYS.pattern)
_MARKS: Final = frozenset("，；。：:！？!?;()\n【】 　")
_LONGEST: Final = 22  # characters
_ALL: Final = 1 << 30
_NAME: Final = 6
_BODIES: Final = frozenset(
    "团队局厅院校村乡镇县省市区党军会社站厂矿港桥船"
)  # 雷锋|团: they end a name whatever the dictionary says
_ORGANISED: Final = Sieved(
    "(?:公司|集团|银行|大学|学院|医院|研究院|研究所|中心|委员会|协会|政府|法院|公安局|警方|部队|支队|总队|局|部|厅|委|队|会|社|军|党|组织|机构|企业|学校|中学|小学|联盟|基金)$"
)
_PEOPLED: Final = Sieved("(?:人|员|者|生|民|众|师|客|兵|手|女士|先生|青年|干部|代表|户|家庭|们|工|农|长|将)$")
_HAPPENING: Final = Sieved(
    "(?:会|会议|活动|行动|论坛|地震|台风|事故|爆炸|袭击|恐袭|枪击|交火|踩踏|坍塌|滑坡|泥石流|沉船|坠机|骚乱|示威|抗议"
    "|火灾|洪水|洪灾|灾害|暴雨|冲突|战争|事件|案|案件|审判|比赛|锦标赛|演习|疫情|赛|仪式|典礼|展览|博览会|会谈|会见)$"
)
_THING: Final = Sieved(
    "(?:号|桥|隧道|铁路|公路|高速|高铁|线|塔|楼|站|机|船|艇|舰|星|器|工程|项目|设备|系统|车|基地|机场|水库|电站|医院|酒店|博物馆|书|产品|技术|房|路|港|口岸|湖|河|江|山)$"
)
_AREA: Final = Sieved("(?:地区|省份|区|县|市|镇|乡|村|国|州|岛|园区|社区|街道|城|城市|地)$")
_ABSTRACT: Final = Sieved(
    "(?:情况|时间|水平|能力|方面|问题|基础|过程|作用|影响|目标|任务|结果|原因|程度|数据|数字|消息|报告|困难|成绩|前景|安全|速度|方式|条件|重点|精神|标准|建议|意见|计划|方案|期间|时候|现场|实际|主要|工作|[厚长宽高深]度|面积|重量|温度|规模|数量|总[数额量]|金额|比[重例])$"
)
_BY_END: Final = {
    "abstract": _ABSTRACT,
    "organisation": _ORGANISED,
    "people": _PEOPLED,
    "happening": _HAPPENING,
    "thing": _THING,
    "area": _AREA,
}


def _endings() -> dict[str, frozenset[str]]:
    """Last character of a phrase -> the kinds that a phrase which ends so may be of."""
    kinds: dict[str, set[str]] = {}
    for kind, pattern in _BY_END.items():
        for character in last_characters(pattern.pattern.pattern) or ():
            kinds.setdefault(character, set()).add(kind)
    return {character: frozenset(each) for character, each in kinds.items()}


_ENDINGS: Final = _endings()
_NO_KIND: Final = frozenset[str]()
KINDS: Final = ("person", "organisation", "people", "happening", "thing", "area", "work", "abstract", "other")


class Nominal:
    """A noun phrase: its half-open span, its kind, and what stands beside it.

    ``left`` and ``right`` name the neighbours: ``opens`` / ``ends`` at a mark, else the part of speech, or the
    very word of a preposition. ``order`` numbers the phrases of its clause; ``traits`` are features of its own.
    """

    __slots__ = ("end", "kind", "left", "order", "right", "start", "text", "traits")

    def __init__(
        self, span: tuple[int, int], text: str, kind: str, left: str, right: str, order: int, traits: tuple[str, ...]
    ) -> None:
        self.start, self.end = span
        self.text = text
        self.kind = kind
        self.left = left
        self.right = right
        self.order = order
        self.traits = traits


_FAR_FROM: Final = frozenset(f"p{word}" for word in FAR_FROM)


def nominals(text: str, start: int, end: int, terms: Spans, numbers: Spans = (), most: int = _ALL) -> list[Nominal]:
    """The noun phrases between two offsets, left to right, each with its parts (A的B: both and the whole).

    No word of a number (276名|女学生) belongs to one. No more than ``most`` are told, with their parts.
    """
    words = _cut_at_terms(words_of(text, start, end, terms), terms)
    words = _without_numbers(words, numbers) if numbers else words
    found: list[Nominal] = []
    for order, (first, last) in enumerate(_runs(words, most)):
        left, right = _left(words, first), _right(words, last)
        if left in _FAR_FROM:
            continue
        parts = _parts(words, first, last)
        ruled = _described(words, first)
        if ruled < first:
            parts.append((ruled, last))
        for begin, stop in parts:
            whole = (begin, stop) == (first, last)
            nominal = _nominal(
                text,
                words[begin:stop],
                left if begin == first else _left(words, begin) if begin < first else "within",
                right if stop == last else "within",
                order,
                whole,
            )
            if nominal is not None:
                found.append(nominal)
    return found


def _cut_at_terms(words: list[Word], terms: Spans) -> list[Word]:
    """占比|达: where the dictionary joins a term to what follows, the term ends a word."""
    cut: list[Word] = []
    for word in words:
        inner = _last_end(terms, word) if word.is_term and word.end - word.start > 1 else 0
        if not inner:
            cut.append(word)
            continue
        size = inner - word.start
        cut.append(Word(word.start, inner, word.text[:size], "n", True))
        cut.append(Word(inner, word.end, word.text[size:], "v", False))
    return cut


def _last_end(terms: Spans, word: Word) -> int:
    """Where the last term ends that ends inside a word; 0 if none does."""
    last = 0
    for _, end in terms:
        if word.start < end < word.end:
            last = max(last, end)
    return last


def _without_numbers(words: list[Word], numbers: Spans) -> list[Word]:
    """The words, those inside a number marked as such: 劫持了|276|名|女学生, whatever the dictionary joins."""
    told: list[Word] = []
    for word in words:
        last = 0
        for first, end in numbers:
            if first <= word.start < end:
                last = end
                break
        if not last:
            told.append(word)
            continue
        stop = min(word.end, last)
        told.append(Word(word.start, stop, word.text[: stop - word.start], "m", False))
        if stop < word.end:
            told.append(Word(stop, word.end, word.text[stop - word.start :], word.tag, word.is_term))
    return told


def without_statistic(found: Nominal, statistics: Iterable[Found[Indicator]]) -> Nominal | None:
    """The owner that stands before a statistic in one phrase: 县域银行|存款准备金率, 搬迁房|面积."""
    for hit in statistics:
        if hit.end == found.end and hit.start >= found.start + 2:
            name = found.text[: hit.start - found.start].rstrip("的、")
            traits = (*(trait for trait in found.traits if not trait.startswith("size")), "owner")
            kind = kind_of(name, "")
            span = (found.start, found.start + len(name))
            return Nominal(span, name, kind, found.left, "statistic", found.order, traits)
    return None


def is_nominal(word: Word) -> bool:
    """Whether a word can be a part of a name."""
    if word.is_term:
        return True
    predicate = PREDICATES.get(word.text)
    if (predicate is not None and not predicate.in_names) or is_saying(word):
        return False
    named = _IS_NAMED.get(word.tag)
    if named is None:
        named = _IS_NAMED[word.tag] = word.tag not in CLOSED and word.tag.startswith(_NAMED)
    return named


_IS_NAMED: Final[dict[str, bool]] = {}
"""Part of speech -> whether words of it can be a part of a name."""


def _runs(words: Sequence[Word], most: int) -> list[tuple[int, int]]:
    """Half-open stretches of words that make up one phrase, 的 and the joints of lists in it; the first so many."""
    runs: list[tuple[int, int]] = []
    place, count = 0, len(words)
    while place < count and len(runs) < most:
        if not _begins(words, place):
            place += 1
            continue
        first, place = place, _step(words, place)
        while place < count:
            following = _goes_on(words, place)
            if following is None:
                break
            place = following
        runs.append((first, place))
    return runs


def _begins(words: Sequence[Word], place: int) -> bool:
    return words[place].text in "“《" or is_nominal(words[place])


def _step(words: Sequence[Word], place: int) -> int:
    """After the word, or after the whole of what is quoted."""
    closing = {"“": "”", "《": "》"}.get(words[place].text)
    if closing is None:
        return place + 1
    stop = next((n for n in range(place + 1, min(place + 12, len(words))) if words[n].text == closing), None)
    return place + 1 if stop is None else stop + 1


def _goes_on(words: Sequence[Word], place: int) -> int | None:
    """Where the phrase goes on after the word at ``place``; None if it ends before it."""
    word, count = words[place], len(words)
    if _begins(words, place):
        return _step(words, place)
    if word.text == "号" and words[place - 1].text == "”":
        return place + 1
    if word.text in _BODIES:
        return place + 1
    if len(word.text) == 1 and word.tag in _GLUED and word.text[0] not in _MARKS and word.text not in "、“”《》·-时":
        return place + 1
    if word.text == "·" or word.text == "-":
        return place + 1
    joins = word.tag == "uj" or word.text in _JOINTS
    if joins and place + 1 < count and _begins(words, place + 1):
        return _step(words, place + 1)
    return None


def _parts(words: Sequence[Word], first: int, last: int) -> list[tuple[int, int]]:
    """A phrase, its parts around 的, and the members of a short list."""
    parts = [(first, last)]
    marks = [n for n in range(first, last) if words[n].tag == "uj" and not words[n].is_term]
    cuts = [first - 1, *marks, last]
    for number in range(len(cuts) - 1):
        begin, stop = cuts[number] + 1, cuts[number + 1]
        if (begin, stop) != (first, last) and begin < stop:
            parts.append((begin, stop))
        joints = [n for n in range(begin, stop) if words[n].text in _JOINTS]
        inner = [begin - 1, *joints, stop]
        if joints and len(joints) < 4:
            for place in range(len(inner) - 1):
                if inner[place] + 1 < inner[place + 1]:
                    parts.append((inner[place] + 1, inner[place + 1]))
        elif not joints and stop - begin > 1:
            parts += _heads(words, begin, stop)
    return parts


def _heads(words: Sequence[Word], begin: int, stop: int) -> list[tuple[int, int]]:
    """捷克老将|某甲, 山西|汾阳: a last person's name, a first place."""
    named = next((n for n in range(begin + 1, stop) if words[n].tag.startswith("nr")), None)
    heads = [(named, stop)] if named is not None else []
    if words[begin].tag == "ns" and stop - begin > 1:
        heads.append((begin, begin + 1))
        if named != begin + 1:
            heads.append((begin + 1, stop))
    return heads


def _described(words: Sequence[Word], first: int) -> int:
    """联合|执法|编队: where the verbs begin that only tell what kind of thing it is."""
    begin = first
    while begin and first - begin < 2 and words[begin - 1].tag == "v" and _in_names(words[begin - 1]):
        begin -= 1
    return begin


def _in_names(verb: Word) -> bool:
    """Whether a verb can stand inside a name."""
    predicate = PREDICATES.get(verb.text)
    return len(verb.text) == 2 and (predicate is None or predicate.in_names)


def _left(words: Sequence[Word], first: int) -> str:
    if first == 0:
        return "opens"
    word = words[first - 1]
    if word.tag == "p":
        return f"p{word.text}"
    if word.text[0] in _MARKS:
        return "opens"
    return _sort(word)


def _right(words: Sequence[Word], last: int) -> str:
    if last >= len(words) or words[last].text[0] in _MARKS:
        return "ends"
    return _sort(words[last])


def _sort(word: Word) -> str:
    if word.text in PREDICATES or word.tag.startswith("v"):
        return "verb"
    return word.tag[:1] if word.tag != "uj" else "de"


def _nominal(text: str, words: Sequence[Word], left: str, right: str, order: int, whole: bool) -> Nominal | None:
    start, end = words[0].start, words[-1].end
    printed = text[start:end]
    size = len(printed)
    if not 2 <= size <= _LONGEST or not _is_whole(printed) or printed in _CHANGES:
        return None
    if is_nothing(printed) and not words[-1].is_term:
        return None
    named = words[0].tag.startswith("nr") and size <= _NAME
    traits = [f"size:{min(size, 12) // 2}"]
    if not whole:
        traits.append("part")
    if words[0].tag == "v" and not words[0].is_term:
        traits.append("verbal")
    if any(word.is_term for word in words):
        traits.append("term")
    if len(words) == 1:
        traits.append("single")
    if words[-1].tag in ("vn", "an", "b", "l", "i", "s"):
        traits.append(f"tag:{words[-1].tag}")
    if (_MAY_SAY is None or text[end : end + 1] in _MAY_SAY) and _SAYS.match(text, end):
        traits.append("says")
    if printed[0] == "“" or printed[0] == "《":
        traits.append("quoted")
    kind = kind_of(printed, "nr" if named else words[-1].tag)
    return Nominal((start, end), printed, kind, left, right, order, tuple(traits))


_CHANGES: Final = frozenset(
    {"同比", "环比", "升幅", "降幅", "增幅", "涨幅", "跌幅", "增速", "增长率"}
)  # of a change nobody is the owner


def _is_whole(printed: str) -> bool:
    """Whether no quotation mark stands in it without its counterpart."""
    return printed.count("“") == printed.count("”") and printed.count("《") == printed.count("》")


@lru_cache(maxsize=1 << 12)
def kind_of(text: str, tag: str) -> str:
    """What sort of thing a phrase names, by its end."""
    if tag.startswith("nr"):
        return "person"
    if text.startswith("《") and text.endswith("》"):
        return "work"
    ends = _ENDINGS.get(text[-1:], _NO_KIND)
    if "abstract" in ends and _ABSTRACT.search(text):
        return "abstract"
    if text.endswith(("司机", "机长")):
        return "people"
    if tag == "nt" or ("organisation" in ends and _ORGANISED.search(text)):
        return "organisation"
    if "people" in ends and _PEOPLED.search(text):
        return "people"
    if "happening" in ends and _HAPPENING.search(text):
        return "happening"
    if tag == "ns":
        return "area"
    if "thing" in ends and _THING.search(text):
        return "thing"
    return "area" if "area" in ends and _AREA.search(text) else "other"
