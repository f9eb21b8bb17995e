"""Noun phrases before and after a position: what stands between the verbs, times and numbers of a clause.

Words and their parts of speech come from rjieba, whose dictionary is compiled in; terms of our own
lexicons are nouns whatever it says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import Final

import rjieba

from etl.claim.adverb import without_adverb
from etl.claim.docket import is_of_cases
from etl.claim.quoted import quoted_begin
from etl.claim.ruler import AND, RULED, RULERS, is_second
from etl.claim.segmentation import tagged_words
from etl.lexicon.no_names import is_no_name
from etl.lexicon.predicates import PREDICATES
from etl.sieve import Sieved

Spans = Sequence[tuple[int, int]]

_LONGEST: Final = 44  # characters that are looked at
# Function words end a noun phrase: adverbs, prepositions, pronouns, times, particles, numbers, interjections.
CLOSED: Final = frozenset({"d", "p", "r", "t", "ul", "uz", "ug", "y", "e", "o", "m", "mq", "zg", "uv", "ud", "k"})
_VERBAL: Final = frozenset({"v", "vd", "vq", "vi", "vg", "ad", "df", "f", "a", "z", "c", "uj", "u"})
_PLACES: Final = frozenset({"ns", "s", "nsf"})
_OPEN_MARKS: Final = frozenset("、“”《》·（）()-/&\"'")
_SCOPE_WORDS: Final = Sieved(
    r"^(?:全国各地的?|全国|我国的?|国内|全省|全市|全县|全区|全社会|全部|各地|本市|我省|我市|全球|世界|同时|其中|此外|另有|另外|还有|现有)+(?=.{2})"
)


_TIMES: Final = frozenset({"后", "以后", "之后", "前", "以前", "之前", "以来", "期间"})
_TRAILS: Final = frozenset("头势现行展益面况体速幅模度")
_TRAIL: Final = Sieved(
    r"(?:(?:平稳|稳定|良好|健康|快速|稳步|较快)?的?(?:势头|态势|走势|形势|表现|运行|发展|效益|方面|情况|状况|总体|整体|增速|涨幅|降幅|增幅|规模|年度)){1,2}$"
)


_MEASURES: Final = frozenset("率额量费值差限")
_MEASURE: Final = Sieved(
    "率$|[一-鿿](?:额|量|费|值|差)$|[上下]限$"
)  # 上线|率, 完好率: nouns whatever the dictionary says


class Phrase:
    """A noun phrase as printed: its half-open span in the sentence."""

    __slots__ = ("end", "start", "text")

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start = start
        self.end = end
        self.text = text


class Word:
    """A word as the segmenter cuts it: its half-open span in the sentence and its part of speech.

    No tuple: of nothing else so many are made, and compiled, a class of its own is made in a tenth of the time.
    """

    __slots__ = ("end", "is_term", "start", "tag", "text")

    def __init__(self, start: int, end: int, text: str, tag: str, is_term: bool) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.tag = tag
        self.is_term = is_term


def words_of(text: str, start: int, end: int, terms: Spans) -> list[Word]:
    """The words between two offsets with their parts of speech; ``is_term`` for those inside lexicon terms."""
    tagged = tagged_words(text[start:end])
    words: list[Word] = []
    position, reach, opened, count = start, start, bisect_left(terms, (start - _LONGEST,)), len(terms)
    for word, tag in tagged:
        stop = position + len(word)
        while opened < count and terms[opened][0] < stop:
            reach = max(reach, terms[opened][1])
            opened += 1
        words.append(Word(position, stop, word, tag, reach > position))
        position = stop
    return words


def is_saying(word: Word) -> bool:
    """Whether a set phrase tells what is done, as 积极参与, 大幅度降低, 听取意见 do and 希望工程, 人民群众 do not."""
    return word.tag in ("i", "l") and not word.is_term and _is_done(word.text)


@cache
def _is_done(text: str) -> bool:
    first, last = (rjieba.tag(half) for half in (text[:2], text[-2:]))
    if len(text) < _SET or len(first) > 1 or len(last) > 1:
        return False
    (begins, how), (ends, what) = first[0], last[0]
    verb = PREDICATES.get(ends)
    said = verb is not None and not verb.in_names and begins not in PREDICATES
    return said or (what.startswith("v") and how in ("d", "ad")) or (what == "v" and verb is None and how == "a")


_SET: Final = 4  # characters


def _ends_phrase(word: Word) -> bool:
    """Whether a word cannot be the last of a noun phrase."""
    if word.is_term or (word.text[-1] in _MEASURES and _MEASURE.search(word.text)):
        return False
    if is_saying(word):
        return True
    if word.tag == "x":
        return word.text not in ("”", "》", ")")
    return word.tag in CLOSED or word.tag in _VERBAL or word.text in PREDICATES


def _opens_phrase(word: Word, following: Word | None) -> bool:
    """Whether what stands to the right of a word is a noun phrase of its own."""
    if word.is_term:
        return False
    if word.tag == "x":
        return word.text not in _OPEN_MARKS
    if word.tag == "f":
        return following is not None
    predicate = PREDICATES.get(word.text)
    if predicate is not None:
        return not predicate.in_names or following is None
    if is_saying(word):
        return True
    return word.tag in CLOSED and word.text not in ("各", "全")


def tidy(printed: str) -> str:
    """A printed name without spaces, list marks and quotation marks at its ends that do not pair inside it.

    >>> tidy("“水客”网络"), tidy("“翻一番”"), tidy("“五一")
    ('“水客”网络', '翻一番', '五一')
    """
    text = printed.strip(" 、").rstrip("“《")
    if "《" in text and "》" not in text:
        text = text[: text.index("《")]
    if text.startswith("“") and text.find("”") in (-1, len(text) - 1):
        text = text[1:]
    if text.endswith("”") and "“" not in text:
        text = text[:-1]
    text = text.strip(" 、")
    return WITHIN.sub("", text) if text.endswith("内") else text


WITHIN: Final = re.compile("(?<=[一-鿿]{2})(?:范围|辖区|境)内$")
"""What says no more than where: 全国|范围内."""
_CLOSER: Final = Sieved(
    "合计|平均|一气|累计|共计|总计|同比|环比|现有|负增长|正增长|所有|整个|唯一|所属|所在|主导|主办|沿途|全部|大型|巨型|临时"
    "|单个|这[座支片架批家位颗套]|原本|所谓|无一|[人户亩]均|隔夜|新兴|新型|正式|实际|名义|大大|仍|较"
)  # 印刷业|同比负增长, 南昌市|现有, 北京市|所有


def closes(word: Word) -> bool:
    """Whether a word that ends a noun phrase is none of the name: it only counts, bounds or points to what follows."""
    return _CLOSER.fullmatch(word.text) is not None


def _is_verb_alone(word: Word, terms: Spans) -> bool:
    """审结|金融案件: a verb that is a statistic where nothing follows it; a verb inside a term is none."""
    if not word.is_term or (verb := PREDICATES.get(word.text)) is None or verb.in_names:
        return False
    return (word.start, word.end) in terms


_PAID: Final = ("研发", "科研", "经费", "资金", "费用")


def _pays(text: str, word: Word) -> bool:
    """甲公司|投入|研发费用: where what is paid follows, 投入 is what somebody does and no statistic."""
    return word.text == "投入" and text.startswith(_PAID, word.end)


def _is_no_end(text: str, words: list[Word]) -> bool:
    word = words[-1]
    named = len(words) > 1 and (words[-2].is_term or words[-2].tag in _KINDS)
    if named and is_of_cases(text, word.text, word.tag, word.end, words[-2].text):
        return False
    return _ends_phrase(word) or closes(word) or _pays(text, word)


_KINDS: Final = frozenset({"n", "vn", "v", "b", "j"})  # 审判|执行案件, 行政|应诉案件


def before(text: str, start: int, end: int, terms: Spans) -> Phrase | None:
    """The noun phrase that ends at ``end`` or, verbs and adverbs apart, just before it; not before ``start``.

    ``terms`` are spans of lexicon terms, which are never cut. A trailing 在中国 or 对全省 is passed over.
    """
    start = max(start, end - _LONGEST)
    if end - start < 1:
        return None
    words = words_of(text, start, end, terms)
    if words and words[-1].text in _TIMES and not words[-1].is_term:
        return None  # 二战|后|1950年
    while words and _is_no_end(text, words):
        words.pop()
    words = _without_place(words)
    first = len(words)
    while first > 0:
        opens = _opens_phrase(words[first - 1], words[first] if first < len(words) else None)
        opens = opens or (first < len(words) and _is_verb_alone(words[first - 1], terms))
        if opens and not _counts_list(words, first - 1):
            break
        first -= 1
    if first > 1 and words[first - 1].tag == "t" and words[first - 2].tag == "uj":
        return before(text, start, words[first - 2].start, terms)  # 投资收益的|上年同期|基数 is of 投资收益
    built, first = _goes_on(words, first)
    words = _without_ruler(_without_classifier(text, _without_clause(words[first:])), built)
    while words and _joins(words[0]):
        words.pop(0)
    if not words:
        return None
    begin, stop = words[0].start, words[-1].end
    begin = quoted_begin(text, start, _name_begin(text, start, begin), stop)
    stop = _name_end(text, begin, without_adverb(text, begin, stop))
    scope = _SCOPE_WORDS.match(text[begin:stop])
    if scope is not None and any(word.start == begin + scope.end() for word in words):
        begin += scope.end()  # 世界银行, 全国政协 are names
    printed = text[begin:stop]
    if is_no_name(printed, "phrase") or (len(printed) < 2 and not words[0].is_term):
        return None
    return Phrase(begin, stop, printed)


def _goes_on(words: list[Word], first: int) -> tuple[bool, int]:
    """Whether the first word is a verb that only goes on with the one before, and where it is: 新增及|优化线路."""
    if not 0 < first < len(words):
        return False, first
    joint = first + 1 < len(words) and words[first].text in AND
    built = is_second(words[first - 1].text, words[first + joint].text)
    return built, first + (joint and built)


def _name_end(text: str, begin: int, stop: int) -> int:
    """Where a name ends that more words follow within its phrase."""
    follows = _TAIL.search(text, begin + 2, stop) if text[stop - 1] == "后" and stop - begin > 2 else None
    stop = follows.start() if follows else stop - (text.startswith("所占", stop - 1) and stop - begin > 2)
    trail = _TRAIL.search(text[begin:stop]) if text[stop - 1] in _TRAILS else None
    return stop - len(trail.group()) if trail and trail.start() >= 2 else stop


def _name_begin(text: str, start: int, begin: int) -> int:
    """Where a name begins of which a dictionary has its first character wrong: 在|华企业, 中|韩两国, 两|国领导人."""
    leads = _LEAD.match(text, begin) if text[begin] in _LEADS else None
    if begin > start and text[begin - 1] in _COUNTS and text[begin] in _LENGTHS:
        leads = _LENGTH.match(text, begin)
    if leads is not None:
        return leads.end()
    if text[begin] == "强" and begin > start and text[begin - 1] in _COUNTS:
        strong = _STRONGEST.search(text, max(start, begin - 12), begin)
        return strong.start() if strong else begin
    if text[max(0, begin - 1) : begin + 1] in ("在华", "对华", "来华"):
        return begin + 1
    for back in (2, 3):
        if begin >= start + back and "代" in text[begin - 1 : begin + 1] and _GENERATION.match(text, begin - back):
            return begin - back
    return _pair_begin(text, start, begin)


def _pair_begin(text: str, start: int, begin: int) -> int:
    """Where two or three countries begin that a name is torn from: 美|韩两国, 中日|韩三国, 日韩两|国律师."""
    for back in (3, 2, 1):
        paired = _PAIR.match(text, begin - back) if begin >= start + back else None
        if paired is not None and paired.end() > begin:
            return begin - back
    return begin


def last_words(text: str, found: Phrase, size: int) -> int:
    """Where the last ``size`` words of a phrase begin, one of a single character counting with the one before it."""
    words = words_of(text, found.start, found.end, ())
    number = len(words)
    while size and number:
        number -= 1
        size -= len(words[number].text) > 1
    return words[number].start


_LEADS: Final = frozenset("而驱像些内波轮地经")
_LEAD: Final = Sieved(
    "(?:而(?![立今且])|驱动(?![力型桥轮系电机器])|像(?![章素样片])|些"
    "|(?<=[0-9一二两三四五六七八九十几]年)内(?![蒙地陆资需科容部外])|(?<=第[一二三四五六七八九十])[波轮]|(?<=[该这])地区|经(?![济营理过典费贸开常络纪])(?=[一-鿿]{1,8}(?:口岸|港|大桥|海关|关区|铁路)))(?=[一-鿿A-Z]{2})"
)  # 而|甲公司, 驱动|客单价, 像|北京, 一些|企业, 五年内|武汉, 第一波|海啸, 该地区|船舶, 去年经|某口岸
_TAIL: Final = Sieved("紧[随追]其后$")  # 甲公司|紧随其后
_COUNTS: Final = frozenset("0123456789一二两三四五六七八九十百千多几")
_LENGTHS: Final = frozenset("多个小分天周年月时")
_LENGTH: Final = Sieved(
    "多?个?多?(?:(?:小时|分钟)(?:的?时间)?(?:之?[内里])?|[天周年月](?:的?时间)?之?[内里]|[天周年月]的?时间)(?=[一-鿿]{2})"
)  # 24小时内|印度, 6天时间里|主席
_STRONGEST: Final = Sieved(
    "(?:世界|全球|中国|全国|亚洲|民营企业|民企|制造业|物流|软件|电子信息|建筑业|服务业|百货|零售)*"
    "(?:[0-9]{1,4}|[一二三五十百]{1,3})$"
)  # 物流50|强企业
_GENERATION: Final = Sieved("第[一二三四五六七八九十]代")  # 第三|代半导体
_NATION: Final = (
    "[中美日韩朝俄英法德欧印澳加非越泰老缅柬巴以伊叙土沙埃阿哈吉乌塔白波捷塞匈意希西葡古智秘墨新马菲尼斯孟蒙]"
)
_PAIR: Final = Sieved(
    f"{_NATION}{{1,2}}{_NATION}(?:两国|双方|双边|三国|四国)"
    "|[两各三四]国(?:领导|政府|元首|军队|企业|人民|民众|公民|外长|总理|首脑|律师|专家|学者|代表|警方|选手|学生|游客)"
)
_CLAUSE_OPENERS: Final = frozenset({"代表", "反映"})  # verbs that the dictionary takes for nouns
_SHORTEST_HEAD: Final = 3  # characters


def _without_clause(words: list[Word]) -> list[Word]:
    """The head of a phrase that opens with a clause: 代表转型升级的|高技术制造业; 企业的用电量 opens with none."""
    marks = [n for n, word in enumerate(words) if word.tag == "uj" and not word.is_term]
    if not marks or marks[-1] + 1 >= len(words):
        return words
    ruled = any(word.tag in ("v", "a") and not word.is_term for word in words[: marks[-1]])
    head = words[marks[-1] + 1 :]
    if not (ruled or words[0].text in _CLAUSE_OPENERS):
        return words
    named = any(word.is_term for word in head) or head[-1].end - head[0].start >= _SHORTEST_HEAD
    return head if named else words


_NUMERALS: Final = frozenset("0123456789一二三四五六七八九十百千万亿两几多余")


def _without_classifier(text: str, words: list[Word]) -> list[Word]:
    """A phrase right behind a number without the classifier of that: 9|个|经济大类中的, 第五|批|医疗队."""
    if len(words) < 2 or words[0].tag != "q" or words[0].is_term or words[0].text not in "个批":
        return words
    return words[1:] if text[max(0, words[0].start - 1) : words[0].start] in _NUMERALS else words


_SCOPES: Final = frozenset({"全国", "全省", "全市", "全县", "全区"})
_SHORTEST_RULED, _SHORTEST_NAME = 3, 2  # characters


def _without_ruler(words: list[Word], built: bool) -> list[Word]:
    """A phrase without the verb that rules it: 组织|民兵预备役人员, 改造|老旧小区; 改造项目, 处理能力 are names.

    A second verb after another, or after what is ``built``, is none of the name however short that is:
    整治|提升|村庄, 新建|改造|学校.
    """
    first = int(len(words) > 1 and words[0].text in _SCOPES)
    if len(words) < first + 2 or not RULERS.fullmatch(words[first].text):
        return words
    if words[first].is_term:
        return words
    rest = words[first + 1 :]
    if len(rest) > 1 and not rest[0].is_term and RULERS.fullmatch(rest[0].text):
        built, rest = True, rest[1:]
    size = rest[-1].end - rest[0].start
    named = rest[0].tag.startswith(("n", "b", "a", "j")) or (size > 4 and len(rest) > 1)
    long = (built and size >= _SHORTEST_NAME) or (size >= _SHORTEST_RULED and named)
    return rest if long and not RULED.match(rest[0].text, 0) else words


def _joins(word: Word) -> bool:
    """Whether a word only joins a noun phrase to what is before it."""
    if word.is_term:
        return False
    return word.tag in ("c", "uj", "f") or word.text in ("、", "”", ")", "的", "和", "及")


def _counts_list(words: list[Word], number: int) -> bool:
    """Whether the word ``number`` counts the list before it: 家具、食品|三个|行业, 信息服务和设计等|3个|行业."""
    if words[number].tag not in ("m", "mq") or number < 2:
        return False
    closes = number - 1 if words[number - 1].text == "等" else number
    if closes < 2 or _ends_phrase(words[closes - 1]):
        return False
    return any(word.text in ("、", "和", "及") for word in words[max(0, closes - 4) : closes])


FAR_FROM: Final = frozenset({"距", "距离"})
"""距离|县城|6公里 is of who is so far from it: nobody who stands behind these owns a number."""
_CUT_OFF: Final = frozenset({"在", "对", "向", "与", "同", "从", "于", "按", "以", "通过"}) | FAR_FROM


def _without_place(words: list[Word]) -> list[Word]:
    """Cuts a last prepositional phrase off, if something is left before it: 日本车企|在中国的, 工业|对全省经济."""
    for place in range(len(words) - 1, 0, -1):
        word = words[place]
        if word.text in ("与", "同") and any(before.text == "、" for before in words[:place]):
            continue  # 信息服务、研发|与|设计服务 is a list
        if word.tag == "p" and word.text in _CUT_OFF:
            head = words[:place]
            while head and _ends_phrase(head[-1]):
                head.pop()
            return head or ([] if word.text in FAR_FROM else words[place + 1 :])
    named = words[-1:] and words[0].text == "以" and words[-1].text == "名义"  # 以代表团名义|提出12件
    located = len(words) > 1 and words[0].text in ("在", "于") and (words[1].tag in _PLACES or not words[1].is_term)
    return [] if located or named or (words and words[0].text in FAR_FROM) else words
