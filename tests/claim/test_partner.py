"""With whom is traded."""

import pytest

from tests.claim.articles import claims_of


@pytest.mark.parametrize(
    ("sentences", "subject"),
    [
        (("去年，中国与东盟贸易总额达2000亿美元。",), "东盟"),
        (("上半年，我国与非洲国家货物贸易额增长5%。",), "非洲国家"),
        (("去年，我国对美国出口300亿美元。",), "美国"),
        (("去年，中国与东盟货物贸易占中国货物贸易比重达15%。",), "东盟"),
        (("中欧关系不断发展。", "建交之初，双边贸易额仅有24亿美元。"), "中欧"),
        (("王小明昨天访问了巴西。", "去年双边贸易额达600亿美元。"), "巴西"),
    ],
)
def test_a_trade_is_its_partners(sentences: tuple[str, ...], subject: str) -> None:
    claim = claims_of(*sentences)[-1]
    assert (claim.subject, claim.region) == (subject, "中国")


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("去年，江苏与欧盟贸易额达500亿美元。", "江苏"),
        ("上半年，我国出口增长5%。", "我国"),
        ("上半年，我国货物贸易进出口总值21万亿元。", "我国"),
    ],
)
def test_what_no_partner_is_named_for_is_the_places(sentence: str, subject: str) -> None:
    assert claims_of(sentence)[0].subject == subject


@pytest.mark.parametrize(
    ("sentence", "subject", "region"),
    [
        ("去年，全省对东盟进出口300亿元，增长12%。", "东盟", "江苏省"),
        ("去年，无锡对“一带一路”沿线国家出口总值超过300亿元。", "“一带一路”沿线国家", "无锡市"),
        ("去年，无锡出口总值超过300亿元。", "无锡", "无锡市"),
        ("去年，无锡对外出口300亿元。", "无锡", "无锡市"),
    ],
)
def test_the_trade_of_a_part_of_the_country(sentence: str, subject: str, region: str) -> None:
    claim = claims_of("江苏省外贸稳步增长。", sentence)[0]
    assert (claim.subject, claim.region) == (subject, region)
