"""Which statistic and which subject a number belongs to, in the text of reports: one small article a rule."""

from tests.claim.articles import about, claims_of


def test_a_list_of_statistics_has_the_owner_of_the_first() -> None:
    claims = claims_of("上半年，样例集团营业收入和利润分别增长5%和3%。")
    assert about(claims, "indicator", "subject") == [("5%", "营业收入", "样例集团"), ("3%", "利润总额", "样例集团")]


def test_a_list_of_totals_has_no_owner() -> None:
    claims = claims_of("7月份，规模以上工业增加值、社会消费品零售总额分别增长5.4%和3.2%。")
    assert about(claims, "subject") == [("5.4%", "规模以上工业"), ("3.2%", "全国")]


def test_components_of_an_index_are_of_whom_the_index_is() -> None:
    claims = claims_of("7月份，制造业采购经理指数为49.5%。", "构成指数中，生产指数和新订单指数分别为50.9%和50.1%。")
    assert about(claims[1:], "indicator", "subject", "sector") == [
        ("50.9%", "生产指数", "制造业", "制造业"),
        ("50.1%", "新订单指数", "制造业", "制造业"),
    ]


def test_one_word_stands_for_the_whole_list() -> None:
    claims = claims_of("去年，三次产业增加值占国内生产总值的比重分别为7.1%、40.3%和52.6%。")
    assert [claim.sector for claim in claims] == ["第一产业", "第二产业", "第三产业"]
    claims = claims_of("上半年，城乡居民人均可支配收入分别增长4.6%和6.1%。")
    assert [claim.subject for claim in claims] == ["城镇居民", "农村居民"]


def test_after_its_parts_a_semicolon_goes_back_to_the_whole() -> None:
    claims = claims_of("7月份，居民消费价格同比上涨1.5%，其中食品价格上涨0.7%，非食品价格上涨1.7%；环比上涨0.4%。")
    assert claims[-1].indicator == claims[0].indicator == "居民消费价格指数"


def test_and_joins_the_words_of_one_member_where_there_are_too_many() -> None:
    claims = claims_of("7月份，家具、建筑及装潢材料、汽车零售额分别增长31.9%、29.2%和15.2%。")
    assert [claim.subject for claim in claims] == ["家具", "建筑及装潢材料", "汽车"]


def test_an_amount_of_a_product_dealt_with_is_of_the_product() -> None:
    claims = claims_of("上半年，全国出口钢材5712万吨，同比增长9%；进口原油2.3亿吨。")
    assert about(claims, "indicator", "subject", "sector") == [
        ("5712万吨", "出口量", "钢材", "黑色金属冶炼和压延加工业"),
        ("9%", "出口量", "钢材", "黑色金属冶炼和压延加工业"),
        ("2.3亿吨", "进口量", "原油", "石油和天然气开采业"),
    ]


def test_a_firm_that_deals_with_a_product_is_the_subject() -> None:
    claims = claims_of("上半年，样例公司销售新能源汽车38万辆。")
    assert about(claims, "indicator", "subject", "sector") == [("38万辆", "销量", "样例公司", "汽车制造业")]


def test_a_share_of_what_follows_the_number() -> None:
    claims = claims_of("目前，40%的工业企业实现零碳排放，近七成企业反映成本上升。")
    assert about(claims, "measure", "subject", "sector") == [
        ("40%", "share", "工业企业", "工业"),
        ("七成", "share", "企业", None),
    ]


def test_a_statistic_after_the_number() -> None:
    claims = claims_of("上半年，装备制造业保持8%的利润增长，全省实现12%左右的投资增长。")
    assert about(claims, "indicator", "measure") == [("8%", "利润总额", "growth"), ("12%", "投资", "growth")]


def test_the_first_noun_of_a_statistic_may_end_its_owner() -> None:
    claims = claims_of("目前，口罩生产企业复工率达到78%。")
    assert about(claims, "indicator", "subject") == [("78%", "复工率", "口罩生产企业")]


