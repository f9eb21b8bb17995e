"""The words of a text with their parts of speech, where a segmenter joins or cuts them wrong put right."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import rjieba

from etl.lexicon.compounds import first_compound
from etl.lexicon.predicates import PREDICATES
from etl.lexicon.word_classes import corrected

_TITLE: Final = "nz"
_AFTER_NAMES: Final = {"以": "p", "用": "p", "则": "d"}
_WITH_SUM: Final = frozenset({"中共", "公共", "国共", "一共", "总共", "反共", "亲共"})
_SHORTEST_NAME: Final = 2  # characters


@lru_cache(maxsize=1 << 12)
def tagged_words(text: str) -> list[tuple[str, str]]:
    """Words and parts of speech, which several rules ask for; nobody changes the list."""
    tagged = corrected(_cut(text))
    tagged = _all_told(tagged) if "共" in text else tagged
    tagged = _torn_apart(tagged) if "据" in text or "村" in text else tagged
    tagged = _named_alone(tagged) if "以" in text or "则" in text or "用" in text else tagged
    tagged = _joined_apart(tagged) if "及" in text else tagged
    tagged = _numbered(tagged) if "号" in text else tagged
    tagged = _of_type(tagged) if "型" in text else tagged
    tagged = _of_banks(tagged) if "大行" in text else tagged
    return _titles_whole(tagged) if "》" in text else tagged


def _cut(text: str) -> list[tuple[str, str]]:
    """The words as the segmenter cuts what stands around compounds that it does not know."""
    tagged: list[tuple[str, str]] = []
    while (found := first_compound(text)) is not None:
        begin, row = found
        tagged += [*rjieba.tag(text[:begin]), (row.word, row.tag)]
        text = text[begin + len(row.word) :]
    return tagged + rjieba.tag(text) if tagged else rjieba.tag(text)


def _all_told(tagged: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words with the adverb of a sum for itself: 军队|共|出动|兵力, 全片|共|8集."""
    split: list[tuple[str, str]] = []
    for word, tag in tagged:
        if word[0] == "共" and word[1:] in PREDICATES:
            split += [("共", "d"), (word[1:], "v")]
        elif word[-1] == "共" and len(word) > 1 and word not in _WITH_SUM:
            split += [(word[:-1], "n"), ("共", "d")]
        else:
            split.append((word, tag))
    return split


_TORN: Final = {
    **{f"据{place}": [("据", "p"), (place, "n")] for place in "省市区县"},
    **{f"村{verb}": [("村", "n"), (verb, "v")] for verb in "有辖"},
}
"""What a segmenter takes for one word: 据|区农业农村局统计, 金花村|有12个村民组."""


def _torn_apart(tagged: list[tuple[str, str]]) -> list[tuple[str, str]]:
    split: list[tuple[str, str]] = []
    for word, tag in tagged:
        split += _TORN.get(word) or [(word, tag)]
    return split


def _named_alone(tagged: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words with a person's name for itself, of which a segmenter takes more: 王小明|以|5秒的优势."""
    split: list[tuple[str, str]] = []
    for place, (word, tag) in enumerate(tagged):
        joined = _AFTER_NAMES.get(word[-1]) if tag.startswith("nr") and len(word) > _SHORTEST_NAME else None
        if word[-1] == "用" and (place + 1 == len(tagged) or tagged[place + 1][1] == "x"):
            joined = None  # 李致用、王明
        split += [(word, tag)] if joined is None else [(word[:-1], tag), (word[-1], joined)]
    return split


_WITH_AND: Final = ("普及", "埃及", "涉及", "波及", "触及", "顾及", "提及", "危及", "惠及", "以及")


def _joined_apart(tagged: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words with 及 for itself, which a segmenter takes into a name: 降费|及|退税."""
    split: list[tuple[str, str]] = []
    for word, tag in tagged:
        if word[-1] == "及" and len(word) > _SHORTEST_NAME and not word.endswith(_WITH_AND):
            split += [(word[:-1], tag), ("及", "c")]
        else:
            split.append((word, tag))
    return split


_NUMBERED: Final = re.compile("[一二三四五六七八九十]{1,3}号")
_LINE: Final = "号线"
_NUMERAL: Final = re.compile("[0-9一二三四五六七八九十]{1,3}")


def _numbered(tagged: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words with a number as a part of a name: 嫦娥|三号|探测器, 地铁|6|号线; 军方|12|号 is a day."""
    told: list[tuple[str, str]] = []
    for place, (word, tag) in enumerate(tagged):
        named = tag == "m" and place > 0 and tagged[place - 1][1].startswith("n") and len(tagged[place - 1][0]) > 1
        line = named and place + 1 < len(tagged) and tagged[place + 1][0].startswith(_LINE)
        numbered = _NUMBERED.fullmatch(word) if named else None
        told.append((word, _TITLE if numbered or (line and _NUMERAL.fullmatch(word)) else tag))
    return told


def _of_type(tagged: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words with what kind of thing it is as one: 护理|型|床位."""
    told: list[tuple[str, str]] = []
    for place, (word, tag) in enumerate(tagged):
        kind = word == "型" and tag == "k" and told and told[-1][1].startswith("n")
        if kind and (place + 1 == len(tagged) or tagged[place + 1][1].startswith("n")):
            told[-1] = (f"{told[-1][0]}型", "b")
        else:
            told.append((word, tag))
    return told


_GREAT: Final = "大"
_BANK: Final = "行"


def _of_banks(tagged: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words with the great banks as one: 六大|行, 国有|大|行."""
    told: list[tuple[str, str]] = []
    for word, tag in tagged:
        if word == _BANK and told and told[-1][0][-1] == _GREAT:
            told[-1] = (f"{told[-1][0]}{_BANK}", "n")
        else:
            told.append((word, tag))
    return told


def _titles_whole(tagged: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words with a title as one: 《职务与职级并行规定》; after a noun (纪录片|《大湾区》) it only goes on."""
    whole: list[tuple[str, str]] = []
    opened = -1
    for word, tag in tagged:
        whole.append((word, tag))
        if word == "《":
            goes_on = len(whole) > 1 and whole[-2][1].startswith("n")
            opened = -1 if goes_on else len(whole) - 1
        elif word == "》" and opened >= 0:
            whole[opened:] = [("".join(each for each, _ in whole[opened:]), _TITLE)]
            opened = -1
    return whole
