"""Noun phrases: where they begin and end, their parts, what they name."""

import pytest

from etl.claim.nominal import nominals, without_statistic
from etl.lexicon.indicators import find_indicators


def texts(sentence: str) -> list[str]:
    return [found.text for found in nominals(sentence, 0, len(sentence), ())]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("隧道位于山谷之内", "隧道"),
        ("本次联合执法编队由3艘船组成", "联合执法编队"),
        ("“蓝海”号沉船的搜救仍在进行", "“蓝海”号沉船"),
        ("工厂的车间共有12台机床", "车间"),
        ("甲厂、乙厂和丙厂共有12台", "甲厂、乙厂和丙厂"),
        ("司机抱怨说，走了一公里", "司机"),
        ("《职务与职级并行办法》共有", "《职务与职级并行办法》"),
    ],
)
def test_is_found(sentence: str, name: str) -> None:
    assert name in texts(sentence)


@pytest.mark.parametrize("sentence", ["已经达到了", "截至目前共有", "他们只前进了"])
def test_there_is_none(sentence: str) -> None:
    assert texts(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("王小明走进车间", "person"),
        ("县政府决定", "organisation"),
        ("村民决定", "people"),
        ("地震发生", "happening"),
        ("隧道通车", "thing"),
        ("情况好转", "abstract"),
        ("枪击事件发生", "happening"),
        ("《样例条例》施行", "work"),
    ],
)
def test_kind(sentence: str, kind: str) -> None:
    assert nominals(sentence, 0, len(sentence), ())[0].kind == kind


def test_a_term_ends_a_word() -> None:
    sentence = "研发人员占比达34%"
    found = [each.text for each in nominals(sentence, 0, len(sentence), [(4, 6)])]
    assert "研发人员占比" in found
    assert all("达" not in name for name in found)


def test_neighbours() -> None:
    sentence = "在山东，工厂建成大桥"
    found = {each.text: each for each in nominals(sentence, 0, len(sentence), ())}
    assert (found["山东"].left, found["山东"].right) == ("p在", "ends")
    assert (found["工厂"].left, found["工厂"].right) == ("opens", "verb")
    assert found["大桥"].left == "verb"


def test_owner_before_a_statistic() -> None:
    sentence = "钢铁企业营业收入达到"
    statistics = find_indicators(sentence)
    whole = next(found for found in nominals(sentence, 0, len(sentence), [(4, 8)]) if found.end == 8)
    owner = without_statistic(whole, statistics)
    assert owner is not None
    assert owner.text == "钢铁企业"
    assert without_statistic(owner, statistics) is None