def test_a_statistic_that_no_lexicon_has() -> None:
    claims = claims_of("2018年，我国返贫人数下降到5.8万人。", "园区的设备上线率达到85%。")
    assert [claim.indicator for claim in claims] == ["返贫人数", "设备上线率"]


def test_an_amount_of_land_is_not_of_the_money_spoken_of() -> None:
    claims = claims_of("去年，中央预算内投资1928亿元。", "全国整治土地130多万公顷。")
    assert claims[1].indicator == "整治土地"


def test_a_firm_is_named_again_by_less() -> None:
    claims = claims_of("样例电池有限公司日前投产新基地。", "公司去年营业收入28亿元。")
    assert [claim.subject for claim in claims] == ["样例电池有限公司"]


def test_a_total_is_of_what_was_counted() -> None:
    claims = claims_of("去年，新增制造业单项冠军企业35家，总数居全国第六位。")
    assert claims[0].indicator == claims[1].indicator == "企业数量"


def test_the_whole_economy_grows_by_its_gross_product() -> None:
    claims = claims_of("上半年，经济保持6%以上的增速，数字经济实现9%的增长，民营经济增长7%。")
    assert about(claims, "indicator", "subject") == [
        ("6%", "国内生产总值", "全国"),
        ("9%", "增加值", "数字经济"),
        ("7%", "增加值", "民营经济"),
    ]


def test_the_economy_of_a_division_has_a_regional_product() -> None:
    for text, name in (
        ("去年，湖北省经济总量突破6万亿元。", "地区生产总值"),
        ("去年，湖北省人均GDP突破10万元。", "人均地区生产总值"),
        ("去年，湖北省国内生产总值突破6万亿元。", "国内生产总值"),
        ("去年，日本经济总量突破4万亿美元。", "国内生产总值"),
        ("去年，全国经济总量突破130万亿元。", "国内生产总值"),
    ):
        assert [claim.indicator for claim in claims_of(text)] == [name], text


def test_a_relative_clause_is_no_part_of_the_subject() -> None:
    claims = claims_of("上半年，代表转型升级方向的高技术制造业投资增长13.1%。")
    assert about(claims, "subject") == [("13.1%", "高技术制造业")]


def test_what_drags_a_total_down_may_be_no_industry() -> None:
    claims = claims_of("7月份，投资收益等短期因素的上年同期基数较高，下拉规模以上工业企业利润增速1.7个百分点。")
    assert about(claims, "subject", "sector") == [("1.7个百分点", "投资收益等短期因素", "工业")]


def test_those_compared_with_are_no_subjects() -> None:
    claims = claims_of("1—7月份，电子信息制造业增加值增长10.9%，增速分别比工业、高技术制造业高4.7个和1.3个百分点。")
    assert {claim.subject for claim in claims} == {"电子信息制造业"}
    assert [claim.measure for claim in claims] == ["growth", "gap", "gap"]


def test_a_place_keeps_the_industry_that_is_told_of() -> None:
    claims = claims_of("上半年，东部地区软件业营业收入增长9.8%；中部地区和东北地区分别增长7.8%和8.6%。")
    assert {claim.sector for claim in claims} == {"软件和信息技术服务业"}
    assert [claim.region for claim in claims] == ["东部地区", "中部地区", "东北地区"]


def test_what_a_firms_news_tells_is_of_the_firm() -> None:
    claims = claims_of("去年，样例光电净利润16.2亿元。", "研发人员占比达34%。")
    assert about(claims, "subject", "region") == [("16.2亿元", "样例光电", None), ("34%", "样例光电", None)]


def test_a_total_completes_the_statistic_before_it() -> None:
    claims = claims_of("2018年，工业增加值总量突破30万亿元。")
    assert about(claims, "indicator", "subject") == [("30万亿元", "增加值", "工业")]


