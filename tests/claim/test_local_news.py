"""What local papers print of disasters, holidays, offices and markets: days of the count, bases, owners, prices."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claim.articles import about, claims_of


@pytest.mark.parametrize(
    "opening",
    ["新华社东京8月27日电 ", "据新华社东京8月27日电 （记者某甲）", "新华社东京8月27日电（记者某甲 某乙）"],
)
def test_where_a_report_was_sent_off_owns_nothing(opening: str) -> None:
    found = about(claims_of(f"{opening}一艘渔船25日沉没，船上有14人。"), "subject")
    assert found == [("14人", "渔船")]


def test_victims_are_of_the_day_to_which_they_were_counted() -> None:
    found = claims_of(
        "截至8月26日8时，8月20日发生在该国北部的地震已造成31人死亡。",
        "受灾人数超过2万人。",
        issue_date=date(2019, 8, 27),
    )
    assert {claim.period_start for claim in found} == {date(2019, 8, 26)}


def test_what_is_told_of_a_disaster_alone_is_of_its_day() -> None:
    found = claims_of("8月20日发生在该国北部的地震造成31人死亡。")
    assert [claim.period_start for claim in found] == [date(2019, 8, 20)]


def test_the_day_of_an_old_record_dates_nothing_else() -> None:
    found = claims_of("这打破了1963年8月4日的纪录。", "全市平均降雨量276毫米，城区平均降雨量244毫米。")
    assert [claim.period_start for claim in found] == [None, None]


def test_a_report_at_a_meeting_is_of_the_year_it_tells_of() -> None:
    found = claims_of(
        "1月6日，在市人民代表大会第六次会议上，政府工作报告透露，2019年，民生支出占比达到75%。",
        "医保新增参保47万人次。",
        issue_date=date(2020, 1, 7),
    )
    assert {(claim.period_start, claim.period_end) for claim in found} == {(date(2019, 1, 1), date(2019, 12, 31))}


def test_offices_with_two_tasks_are_one_member_each() -> None:
    found = about(claims_of("省文化和旅游厅、省住房和城乡建设厅分别完成投资12亿元和13亿元。"), "subject")
    assert found == [("12亿元", "省文化和旅游厅"), ("13亿元", "省住房和城乡建设厅")]


def test_a_figure_that_takes_its_day_over_is_held_against_the_same_day() -> None:
    found = claims_of(
        "2月13日，跨区域人员流动量3亿人次。",
        "铁路客运量1290万人次，比2023年同期增长50%。",
        issue_date=date(2024, 2, 14),
    )
    assert (found[-1].base_start, found[-1].base_end) == (date(2023, 2, 13), date(2023, 2, 13))
    assert found[-1].comparison == "yoy"


@pytest.mark.parametrize("sentence", ["草莓每公斤40元。", "草莓40元一斤。", "草莓40元1公斤。"])
def test_money_for_so_much_is_a_price(sentence: str) -> None:
    assert about(claims_of(sentence), "indicator", "subject") == [("40元", "价格", "草莓")]


def test_what_is_paid_for_so_much_is_no_price() -> None:
    assert about(claims_of("稻谷补贴每斤0.1元。"), "indicator") == [("0.1元", "补助资金")]


def test_messages_that_are_sent_are_no_freight() -> None:
    found = about(claims_of("全年发送公益短信36亿条，运送煤炭3000万吨。"), "indicator")
    assert found == [("36亿条", "发送量"), ("3000万吨", "运输量")]


def test_what_there_is_now_is_no_name() -> None:
    assert about(claims_of("全村现有3800多人。"), "indicator", "subject") == [("3800多人", "人数", "全村")]


def test_a_policy_known_by_its_points_counts_none() -> None:
    assert about(claims_of("实施稳外贸“20条”等政策，新增减负160亿元。")) == [("160亿元",)]


@pytest.mark.parametrize(("publication", "region"), [("湖北日报", "湖北省"), ("武汉晚报", "湖北省"), ("样例报", None)])
def test_the_whole_province_is_that_of_the_paper(publication: str, region: str | None) -> None:
    found = claims_of(
        "四川、重庆、湖南3省市受旱面积1200万亩。",
        "目前，全省水库蓄水量119亿立方米。",
        publication=publication,
        headline="长江流域联合调度",
    )
    assert found[-1].region == region


@pytest.mark.parametrize(
    ("publication", "region"), [("大众日报", "山东省"), ("洛阳日报", "洛阳市"), ("上海证券报", "中国")]
)
def test_a_report_of_the_government_is_of_the_place_of_its_paper(publication: str, region: str) -> None:
    found = claims_of(
        "2019年地区生产总值增长5.5%。",
        issue_date=date(2020, 1, 20),
        publication=publication,
        headline="政府工作报告（摘要）",
    )
    assert found[-1].region == region


def test_the_report_of_a_court_is_of_the_year_that_is_over() -> None:
    found = claims_of(
        "市中级人民法院院长某甲向280名代表作法院工作报告。", "全市法院受理案件4万件。", issue_date=date(2020, 1, 20)
    )
    assert found[-1].period_end == date(2019, 12, 31)


def test_a_summed_up_list_of_reservoirs_has_its_members() -> None:
    found = about(claims_of("甲河、乙河两座水库蓄水量分别偏多13%、2%。"), "subject")
    assert found[1:] == [("13%", "甲河"), ("2%", "乙河")]


def test_the_first_three_are_no_count() -> None:
    assert about(claims_of("女子项目前三名分别是某甲、某乙、某丙，冠军成绩为25秒。")) == [("25秒",)]


def test_what_was_before_is_whole() -> None:
    found = about(claims_of("当日气温达41℃，此前纪录为40℃。"), "subject")
    assert all(not str(subject or "").startswith("前") for _, subject in found)


def test_a_poll_is_of_its_days() -> None:
    found = claims_of(
        "某社15日至16日实施全国电话民调。", "结果显示，22.6%的受访者支持该党。", issue_date=date(2019, 8, 20)
    )
    assert {(claim.period_start, claim.period_end) for claim in found} == {(date(2019, 8, 15), date(2019, 8, 16))}


def test_a_bracket_that_is_closed_places_nothing_after_it() -> None:
    found = about(
        claims_of(
            "全国新增确诊病例205例。",
            "其中境外输入病例115例（上海49例，浙江66例），本土病例90例（内蒙古47例，辽宁43例），治愈1例。",
        ),
        "region",
    )
    assert [region for _, region in found] == [
        "中国", "中国", "上海市", "浙江省", "中国", "内蒙古自治区", "辽宁省", "中国",
    ]  # fmt: skip


def test_a_street_is_in_its_own_town() -> None:
    found = claims_of("天津路第一小学新增学位2000个。", publication="洛阳日报", headline="我市新建小学")
    assert [claim.region for claim in found] == ["洛阳市"]


def test_a_day_behind_dots_is_of_what_follows() -> None:
    found = claims_of("举办“村晚”3100余场……8月11日，记者从省文化和旅游厅获悉。")
    assert [claim.period_start for claim in found] == [None]


def test_degrees_below_zero_go_down() -> None:
    found = about(claims_of("最低气温可达-25℃～-28℃，白天气温-5～3℃。"), "value", "value_high")
    assert [(low, high) for _, low, high in found] == [(-28, -25), (-5, 3)]


def test_what_people_earn_more_a_year_is_their_income() -> None:
    found = about(claims_of("带动4000余人年均增收4万元以上。"), "indicator")
    assert found == [("4000余人", "人数"), ("4万元", "收入")]


def test_this_month_of_a_report_is_the_month_reported_on() -> None:
    found = claims_of(
        "2月份，54个城市完成客运量24亿人次。", "本月新增线路1条。", issue_date=date(2025, 3, 10), headline="城市交通"
    )
    assert found[-1].period_end == date(2025, 2, 28)


def test_quarters_of_the_country_are_regions() -> None:
    found = about(claims_of("秋粮收获进度，西南地区近七成，东北过两成。"), "region")
    assert [region for _, region in found] == ["西南地区", "东北地区"]


def test_households_are_no_groups_of_villagers() -> None:
    found = about(claims_of("湄潭县金花村有12个村民组662户2582人。"), "indicator", "subject")
    assert found == [
        ("12个", "村民组", "湄潭县金花村"), ("662户", "户数", "湄潭县金花村"), ("2582人", "人数", "湄潭县金花村"),
    ]  # fmt: skip


def test_what_an_attack_brings_about_counts_no_deeds() -> None:
    found = about(claims_of("空袭造成至少30个流离失所者避难场所关闭。"), "indicator")
    assert found != [("30个", "造成数量")]


def test_the_dead_of_fires() -> None:
    found = about(claims_of("全市接报火灾300起、亡2人，亡人数下降5%。"), "indicator")
    assert [indicator for _, indicator in found] == ["火灾", "死亡人数", "死亡人数"]


def test_the_figures_of_a_census_are_of_its_day() -> None:
    found = claims_of(
        "根据第七次全国人口普查结果，全市常住人口为1867万人。",
        issue_date=date(2021, 5, 19),
        headline="广州市人口普查公报",
    )
    assert [(claim.period_start, claim.period_kind) for claim in found] == [(date(2020, 11, 1), "instant")]


def test_who_has_counted_owns_nothing() -> None:
    found = about(claims_of("据区农业农村局统计，今年全区早稻种植面积比去年增加近万亩。"), "subject")
    assert all("农业农村局" not in str(subject) for _, subject in found)
