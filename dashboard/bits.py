"""Sets of places as bits: eight in a byte, a set of ten million claims in a megabyte; counted without being unpacked.

How many members lie before a place is told by sums of whole words and the bits of one (a rank directory); which runs of
places hold a member is told by one addition of long whole numbers. Work over all places is shared by two threads, block
by block, so that what is made on the way stays in the processor's cache.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

Mask: TypeAlias = npt.NDArray[np.bool_]
Packed: TypeAlias = npt.NDArray[np.uint8]
Numbers: TypeAlias = npt.NDArray[Any]
_T = TypeVar("_T")
_R = TypeVar("_R")
BLOCK = 1 << 17
"""Places that are worked on at a time, a multiple of 8."""
THREADS = 2
_POOL = ThreadPoolExecutor(THREADS, thread_name_prefix="bits")
_FEW = 32
"""Of so many places one or fewer is few: then they are put down, or found, one by one."""
_ONE_OF_EIGHT = np.uint8(1) << np.arange(8, dtype=np.uint8)
_EMPTY = np.zeros(1, dtype=np.uint64)
_REVERSED = np.packbits(np.unpackbits(np.arange(256, dtype=np.uint8), bitorder="little"))


@dataclass(frozen=True, eq=False)
class Bits:
    """A set of places below ``size``: place ``8n + k`` is bit k of byte n, counted from the lowest.

    ``packed`` is filled up with zeros to whole words of 64 bits, the last of which holds no member.
    """

    packed: Packed
    size: int

    @classmethod
    def of(cls, mask: Mask) -> Bits:
        """The places that a mask marks."""
        return cls.made(int(mask.size), lambda at: mask[at])

    @classmethod
    def with_members(cls, places: Numbers, size: int) -> Bits:
        """These places, in any order."""
        if places.size * _FEW < size:
            packed = np.zeros(_width(size), dtype=np.uint8)
            np.bitwise_or.at(packed, places >> 3, _ONE_OF_EIGHT[places & 7])
            return cls(packed, size)
        mask = np.zeros(size, dtype=bool)
        mask[places] = True
        return cls.of(mask)

    @classmethod
    def made(cls, size: int, block: Callable[[slice], Mask]) -> Bits:
        """The places that ``block`` marks, asked for some places at a time by more than one thread."""
        packed = np.zeros(_width(size), dtype=np.uint8)

        def fill(at: slice) -> None:
            packed[at.start // 8 : -(-at.stop // 8)] = np.packbits(block(at), bitorder="little")

        in_blocks(size, fill)
        return cls(packed, size)

    def mask(self, at: slice | None = None) -> Mask:
        """The places marked in an array: all of them, or a stretch."""
        start, stop = (at.start, at.stop) if at is not None else (0, self.size)
        first = start // 8
        part = np.unpackbits(self.packed[first : -(-stop // 8)], count=stop - 8 * first, bitorder="little")
        return part[start - 8 * first :].view(np.bool_)

    def __and__(self, other: Bits) -> Bits:
        return Bits(self.packed & other.packed, self.size)

    def __or__(self, other: Bits) -> Bits:
        return Bits(self.packed | other.packed, self.size)

    def __invert__(self) -> Bits:
        return Bits.made(self.size, lambda at: ~self.mask(at))

    def __contains__(self, place: int) -> bool:
        return 0 <= place < self.size and bool(self.packed[place >> 3] >> (place & 7) & 1)

    @cached_property
    def count(self) -> int:
        """How many members there are."""
        return int(self._before[-1])

    def before(self, places: Numbers) -> npt.NDArray[np.int64]:
        """How many members lie before each of these places, which may be as large as ``size``."""
        word, bit = places >> 6, (places & 63).astype(np.uint64)
        below = self._words.take(word, mode="clip") & ((np.uint64(1) << bit) - np.uint64(1))
        return (self._before.take(word, mode="clip") + np.bitwise_count(below)).astype(np.int64)

    def members(self, first: int = 0, number: int | None = None) -> npt.NDArray[np.int64]:
        """The members in ascending order: all, or so many from the ``first`` (0) on."""
        last = self.count if number is None else min(first + number, self.count)
        if first >= last:
            return np.array([], dtype=np.int64)
        begin = int(np.searchsorted(self._before, first, side="right")) - 1
        end = int(np.searchsorted(self._before, last, side="left"))
        found = _members(self._words[begin:end])
        skipped = first - int(self._before[begin])
        members: npt.NDArray[np.int64] = found[skipped : skipped + last - first] + 64 * begin
        return members

    def stretch(self, start: int, stop: int, moved: int = 0) -> Bits:
        """The members of a stretch, each as far from its beginning, or ``moved`` places (below 64) further."""
        size = stop - start + moved
        # an empty word before them, so that places can be moved up too, and two behind, for the widest answer
        words = np.concatenate([_EMPTY, self._words, _EMPTY, _EMPTY])
        word, bit = divmod(64 + start - moved, 64)
        words = words[word : word + _width(size) // 8 + 1]
        taken = words[:-1] >> np.uint64(bit)
        if bit:
            taken |= words[1:] << np.uint64(64 - bit)
        taken[0] &= ~np.uint64((1 << moved) - 1)
        taken[size >> 6] &= np.uint64((1 << (size & 63)) - 1)
        taken[(size >> 6) + 1 :] = 0
        return Bits(taken.view(np.uint8), size)

    def gathered(self, places: Numbers) -> Mask:
        """Whether each of these places is a member."""
        byte = self.packed.take(places >> 3, mode="clip")
        return (byte >> (places & 7).astype(np.uint8) & np.uint8(1)).view(np.bool_)

    def blob(self) -> bytes:
        """The set as DuckDB casts a BLOB to BIT: the first place is the highest bit of the first byte."""
        return _REVERSED[self.packed].tobytes() or b"\0"

    @property
    def _words(self) -> npt.NDArray[np.uint64]:
        return self.packed.view(np.uint64)

    @cached_property
    def _before(self) -> npt.NDArray[np.int32]:
        """How many members lie before each word."""
        before = np.zeros(self.packed.size // 8, dtype=np.int32)
        np.cumsum(np.bitwise_count(self._words[:-1]), out=before[1:], dtype=np.int32)
        return before


def _width(size: int) -> int:
    """The bytes that hold so many places and a word without a member."""
    return 8 * (size // 64 + 1 + (size % 64 > 0))


def _members(words: npt.NDArray[np.uint64]) -> npt.NDArray[np.int64]:
    """The places that words hold: of all of them, or only of those that hold any where these are few."""
    held = np.flatnonzero(words)
    if held.size * _FEW > words.size:
        return np.flatnonzero(np.unpackbits(words.view(np.uint8), bitorder="little").view(np.bool_))
    found = np.flatnonzero(np.unpackbits(words[held].view(np.uint8), bitorder="little").view(np.bool_))
    places: npt.NDArray[np.int64] = 64 * held[found >> 6] + (found & 63)
    return places


@dataclass(frozen=True, eq=False)
class Runs:
    """Places in runs, one after the other, known by their last places; the last place of all ends a run."""

    ends: Bits

    def touched(self, members: Bits) -> Bits:
        """The ends of the runs that hold a member.

        Taken as one long number, each run without its end is all ones; a member added to them carries into the end, and
        no sum can be so large that it reaches the next run.
        """
        taken = int.from_bytes(members.packed.tobytes(), "little")
        found = ((taken & self._inner) + self._inner | taken) & self._ends
        packed = np.frombuffer(found.to_bytes(members.packed.size, "little"), dtype=np.uint8)
        return Bits(packed, members.size)

    @cached_property
    def _ends(self) -> int:
        return int.from_bytes(self.ends.packed.tobytes(), "little")

    @cached_property
    def _inner(self) -> int:
        return self._ends ^ ((1 << self.ends.size) - 1)


def at_once(work: Callable[[_T], _R], things: Sequence[_T]) -> list[_R]:
    """What the work makes of each thing, in their order, more than one at a time; the work may not ask for that too."""
    shares = [_POOL.submit(lambda some: list(map(work, some)), things[first::THREADS]) for first in range(1, THREADS)]
    made = [list(map(work, things[::THREADS])), *(share.result() for share in shares)]
    return [made[at % THREADS][at // THREADS] for at in range(len(things))]


def in_blocks(size: int, work: Callable[[slice], None]) -> None:
    """Does the work for all places below ``size``, a block at a time; blocks may be worked on at the same time."""
    blocks = [slice(start, min(start + BLOCK, size)) for start in range(0, size, BLOCK)]
    if len(blocks) < THREADS:
        _work_on(work, blocks)
        return
    shares = [_POOL.submit(_work_on, work, blocks[first::THREADS]) for first in range(1, THREADS)]
    _work_on(work, blocks[::THREADS])
    for share in shares:
        share.result()


def _work_on(work: Callable[[slice], None], blocks: list[slice]) -> None:
    for block in blocks:
        work(block)
