"""Whose figures are told where an article says 我省, 全市 and names no place: its paper's, or just 全市."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from etl.lexicon.papers import PAPERS
from etl.lexicon.regions import DIVISIONS, REGIONS, Region, common_region, find_regions, within
from etl.lexicon.terms import Found

OF_OWN: Final = {
    "省": ("province",),
    "市": ("prefecture", "county", "province"),
    "县": ("county",),
    "区": ("county", "province", "new_area"),
    "州": ("prefecture",),
    "疆": ("province",),
}
"""The levels of the places that 全省, 全市 … speak of."""
_PAPER: Final = re.compile("(?:日报|晚报|晨报|早报|商报|时报|新报|都市报|经济报|报|发布|新闻网)$")
_TRADE_PAPER: Final = re.compile("证券|期货|金融|国际")  # 上海证券报 is read in all of the country
# 居全省第一, 高于全市 name the field of a comparison; 全市场, 全区域, 安全区 no place at all.
_SELF: Final = re.compile(  # it begins with what a search passes over other characters by
    "[全我](?<![安健完齐]全)(?:(?<![居列占于比与、在].)(?:(?<=全)疆|[省市县区州])(?![域块别间际场值面委政人])"
    "|(?<=我)国|(?<=全)国(?=共|累计|实现|完成|规模以上|规上|城镇|居民|固定|社会|货物|粮食|一般公共))"
)
_COUNTRY: Final = "国"
_CITY: Final = "市"


def own_word(text: str) -> str | None:
    """The last 全省, 我市 of a text that is no field of a comparison; '' where the country was spoken of last."""
    found = _SELF.findall(text) if "全" in text or "我" in text else ()
    if not found:
        return None
    return "" if found[-1].endswith(_COUNTRY) else str(found[-1])


def of_level(place: str, word: str) -> str | None:
    """The place that 全省 means in the news of a place: itself, or the division of that level that it lies in."""
    levels = OF_OWN[word[-1]]
    fits = [each for each in (place, *within(place)) if REGIONS[each].level in levels]
    if word[-1] == _CITY:
        fits = [each for each in fits if REGIONS[each].level != "province" or each.endswith(_CITY)]
    return fits[0] if fits else None  # of 广东省 nothing is 全市, of 北京市 all


def place_of_paper(publication: str, word: str) -> str | None:
    """福建日报, 南方日报 say 我省: the division that a paper is of, or that of the level which has it."""
    home = home_of_paper(publication)
    return of_level(home, word) if home is not None else None


@lru_cache(maxsize=1 << 8)
def home_of_paper(publication: str) -> str | None:
    """The division that a paper is of, None for one of the whole country.

    >>> home_of_paper("南方日报"), home_of_paper("洛阳日报"), home_of_paper("人民日报")
    ('广东省', '洛阳市', None)
    """
    home = PAPERS.get(publication)
    if home is not None or _TRADE_PAPER.search(publication):
        return home
    named = (f.entry.name for f in find_regions(_PAPER.sub("", publication)) if f.entry.level in DIVISIONS)
    return next(named, None)


def meant_by(word: str, places: Mapping[str, str], home: str | None) -> str | None:
    """The division that 全省, 我市 mean: the last one of their level that was named, else that of the paper.

    >>> [meant_by("市", {"province": name}, "洛阳市") for name in ("上海市", "河南省")]
    ['上海市', '洛阳市']
    """
    for level in OF_OWN[word]:
        named = places.get(level)
        if named is not None and (level != "province" or word in "省疆" or named.endswith(word)):
            return named
    return of_level(home, word) if home is not None else None


@lru_cache(maxsize=1 << 8)
def place_of_report(publication: str, title: str) -> str | None:
    """平顶山日报 prints 叶县政府工作报告: a place whose name stands only together with that of its paper's."""
    stem = _PAPER.sub("", publication)
    found = [f for f in find_regions(f"{stem}{title}") if f.end > len(stem) and f.entry.level in DIVISIONS]
    return found[0].entry.name if found else None


_OTHERS: Final = frozenset("对与同跟向自从由比较除占援经、和及")  # 从|北京|出发, 对|美国|出口, 甲地、|乙地
_LISTED: Final = frozenset("、和与等")
_JOINTS: Final = frozenset("、和与及")
_OF_FIRM: Final = re.compile("[一-鿿()]{2,14}(?:公司|集团)")  # 佛山|某某机器人公司 is a name
# 丽江|至|香格里拉, 香格里拉|铁路、|贵阳, 青岛|港和|大连
_BESIDE: Final = re.compile("[^，。；：、]{0,8}[、和与及][^，。；：、]{0,6}|[至到—~-]{1,2}")
_SCENES: Final = DIVISIONS | {"country", "new_area"}


def last_scene(text: str, regions: Sequence[Found[Region]]) -> str | None:
    """The last place at which something may happen: not 从|北京, none of 甲地、乙地, nor 中部地区, which has no bounds.

    Places of a list, or at the ends of a line (贵阳至南宁高铁), are the division that they all lie in, if one is.

    >>> [last_scene(text, find_regions(text)) for text in ("在福建三明走访", "从福建出发", "贵阳至南宁高铁开通")]
    ['三明市', None, None]
    """
    stop = len(regions)
    while stop > 0:
        first = _first_of_list(text, regions, stop - 1)
        listed = regions[first:stop]
        stop = first
        if len(listed) > 1:
            common = common_region([each.entry.name for each in listed])
            if common is not None and REGIONS[common].level in DIVISIONS:
                return common
        elif _is_scene(text, listed[0]):
            return listed[0].entry.name
    return None


def _is_scene(text: str, found: Found[Region]) -> bool:
    before, after = text[max(0, found.start - 1) : found.start], text[found.end : found.end + 1]
    if found.entry.level not in _SCENES or before in _OTHERS or after in _LISTED:
        return False
    return _OF_FIRM.match(text, found.end) is None


def stands_in_list(text: str, regions: Sequence[Found[Region]], number: int) -> bool:
    """Whether a place is one of several of its level: after 湖北、湖南两省, 全省 means neither."""
    for before, after in ((number - 1, number), (number, number + 1)):
        if before >= 0 and after < len(regions):
            left, right = regions[before], regions[after]
            if left.end + 1 == right.start and text[left.end] in _JOINTS:
                return left.entry.level == right.entry.level
    return False


def _first_of_list(text: str, regions: Sequence[Found[Region]], last: int) -> int:
    """Where the list of places begins whose end is at ``last``: 丽江|至|香格里拉|铁路、|贵阳|至|南宁."""
    first = last
    while first > 0 and _BESIDE.fullmatch(text, regions[first - 1].end, regions[first].start):
        first -= 1
    return first
