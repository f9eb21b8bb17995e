"""Enterprise classes by size, ownership, qualification and the like, and their names in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from etl.lexicon.lookalikes import GuardedFinder
from etl.lexicon.terms import Found, by_surface, read_rows, split_cell

_HEAD: Final = "企业"
_JOINTS: Final = "、和及与或"
_LONGEST_LIST: Final = 12
_SIZES: Final = {"大型": "大型企业", "中型": "中型企业", "小型": "小型企业", "微型": "微型企业"}
_QUOTES: Final = ("“”", "‘’", '""', "「」")


@dataclass(frozen=True, slots=True)
class EnterpriseClass:
    """A class of enterprises.

    ``dimension`` is what it sorts by: ``size``, ``ownership``, ``legal_form``, ``qualification``,
    ``listing``, ``ranking``, ``trade``, ``activity``, ``registration`` or ``state``.
    """

    name: str
    dimension: str


_ROWS: Final = tuple(read_rows("classes.csv"))

CLASSES: Final[Mapping[str, EnterpriseClass]] = MappingProxyType(
    {row["name"]: EnterpriseClass(row["name"], row["dimension"]) for row in _ROWS}
)
"""Every class by its canonical name."""


def _quoted(surface: str) -> Iterator[str]:
    """The surface form with every kind of quotation marks, and with none."""
    for pair in _QUOTES:
        yield surface.replace("“", pair[0]).replace("”", pair[1])
    yield surface.replace("“", "").replace("”", "")


def _surfaces(row: Mapping[str, str]) -> list[str]:
    forms = (row["name"], *split_cell(row["aliases"]))
    return [quoted for form in forms for quoted in _quoted(form)]


_BY_SURFACE: Final = by_surface(((_surfaces(row), CLASSES[row["name"]]) for row in _ROWS), "classes.csv")
_FINDER: Final = GuardedFinder(_BY_SURFACE, "classes")


def _stems() -> dict[str, EnterpriseClass]:
    """What is left of a class's name when a list prints 企业 only once: 国有、民营和外资企业."""
    stems = {surface.removesuffix(_HEAD): entry for surface, entry in _BY_SURFACE.items() if surface.endswith(_HEAD)}
    stems |= {size: CLASSES[name] for size, name in _SIZES.items()}
    stems |= {size[0]: CLASSES[name] for size, name in _SIZES.items()}
    return {stem: entry for stem, entry in stems.items() if stem}


_STEMS: Final = _stems()
_LENGTHS: Final = tuple(sorted({len(stem) for stem in _STEMS}, reverse=True))


def _stem_before(text: str, end: int) -> Found[EnterpriseClass] | None:
    """The longest stem that ends at ``end`` and is not the tail of some other word (国家重大、中小企业)."""
    for length in _LENGTHS:
        start = end - length
        entry = _STEMS.get(text[start:end]) if start >= 0 else None
        if entry is not None and (length > 1 or start == 0 or not "一" <= text[start - 1] <= "鿿"):
            return Found(start, end, text[start:end], entry)
    return None


def _shared_head(text: str, found: Found[EnterpriseClass]) -> list[Found[EnterpriseClass]]:
    """The members of a list that lean on the 企业 of ``found``, which closes it; nearest first."""
    leaning: list[Found[EnterpriseClass]] = []
    start = found.start
    while len(leaning) < _LONGEST_LIST and start > 1 and text[start - 1] in _JOINTS:
        member = _stem_before(text, start - 1)
        if member is None:
            break
        leaning.append(member)
        start = member.start
    return leaning


def find_classes(text: str) -> list[Found[EnterpriseClass]]:
    """The enterprise classes that the normalised text names, from left to right; they do not overlap.

    规模以上工业中小企业 names two. A list that prints 企业 once (大、中、小型企业; 国有、民营和外资企业)
    names each of its members.
    """
    named: dict[int, Found[EnterpriseClass]] = {}
    for found in _FINDER.find(text):
        named[found.start] = found
        if found.text.endswith(_HEAD):
            for member in _shared_head(text, found):
                named.setdefault(member.start, member)
    return _apart(named[start] for start in sorted(named))


def _apart(ascending: Iterable[Found[EnterpriseClass]]) -> list[Found[EnterpriseClass]]:
    apart: list[Found[EnterpriseClass]] = []
    for found in ascending:
        if not apart or found.start >= apart[-1].end:
            apart.append(found)
    return apart
