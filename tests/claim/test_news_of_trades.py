"""What the papers of trades and of the market print: shares' codes, parts of amounts, further products, exchanges."""

from __future__ import annotations

import pytest

from tests.claim.articles import about, claims_of


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("假期铁路发送旅客320.5万人次，日均40.1万人次。", "日均铁路旅客发送量"),
        ("全县茶叶总产值12亿元，户均6万元。", "户均产值"),
        ("上半年原油加工量3.6亿吨，日均加工200万吨。", "日均原油加工量"),
        ("上半年平台成交额36亿元，平均每月6亿元。", "月均成交额"),
    ],
)
def test_what_falls_on_each_day_is_of_the_statistic_before(sentence: str, indicator: str) -> None:
    total, each = claims_of(sentence)
    assert (each.indicator, each.subject) == (indicator, total.subject)


def test_a_part_in_another_unit_is_no_part_of_it() -> None:
    assert about(claims_of("货物吞吐量3120万吨，日均20列。"), "indicator")[1] != ("20列", "日均港口货物吞吐量")


@pytest.mark.parametrize(
    "code", ["（002594.SZ）", "（300999）", "（03377.HK）", "（股票代码：603999）", "（NYSE:ABCD）"]
)
def test_a_share_code_is_no_clause(code: str) -> None:
    claims = claims_of(f"长河电池{code}上半年实现营业收入42.2亿元，研发费用3亿元。")
    assert [claim.subject for claim in claims] == ["长河电池", "长河电池"]


def test_other_brackets_stay_clauses() -> None:
    assert about(claims_of("全港吞吐量3000万吨（同比增长4%）。"), "measure")[1] == ("4%", "growth")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("10月份，全国生产粗钢2240万吨、生铁2019万吨。", [("产量", "粗钢"), ("产量", "生铁")]),
        ("9月份，我国进口大豆715万吨、玉米165万吨。", [("进口量", "大豆"), ("进口量", "玉米")]),
        ("该集团生产原煤1.2亿吨、焦炭300万吨。", [("产量", "集团"), ("产量", "集团")]),
    ],
)
def test_a_list_of_products_has_one_verb(sentence: str, found: list[tuple[str, str]]) -> None:
    assert [(claim.indicator, claim.subject) for claim in claims_of(sentence)] == found


def test_what_is_not_dealt_with_has_a_name_of_its_own() -> None:
    (_, other) = claims_of("全年进口原油5亿吨，捐赠大米30吨。")
    assert other.indicator != "进口量"


def test_a_bracket_prints_a_change_again() -> None:
    claims = claims_of("全国棉花播种面积3000.3千公顷（4500.4万亩），比上年减少27.8千公顷（41.7万亩）。")
    assert about(claims, "measure", "comparison") == [
        ("3000.3千公顷", "level", None),
        ("4500.4万亩", "level", None),
        ("27.8千公顷", "change", "yoy"),
        ("41.7万亩", "change", "yoy"),
    ]
    assert claims[-1].value < 0


def test_another_amount_in_a_bracket_is_no_change() -> None:
    assert claims_of("产量增加21万吨（价值3亿元）。")[-1].measure == "level"


def test_who_has_the_share_has_the_rank() -> None:
    claims = claims_of("甲公司以32%的市场份额排名第一，乙公司以20%的份额位列第二。")
    assert [claim.subject for claim in claims] == ["甲公司", "甲公司", "乙公司", "乙公司"]


@pytest.mark.parametrize("base", ["较上一交易日", "比前一交易日", "较上个交易日"])
def test_the_trading_day_before_is_the_period_before(base: str) -> None:
    assert about(claims_of(f"两市成交额6359亿元，{base}减少150亿元。"), "measure", "comparison")[1] == (
        "150亿元",
        "change",
        "previous_period",
    )


@pytest.mark.parametrize(
    ("base", "comparison"),
    [("相比去年同期", "yoy"), ("相比前年同期", "base_period"), ("相比2017年同期", "base_period")],
)
def test_what_is_compared_with_may_follow_its_verb(base: str, comparison: str) -> None:
    assert claims_of(f"前7个月产量1200万吨，{base}增长5%。")[-1].comparison == comparison


def test_the_same_time_of_a_named_year_is_that_year() -> None:
    assert claims_of("与2016年同期相比，今年前4个月的进出口增长了21.8%。")[0].comparison == "base_period"


def test_a_list_named_by_a_verb_is_told_of_in_the_next_clause() -> None:
    claims = claims_of("产量居前的企业为东河集团、西河集团、南河集团，产量分别达到310万吨、280万吨、190万吨。")
    assert [claim.subject for claim in claims[-3:]] == ["东河集团", "西河集团", "南河集团"]


