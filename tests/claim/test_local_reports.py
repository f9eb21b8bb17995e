"""What communiqués and work reports of provinces, towns and counties print: whose figures theirs are, lists, parts."""

from __future__ import annotations

import pytest

from tests.claim.articles import about, claims_of


def owners(*sentences: str, headline: str = "样例经济观察", publication: str = "样例报") -> list[tuple[object, ...]]:
    return about(claims_of(*sentences, headline=headline, publication=publication), "subject", "region")


@pytest.mark.parametrize(
    ("publication", "headline", "whose"),
    [
        ("河南日报", "上半年我省经济稳中向好", "河南省"),
        ("洛阳日报", "上半年我省经济稳中向好", "河南省"),
        ("洛阳晚报", "上半年全市经济稳中向好", "洛阳市"),
        ("样例报", "上半年全市经济稳中向好", "全市"),
        ("样例报", "上半年我国经济稳中向好", "全国"),
        ("洛阳日报", "上半年经济稳中向好", "全国"),
    ],
)
def test_a_local_paper_tells_of_its_own_place(publication: str, headline: str, whose: str) -> None:
    region = {"全市": None, "全国": "中国"}.get(whose, whose)
    found = owners("上半年，固定资产投资增长6.5%。", headline=headline, publication=publication)
    assert found == [("6.5%", whose, region)]


def test_a_place_of_the_headline_comes_before_that_of_the_paper() -> None:
    found = owners("去年全市固定资产投资增长6.5%。", headline="偃师区发布公报", publication="洛阳日报")
    assert [region for _, _, region in found] == ["偃师区"]


def test_the_customs_of_a_capital_tell_of_its_province() -> None:
    assert owners("据郑州海关统计，去年我省进出口800亿元。", headline="我省外贸增长") == [
        ("800亿元", "河南省", "河南省")
    ]


def test_the_parts_of_what_a_class_of_firms_trades_are_theirs() -> None:
    found = owners("去年，河南省民营企业进出口800亿元。", "其中，出口500亿元，进口300亿元。")
    assert [subject for _, subject, _ in found] == ["河南省民营企业"] * 3


def test_who_trades_is_no_partner() -> None:
    found = owners("去年，河南省民营企业对东盟、美国进出口分别达300亿元、200亿元，分别增长5%、6%。")
    assert [subject for _, subject, _ in found] == ["东盟", "美国", "东盟", "美国"]


def test_what_is_imported_stands_behind_the_word() -> None:
    found = about(claims_of("去年，进口原油、机电产品分别增长5%、6%。"), "indicator", "subject")
    assert found == [("5%", "进口额", "原油"), ("6%", "进口额", "机电产品")]


def test_joined_words_are_one_member_where_marks_divide_the_list() -> None:
    found = about(claims_of("去年，电子元件、纺织用的机器及零件分别进口52亿元、41亿元。"), "subject")
    assert found == [("52亿元", "电子元件"), ("41亿元", "纺织用的机器及零件")]


def test_each_list_has_its_own_statistics() -> None:
    found = about(
        claims_of("第一、二、三产业增加值分别增长2%、6%、5%；固定资产投资、进出口总额、用电量分别增长4%、7%、9%。"),
        "indicator",
    )
    assert [name for _, name in found[3:]] == ["固定资产投资", "进出口总额", "用电量"]


def test_one_way_to_carry_is_not_another() -> None:
    found = about(claims_of("去年铁路货运量37亿吨，增长0.3%；公路完成297亿吨，增长7%。"), "indicator", "sector")
    assert found[2:] == [("297亿吨", "公路货运量", "道路运输业"), ("7%", "公路货运量", "道路运输业")]


def test_two_statistics_of_one_number_have_one_owner() -> None:
    found = about(claims_of("河南省游客人数、旅游收入均增长10%。"), "indicator", "subject")
    assert found == [("10%", "旅游收入", "河南省")]


def test_a_sum_is_of_all_that_it_sums_up() -> None:
    found = about(claims_of("去年风电、太阳能发电量合计达3亿千瓦时。"), "indicator", "subject")
    assert found == [("3亿千瓦时", "发电量", "风电、太阳能")]


def test_spending_is_the_governments() -> None:
    found = about(claims_of("河南省教育支出11亿元，卫生健康支出5亿元。"), "subject", "sector")
    assert found == [("11亿元", "河南省", None), ("5亿元", "河南省", None)]


def test_the_size_of_firms_is_nobody() -> None:
    found = about(claims_of("1至2月实现规上工业总产值52亿元。"), "subject", "sector")
    assert found == [("52亿元", "规上工业", "工业")]


