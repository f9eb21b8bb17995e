"""Regions: China's divisions, countries, blocs and economic regions, and their names in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from etl.lexicon.left_out import is_left_out
from etl.lexicon.lookalikes import GuardedFinder
from etl.lexicon.terms import Found, by_surface, read_rows, split_cell

_LEVELS: Final = ("country", "province", "prefecture", "county", "new_area", "economic", "bloc")
_NOT_A_PLACE_BEFORE: Final = (
    *("大学", "学院", "师范大学", "理工大学", "科技大学", "交通大学", "工业大学", "农业大学", "医科大学", "财经大学"),
    *("南路", "北路", "东路", "西路", "中路", "大道", "大街"),
    *("时间", "日报", "晚报", "晨报", "卫视", "证券交易所", "商品交易所", "期货交易所", "队", "籍", "话"),
)
_LONGER_WORDS: Final = {"市": tuple("场值面占盈净"), "区": tuple("域别块间分"), "州": ("际",), "县": ("域",)}


@dataclass(frozen=True, slots=True)
class Region:
    """A place that figures are about.

    ``name`` is the official one; of a county whose name is not its own, that of the prefecture goes before
    (南京市鼓楼区). ``code`` is that of GB/T 2260 for a division, of ISO 3166 for a country, else ours.
    ``level``: ``country``, ``province``, ``prefecture``, ``county``, ``new_area``, ``economic`` (长三角) or
    ``bloc`` (东盟). ``parent`` is the name of the region it lies in, None at the top.
    """

    name: str
    code: str
    level: str
    parent: str | None


def _region(row: Mapping[str, str]) -> Region:
    if row["level"] not in _LEVELS:
        raise ValueError(f"regions.csv: {row['name']!r} has the level {row['level']!r}, which is none of {_LEVELS}")
    return Region(row["name"], row["code"], row["level"], row["parent"] or None)


_ROWS: Final = tuple(read_rows("regions.csv"))

REGIONS: Final[Mapping[str, Region]] = MappingProxyType({row["name"]: _region(row) for row in _ROWS})
"""Every region by its name."""


def _surfaces(row: Mapping[str, str]) -> tuple[str, ...]:
    """What names the region; a ``qualified`` one (城区, 中山) only together with the place it lies in."""
    aliases = split_cell(row["aliases"])
    return aliases if row["qualified"] == "yes" else (row["name"], *aliases)


_BY_SURFACE: Final = by_surface(((_surfaces(row), REGIONS[row["name"]]) for row in _ROWS), "regions.csv")
_FINDER: Final = GuardedFinder(_BY_SURFACE, "regions")


DIVISIONS: Final = frozenset({"province", "prefecture", "county"})
"""The levels of what a country is divided into."""
_ALL_OF: Final = ("全县", "全市")  # the alias 东宁全市 has the bare name
_BARE: Final[Mapping[str, str]] = MappingProxyType(
    {
        row["name"]: alias[:-2]
        for row in _ROWS
        for alias in split_cell(row["aliases"])
        if row["level"] == "county" and alias.endswith(_ALL_OF) and alias[:-2] not in _BY_SURFACE
    }
)
"""东宁市: 东宁, which names a county only where its full name is printed too."""
# 在|东宁, 东宁|的: not 人|民勤|劳
_BEFORE_BARE: Final = re.compile("[^一-鿿、]|[在到从于是和与及的至回往赴对为给由让来说]")
_EVENT: Final = re.compile("大?地震|战[役斗]|会战|保卫战|会议|事件|惨案|起义")


def within(name: str) -> tuple[str, ...]:
    """The names of the regions that ``name`` lies in, nearest first; KeyError if there is no such region."""
    above: list[str] = []
    parent = REGIONS[name].parent
    while parent is not None:
        above.append(parent)
        parent = REGIONS[parent].parent
    return tuple(above)


def province_of(name: str) -> str | None:
    """The province a region is or lies in; None for what lies in none; KeyError if there is no such region."""
    return next((each for each in (name, *within(name)) if REGIONS[each].level == "province"), None)


def common_region(names: Iterable[str]) -> str | None:
    """The nearest region that holds all the named ones: China for 石家庄市 and 福州市, none for two countries."""
    chains = [(name, *within(name)) for name in dict.fromkeys(names)]
    if not chains:
        return None
    return next((name for name in chains[0] if all(name in chain for chain in chains[1:])), None)


def _trimmed(text: str, found: Found[Region]) -> Found[Region] | None:
    """The place without a last character that belongs to the next word (义乌市|场), None if nothing stays."""
    longer = text.startswith(_LONGER_WORDS.get(found.text[-1], ()), found.end)
    if not longer or text.startswith("分别", found.end):
        return found
    shorter = found.text[:-1]
    if _BY_SURFACE.get(shorter) != found.entry:
        return None
    return Found(found.start, found.end - 1, shorter, found.entry)


def _joined(text: str, places: Iterable[Found[Region]]) -> list[Found[Region]]:
    """Places that stand right after the place they lie in (浙江省|义乌市) as one."""
    joined: list[Found[Region]] = []
    for place in places:
        before = joined[-1] if joined else None
        if before and before.end == place.start and before.entry.name in within(place.entry.name):
            joined[-1] = Found(before.start, place.end, text[before.start : place.end], place.entry)
        else:
            joined.append(place)
    return joined


# 中国驰名商标, 中国最美樱花谷, “中国油茶之乡”: the country that gives a title is not where the figure is from.
_TITLE: Final = re.compile(
    "(?:驰名|著名)商标|最美|十大|[^，。；、“”]{1,8}之[乡都城]|(?:[^，。；、“”]{0,8}(?:企业|品牌|产业))?“?(?:百|[0-9]{2,4})强"
)


# 洛阳舰, 北海舰队 sail elsewhere, 济南军区 is of several provinces; 福建省军区 and 法国舰队 are of where they say.
_FORCES: Final = re.compile("(?:”?舰(?![艇船])|战区)(?!总医院)")
_ARMY: Final = re.compile("军区(?!总医院)")  # a hospital stays in the town
_MANY_PROVINCES: Final = frozenset({"北京", "沈阳", "济南", "南京", "广州", "成都", "兰州"})  # |军区


def _names_force(text: str, place: Found[Region]) -> bool:
    """Whether a ship, a fleet or an army is called by the name of the place."""
    if place.entry.level not in DIVISIONS:
        return False
    if _FORCES.match(text, place.end):
        return True
    return place.text in _MANY_PROVINCES and _ARMY.match(text, place.end) is not None


_STREET: Final = re.compile("路(?![段桥网政况面产过局基灯警边透由上线])")  # 天津路第一小学 is in another town


def _opens_name(text: str, place: Found[Region]) -> bool:
    """Whether what looks like a place only opens the name of something else."""
    if text.startswith(_NOT_A_PLACE_BEFORE, place.end) or _names_force(text, place):
        return True
    if text.startswith("路", place.end) and _STREET.match(text, place.end) and place.entry.level != "country":
        return True
    return place.text == "中国" and _TITLE.match(text, place.end) is not None


# 福建长汀|、宁化四个县, 福建长汀|等10个县, 福建长汀|、宁化等地
_SUMMED: Final = re.compile(
    "(?=[、和与等])(?:[、和与][一-鿿]{2,4}){0,8}(?:等地|等?(?:[0-9]{1,3}|[一二两三四五六七八九十百多]{1,3})[余多]?个?"
    "(?:[县市区州旗地省乡镇村]|城市|贫困县)(?![一-鿿]?长))"
)
_AND: Final = frozenset("、和与及")


def _as_list(text: str, place: Found[Region]) -> Found[Region]:
    """福建|长汀、宁化四个县: the place that the first of a list is printed behind, since it holds them all."""
    if place.entry.level not in ("county", "prefecture"):
        return place
    above = _printed_before(place)
    if above is None:
        return place
    beside = [above.text + text[place.end + 1 : place.end + size] for size in (3, 4)]
    goes_on = text[place.end : place.end + 1] in _AND and any(each in _BY_SURFACE for each in beside)
    return above if goes_on or _SUMMED.match(text, place.end) else place


def _printed_before(place: Found[Region]) -> Found[Region] | None:
    """The province of 福建长汀, where it is printed in front."""
    holding = within(place.entry.name)
    for stop in range(len(place.text) - 1, 1, -1):
        above = _BY_SURFACE.get(place.text[:stop])
        if above is not None and above.name in holding:
            return Found(place.start, place.start + stop, place.text[:stop], above)
    return None


def find_regions(text: str) -> list[Found[Region]]:
    """The places that the normalised text names, from left to right; they do not overlap.

    A place printed with those it lies in (浙江省义乌市) is one. Left out are names that several places
    share (鼓楼区 alone), and names that only open another's: 北京大学, 北京时间, 广东队.
    """
    trimmed = (_trimmed(text, found) for found in _FINDER.find(text))
    places = _joined(text, (place for place in trimmed if place and not _opens_name(text, place)))
    places = [_as_list(text, place) for place in places if not is_left_out(text, place.start, place.end)]
    return _abroad(text, places) if WHOLE in text else places


def find_bare(text: str, found: Sequence[Found[Region]], counties: Iterable[Region]) -> list[Found[Region]]:
    """``found`` and where the text names one of the counties without its last character: 东宁|的木耳, for 东宁市."""
    more: list[Found[Region]] = []
    for county in counties:
        bare = _BARE.get(county.name)
        start = text.find(bare) if bare else -1
        while bare and start >= 0:
            end = start + len(bare)
            opens = start == 0 or _BEFORE_BARE.match(text, start - 1) is not None
            opens = opens and _EVENT.match(text, end) is None
            if opens and not any(each.start < end and start < each.end for each in found):
                more.append(Found(start, end, bare, county))
            start = text.find(bare, end)
    return sorted([*found, *more], key=lambda each: each.start) if more else list(found)


WHOLE: Final = "全国"
"""The whole country: China, or another that the sentence is about."""
_HOME: Final = re.compile(
    "我国|中国|国家统计局|海关总署|央行|人民银行|财政部|商务部|工信部|工业和信息化部|国务院|发展改革委|发改委|农业部|人社部"
    "|对华|在华|来华|新华社|各族|人大(?!会党)|政协|国家[一-鿿]{1,6}[局委]"
)
_NOT_OF: Final = re.compile("(?:[对与同跟和向自从由比较除于占居赴受及、等抗援访]|超过|来自)$")  # 来自德国|的企业


def _abroad(text: str, places: list[Found[Region]]) -> list[Found[Region]]:
    """日本总务省说，|全国|有3人受伤: the places of a text, 全国 of the country that it is about."""
    if _HOME.search(text):
        return places
    told: list[Found[Region]] = []
    country: Region | None = None
    for place in places:
        if place.text == WHOLE and country is not None:
            place = Found(place.start, place.end, place.text, country)
        elif place.entry.level == "country" and not _NOT_OF.search(text, max(0, place.start - 2), place.start):
            country = place.entry
        told.append(place)
    return told
