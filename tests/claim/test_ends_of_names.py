"""Where a name ends: at what only counts, bounds or points, which is none of it."""

import pytest

from tests.claim.articles import claims_of


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("某央行下调甲国隔夜存款利率10个基点。", "甲国"),
        ("海光公司主导制定标准12项。", "海光公司"),
        ("这些水泵每天抽水3000吨。", "水泵"),
        ("这套取暖器重达150公斤。", "取暖器"),
        ("这段隧洞长13.6公里。", "隧洞"),
        ("今年，主审法官人均结案数超过100件。", "主审法官"),
        ("老陈原本每天撑一趟渡船，现在往返4趟。", "老陈"),
        ("渔夫一气打上11条鱼。", "渔夫"),
    ],
)
def test_end(text: str, subject: str) -> None:
    assert claims_of(text)[-1].subject == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("海光公司拥有专利技术516项，发明专利323项。", "海光公司"),
        ("青石镇建成文化站12个，网民规模达3万人。", "青石镇"),
    ],
)
def test_statistic_of_the_country_is_of_who_was_told(text: str, subject: str) -> None:
    assert claims_of(text)[-1].subject == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("邮局发行纪念邮票12枚，社会消费品零售总额增长5%。", "全国"),
        ("城镇新增就业900万人以上，居民消费价格涨幅4%左右。", "居民消费价格"),
        ("农村道路硬化3万公里，居民消费价格涨幅4%左右。", "居民消费价格"),
    ],
)
def test_statistic_of_the_country_stays(text: str, subject: str) -> None:
    assert claims_of(text)[-1].subject == subject


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("这款背包可以飞上1500米的高空。", "高度"),
        ("台站建成500米口径望远镜。", "口径"),
        ("弯道限速80公里。", "速度"),
        ("老王驱车30公里来到牧场。", "里程"),
        ("巷道深埋于地下4米。", "深度"),
        ("沙滩长5公里。", "长度"),
    ],
)
def test_what_a_length_is_of(text: str, indicator: str) -> None:
    assert claims_of(text)[0].indicator == indicator


@pytest.mark.parametrize(
    "text", ["男子20公里竞走今天举行。", "她参加柔道女子78公斤以上级的争夺。", "女子双人三米板夺冠。"]
)
def test_an_event_is_no_length(text: str) -> None:
    assert not claims_of(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2015陆家嘴论坛请来120名嘉宾。", ["120名"]),
        ("事业单位数量众多。", []),
        ("两地拥有近14亿人口大国的市场。", ["14亿人口"]),
        ("城乡居民人均收入比二〇一〇年翻一番。", ["翻一番"]),
    ],
)
def test_what_is_printed(text: str, said: list[str]) -> None:
    assert [claim.value_text for claim in claims_of(text)] == said


def test_income_against_a_year() -> None:
    assert claims_of("城乡居民人均收入比二〇一〇年翻一番。")[0].indicator != "城乡居民收入比"


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("甲国和乙国的经济增速分别为-3.8%和-3%，远远低于4%。", 4, "less_than"),
        ("此次降雨大约持续了40分钟。", 40, "about"),
        ("工程直接补贴近9万人。", 90000, "about"),
        ("增长率比预期低了几乎两个百分点。", -2, "about"),
        ("他被判处有期徒刑五年六个月。", 5.5, "exact"),
    ],
)
def test_value_and_bound(text: str, value: float, bound: str) -> None:
    claim = claims_of(text)[-1]
    assert (float(claim.value), claim.bound) == (value, bound)
