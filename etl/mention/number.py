"""Reads the numbers of a sentence: every number with its place, value, unit and bound, claim or not."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from etl.characters import normalise
from etl.grammar import Rule
from etl.lexicon.number_words import FIGURED, FIGURES, FINDER, TERMS
from etl.lexicon.terms import Found
from etl.mention import (
    amount,
    exclusion,
    implied_unit,
    interval,
    medal,
    parts,
    quantity,
    rank,
    ratio,
    shared_bound,
    shared_unit,
    spacing,
)
from etl.mention.bound import read_bound
from etl.mention.draft import Draft
from etl.mention.numeral import FOLDED, fold_characters
from etl.mention.numeral import PATTERN as NUMERAL
from etl.model import NumberMention
from etl.sieve import Openings, Sieved

_STARTING: Final = (
    ("0123456789零一二两三四五六七八九廿卅卌十百千万亿", ""),
    (".", "[0-9]"),
    ("几数", "(?=[十百千万亿])"),
    ("上", "(?=[百千万亿])"),
    ("第", "(?=[0-9零一二两三四五六七八九十百千万几])"),
    ("前", "(?=[0-9一二两三四五六七八九十])"),
    ("翻", "(?=[了上近将接]{0,4}[0-9一二两三四五六七八九十几番倍])"),
    ("过超", "过?半"),
    ("半", "(?=[数公斤小升亩吨百折]|个(?![多月年世]))"),
    ("首", "位"),
    ("个单双", "(?=位数)"),
    ("对", "折"),
    ("米", "(?=[一二三四五六七八九](?![一-鿿]|.?[元/])|[一二三四五六七八九]左右)"),
    ("$￥¥€£", ""),
    ("U", r"S\$"),
    ("H", r"K\$"),
    ("人", "民币 ?(?=[0-9一二两三四五六七八九十])"),
    ("港", "币 ?(?=[0-9])"),
    ("R", "MB"),
    ("摄华", "氏"),
)
"""What may begin a number, and what has to follow that."""
_STARTS: Final = Openings(_STARTING)
"""Every place where a number may begin."""
_MAY_START: Final = Openings((*_STARTING, (FOLDED, "")))
"""The same before numerals are folded."""
_NUMERAL: Final = re.compile(NUMERAL)
_LONE: Final = frozenset("一二两三四五六七八九")
_GOES_ON: Final = frozenset("零一二两三四五六七八九廿卅卌点多余来几十百千万亿兆")
"""What a numeral that begins with one digit in Chinese may go on with."""
_BY_NEXT: Final[dict[str, tuple[Rule[Draft], ...]]] = {
    "百": (ratio.FRACTION,),
    "份": (ratio.FRACTION,),
    "分": (ratio.PER_HUNDRED, ratio.FRACTION, amount.SECONDS),
    "秒": (amount.SECONDS,),
    "年": (amount.YEARS,),
    "小": (amount.HOURS,),
    "个": (quantity.COUNTED,),
    "又": (ratio.FRACTION,),
    "/": (ratio.PER_PEOPLE, ratio.SLASH_FRACTION),
    "成": (ratio.TENTHS,),
    "折": (ratio.DISCOUNT,),
    "位": (ratio.DIGITS, rank.SECOND),
    "名": (rank.SECOND,),
    "半": (ratio.HALF,),
    "米": (amount.METRES,),
    "元": (amount.COINS,),
    "块": (amount.COINS,),
    "圆": (amount.COINS,),
    "角": (amount.COINS,),
    "毛": (amount.COINS,),
    "斤": (amount.CATTIES,),
    "金": (medal.MEDALS,),
    "银": (medal.MEDALS,),
    "铜": (medal.MEDALS,),
}
"""What follows a numeral -> the rules that are asked before those of quantities."""
_SMALL: Final = frozenset("0123456789零一二两三四五六七八九半")
_THEN: Final[dict[str, frozenset[str]]] = dict.fromkeys("元块圆角毛斤米", _SMALL) | {
    "个": frozenset("亿多半"),
    "小": frozenset("时"),
}
"""And what has to follow that, for some of them to read anything."""
_BY_START: dict[str, tuple[Rule[Draft], ...]] = (
    {
        "第": (rank.POSITIONS, rank.POSITION, rank.ORDINAL),
        "前": (rank.TOP,),
        "首": (rank.HEAD,),
        "翻": (ratio.DOUBLING,),
        "过": (ratio.HALF,),
        "超": (ratio.HALF,),
        "半": (ratio.HALF, ratio.HALF_UNIT, ratio.DISCOUNT),
        "个": (ratio.DIGITS,),
        "单": (ratio.DIGITS,),
        "双": (ratio.DIGITS,),
        "对": (ratio.DISCOUNT,),
    }
    | dict.fromkeys("$￥¥€£UHR人港", (amount.CURRENCY_FIRST,))
    | dict.fromkeys("摄华", (amount.TEMPERATURE,))
)
_BY_START |= {"零": (amount.TEMPERATURE,), "米": (amount.METRES,)}

RULES: Final[tuple[Rule[Draft], ...]] = (
    *amount.RULES,
    *ratio.RULES,
    *rank.RULES,
    *medal.RULES,
    quantity.COUNTED,
    *quantity.RULES,
)
"""Every rule that reads a number where it stands."""
CONTEXT_RULES: Final[tuple[Rule[str], ...]] = (
    interval.INTERVAL,
    *implied_unit.RULES,
    *shared_unit.RULES,
    shared_bound.SHARED_BOUND,
    parts.PARTS,
    *exclusion.RULES,
)
"""Every rule that looks at the neighbours of a number."""

_ADDRESS = re.compile("(?:https?://|www[.])[0-9A-Za-z./?=&%_#:~+-]{1,300}|[0-9A-Za-z._-]{1,64}@[0-9A-Za-z.-]{1,64}")
_WORDS_WITH_MINUS: Final = frozenset("抱欠担肩亏减自胜正背辜税")
_JOINED: Final = frozenset(")%℃-—~")
_MEASURED: Final = frozenset(("percent", "points", "multiple"))
_GREATEST: Final = Sieved("最[大高长深远]的?$")  # 世界最大两个经济体 says which, not how many at most
_TITLE: Final = re.compile("《[^《》]{1,60}》")
_QUOTE: Final = re.compile("“[^“”]{1,14}”")
_CHINESE_IN_QUOTE: Final = re.compile("[零一二两三四五六七八九十百千万]")


def find_numbers(text: str) -> list[NumberMention]:
    """Every number of the printed sentence from left to right; offsets count its characters.

    >>> [(m.text, str(m.value), m.unit, m.bound) for m in find_numbers("企业超60万家，增长７.２％")]
    [('60万家', '600000', '家', 'more_than'), ('７.２％', '7.2', '%', 'exact')]
    """
    view = normalise(text)
    first = _MAY_START.next(view)
    if first < 0:
        return []
    view = fold_characters(view)
    first = _STARTS.next(view, first)
    if first < 0:
        return []
    closed = spacing.close(view)
    if closed is not None:
        return [spacing.reopen(mention, text, closed) for mention in _numbers(closed.text, closed.text, 0)]
    return _numbers(text, view, first)


def _numbers(text: str, view: str, first: int) -> list[NumberMention]:
    """The numbers of a text that opens none before ``first``."""
    drafts = interval.join_all(view, _drafts(view, first))
    implied_unit.imply_units(view, drafts)
    shared_unit.share_units(view, drafts)
    if any(colon in view for colon in parts.COLONS):
        parts.join_parts(view, drafts)
    barred = _barred(view)
    mentions = [_mention(text, view, draft, barred) for draft in drafts]
    shared_bound.share_bounds(view, mentions)
    return mentions


def _drafts(view: str, first: int) -> list[Draft]:
    drafts: list[Draft] = []
    words: list[Found[str]] | None = None
    addressed = "http" in view or "www." in view or "@" in view
    figured = addressed or any(pair in view for pair in FIGURED)
    index, position, previous = 0, first, -1
    while (begin := _STARTS.next(view, position)) >= 0:
        draft = _read(view, begin, previous)
        if words is None and (figured or view[begin] in _WORDED):
            words = _words(view, addressed)
        word = None
        if words is not None:
            while index < len(words) and words[index].end <= begin:
                index += 1
            word = words[index] if index < len(words) and words[index].start <= begin else None
        if word is not None and word.entry == "word" and _is_word(word, draft):
            position = max(word.end, begin + 1 if draft else _after_numeral(view, begin))
            continue
        if draft is None:
            position = _after_numeral(view, begin)
            continue
        if word is not None and word.entry == "phrase":
            draft.reason = draft.reason or "phrase"
        drafts.append(draft)
        position = max(draft.end, begin + 1)
        previous = draft.end
    return drafts


_WORDED: Final = frozenset("".join(TERMS)) - FIGURES
"""What a number may begin with that is only a part of a word."""


def _words(view: str, addressed: bool) -> list[Found[str]]:
    """The words and addresses of a text that hold what is no number, from left to right."""
    words = FINDER.find(view)
    if not addressed:
        return words
    words += [Found(m.start(), m.end(), m.group(), "word") for m in _ADDRESS.finditer(view)]
    return sorted(words, key=lambda f: f.start)


def _after_numeral(view: str, begin: int) -> int:
    """Where to go on after what is no number: past the whole numeral, so that no character is tried twice."""
    return max(begin + 1, _end_of_numeral(view, begin))


def _end_of_numeral(view: str, begin: int) -> int:
    """Where the numeral at ``begin`` ends; ``begin`` where there is none."""
    if view[begin] in _LONE and view[begin + 1 : begin + 2] not in _GOES_ON:
        return begin + 1
    run = _NUMERAL.match(view, begin)
    return run.end() if run is not None else begin


def _is_word(word: Found[str], draft: Draft | None) -> bool:
    """Whether the numeral belongs to the word around it (同一个) and is no number (提高一倍)."""
    if draft is None or draft.end <= word.end:
        return True
    if draft.numeral is not None and draft.numeral.digits and word.start < draft.start:
        return True  # 唯一一个
    return word.start < draft.start and (draft.small or draft.form == "bare") and draft.form not in _MEASURED


def _read(view: str, begin: int, previous: int) -> Draft | None:
    """What the first rule that fits reads at ``begin``."""
    rules = _BY_START.get(view[begin])
    if rules is not None:
        draft = _first(rules, view, begin)
        if draft is not None or view[begin] not in "零":
            return draft
    end = _end_of_numeral(view, begin)
    if end == begin:
        whole = _first((ratio.PER_HUNDRED,), view, begin)
        return None if whole is None else _signed(view, whole, previous)
    if end - begin > 1 and view[end - 1] == "两":
        draft = _first((amount.TAELS,), view, begin)
        if draft is not None:
            return draft
    if end - begin > 8 and begin and view[begin - 1].isascii() and view[begin - 1].isalpha():
        return None  # the number of an order, an account or a document
    following = view[end : end + 1]
    asked = _BY_NEXT.get(following)
    then = _THEN.get(following) if asked is not None else None
    draft = None
    if asked is not None and (then is None or view[end + 1 : end + 2] in then):
        draft = _first(asked, view, begin)
    draft = draft or quantity.read(view, begin, end)
    if following == "折" and draft is not None and draft.form == "bare":
        return None
    return None if draft is None else _signed(view, draft, previous)


def _first(rules: tuple[Rule[Draft], ...], view: str, begin: int) -> Draft | None:
    for rule in rules:
        match = rule.pattern.match(view, begin)
        if match is not None:
            draft = rule.produce(match)
            if draft is not None:
                return draft
    return None


def _signed(view: str, draft: Draft, previous: int) -> Draft | None:
    """The draft with the minus that stands before it; None for a magnitude that is no number."""
    if draft.form == "bare" and draft.numeral is not None and draft.numeral.bare and not _stands_alone(view, draft):
        return None
    if not draft.start or draft.start - 1 == previous:
        return draft  # what stands between two numbers joins them
    sign, before = view[draft.start - 1], view[max(0, draft.start - 2) : draft.start - 1]
    if sign == "的" and before == "负" and draft.dimension == "percent":
        draft.start -= 1
    elif not _is_minus(sign, before, draft) and not _is_below_zero(view, sign, before, draft):
        return draft
    draft.start -= 1
    draft.value = -draft.value
    return draft


def _is_minus(sign: str, before: str, draft: Draft) -> bool:
    """Whether the character before a number is its minus: 负5%, 的-5.3%, but not 抱负, 税负, 7-10, 歼-15."""
    if sign == "负":
        return before not in _WORDS_WITH_MINUS
    if sign != "-" or before in _JOINED or (before.isascii() and before.isalnum()):
        return False
    measured = draft.form not in ("bare", "quantity") or draft.dimension in ("money", "temperature")
    return measured or not "一" <= before <= "鿿" or draft.value % 1 != 0


_DEGREES: Final = re.compile("(?:[~至到]|—{1,2}|-)-?[0-9.]{1,4}(?:℃|°C|摄氏度)")


def _is_below_zero(view: str, sign: str, before: str, draft: Draft) -> bool:
    """气温-5~3℃, -25℃~-28℃: the minus of a temperature that another is joined to."""
    if sign != "-":
        return False
    if draft.dimension == "temperature":
        return before in "~至到"
    return draft.form == "bare" and "一" <= before <= "鿿" and _DEGREES.match(view, draft.end) is not None


def _stands_alone(view: str, draft: Draft) -> bool:
    """Whether a magnitude without digits is a size: 过万, 千余, 万亿级, but not 万科."""
    if draft.base:
        return True
    bound, _, _ = read_bound(view, draft.start, draft.end, "", "bare")
    if bound != "exact" or view[draft.start - 1 : draft.start] in ("过", "达"):
        return True
    return draft.end - draft.start > 1


def _barred(view: str) -> list[tuple[int, int, str]]:
    """The stretches whose numbers name something: titles of works and short quoted phrases."""
    spans = []
    if "《" in view:
        spans += [(found.start(), found.end(), "title") for found in _TITLE.finditer(view)]
    if "“" in view:
        spans += [
            (found.start(), found.end(), "quoted")
            for found in _QUOTE.finditer(view)
            if _CHINESE_IN_QUOTE.search(found.group())
        ]
    return sorted(spans)


def _mention(text: str, view: str, draft: Draft, barred: list[tuple[int, int, str]]) -> NumberMention:
    base = "range" if draft.high is not None else draft.base
    bound, outer_start, outer_end = read_bound(view, draft.start, draft.end, base, draft.form)
    if bound == "at_most" and draft.dimension == "count" and _GREATEST.search(view, outer_start, draft.start):
        bound, outer_start = "exact", draft.start
    draft.bound = "range" if draft.high is not None else bound
    reason = exclusion.reason_against(view, draft)
    if not reason:
        place = bisect_left(barred, (draft.start,))
        for start, end, why in barred[max(0, place - 2) : place]:  # a title may stand inside a quotation
            if start < draft.start < end and (why == "title" or not _measured(draft)):
                reason = why
    return NumberMention(
        draft.start,
        draft.end,
        text[draft.start : draft.end],
        draft.value,
        draft.unit,
        draft.form,
        draft.rule,
        draft.high,
        draft.bound,
        draft.dimension,
        min(outer_start, draft.start),
        max(outer_end, draft.end),
        not reason,
        reason,
    )


def _measured(draft: Draft) -> bool:
    """Whether a number in a short quotation is still a figure (“增长7%”)."""
    return draft.form not in ("quantity", "bare") or (
        draft.numeral is not None
        and (draft.numeral.arabic or draft.numeral.magnitude >= 10_000)
        and draft.form != "bare"
    )


def render(mention: NumberMention) -> str:
    """One line for a mention, as the examples of the rules print it."""
    value = f"{mention.value:f}" if mention.form != "fraction" else f"{mention.value:.4f}"
    value = value.rstrip("0").rstrip(".") if "." in value else value
    if mention.value_high is not None:
        high = f"{mention.value_high:f}"
        value += ".." + (high.rstrip("0").rstrip(".") if "." in high else high)
    parts = [mention.text, "=", value]
    if mention.unit:
        parts.append(mention.unit)
    if mention.bound != "exact":
        parts.append(mention.bound)
    if not mention.claimable:
        parts += ["no claim:", mention.reason]
    return " ".join(parts)
