"""What an article printed before the sentence that is read: headline, opening of the paragraph, last sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from etl.characters import normalise
from etl.claim.nominal import Nominal, nominals, without_statistic
from etl.lexicon.indicators import find_indicators
from etl.lexicon.regions import find_regions
from etl.lexicon.sectors import find_sectors
from etl.model import Sentence

_HEADS: Final = frozenset({"headline", "subhead"})
_FIRST: Final = 3  # noun phrases
_LAST: Final = 6  # sentences
_SEEN: Final = 40  # characters; what is named first stands there
_OPENING: Final = 160  # characters, with the words that say who reports
_FRAME = re.compile("(?:本报讯|央视网消息|中国网络电视台消息|本台消息|新华社[^，。)]{0,20}电)[^:：，。]{0,12}[:：]?")


@dataclass(slots=True)
class Story:
    """The sentences of an article up to the one that is read, and the noun phrases of what stands near it.

    ``phrases`` keeps those of the clauses of the sentence that is read, each with what owns its statistic, by where the
    clause begins, ``near`` those that stand near it, ``counts`` how often a name was printed; all of this sentence.
    """

    title: str = ""
    opening: str = ""
    last: str = ""
    lead: str = ""
    text: str = ""
    paragraph: int = -2
    before: list[str] = field(default_factory=list)
    phrases: dict[int, list[tuple[Nominal, Nominal | None]]] = field(default_factory=dict)
    near: list[tuple[Nominal, str]] | None = None
    near_role: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    kept: dict[str, list[Nominal]] = field(default_factory=dict)

    def open(self, sentence: Sentence) -> None:
        """Turns to the next sentence."""
        self.near, self.counts = None, {}
        if sentence.role in _HEADS:
            if not self.title:
                self.title = sentence.text
            self.text, self.last, self.opening = "", "", ""
            self.paragraph = -2
            return
        if self.text:
            self.before = [*self.before[-_LAST + 1 :], self.text]
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.opening = sentence.paragraph, ""
        elif not self.opening:
            self.opening = self.text
        self.last = self.text
        self.lead = self.lead or sentence.text
        self.text = sentence.text

    def nearby(self, role: str) -> list[tuple[Nominal, str]]:
        """The first noun phrases of the last sentence, of the paragraph's opening, of the lead and of the headline.

        Before a headline (``role``) nothing is told but the lead, which is read first.
        """
        if self.near is None or self.near_role != role:
            self.near, self.near_role = self._nearby(role in _HEADS), role
        return self.near

    def _nearby(self, heads: bool) -> list[tuple[Nominal, str]]:
        seen: set[str] = set() if heads else {self.text}
        told = [(self.last, "last"), (self.opening, "opening"), (self.title, "title"), (self.lead, "lead")]
        near: list[tuple[Nominal, str]] = []
        for text, where in told[3:] if heads else told:
            if text and text not in seen:
                seen.add(text)
                near += [(found, where) for found in self._phrases(text)]
        return near

    def heads(self, name: str) -> bool:
        """Whether the headline prints a name."""
        return name in self.title

    def count(self, name: str) -> int:
        """In how many of the last sentences a name is printed."""
        known = self.counts.get(name)
        if known is None:
            known = 0
            for text in self.before:
                known += name in text
            self.counts[name] = known
        return known

    def _phrases(self, text: str) -> list[Nominal]:
        if text not in self.kept:
            plain = normalise(text[:_OPENING])
            frame = _FRAME.search(plain)
            start = frame.end() if frame else 0
            terms = [(t.start, t.end) for t in find_regions(plain)] + [(t.start, t.end) for t in find_sectors(plain)]
            found = nominals(plain, start, min(len(plain), start + _SEEN), sorted(terms), most=_FIRST)
            statistics = find_indicators(plain)
            owners = [without_statistic(each, statistics) for each in found]
            self.kept[text] = found + [owner for owner in owners if owner is not None]
        return self.kept[text]
