"""Every word the pages show, by the part of the page; dashboard.language hands them out."""

from __future__ import annotations

from collections import Counter

from dashboard.words import charts, exports, filters, help, pages, panel, review, search, shell, table
from dashboard.words.entry import Entries

PARTS = (shell, filters, exports, search, charts, help, table, panel, review, pages)
ALL: Entries = {key: words for part in PARTS for key, words in part.TEXTS.items()}
"""All parts in one; tests/dashboard/test_language.py sees to it that no key is written twice."""

_COUNTS = Counter(key for part in PARTS for key in part.TEXTS)
TWICE = sorted(key for key, times in _COUNTS.items() if times > 1)
"""Keys that two parts define; always empty."""
