"""One module for each structure of an e-paper's web pages; a module put here is found by `structures`."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import cast

from selectolax.lexbor import LexborNode

from etl.reading.epaper.structure import Listing, Structure, WebArticle

__all__ = ["Listing", "Structure", "WebArticle", "article_of", "listing_of", "structures"]


@cache
def structures() -> tuple[Structure, ...]:
    """Every structure, by name."""
    modules = [import_module(f"{__name__}.{name}") for name in sorted(m.name for m in pkgutil.iter_modules(__path__))]
    return tuple(cast(Structure, module.STRUCTURE) for module in modules if hasattr(module, "STRUCTURE"))


def article_of(root: LexborNode) -> WebArticle | None:
    """The article that a page shows, by the one structure that knows the page."""
    return next((found for each in structures() if (found := each.article(root)) is not None), None)


def listing_of(root: LexborNode) -> Listing | None:
    """What a page of an issue lists, by the one structure that knows the page."""
    return next((found for each in structures() if (found := each.listing(root)) is not None), None)
