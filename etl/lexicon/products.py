"""Products, with the sector that makes them where the standard leaves no doubt, and their names in a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from etl.lexicon.lookalikes import GuardedFinder
from etl.lexicon.sectors import SECTORS, Sector
from etl.lexicon.terms import Found, by_surface, read_rows, split_cell


@dataclass(frozen=True, slots=True)
class Product:
    """A product or service; ``sector`` makes it, None where several do (机电产品) or none is meant."""

    name: str
    sector: Sector | None


def _product(row: Mapping[str, str]) -> Product:
    if row["sector"] and row["sector"] not in SECTORS:
        raise ValueError(f"products.csv: {row['name']!r} is made by {row['sector']!r}, which sectors.csv does not know")
    return Product(row["name"], SECTORS[row["sector"]] if row["sector"] else None)


_ROWS: Final = tuple(read_rows("products.csv"))

PRODUCTS: Final[Mapping[str, Product]] = MappingProxyType({row["name"]: _product(row) for row in _ROWS})
"""Every product by its name."""

_BY_SURFACE: Final = by_surface(
    (((row["name"], *split_cell(row["aliases"])), PRODUCTS[row["name"]]) for row in _ROWS), "products.csv"
)
_FINDER: Final = GuardedFinder(_BY_SURFACE, "products")


def find_products(text: str) -> list[Found[Product]]:
    """The products that the normalised text names, from left to right, longest name first; they do not overlap."""
    return _FINDER.find(text)