def test_pupils_and_teachers_are_of_the_schools_counted_last() -> None:
    found = about(
        claims_of("全市共有小学43所，招生4912人，在校学生30088人；初中23所，教职工1426人。"), "indicator", "subject"
    )
    assert [subject for _, _, subject in found[1:3]] == ["小学", "小学"]
    assert found[4] == ("1426人", "教职工人数", "初中")


def test_beds_are_no_hospitals() -> None:
    found = about(claims_of("全区有床位2050张，其中，医院934张。"), "indicator", "subject")
    assert found[1] == ("934张", "床位数", "医院")


def test_people_need_no_classifier() -> None:
    found = about(claims_of("这项保险惠及49万老年人，为200万中小学生测评。"), "indicator", "value", "unit")
    assert found == [("49万", "老年人", 490000, "人"), ("200万", "中小学生", 2000000, "人")]
    assert "人" not in {claim.unit for claim in claims_of("他走了49万里路，印了200万教材。")}


def test_more_things_are_made_rather_than_kept() -> None:
    found = about(claims_of("产品产量增长，锂电池增长10%，工业机器人增长27%。"), "indicator", "subject")
    assert found == [("10%", "产量", "锂电池"), ("27%", "产量", "工业机器人")]


def test_who_gathers_has_the_part() -> None:
    found = about(claims_of("全部国家高新区聚集了70%的国家制造业创新中心。"), "indicator", "subject", "measure")
    assert found == [("70%", "国家制造业创新中心", "全部国家高新区", "share")]


def test_what_is_done_to_things_is_counted_with_its_name() -> None:
    found = about(claims_of("今年完成残疾人家庭无障碍改造2000户。"), "indicator")
    assert found == [("2000户", "残疾人家庭无障碍改造")]


def test_members_of_a_list_keep_the_ends_of_their_names() -> None:
    found = about(claims_of("去年，六大优势产业、高技术制造业、低碳优势产业增加值分别增长6%、8%、9%。"), "subject")
    assert [subject for _, subject in found] == ["六大优势产业", "高技术制造业", "低碳优势产业"]


def test_taking_part_in_an_insurance_is_a_number_of_people() -> None:
    found = about(claims_of("年末，全县参加城乡居民养老保险18.9万人。"), "indicator", "value")
    assert found == [("18.9万人", "城乡居民基本养老保险参保人数", 189000)]


def test_the_structure_of_industries_is_of_the_three() -> None:
    found = about(claims_of("全县产业结构由上年的22%、28%和50%调整为21%、28%和51%。"), "subject", "measure")
    whose = ["第一产业", "第二产业", "第三产业"]
    assert [(subject, measure) for _, subject, measure in found] == [(each, "share") for each in whose * 2]


def test_the_field_of_a_rank_does_not_have_it() -> None:
    found = about(claims_of("洛阳市旅游收入49亿元，占全省的5%，全省排位第9。"), "subject")
    assert found[-1] == ("第9", "洛阳市")


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("地级及以上城市优良天数比例为87%。", "地级及以上城市"),
        ("全省4A级及以上景区接待游客657万人次。", "4A级及以上景区"),
        ("中等职业教育（不含技工学校）专任教师118人。", "中等职业教育"),
        ("水产加工业平稳发展，实现增加值1.3亿元。", "水产加工业"),
        ("规上工业企业实现入库税收1.1亿元。", "规上工业企业"),
    ],
)
def test_names_of_owners_are_whole(sentence: str, whose: str) -> None:
    assert claims_of(sentence)[0].subject == whose


def test_a_flow_is_no_owner_of_itself() -> None:
    found = about(claims_of("2月，接待游客544万人次。", headline="全州旅游情况", publication="恩施日报"), "subject")
    assert found == [("544万人次", "恩施土家族苗族自治州")]


def test_a_short_name_stands_in_the_report_of_its_own_government() -> None:
    found = owners("固定资产投资增长8.5%。", headline="叶县政府工作报告", publication="平顶山日报")
    assert found == [("8.5%", "叶县", "叶县")]


def test_the_west_of_a_country_is_the_field_of_a_rank() -> None:
    found = owners("研发投入强度2.6%、居中国西部第1，新能源装机在全国率先破亿。", headline="河南省成绩单")
    assert [region for _, _, region in found] == ["河南省"] * 3


def test_what_is_ranked_is_no_owner_of_the_statistic_before_it() -> None:
    found = about(claims_of("一般公共预算收入25亿元，县域综合实力居全省第25位。"), "indicator", "subject")
    assert found[1] == ("第25位", "县域综合实力", "县域综合实力")


def test_counties_of_a_town_are_the_field_of_a_rank() -> None:
    found = about(claims_of("税收收入增长16%，居全市6县市第1位。"), "measure")
    assert found == [("16%", "growth"), ("第1位", "rank")]


