"""What a process that reads one document after the other does once about its memory.

Reading and extracting make no circles of references (``tests/test_heap.py``), so all that they use is given back
without the garbage collector: it may look at what lives a hundred times less often.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_ALLOCATIONS = 100_000
"""So many containers more than before, and the collector looks; Python's own 700 are there several times a sentence."""


def settle() -> None:
    """Takes what is loaded for what lives as long as the process, and lets the collector come seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS)


@contextmanager
def settled() -> Iterator[None]:
    """The block runs as in a process that has settled; after it the collector is as it was before."""
    before = gc.get_threshold()
    settle()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
