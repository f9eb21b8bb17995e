"""Where a figure is from: its subject's place, its clause's, its article's."""

import pytest

from tests.claim.articles import claims_of


def regions_of(*sentences: str) -> list[str | None]:
    return [claim.region for claim in claims_of(*sentences)]


def test_a_partner_of_trade_is_no_place_of_the_figure() -> None:
    claims = claims_of("1—7月份，我国对东盟、非洲进出口分别增长9%和4%。")
    assert [(claim.subject, claim.region) for claim in claims] == [("东盟", "中国"), ("非洲", "中国")]


def test_the_place_in_the_name_of_a_firm_is_only_a_part_of_it() -> None:
    assert regions_of("佛山样例机器人有限公司上半年营业收入3亿元。") == [None]
    assert regions_of("佛山规模以上工业增加值增长3%。") == ["佛山市"]


def test_what_is_sold_in_china_is_a_figure_of_china() -> None:
    assert regions_of("日本车企在中国的销量将超过500万辆。") == ["中国"]


def test_several_places_are_what_holds_them_all() -> None:
    assert regions_of("南京和苏州的零售额合计增长5%。") == ["江苏省"]


def test_a_place_in_a_clause_of_its_own_frames_the_sentence() -> None:
    assert regions_of("在河北省，去年高新技术产业增加值增长12%。") == ["河北省"]


def test_the_world_is_a_place() -> None:
    claims = claims_of("预计全年全球经济增长3.1%，美国经济增长2.1%。")
    assert [(claim.subject, claim.region) for claim in claims] == [("全球", "全球"), ("美国", "美国")]


def test_a_product_can_do_everywhere_what_it_can_do() -> None:
    claims = claims_of("全国工业平稳增长。", "一块3毫米见方的芯片引来采购商。")
    assert [(claim.kind, claim.region, claim.sector) for claim in claims] == [("technical", None, None)]


def test_a_headline_sets_its_place_before_a_colon() -> None:
    for headline, region in (
        ("武汉：祥和过端午", "武汉市"),
        ("【整改成绩单】河南：检验实效", "河南省"),
        ("专家：河南增产", "中国"),
    ):
        claims = claims_of("全国正在过节。这个团队有5名党员。", headline=headline)
        assert [claim.region for claim in claims] == [region]


def test_a_hospital_stays_where_its_name_says() -> None:
    assert regions_of("北京儿童医院去年门诊收入3亿元。") == ["北京市"]


WHOLES = [
    ("日本总务省说，目前全国仍有17万人疏散在外。", "日本", "日本"),
    ("美国一所大学发生枪击，造成3人死亡。", "大学", "美国"),
    ("西班牙多地降雪，全国有18条道路被迫关闭。", "道路", "西班牙"),
    ("印度人口超过13亿，国内生产总值增长6%。", "印度", "印度"),
    ("来自德国的企业投产，全国工业增加值增长3%。", "工业", "中国"),
    ("商务部说，对日本出口平稳，全国出口增长2%。", "全国", "中国"),
    ("据统计，全球每年约800万人死于癌症。", "全球", "全球"),
    ("2010年世界人口的平均预期寿命为69.6岁。", "人口", "全球"),
    ("机电产品出口居全球第二，出口额增长3%。", "机电产品", "中国"),
]


@pytest.mark.parametrize(("text", "subject", "region"), WHOLES)
def test_the_whole_country_or_world_is_that_of_which_is_spoken(text: str, subject: str, region: str) -> None:
    assert [(claim.subject, claim.region) for claim in claims_of(text)][-1] == (subject, region)


def test_the_whole_country_is_that_of_the_article() -> None:
    claims = claims_of("火山活动仍在加剧。", "全国有3万人转移。", headline="厄瓜多尔火山喷发")
    assert [claim.region for claim in claims] == ["厄瓜多尔"]