def test_a_count_between_is_no_member_of_it() -> None:
    claims = claims_of("投诉较多的是物业问题和停车问题，分别查处230件和173件。")
    assert all(claim.indicator != "名次" for claim in claims)


def test_what_describes_the_firms_asked_is_not_what_their_share_is_of() -> None:
    claims = claims_of("反映固定资产投资增长的企业占比，较上年上升3个百分点；反映订单增加的企业占比为35%。")
    assert about(claims, "indicator", "subject", "measure") == [
        ("3个百分点", "企业占比", "企业", "change"),
        ("35%", "企业占比", "企业", "share"),
    ]


def test_the_share_of_a_statistic_is_told_as_before() -> None:
    assert claims_of("装备制造业利润占规模以上工业的比重为31%。")[0].subject == "装备制造业"


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("电气机械行业受订单增长带动，利润同比增长25.3%。", "电气机械行业"),
        ("服装行业受国际市场走弱影响，上半年出口下降8.1%。", "服装行业"),
    ],
)
def test_what_is_moved_by_something_goes_on(sentence: str, subject: str) -> None:
    assert claims_of(sentence)[0].subject == subject


def test_firms_alone_are_those_spoken_of() -> None:
    claims = claims_of("全国规模以上工业企业营业收入增长8.2%，企业利润下降2.3%。", "企业利润下降2.3%。")
    assert [claim.subject for claim in claims] == ["规模以上工业企业", "规模以上工业企业", "企业"]


def test_a_mean_is_that_of_the_firms_spoken_of() -> None:
    claims = claims_of("“小巨人”企业设立研发机构1万家，平均研发强度达8.9%。")
    assert claims[-1].subject == "“小巨人”企业"


@pytest.mark.parametrize("whose", ["纺织业", "规上食品企业"])
def test_industry_before_value_added_is_a_part_of_its_name(whose: str) -> None:
    assert claims_of(f"{whose}工业增加值增长3.2%。")[0].subject == whose
    assert claims_of("规模以上工业增加值增长3.2%。")[0].subject == "规模以上工业"


def test_the_quarter_of_a_firm_is_no_owner() -> None:
    assert claims_of("长河公司第三财季总营收940亿美元。")[0].subject == "长河公司"


def test_quarters_in_a_list_have_a_number_each() -> None:
    claims = claims_of("今年一季度、二季度、三季度营业收入分别为10亿元、31亿元、47亿元。", "")
    assert [str(claim.period_end)[5:] for claim in claims] == ["03-31", "06-30", "09-30"]


def test_an_index_may_have_no_unit() -> None:
    assert about(claims_of("二季度中小企业发展指数为89.2，比一季度上升0.2点。"), "indicator") == [
        ("89.2", "中小企业发展指数"),
        ("0.2点", "中小企业发展指数"),
    ]


@pytest.mark.parametrize("word", ["同比", "合计", "现有"])
def test_adverbs_are_no_part_of_a_name(word: str) -> None:
    assert claims_of(f"东海汽车公司{word}交付59万辆。")[0].subject == "东海汽车公司"


def test_a_bracket_after_a_place_counts_what_is_there() -> None:
    claims = claims_of("投保企业集中在江苏省（58家）、广东省（48家）和山东省（31家）。")
    assert about(claims, "indicator", "subject") == [
        ("58家", "企业数量", "江苏省"),
        ("48家", "企业数量", "广东省"),
        ("31家", "企业数量", "山东省"),
    ]


def test_a_stage_says_of_which_product_the_output_is() -> None:
    claims = claims_of("多晶硅环节，全国产量超过143万吨；硅片环节，全国产量超过622吉瓦，产品出口70吉瓦。")
    assert [claim.subject for claim in claims] == ["多晶硅", "硅片", "硅片"]


def test_a_clause_without_a_stage_leaves_the_country() -> None:
    assert claims_of("上半年，全国产量超过143万吨。")[0].subject == "全国"


@pytest.mark.parametrize("things", ["禽肉、牛肉、羊肉", "牛羊肉和禽肉"])
def test_one_number_of_a_list_is_of_all_its_members(things: str) -> None:
    assert about(claims_of(f"上半年{things}产量达到2413万吨。"), "indicator", "subject") == [
        ("2413万吨", "产量", things)
    ]


def test_two_numbers_of_a_list_have_a_member_each() -> None:
    claims = claims_of("上半年牛肉、羊肉产量分别达到300万吨和200万吨。")
    assert [claim.indicator for claim in claims] == ["牛肉产量", "羊肉产量"]


def test_the_first_of_a_list_of_parts_may_be_short() -> None:
    claims = claims_of("其中铜、铝、锌现货均价分别为68212元/吨、18462元/吨、21855元/吨。")
    assert claims[0].subject == "铜"


