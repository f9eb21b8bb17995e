"""Whose figure it is: a linear model over what is named around a number, with weights that are text."""

from __future__ import annotations

import csv

import pytest

from etl.claim.candidate import Candidate
from etl.claim.owner import MARGIN, WEIGHTS, Choice, likeliest, score, undecided, weights
from tests.claim.articles import claims_of
from tests.golden_samples import ROOT


def choices(*sentences: str, headline: str = "样例经济观察") -> list[Choice]:
    with undecided() as record:
        claims_of(*sentences, headline=headline)
    return record


def features(choice: Choice, text: str) -> list[str]:
    return next(member.features for member in choice.candidates if member.text == text)


def test_the_weights_are_text_with_the_margin_first() -> None:
    lines = (ROOT / "etl" / "claim" / WEIGHTS).read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines))
    assert rows[0]["feature"] == MARGIN
    assert list(rows[0]) == ["feature", "weight", "claims"]
    assert {row["feature"]: float(row["weight"]) for row in rows} == weights()


def test_the_score_counts_a_feature_once() -> None:
    assert score(Candidate("甲", ["near", "near", "unheard"]), {"near": 1.5}) == 1.5


def test_the_rules_are_overruled_only_by_the_margin() -> None:
    rules, other = Candidate("甲", ["rule"]), Candidate("乙", ["near"])
    assert likeliest([rules, other], {"near": 1.0}) is other
    assert likeliest([rules, other], {"near": 1.0, MARGIN: 1.0}) is rules
    assert likeliest([rules, other], {"rule": 2.0, "near": 1.0}) is rules


def test_what_the_rules_choose_comes_first() -> None:
    for choice in choices("施工队昨天铺设管道3公里。", "大桥全长2公里。"):
        assert "rule" in choice.candidates[0].features
        assert all("rule" not in member.features for member in choice.candidates[1:])


def test_no_text_is_named_twice() -> None:
    for choice in choices("大桥昨天通车，大桥的主塔高120米，大桥宽30米。", headline="大桥通车"):
        texts = [member.text for member in choice.candidates]
        assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(
    ("sentences", "text", "feature"),
    [
        (("王小明每天走10公里。",), "王小明", "here.first"),
        (("隧道昨天贯通，全长5公里。",), "隧道", "previous.first"),
        (("隧道昨天贯通。", "全长5公里。"), "隧道", "last.first"),
        (("路面宽8米。",), "大桥", "title.first"),
        (("在山东，施工队铺设管道3公里。",), "山东", "previous.first:p在"),
    ],
)
def test_where_it_is_named(sentences: tuple[str, ...], text: str, feature: str) -> None:
    assert feature in features(choices(*sentences, headline="大桥建成")[-1], text)


@pytest.mark.parametrize(
    ("sentence", "feature"),
    [("他每天走10公里。", "kind:person:he"), ("其主塔高120米。", "kind:person:it"), ("每天走10公里。", "kind:person")],
)
def test_what_points_back(sentence: str, feature: str) -> None:
    found = features(choices("王小明走进车间。", sentence)[-1], "王小明")
    assert feature in found


@pytest.mark.parametrize(
    ("sentences", "text", "feature"),
    [
        (("王小明每天走10公里。",), "王小明", "verbs:1"),
        (("施工队铺设管道，隧道长5公里。",), "施工队", "back:1"),
        (("隧道长5公里，施工队铺设管道3公里。",), "隧道", "numbers:1"),
        (("工人昨天种下300棵杨树。",), "杨树", "measured:counted"),
        (("工人昨天种下300棵杨树。",), "工人", "of:people:count:counted"),
    ],
)
def test_how_it_stands_to_the_number(sentences: tuple[str, ...], text: str, feature: str) -> None:
    assert feature in features(choices(*sentences)[-1], text)


def test_a_known_industry_is_not_put_in_doubt() -> None:
    assert [choice.doubtful for choice in choices("钢铁行业利润总额增长5%。")] == [False]
    assert [choice.doubtful for choice in choices("大桥全长3公里。")] == [False]
    assert [choice.doubtful for choice in choices("大桥昨天通车，典礼用了3小时。")] == [True]


@pytest.mark.parametrize(
    ("sentence", "doubtful"),
    [
        ("工人昨天上山，在坡上种下300棵杨树。", True),
        ("工人昨天种下300棵杨树。", False),
        ("上半年国内生产总值增长6%。", False),
    ],
)
def test_what_is_put_in_doubt(sentence: str, doubtful: bool) -> None:
    assert [choice.doubtful for choice in choices(sentence)] == [doubtful]


def test_choices_are_recorded_only_inside_the_block() -> None:
    inside = choices("王小明每天走10公里。")
    claims_of("王小明每天走10公里。")
    assert len(inside) == 1


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("去年中央财政用于教育的支出达120亿元。", "中央财政"),
        ("去年教育支出达120亿元。", "全国"),
    ],
)
def test_what_money_is_spent_on_does_not_own_it(sentence: str, subject: str) -> None:
    assert subject in (claims_of(sentence)[0].subject or "")


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("截至20日，现有境外输入确诊病例90例，其中重症病例4例。", "境外输入确诊病例"),
        ("截至20日，现有境外输入确诊病例90例，重症病例4例。", "全国"),
        ("全省新增确诊病例20例，其中重症病例4例。", "全省"),
    ],
)
def test_a_part_of_the_cases_counted_is_theirs(sentence: str, subject: str) -> None:
    assert claims_of(sentence)[-1].subject == subject


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("铁路开通后，昆明至成都将由现在的20小时缩短至7小时。", "昆明至成都"),
        ("施工队在昆明和成都之间铺路，用了7小时。", "施工队"),
        ("老艺术家王小明同志，因病于昨天在北京逝世，享年90岁。", "王小明"),
        ("老艺术家王小明说，李大海30岁。", "李大海"),
        ("上半年普惠型小微企业贷款增长20%。", "普惠型小微企业贷款"),
        ("上半年大型企业营业收入增长3%。", "大型企业"),
    ],
)
def test_what_the_words_around_a_name_tell(sentence: str, subject: str) -> None:
    assert claims_of(sentence)[-1].subject == subject


def test_what_becomes_of_people_is_told_apart_from_who_attends() -> None:
    (dead,) = choices("前天，市场发生枪击事件，造成12人死亡。")
    (guests,) = choices("前天，论坛开幕，1200人参加。")
    assert "kind:happening:fate" in features(dead, "枪击事件")
    assert "kind:happening:attending" in features(guests, "论坛")


def test_a_title_is_the_owner_of_its_chapters() -> None:
    assert {claim.subject for claim in claims_of("《职务与职级并行办法》共有十章42条。")} == {"《职务与职级并行办法》"}


def test_who_reports_owns_nothing() -> None:
    (choice,) = choices("央视网消息（新闻联播）：经过70多个小时的搜救，三人获救。")[:1]
    assert not {"新闻联播", "央视网消息"} & {member.text for member in choice.candidates[1:]}