def test_a_kind_of_schooling_is_whole() -> None:
    found = about(claims_of("学前教育毛入园率92%，高等教育毛入学率61%。"), "subject")
    assert found == [("92%", "学前教育"), ("61%", "高等教育")]


def test_a_number_of_things_is_no_output() -> None:
    found = claims_of("天然气产量增长38%，3个项目落地，达到9个。")
    assert "产量" not in {claim.indicator for claim in found[1:]}


def test_what_is_made_is_counted_in_things() -> None:
    found = about(claims_of("某车企年产能从108万辆提高到132万辆。"), "indicator")
    assert found == [("108万辆", "产能"), ("132万辆", "产能")]


def test_kinds_of_trade_are_no_statistics_of_their_own() -> None:
    found = about(claims_of("去年港口货物吞吐量115亿吨，其中外贸、内贸吞吐量分别增长8%和2%。"), "indicator", "subject")
    assert found[1:] == [("8%", "港口货物吞吐量", "外贸"), ("2%", "港口货物吞吐量", "内贸")]


def test_a_mean_level_sets_nobody_apart() -> None:
    found = about(claims_of("河南省生产总值增长6.6%，增速高于全国平均水平1.8个百分点。"), "subject")
    assert found == [("6.6%", "河南省"), ("1.8个百分点", "河南省")]


def test_a_rank_behind_a_count_is_of_the_same() -> None:
    found = about(claims_of("河南省获得国家科技奖励19项、全国第2。"), "subject")
    assert found == [("19项", "河南省"), ("第2", "河南省")]


def test_what_is_counted_with_it_is_not_its_name() -> None:
    found = about(claims_of("河南省有执业医师（含助理执业医师）951人。"), "indicator", "subject")
    assert found == [("951人", "执业医师", "河南省")]


def test_a_word_and_a_province_are_no_town() -> None:
    found = owners("3天假期内江苏接待游客758万人次。", headline="江苏春节旅游")
    assert [region for _, _, region in found] == ["江苏省"]


def test_what_is_ranked_alone_owns_no_trade() -> None:
    found = about(claims_of("安徽省综合竞争力居全国第3位；进出口总额和出口额均升至全国第9位。"), "indicator")
    assert found[1] == ("第9位", "出口额")


def test_people_before_a_number_without_a_unit_are_counted() -> None:
    found = about(claims_of("河南省从事生产工作的人员132.7万，增长5%。"), "indicator", "subject", "unit")
    assert found == [("132.7万", "人员", "河南省", "人"), ("5%", "人员", "河南省", "%")]
    assert [claim.unit for claim in claims_of("带动农民增收2万。")] == ["元"]  # what they earn, not how many they are


@pytest.mark.parametrize(
    ("sentences", "wanted"),
    [
        (("全县新增建设单位18家，其中工业5家、建筑业13家。",), ["建设单位", "建设单位", "建设单位"]),
        (("全县新增建设单位18家。", "其中，工业5家、建筑业13家。"), ["建设单位", "建设单位", "建设单位"]),
        (("全县有医院18家，工业企业5家。",), ["医院数量", "企业数量"]),
    ],
)
def test_of_what_was_counted_each_industry_has_a_part(sentences: tuple[str, ...], wanted: list[str]) -> None:
    assert [claim.indicator for claim in claims_of(*sentences)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("民营企业占进出口总值的比重提高2个百分点至55%。", ["进出口总额"] * 2),
        ("装备制造业占工业增加值的比重提高2个百分点，达到31%。", ["增加值"] * 2),
        ("制造业投资占全部投资的比重提高2个百分点。", ["制造业投资"]),
    ],
)
def test_a_share_that_rises_is_of_the_statistic_of_the_whole(text: str, wanted: list[str]) -> None:
    assert [claim.indicator for claim in claims_of(text)] == wanted


def test_the_size_of_what_a_clause_without_figures_told() -> None:
    found = about(claims_of("去年雄安新区进出口稳步增长，规模突破500亿元。"), "indicator", "subject")
    assert found == [("500亿元", "进出口总额", "雄安新区")]


def test_what_an_average_is_told_of_each_is_no_mark() -> None:
    found = about(claims_of("装备制造业和高技术制造业增加值两年平均分别增长7%、9%。"), "indicator", "subject")
    assert found == [("7%", "增加值", "装备制造业"), ("9%", "增加值", "高技术制造业")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("去年经样例口岸进出口52亿元。", "样例口岸"), ("去年经济特区进出口52亿元。", "经济特区")],
)
def test_through_which_port_is_no_part_of_its_name(text: str, wanted: str) -> None:
    assert [claim.subject for claim in claims_of(text)] == [wanted]