def test_three_regions_may_share_a_word() -> None:
    claims = claims_of("东、中、西部地区快递业务量比重分别为72.6%、18.6%和8.8%。")
    assert [claim.subject for claim in claims] == ["东部地区", "中部地区", "西部地区"]


@pytest.mark.parametrize("aside", ["（不包括邮政储蓄银行营业收入）", "（含独立核算单位）"])
def test_what_a_bracket_leaves_out_is_nobody(aside: str) -> None:
    claim = claims_of(f"上半年，邮政行业业务收入{aside}累计完成1.4万亿元。")[0]
    assert "储蓄" not in (claim.subject or "")
    assert claim.indicator == "邮政业务收入"


def test_the_level_of_a_year_is_no_whole() -> None:
    assert claims_of("生猪存栏2900万头，为2017年末的84%。")[1].measure == "ratio"
    assert claims_of("水电占2017年发电量的84%。")[0].measure == "share"


def test_coal_of_all_industry_is_mined() -> None:
    assert claims_of("全国规模以上工业原煤产量3.9亿吨。")[0].sector == "煤炭开采和洗选业"
    assert claims_of("全国规模以上工业利润3.9亿元。")[0].sector == "工业"


@pytest.mark.parametrize("printed", ["翻了将近一番", "翻了近一番", "翻一番"])
def test_what_doubles_may_nearly_do_so(printed: str) -> None:
    assert about(claims_of(f"订单比上年{printed}。"), "measure") == [(printed, "growth")]


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("全县年产干花1.4万吨。", "产量"),
        ("项目达产后可年产锂电池10吉瓦时。", "产能"),
        ("该公司年产钢材30万吨的项目开工。", "产能"),
    ],
)
def test_what_can_be_made_in_a_year_is_a_capacity(sentence: str, indicator: str) -> None:
    assert claims_of(sentence)[0].indicator == indicator


def test_inches_are_no_way() -> None:
    assert claims_of("公司建设的12英寸晶圆生产线投产。")[0].indicator == "尺寸"
    assert claims_of("当地建设的12公里公路通车。")[0].indicator != "尺寸"


def test_the_mean_of_firms_is_theirs() -> None:
    claims = claims_of("规模以上工业中小企业营业收入增长1.9%，户均营业收入达到1.2亿元。")
    assert about(claims, "subject")[1] == ("1.2亿元", "规模以上工业中小企业")


def test_a_generation_is_a_part_of_the_name() -> None:
    assert claims_of("第三代半导体产业销售额增长12%。")[0].subject == "第三代半导体产业"


def test_what_a_part_draws_and_how_late_it_is_are_its_own() -> None:
    claims = claims_of("该芯片功耗降低30%，算力达到200TOPS，时延低于1毫秒。")
    assert [claim.indicator for claim in claims] == ["功耗", "算力规模", "时延"]


def test_a_capacity_may_be_of_things() -> None:
    claims = claims_of("东海汽车产能将增长20%，从现有的108万辆增至132万辆。")
    assert [claim.indicator for claim in claims] == ["产能", "产能", "产能"]


def test_what_is_seen_month_on_month_stays_so_for_the_paragraph() -> None:
    claims = claims_of(
        "从环比看，居民消费价格由上月下降0.3%转为上涨0.4%。",
        "非食品价格上涨0.6%。",
        "从同比看，居民消费价格上涨0.7%。",
        "食品价格上涨1%。",
    )
    assert [claim.comparison for claim in claims] == ["previous_period"] * 3 + ["yoy"] * 2


def test_a_year_on_year_figure_ends_what_was_seen_month_on_month() -> None:
    claims = claims_of("从环比看，工业生产者出厂价格上涨0.4%，同比下降1.2%。", "其中，生产资料价格下降1.4%。")
    assert [claim.comparison for claim in claims] == ["previous_period", "yoy", "yoy"]


def test_an_industry_whose_turnover_is_told_has_its_own_trade() -> None:
    claims = claims_of("上半年，家电行业营业收入1.2万亿元。", "出口额完成412亿美元，同比增长7%。")
    assert {claim.subject for claim in claims} == {"家电行业"}


def test_the_trade_of_goods_is_the_countrys() -> None:
    assert claims_of("上半年，家电行业营业收入1.2万亿元。", "货物出口额1.2万亿美元。")[1].subject == "全国"


def test_who_is_looked_at_in_turn_is_named_without_the_word() -> None:
    assert claims_of("反观长风汽车，7月国内销量3.2万辆。")[0].subject == "长风汽车"


def test_compensated_tons_are_a_unit() -> None:
    assert about(claims_of("新接订单量308万修正总吨。"), "unit") == [("308万修正总吨", "修正总吨")]
