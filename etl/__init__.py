"""Baoshu's ETL: a newspaper issue goes in, a table of cited numbers comes out.

The way of the data is the layout of this package::

    reading   bytes -> Issue -> Article -> Paragraph -> Sentence
    mention   Sentence -> NumberMention, PeriodMention
    claim     Article with mentions -> Claim
    table     Claim -> Arrow rows by the schema
    store     Arrow rows -> published snapshot

``reading``, ``mention``, ``claim`` and ``store`` never import each other; ``pipeline`` joins them.
"""

from etl import compiled

__all__ = ["EXTRACTOR_VERSION"]

#: Raised whenever the same source may give other claims; the refresh extracts again when it changes.
EXTRACTOR_VERSION = "17"

compiled.use()
