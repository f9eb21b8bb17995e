"""Sectors: the industries of GB/T 4754-2017 and the statistical aggregates, as one tree, and their names in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from etl.lexicon.lookalikes import GuardedFinder
from etl.lexicon.terms import Found, read_rows, split_cell

AGGREGATE: Final = 0
"""The ``level`` of a statistical aggregate; 1 is a section, 2 a division, 3 a group of GB/T 4754-2017."""

_FIELD: Final = "领域"
_SUFFIXES: Final = ("行业", "产业", "业", "企业", _FIELD)
_SUFFIXES_BY_SECTION: Final = {"B": ("工业",), "C": ("工业", "制造", "制造业"), "D": ("工业",)}
_TAKES_NO_SUFFIX: Final = tuple("业产务济动司构场态商企市")
_LONGEST_STEM: Final = 8
_ORDINALS: Final = ("第一", "第二", "第三")
_WORDS_IN_YE: Final = tuple("务态绩主余界")


@dataclass(frozen=True, slots=True)
class Sector:
    """One node of the tree.

    ``code`` is that of GB/T 4754-2017 (``C``, ``C36``, ``C361``) or ``S-…`` for an aggregate; ``parent``
    is the name of the node above, None at the top.
    """

    name: str
    code: str
    level: int
    parent: str | None

    @property
    def is_aggregate(self) -> bool:
        """Whether it is a statistical aggregate rather than a class of the standard."""
        return self.level == AGGREGATE


@dataclass(frozen=True, slots=True)
class SectorName:
    """What a surface form means; a ``weak`` one is an ordinary word (电子, 汽车), a sector only as the subject."""

    sector: Sector
    weak: bool


@dataclass(frozen=True, slots=True)
class Member:
    """One part of an aggregate; ``part`` says that the aggregate takes only some of its classes."""

    sector: Sector
    part: bool


_ROWS: Final = tuple(read_rows("sectors.csv"))
_NAME_BY_CODE: Final = {row["code"]: row["name"] for row in _ROWS}

BY_CODE: Final[Mapping[str, Sector]] = MappingProxyType(
    {
        row["code"]: Sector(row["name"], row["code"], int(row["level"]), _NAME_BY_CODE.get(row["parent"]))
        for row in _ROWS
    }
)
"""Every node by its code. Six names (房地产业 K and K70) stand at two levels."""


def _by_name() -> dict[str, Sector]:
    sectors: dict[str, Sector] = {}
    for sector in sorted(BY_CODE.values(), key=lambda each: each.level):
        sectors.setdefault(sector.name, sector)
    return sectors


SECTORS: Final[Mapping[str, Sector]] = MappingProxyType(_by_name())
"""Every sector by its name; of a name that stands at two levels, the higher one."""


def _children() -> dict[str, tuple[str, ...]]:
    below: dict[str, list[str]] = {}
    for sector in BY_CODE.values():
        if sector.parent is not None and sector.name != sector.parent and SECTORS[sector.name] is sector:
            below.setdefault(sector.parent, []).append(sector.name)
    return {name: tuple(names) for name, names in below.items()}


def _members() -> dict[str, tuple[Member, ...]]:
    members: dict[str, list[Member]] = {}
    for row in read_rows("aggregates.csv"):
        member = Member(BY_CODE[row["member"]], row["part"] == "yes")
        members.setdefault(SECTORS[row["aggregate"]].name, []).append(member)
    return {name: tuple(parts) for name, parts in members.items()}


_CHILDREN: Final = _children()
_MEMBERS: Final = _members()


def ancestors(name: str) -> tuple[str, ...]:
    """The names above the sector ``name``, nearest first; KeyError if there is no such sector."""
    above: list[str] = []
    parent = SECTORS[name].parent
    while parent is not None:
        above.append(parent)
        parent = SECTORS[parent].parent
    return tuple(above)


def children(name: str) -> tuple[str, ...]:
    """The names right below the sector ``name``; a child of the same name gives way to its own children."""
    return _CHILDREN.get(SECTORS[name].name, ())


def members(aggregate: str) -> tuple[Member, ...]:
    """What an aggregate is made of by its official definition; empty where there is none, or for no aggregate."""
    return _MEMBERS.get(SECTORS[aggregate].name, ())


def _spellings(name: str) -> Iterator[str]:
    """The ways a canonical name is printed: without 、, with 及 for 和, with or without the closing 业."""
    for spelling in {
        name,
        name.replace("、", ""),
        name.replace("和", "及"),
        name.replace("、", "").replace("和", "及"),
    }:
        yield spelling
        if spelling.endswith("制造业") and len(spelling) >= _LONGEST_STEM:
            yield spelling[:-1]
        elif spelling.endswith(("制造", "加工", "开采", "采选", "冶炼", "服务", "种植", "养殖")) and len(spelling) > 3:
            yield spelling + "业"


def _suffixed(alias: str, section: str) -> Iterator[str]:
    """The alias with the words that make a sector of it: 电子行业, 电子产业, 电子工业."""
    if alias.endswith("业"):
        yield from (alias + "行业", alias + "企业", alias + _FIELD)
    elif len(alias) <= _LONGEST_STEM and not alias.endswith(_TAKES_NO_SUFFIX):
        for suffix in (*_SUFFIXES, *_SUFFIXES_BY_SECTION.get(section, ())):
            yield alias + suffix


def _surfaces() -> dict[str, SectorName]:
    """Every surface form; what the table writes out goes before what the rules make of it.

    The name of a ``silent`` sector (医院, 国家机构) stands for the thing, never for the sector.
    """
    written: dict[str, SectorName] = {}
    made: dict[str, SectorName] = {}
    names: dict[str, SectorName] = {}
    for row in _ROWS:
        sector, weak = SECTORS[row["name"]], split_cell(row["weak"])
        for alias in (*split_cell(row["aliases"]), *weak):
            entry = SectorName(sector, alias in weak)
            if alias == sector.name:
                names.setdefault(alias, entry)
            elif written.setdefault(alias, entry).sector is not sector:
                raise ValueError(
                    f"sectors.csv: {alias!r} stands for {written[alias].sector.name} and for {sector.name}"
                )
            for surface in _suffixed(alias, row["code"][0]):
                made.setdefault(surface, SectorName(sector, entry.weak and surface.endswith(_FIELD)))
        if row["silent"] == "yes":
            continue
        for surface in _spellings(sector.name):
            made.setdefault(surface, SectorName(sector, False))
        if sector.level < 3:
            written[sector.name] = names.get(sector.name, SectorName(sector, False))
        else:
            names.setdefault(sector.name, SectorName(sector, False))
    return made | names | written


_BY_SURFACE: Final = _surfaces()
_FINDER: Final = GuardedFinder(_BY_SURFACE, "sectors")


def _trimmed(text: str, found: Found[SectorName]) -> Found[SectorName] | None:
    """The name without a last 业 that belongs to the next word (电信|业务), None if nothing stays."""
    if not (found.text.endswith("业") and text.startswith(_WORDS_IN_YE, found.end)):
        return found
    stem = _BY_SURFACE.get(found.text[:-1])
    return Found(found.start, found.end - 1, found.text[:-1], stem) if stem else None


def _leaning(text: str, found: Found[SectorName]) -> list[Found[SectorName]]:
    """The ordinals that lean on the 产业 of ``found``, in order: 第一、第二产业 are two sectors."""
    leaning: list[Found[SectorName]] = []
    start = found.start
    while len(leaning) < len(_ORDINALS) - 1 and start > 2 and found.text.startswith(_ORDINALS):
        ordinal = text[start - 3 : start - 1]
        if ordinal not in _ORDINALS or text[start - 1] not in "、和":
            break
        start -= 3
        leaning.append(Found(start, start + 2, ordinal, SectorName(SECTORS[ordinal + "产业"], False)))
    return leaning[::-1]


def find_sectors(text: str) -> list[Found[SectorName]]:
    """The sectors that the normalised text names, from left to right, longest name first; they do not overlap."""
    named: list[Found[SectorName]] = []
    for match in _FINDER.find(text):
        found = _trimmed(text, match)
        if found is not None:
            named += (*_leaning(text, found), found)
    return named
