"""Arrow without pandas, for processes that have no use for it.

Arrow asks of every object that is to become an array whether pandas made it, and loads pandas to find out: 40 MB and a
third of a second for each process.
"""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder

import pyarrow as pa


def without_pandas() -> None:
    """From now on Arrow takes pandas for missing when it makes an array.

    Does nothing where pandas is loaded already. ``to_pandas`` works as ever, and ends this; until then a series of
    pandas is a sequence like any other. To be called before the first array is made, in processes of our own.
    """
    if "pandas" in sys.modules:
        return
    missing = _Missing()
    sys.meta_path.insert(0, missing)
    try:
        pa.array([0])  # it looks once
    finally:
        sys.meta_path.remove(missing)


class _Missing(MetaPathFinder):
    """Says of pandas that it is not installed."""

    def find_spec(self, name: str, *_: object) -> None:
        """Finds nothing; raises for pandas."""
        if name == "pandas":
            raise ModuleNotFoundError("pandas is not wanted here", name=name)
