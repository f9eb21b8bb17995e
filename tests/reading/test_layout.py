"""Breaks that a page makes in a sentence are closed; breaks between paragraphs stay."""

from __future__ import annotations

import pytest

from tests.reading.page import dense, paragraphs, spaced

HEAD = "样例市前五月工业利润增长"
LEAD = "本报讯 样例市统计局发布数据，前五月全市工业运行平稳。"


def body(*blocks: str) -> list[str]:
    """The paragraphs below the lead of a page with these blocks."""
    (article,) = spaced(HEAD, LEAD, *blocks).articles
    return [text for _, text in paragraphs(article)[2:]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("从成本看，规模以上工业企业毛利润同比", "增长1.1%，拉动全部利润增长3.0个百分点。"),
        ("坚持服务和管理并重，完善中小企业法律", "政策体系，加强梯度培育。"),
        ("体系更加健全，支撑作用更", "加显著。"),
        ("一方面要有强烈的", "责任心，认真负责。"),
        ("企业营业收入增长2.7%，利润率提高0.2个百分", "点，比上月加快。"),
        ("园区负责人说，要打造面向未来的“灯塔", "工厂”，并向全市推广。"),
        ("数据显示，截至5月", "31日，全市共有企业1.2万家。"),
        (
            "某机器人公司是当地龙头，产品覆盖从3公斤到500公斤的机器人，臂",
            "展最长3.1米……“系统自主开发。”该公司负责人表示。",
        ),
    ],
)
@pytest.mark.parametrize("gap", ["", "\n\n\n"])
def test_a_sentence_over_a_break_is_one(before: str, after: str, gap: str) -> None:
    assert body(before + gap, after, "全市另有新签项目12个。") == [before + after, "全市另有新签项目12个。"]


def test_a_paragraph_may_break_twice() -> None:
    parts = ("会议指出，要优化布局，提升", "质量，推动产业链上下游协同，持续增强企业", "竞争力。")
    assert body(*parts) == ["".join(parts)]


def test_a_caption_in_a_break_follows_the_paragraph() -> None:
    caption = "图为工人在装配线上作业。"
    assert body("车间参观已毕。数控系统是机床的大脑，要进", caption, "一步做好攻关。") == [
        "车间参观已毕。数控系统是机床的大脑，要进一步做好攻关。",
        caption,
    ]


def test_the_beginning_of_a_paragraph_is_no_subhead() -> None:
    assert body("在样例市，一家生产轴承的专精特新", "企业已把产品卖到40个国家。") == [
        "在样例市，一家生产轴承的专精特新企业已把产品卖到40个国家。"
    ]


@pytest.mark.parametrize("subhead", ["练就独门绝技", "“硬骨头”变成“金饭碗”", "一、上半年工作回顾", "服务体系逐步完善"])
def test_a_subhead_is_joined_to_nothing(subhead: str) -> None:
    before, after = "用户增长12.8%，高于平均水平。", "记者在展台前看到，一款带钢只有0.02毫米厚。"
    (article,) = spaced(HEAD, LEAD, before, subhead, after).articles
    assert paragraphs(article)[2:] == [("body", before), ("subhead", subhead), ("body", after)]


def test_whole_paragraphs_stay_apart() -> None:
    whole = ["订单充足，产量增加。", "“供应有保障。”负责人说。", "举措如下：", "其一，降费；", "其二，减税。（跃文）"]
    assert body(*whole) == [
        "订单充足，产量增加。",
        "“供应有保障。”负责人说。",
        "举措如下：",
        "其一，降费；",
        "其二，减税。",
    ]


def test_nothing_is_joined_over_a_jump_or_a_headline() -> None:
    issue = spaced(
        HEAD, LEAD, "企业信心增强，投资(下转第2版)", "外贸开局良好", "本报讯 一季度外贸增长5.0%，比上年", "加快。"
    )
    assert [article.title for article in issue.articles] == [HEAD, "外贸开局良好"]
    assert issue.articles[0].jump_to == "2"
    assert issue.articles[0].sentences[-1].text == "企业信心增强，投资"
    assert issue.articles[1].sentences[-1].text == "本报讯 一季度外贸增长5.0%，比上年加快。"


def test_lines_without_blank_lines_join_only_on_evidence() -> None:
    issue = dense(
        HEAD,
        "今年以来，工业用电增长，企业订单\n充足是主要原因，这位负责人说，全市共有四\n百家企业扩产。"
        "\n目前，救援向山区推进，受灾人口约八百万人\n今天，救援队继续搜救。",
    )
    assert [text for _, text in paragraphs(issue.articles[0])[1:]] == [
        "今年以来，工业用电增长，企业订单",
        "充足是主要原因，这位负责人说，全市共有四百家企业扩产。",
        "目前，救援向山区推进，受灾人口约八百万人",
        "今天，救援队继续搜救。",
    ]


def test_a_summary_above_the_text_is_not_drawn_into_it() -> None:
    summary = "坚持开放，坚守品质。我们要理性应对变化带来的各种不确定性"
    issue = dense(summary, "5月，对外开放按下快进键。\n新经济也比天气还火热。")
    assert [text for _, text in paragraphs(issue.articles[0])][:2] == [summary, "5月，对外开放按下快进键。"]
