from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.characters import normalise
from etl.reading import byline


@pytest.mark.parametrize(
    "line",
    [
        "本报记者 齐某",
        "本报记者　王小明　李某",
        "■本报驻德国记者王小明本报驻美国记者李大方",
        "（本报记者 张某）",
        "记者 王小明 通讯员 李大方",
        "本报评论员",
        "文/王小明",
        "作者：李大方",
        "省长 刘某某",
        "（作者为某研究院研究员）",
    ],
)
def test_a_line_is_a_byline(line: str) -> None:
    assert byline.byline_of(normalise(line))


@pytest.mark.parametrize(
    "line",
    [
        "记者走进车间",
        "记者调查：谁在涨价",
        "本台记者揭秘某地工厂",
        "央视记者探访某国重灾区",
        "本报记者王某摄",
        "服务体系逐步完善",
        "产量 增长",
    ],
)
def test_a_heading_is_none(line: str) -> None:
    assert byline.byline_of(normalise(line)) is None


@pytest.mark.parametrize(
    "line",
    [
        "本报讯 记者齐某报道：昨天",
        "本报讯（记者王小明）昨天",
        "本报北京8月23日电（记者王小明）昨天",
        "新华社北京３月１４日电　昨天",
        "央视网消息（新闻联播）：今天",
        "中国网络电视台消息(新闻联播):今天",
        "某某日报上海7月3日讯 昨天",
    ],
)
def test_a_line_opens_an_article(line: str) -> None:
    assert byline.opens_article(normalise(line))


@pytest.mark.parametrize(
    "line",
    [
        "据海关统计，出口增长。",
        "本报将继续关注。",
        "记者在现场看到，车间很忙。",
        "禁止记者站跨行业 跨领域采访报道",
        "消费者：价格稳了",
    ],
)
def test_a_line_inside_an_article(line: str) -> None:
    assert not byline.opens_article(normalise(line))


@given(st.from_regex(byline._OPENING, fullmatch=True) | st.from_regex(byline._DATELINE, fullmatch=True))
def test_every_opening_prints_what_is_looked_for_first(line: str) -> None:
    assert byline.opens_article(line)


def test_what_the_lead_and_the_end_tell() -> None:
    assert byline.dateline_of(normalise("本报北京4月19日讯 统计局发布数据")) == "本报北京4月19日讯"
    assert byline.reporter_of("本报讯 记者齐明报道：昨天") == "齐明"
    assert byline.reporter_of("本报讯(记者王小明、李大方)昨天") == "王小明、李大方"
    assert byline.closing_credit("擦亮底色。(跃文)") == (5, "跃文")
    assert byline.closing_credit("谢谢大家。(掌声)") is None
    assert byline.dateline_behind("供应充足。(本报东京8月23日电)") == (5, "本报东京8月23日电")
    assert byline.author_note("标题【作者：王小明;李大方】正文") == (2, 14, "王小明 李大方")
    assert byline.is_name("王小明 李大方")
    assert not byline.is_name("冲击——")
