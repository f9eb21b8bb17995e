"""Every flaw on its examples and counterexamples."""

import pytest

from etl.claim.flaw import FLAWS, Flaw, printed
from etl.claim.phrase import Word, is_saying
from tests.claim.articles import claims_of


def holds(flaw: Flaw, marked: str) -> bool:
    before, name, after = marked.split("|")
    return flaw.holds(printed(before + name + after, len(before), len(before) + len(name), ()))


@pytest.mark.parametrize(("flaw", "marked"), [(flaw, text) for flaw in FLAWS for text in flaw.examples])
def test_example(flaw: Flaw, marked: str) -> None:
    assert holds(flaw, marked)


@pytest.mark.parametrize(("flaw", "marked"), [(flaw, text) for flaw in FLAWS for text in flaw.counterexamples])
def test_counterexample(flaw: Flaw, marked: str) -> None:
    assert not holds(flaw, marked)


def test_names_are_unique() -> None:
    assert len({flaw.name for flaw in FLAWS}) == len(FLAWS)


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("我国单位资源的产出水平仅相当于美国的1/10、日本的1/20。", ["单位资源的产出"] * 2),
        ("服役了24年的永和门立交桥日前拆除。", ["永和门立交桥"]),
        ("双方举行了长达两个小时的会谈。", ["会谈"]),
        ("学校开展了参观、讲座、游戏等50多项活动。", ["活动"]),
        ("有色、钢铁等三个行业利润增长5%。", ["行业", "有色、钢铁等三个行业"]),
        ("1996年起，中国对4900多种商品大幅度降低进口关税。", ["商品"]),
    ],
)
def test_what_is_no_name_owns_nothing(sentence: str, subjects: list[str]) -> None:
    assert [claim.subject for claim in claims_of(sentence)] == subjects


def test_a_set_phrase_of_an_adverb_and_a_verb_is_no_noun() -> None:
    for text, done in (("积极参与", True), ("大幅度降低", True), ("希望工程", False), ("人民群众", False)):
        assert is_saying(Word(0, len(text), text, "l", False)) is done
    assert not is_saying(Word(0, 4, "积极参与", "l", True))
