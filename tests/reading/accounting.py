"""Accounts for every printed character of an issue: in = sentences + furniture, each exactly once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from etl.model import Issue, Sentence
from etl.reading.passage import LAYOUT


def sentences_of(issue: Issue) -> Iterator[Sentence]:
    for article in issue.articles:
        yield from article.sentences


def unaccounted(issue: Issue) -> list[tuple[int, str]]:
    """The characters of the document that are in no sentence and no furniture, or in more than one."""
    seen = bytearray(len(issue.text))
    for sentence in sentences_of(issue):
        for position in range(len(sentence.text)):
            seen[sentence.offsets.source(position)] += 1
    for start, end in issue.furniture:
        for offset in range(start, end):
            seen[offset] += 1
    return [(i, c) for i, c in enumerate(issue.text) if c not in LAYOUT and seen[i] != 1]


def misplaced(issue: Issue) -> list[str]:
    """The sentences with a character that the document does not print where the offsets say."""
    return [
        sentence.sentence_id
        for sentence in sentences_of(issue)
        if any(issue.text[sentence.offsets.source(i)] != c for i, c in enumerate(sentence.text))
    ]


def loose_runs(issue: Issue) -> list[str]:
    """The sentences whose offset runs are not minimal, or do not ascend."""
    loose = []
    for sentence in sentences_of(issue):
        runs = list(zip(sentence.offsets.text_starts, sentence.offsets.source_starts, strict=True))
        # How far two runs drift apart: 0 would make them one, less than 0 would go backwards.
        drifts = [(b - a) - (j - i) for (i, a), (j, b) in pairwise(runs)]
        if runs[0][0] != 0 or any(drift <= 0 for drift in drifts) or any(i >= j for (i, _), (j, _) in pairwise(runs)):
            loose.append(sentence.sentence_id)
    return loose
