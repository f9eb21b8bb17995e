"""How searched text is compared: letters of either case and full-width forms alike, character for character.

Folding never changes the number of characters, so a place in the folded text is a place in the printed one.
"""

from __future__ import annotations

import re

_FULL_WIDTH = "".join(map(chr, range(0xFF01, 0xFF5F))) + "\u3000"
_HALF_WIDTH = "".join(map(chr, range(0x21, 0x7F))) + " "
_NARROW: dict[int, str | int | None] = {
    **str.maketrans(_FULL_WIDTH, _HALF_WIDTH),
    0x130: "i",
}  # İ alone would become two characters
MAX_TERMS = 8
"""The most terms one search looks for; what follows belongs to the last."""
_TERM = re.compile(r'"([^"]+)"|“([^“”]+)”|(\S+)')

Span = tuple[int, int]
"""First character and the one after the last."""


def folded_sql(expression: str) -> str:
    """The SQL that folds a text expression as ``fold`` does."""
    quoted = _FULL_WIDTH.replace("'", "''"), _HALF_WIDTH.replace("'", "''")
    return f"lower(translate({expression}, '{quoted[0]}', '{quoted[1]}'))"


def fold(text: str) -> str:
    """The text in lower case and half width, as many characters as before."""
    return "".join(map(str.lower, text.translate(_NARROW)))  # one by one: a word's last letter is no exception


def terms(text: str) -> tuple[str, ...]:
    """What a search text looks for, folded: words parted by spaces, each of which has to be found.

    What stands in quotation marks, straight or Chinese, is one term with its spaces. Nothing else means anything:
    ``%``, ``*``, ``OR`` and ``-`` are looked for as they stand.
    """
    found = [next(group for group in match.groups() if group) for match in _TERM.finditer(text)]
    return tuple(dict.fromkeys(fold(term) for term in found[:MAX_TERMS]))


def spans(text: str, looked_for: tuple[str, ...]) -> list[Span]:
    """Where the terms stand in the text, in order, overlapping ones joined; each is to be highlighted."""
    folded = fold(text)
    places: list[Span] = []
    for term in looked_for:
        start = folded.find(term)
        while start >= 0:
            places.append((start, start + len(term)))
            start = folded.find(term, start + len(term))
    joined: list[Span] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
