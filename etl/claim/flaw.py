"""What tells that words are no name: torn out of a longer one, ended by a verb, a clause of their own.

A subject that the rules took may still be one (部队 after 旅团级); so a flaw only puts it in doubt, and what it
weighs is learned (``etl.claim.owner``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from etl.claim.markup import Markup
from etl.claim.nominal import is_nominal
from etl.claim.phrase import Word, is_saying, words_of
from etl.lexicon.predicates import PREDICATES

_REACH: Final = 16  # characters on either side that are looked at
_MARKS: Final = "，。；：？！,;:"
_FUNCTIONS: Final = frozenset({"d", "p", "c", "u", "y", "ul", "uz", "ug", "uj", "t"})
_JOINS: Final = frozenset({"与", "同", "和", "跟"})


class Printed:
    """A phrase among the words of its sentence.

    ``inner`` are its own words, ``before`` and ``after`` those beside it. ``torn`` tells that it begins or ends
    inside a word, ``known`` that a term of a lexicon begins right after it.
    """

    __slots__ = ("after", "before", "inner", "known", "torn")

    def __init__(self, words: Sequence[Word], first: int, last: int, torn: bool, known: bool) -> None:
        self.inner: Sequence[Word] = words[first:last]
        self.before: Word | None = words[first - 1] if first else None
        self.after: Word | None = words[last] if last < len(words) else None
        self.torn = torn
        self.known = known


def _is_verb(word: Word) -> bool:
    """Whether a word says what somebody does: no noun of the dictionary, no term, none that names are made with."""
    predicate = PREDICATES.get(word.text)
    if predicate is not None:
        return not predicate.in_names and not word.is_term
    return not word.is_term and word.tag in ("v", "vd", "vi", "vq", "vg", "zg")


def _is_torn(phrase: Printed) -> bool:
    return phrase.torn or (len(phrase.inner) == 1 and len(phrase.inner[0].text) == 1 and not phrase.inner[0].is_term)


def _ends_in_verb(phrase: Printed) -> bool:
    last = phrase.inner[-1]
    return _is_verb(last) or (
        not last.is_term and last.tag in ("d", "p", "c", "a", "ad", "z", "r", "uj", "ul", "t", "m")
    )


def _opens_with_verb(phrase: Printed) -> bool:
    return len(phrase.inner) > 1 and _is_verb(phrase.inner[0])


def _opens_with_function(phrase: Printed) -> bool:
    first = phrase.inner[0]
    return not first.is_term and first.tag in _FUNCTIONS


def _is_clause(phrase: Printed) -> bool:
    """Whether a verb stands between two names, and no 的 makes of it what describes the second."""
    inner = phrase.inner
    for place in range(1, len(inner) - 1):
        ruled = _is_verb(inner[place]) and is_nominal(inner[place - 1])
        if ruled and all(word.tag != "uj" for word in inner[place:]):
            return True
    return False


def _holds_function(phrase: Printed) -> bool:
    return any(
        not word.is_term and word.tag in ("d", "p", "ul", "uz", "ug", "y") and word.text not in _JOINS
        for word in phrase.inner[1:-1]
    )


def _goes_on(phrase: Printed) -> bool:
    """Whether a noun follows that is no term of a lexicon: the phrase is only the beginning of a name."""
    after = phrase.after
    named = after is not None and not after.is_term and after.tag.startswith(("n", "j"))
    return named and not phrase.known and after is not None and after.text not in PREDICATES


def _goes_on_before(phrase: Printed) -> bool:
    before = phrase.before
    return before is not None and not before.is_term and before.tag.startswith(("n", "j", "b", "h", "a"))


def _is_listed(phrase: Printed) -> bool:
    """Whether it is one member of a list, or a list without its first or last member."""
    before, after = phrase.before, phrase.after
    return (before is not None and before.text == "、") or (after is not None and after.text in "、等")


_AROUND: Final = frozenset(
    {"后", "前", "中", "内", "外", "里", "上", "下", "间", "时", "以来", "期间", "之后", "之前", "之中", "当中"}
)


def _is_around(phrase: Printed) -> bool:
    after = phrase.after
    return after is not None and after.text in _AROUND


def _is_manner(phrase: Printed) -> bool:
    """Whether a set phrase or an adjective opens it that says how something is done, or nothing else stands in it."""
    first = phrase.inner[0]
    if first.is_term:
        return False
    done = first.tag in ("a", "ad", "z") and len(phrase.inner) > 1 and _is_verb(phrase.inner[1])
    manner = done or first.tag in ("ad", "z") or is_saying(first)
    return manner or all(word.tag in ("b", "l", "i") and not word.is_term for word in phrase.inner)


def _is_joined(phrase: Printed) -> bool:
    """Whether 和 joins it to what it leaves out."""
    before, after = phrase.before, phrase.after
    return (after is not None and after.text in "和与及" and not phrase.known) or (
        before is not None and before.text in "和及"
    )


@dataclass(frozen=True, slots=True)
class Flaw:
    """A flaw, with phrases between bars that have it and phrases that have not."""

    name: str
    holds: Callable[[Printed], bool]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


FLAWS: Final[tuple[Flaw, ...]] = (
    Flaw("torn", _is_torn, ("以指数为|标|的的资产规模", "公司|人民银|行有"), ("|人民银行|发行", "在|河南省|投入")),
    Flaw("verb_last", _ends_in_verb, ("会议|缺席|1人", "学校|去年捐出|2元"), ("听取|检查小组|汇报", "|生产基地|投入")),
    Flaw(
        "verb_first",
        _opens_with_verb,
        ("先后|荣立一等功|5次", "自幼|喜欢自行车|的老人"),
        ("|装甲步兵|荣立", "|生产基地|投入"),
    ),
    Flaw("function", _opens_with_function, ("与|之关联|的发电量", "|从学校|投入"), ("|该公司|投入", "|各地|开展")),
    Flaw("clause", _is_clause, ("|河南整合工商|等18类", "|老人捐助学校|2所"), ("|河南工商局|有", "|老人捐助的学校|有")),
    Flaw("inner", _holds_function, ("|企业将学校|投入", "|山东在北京企业|有"), ("|山东企业|有", "|公司和学校|有")),
    Flaw("goes_on", _goes_on, ("|国际|电影节有", "|热气球|事故造成"), ("|热气球|爆炸", "|企业|的利润")),
    Flaw(
        "goes_on_before",
        _goes_on_before,
        ("清退非正式|民警|503名", "学校|老师|503名"),
        ("清退|民警|503名", "|民警|503名"),
    ),
    Flaw("around", _is_around, ("|二战|后美国", "在|试验区|外的企业"), ("|二战|的损失", "|企业|投入")),
    Flaw("manner", _is_manner, ("|成功抓获嫌犯|3名", "|积极参与机构|的"), ("|恶劣天气|引发", "|大型企业|有")),
    Flaw("joined", _is_joined, ("零|物流|和零库存", "学校和|医院|有"), ("|学校和医院|有", "|物流|企业")),
    Flaw("listed", _is_listed, ("工商、|社保|等18类", "|学校|、医院有"), ("|工商、社保|有", "|学校和医院|有")),
)


def as_printed(markup: Markup, subject: str, head: int) -> Printed:
    """A subject where it stands last before ``head``, or else after it, or alone."""
    text = markup.text
    start = text.rfind(subject, 0, head)
    start = text.find(subject, head) if start < 0 else start
    if start < 0:
        return printed(subject, 0, len(subject), ())
    return printed(text, start, start + len(subject), markup.terms)


def flaws_of(phrase: Printed) -> list[str]:
    """The names of the flaws of a phrase."""
    return [flaw.name for flaw in FLAWS if flaw.holds(phrase)]


GRAVE = frozenset({"torn", "verb_last", "verb_first", "function", "clause", "inner", "manner", "joined", "listed"})
"""Flaws of what is nobody's name; the others are of names that may be whole all the same."""


def printed(text: str, start: int, end: int, terms: Sequence[tuple[int, int]]) -> Printed:
    """The words around a phrase that stands between two offsets of a text."""
    begin = max((text.rfind(mark, max(0, start - _REACH), start) for mark in _MARKS), default=-1) + 1
    words = words_of(text, max(begin, start - _REACH), min(len(text), end + _REACH), terms)
    first = next(n for n, word in enumerate(words) if word.end > start)
    last = next((n for n, word in enumerate(words) if word.start >= end), len(words))
    opens = words[first].start == start or any(term[0] == start for term in terms)
    closes = words[last - 1].end == end or any(term[1] == end for term in terms)
    known = any(term[0] == end for term in terms)
    return Printed(words, first, last, not (opens and closes), known)