def test_what_closes_a_list_names_its_sector() -> None:
    claims = claims_of("上半年，新能源、新材料等高新技术产业投资增长5%。", "公路、铁路、民航等部门发送旅客增长3%。")
    assert [claim.sector for claim in claims] == ["高新技术产业", None]


def test_the_staff_of_those_whose_figures_are_told() -> None:
    claims = claims_of("2018年末，国有文化企业共计12159户；从业人员120.5万人；资产总额22420亿元。")
    assert {claim.subject for claim in claims} == {"国有文化企业"}


def test_what_a_multiple_is_of_is_no_subject() -> None:
    claims = claims_of("去年，我国单位GDP能耗是世界平均水平的1.5倍。")
    assert about(claims, "indicator", "region") == [("1.5倍", "单位GDP能耗", "中国")]


def test_the_whole_of_a_share_is_no_statistic_of_it() -> None:
    claims = claims_of("去年，制造业投资增长12.5%，占固定资产投资比重提升至38.6%；民生支出占一般公共预算支出78%。")
    assert about(claims[1:], "measure", "indicator") == [("38.6%", "share", "制造业投资"), ("78%", "share", "民生支出")]


def test_a_count_that_sums_up_a_list_is_no_part_of_it() -> None:
    claims = claims_of("7月份，铁路船舶航空航天、有色、钢铁三个行业增加值增速在10%以上，分别为13.9%、10.2%和10.0%。")
    assert [claim.sector for claim in claims if claim.unit == "%"] == [
        None,
        "铁路、船舶、航空航天和其他运输设备制造业",
        "有色金属冶炼和压延加工业",
        "黑色金属冶炼和压延加工业",
    ]


def test_industries_named_before_contribute_together() -> None:
    claims = claims_of(
        "1—7月份，汽车制造业、医药制造业利润分别增长12.9%、11.8%，两个行业合计拉动工业利润增长2.3个百分点。"
    )
    assert claims[-1].subject == "两个行业"


def test_the_other_industries() -> None:
    claims = claims_of("1—7月份，剔除汽车制造业，其他行业利润增长7.0%。")
    assert about(claims, "subject", "sector") == [("7.0%", "其他行业", None)]


def test_people_of_an_age() -> None:
    claims = claims_of("7月份，城镇调查失业率为5.2%，其中25—59岁人口调查失业率为4.8%。")
    assert claims[-1].subject == "25—59岁人口"


def test_a_price_without_a_number_is_spoken_of_by_its_own_name() -> None:
    claims = claims_of("7月份，居民消费价格上涨2.7%；工业生产者出厂价格同比持平，涨幅为0.0%。")
    assert claims[-1].subject == "工业生产者出厂价格"


def test_a_statistic_held_against_another_is_what_is_compared() -> None:
    claims = claims_of("1—7月份，民间投资同比增长14.7%，比全部固定资产投资增速快0.8个百分点。")
    assert about(claims[1:], "measure", "subject") == [("0.8个百分点", "gap", "民间投资")]


def test_a_list_taken_up_again_keeps_its_places() -> None:
    claims = claims_of("去年，美国和日本的GDP分别增长2.5%和1.2%，CPI分别上涨3.1%和2.4%。")
    assert [claim.region for claim in claims] == ["美国", "日本", "美国", "日本"]
    claims = claims_of("今年，全球经济增长3%，美国经济增长2%。", "欧元区经济增速为1.5%和1.6%。")
    assert [claim.region for claim in claims] == ["全球", "美国", "欧元区", "欧元区"]


def test_the_growth_of_what_is_traded_is_of_the_goods() -> None:
    claims = claims_of("去年，我国进口2万亿美元，其中，进口消费品增长8%，进口钢材增长12%。")
    assert about(claims, "indicator", "subject") == [
        ("2万亿美元", "进口额", "我国"),
        ("8%", "进口额", "消费品"),
        ("12%", "进口额", "钢材"),
    ]
    claims = claims_of("去年，我国进口2万亿美元，进口继续增长8%。")
    assert claims[-1].subject == "我国"