def test_a_story_stays_at_the_place_that_it_named_last() -> None:
    for sentences, region in (
        (("在福建三明走访的队员说，有20多名群众被困。",), "三明市"),
        (("记者来到云南昭通的山村。", "这里有20多名党员。"), "昭通市"),
        (("大家都在等。", "从福建出发的20多名队员已经到达。"), None),
        (("大家都在等。", "有20多名党员，山村在云南。"), None),
        (("教育部公布，有20多名党员入选。",), "中国"),
    ):
        assert regions_of(*sentences)[-1:] == [region], sentences


def test_the_ends_of_a_line_are_no_scene() -> None:
    for sentences, region in (
        (("衡阳至柳州高铁开通，用时3个小时。",), "中国"),
        (("衡阳至株洲高铁开通，用时3个小时。",), "湖南省"),
        (("全国铁路加快建设。", "衡阳至柳州铁路、兰州至张掖高铁等24个项目建成。"), "中国"),
        (("队员在广西柳州、桂林帮助了20多名群众。",), "广西壮族自治区"),
        (("队员来到柳州，有20多名群众被困。",), "柳州市"),
    ):
        assert regions_of(*sentences)[-1:] == [region], sentences


def test_a_presumed_country_gives_way_to_a_place_of_the_sentence() -> None:
    assert regions_of("就业形势在希腊不好，青年人失业率已经达到57%。") == ["希腊"]
    assert regions_of("就业形势在希腊不好，我国青年人失业率达到17%。") == ["中国"]


def test_what_only_seems_to_be_a_parameter_has_a_place() -> None:
    claims = claims_of("台风过后，福建三明的村民清理了300吨淤泥。")
    assert [(claim.kind, claim.region) for claim in claims] == [("other", "三明市")]


def test_a_sentence_without_a_place_stays_at_that_of_the_one_before_it() -> None:
    told = ("甲省各地经济保持平稳。", "岱山县工业总产值200亿元。", "其中，新产品产值增长9%。", "企业总数达到90家。")
    assert regions_of(*told) == ["岱山县"] * 3
    assert regions_of("岱山县工业总产值200亿元。", "全国工业总产值增长5%。") == ["岱山县", "中国"]


def test_guests_from_home_are_no_place() -> None:
    assert regions_of("内蒙古接待国内游客1453万人次。", "实现国内旅游收入99亿元。") == ["内蒙古自治区"] * 2
    assert regions_of("全国工业平稳增长。", "国内旅游收入超过1万亿元。") == ["中国"]


def test_a_part_lies_where_its_whole_does() -> None:
    first = "前5个月，南宁出口机电产品300亿元。"
    assert regions_of(first, "其中，电脑出口100亿元，增长8%。") == ["南宁市"] * 3
    assert regions_of(first, "其中，全国电脑出口100亿元。")[-1:] == ["中国"]


def test_one_of_several_names_is_not_where_all_of_them_are() -> None:
    assert regions_of("某某科技、湖南样例集团等20家企业入驻园区。") == [None]
    assert regions_of("湖北、湖南等8个省份受灾。") == ["中国"]
    assert regions_of("武侯区和苑片区、双流区东升片区等80个片区完工。") == ["成都市"]
    assert regions_of("成都市新建学校、医院等20处。") == ["成都市"]


def test_a_title_or_a_road_is_no_place() -> None:
    assert regions_of("祁阳有龙头企业10家，获评中国驰名商标2个。") == ["祁阳市"] * 2
    assert regions_of("完成靖宁路、长兴南路2处改造。") == [None]
    assert regions_of("长兴县完成2处改造。") == ["长兴县"]


def test_a_county_that_was_named_in_full_is_known_by_its_bare_name() -> None:
    assert regions_of("东宁市是口岸。", "现在东宁的木耳产量达到3万吨。") == ["东宁市"]
    assert regions_of("现在东宁的木耳产量达到3万吨。") == [None]
