"""The adverb that a segmenter joins to the end of a name: 国家发展改革委|共."""

from __future__ import annotations

from typing import Final

from etl.sieve import Sieved

_ADVERBS: Final = frozenset("共气计均仅")
_ADVERB: Final = Sieved("(?<![中公])共$|一口?气$|累计$|总共$|(?<=[一-鿿]{2})日均$|(?<![人户亩])均$|仅$")


def without_adverb(text: str, start: int, end: int) -> int:
    """Where a phrase ends without the adverb that a segmenter joins to it: 国家发展改革委|共."""
    adverb = _ADVERB.search(text, max(start, end - 3), end) if text[end - 1] in _ADVERBS else None
    return adverb.start() if adverb and adverb.start() - start > 1 else end
