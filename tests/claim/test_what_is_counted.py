"""What is counted or measured, and what kind of figure it is: our own sentences for each cause, and opposites."""

from __future__ import annotations

import pytest

from tests.claim.articles import claims_of

COUNTED = [
    # a grade, a description or a list before the head
    ("港口调来两艘500吨级拖轮。", "两艘", "拖轮"),
    ("全镇建起3座220千伏变电站。", "3座", "变电站"),
    ("当地探明5个百亿方气田。", "5个", "气田"),
    ("园区引来300多家各类培训机构。", "300多家", "培训机构"),
    ("机场接来三架载有急救药品的飞机。", "三架", "飞机"),
    ("实验室添置了40台测试、取样用的仪器。", "40台", "仪器"),
    ("名单里有20名现任和已卸任的议员。", "20名", "议员"),
    ("平台关闭了600个论坛、博客、群组等各类账号。", "600个", "账号"),
    ("厂里有4种出口日本的原材料。", "4种", "原材料"),
    ("展会请来两名被解救人质。", "两名", "人质"),
    ("会上来了8名前议员。", "8名", "前议员"),
    # where the head ends
    ("老师给两百名孩子义务辅导功课。", "两百名", "孩子"),
    ("当地推出6项措施撑市场。", "6项", "措施"),
    ("公司带动300户农民定点加工竹编。", "300户", "农民"),
    ("在四个省尝试了新办法。", "四个", "省"),
    ("9万名群众喜迁新居。", "9万名", "群众"),
    ("6位主刀医生同时做手术。", "6位", "主刀医生"),
    ("12个集团军和部分独立师参加了检阅。", "12个", "集团军"),
    ("30个中央部门和北京、上海等省市公开了账目。", "30个", "中央部门"),
    ("两座大型多功能灯塔正式发光。", "两座", "多功能灯塔"),
    ("30个国家高新区工业增加值增长8%。", "30个", "国家高新区"),
    ("双方签署了9个政府或部门间合作文件。", "9个", "政府或部门间合作文件"),
    ("仍有70家美国在华企业盈利。", "70家", "企业数量"),
    # what the classifier asks for
    ("解决了5万名集体企业退休人员养老问题。", "5万名", "集体企业退休人员"),
    ("海上发生3起渔船靠近军舰的事件。", "3起", "事件"),
    ("区里关停了16家品质不达标企业。", "16家", "企业数量"),
    ("园区聚集了30多家从原材料到终端的生产企业。", "30多家", "企业数量"),
    ("全县停建楼堂馆所80个。", "80个", "楼堂馆所"),
    ("有70件职工技术创新成果获奖。", "70件", "职工技术创新成果"),
    ("房价下降的城市有21个，上涨的有25个。", "25个", "城市"),
    ("候选人在两个大州打败对手。", "两个", "大州"),
    ("事故已致3人受伤，另有10人情况不明。", "10人", "失踪人数"),
    ("将终止与欧盟13国的投资协定。", "13国", "国家"),
    ("船上有三名蛟龙号的设计师。", "三名", "设计师"),
    ("另一家7层楼的旅馆也倒了。", "7层", "楼层"),
    # before the number, or of the unit
    ("物资分两批运往灾区。", "两批", "批次"),
    ("安保分为赛事安保和社会面管控两方面。", "两方面", "方面"),
    ("代表们递交书面意见建议539件。", "539件", "书面意见建议"),
    ("中央企业由年初的142户调整到129户。", "129户", "企业数量"),
    ("对地方的激励措施从去年的6项增加到24项。", "24项", "激励措施"),
    ("10个大型煤炭基地已有7个产能达到亿吨。", "7个", "大型煤炭基地"),
    ("产品已出口到120多个国家和地区。", "120多个", "国家和地区"),
    ("今年汽车销售90万辆。", "90万辆", "销量"),
    ("官兵在震区救出9人。", "9人", "人数"),
    ("至此已有8人获救，另有5人仍在搜救当中。", "5人", "搜救人数"),
]
COUNTED_OTHERWISE = [
    ("两家企业计划投资8亿元。", "两家", "企业计划"),
    ("当地有12个断电事故。", "12个", "断电"),
    ("播出三集大型专题片《必由之路》。", "三集", "专题片《"),
    ("全省新增9个就业扶贫车间。", "9个", "就业"),
    ("来了300名救援人员。", "300名", "救援"),
    ("10个高等院校、医院等单位参加。", "10个", "院校、医院"),
]


def _indicators(text: str, number: str) -> list[str | None]:
    return [claim.indicator for claim in claims_of(text) if claim.value_text == number]


@pytest.mark.parametrize(("text", "number", "name"), COUNTED)
def test_the_counted_noun(text: str, number: str, name: str) -> None:
    assert _indicators(text, number) == [name]


@pytest.mark.parametrize(("text", "number", "name"), COUNTED_OTHERWISE)
def test_what_is_no_counted_noun(text: str, number: str, name: str) -> None:
    (found,) = _indicators(text, number)
    assert found != name


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("一吨能卖到14万元。", "14万元", "价格"),
        ("一张门票涨到80元。", "80元", "票价"),
        ("公司非法获利5万元。", "5万元", "获利金额"),
        ("财政下达3亿元支持扩招。", "3亿元", "拨付资金"),
        ("上市募集来的3亿元投入研发。", "3亿元", "募集资金"),
        ("公司被冻结资金110亿卢布，约合9亿元人民币。", "9亿元", "资金"),
        ("财政安排3亿元救灾款和7亿元恢复重建资金。", "7亿元", "资金"),
        ("去掉1美元的管理费以及0.65美元的来料费。", "0.65美元", "来料费"),
        ("今年全县棉花300万亩，产量40万吨。", "300万亩", "播种面积"),
        ("列车全程运行近30个小时。", "30个小时", "时长"),
        ("零下40度的气温、4000米的海拔，考验着队员。", "4000米", "海拔"),
        ("全国7亿亩农村土地已经完成确权。", "7亿亩", "农村土地"),
        ("5000万千瓦新增燃煤机组全部安装了设施。", "5000万千瓦", "燃煤机组"),
    ],
)
def test_what_an_amount_is_of(text: str, number: str, name: str) -> None:
    assert _indicators(text, number) == [name]


MEASURES = [
    # parts of a whole, and what is none
    ("民营经济贡献了50%以上的税收。", "50%", "share"),
    ("试点范围扩大到60%的县。", "60%", "share"),
    ("小额信贷覆盖全区95%以上的农户。", "95%", "share"),
    ("刺激计划将达到GDP的2%。", "2%", "share"),
    ("数控装备的70%都依靠进口。", "70%", "share"),
    ("但是70%都是山地。", "70%", "share"),
    ("自有资金不足10%。", "10%", "share"),
    ("转移支付4万亿元，87%用于中西部。", "87%", "share"),
    ("出口占全球的比重由不到1%提高到目前的12%左右。", "12%", "share"),
    ("国防费相当于邻国的7.5%。", "7.5%", "ratio"),
    ("对铜加征25%的关税。", "25%", "level"),
    ("累计治愈率达92%。", "92%", "level"),
    ("检测阳性结果比例高达16%。", "16%", "share"),
    ("职工得到了36%的分红。", "36%", "share"),
    ("播种面积占比从11%增长到79%。", "79%", "share"),
    ("进口数量增长较快，达到了36%。", "36%", "growth"),
    # growth
    ("经济增长预期从4.0%下调至3.3%。", "4.0%", "growth"),
    ("专项资金分别比上年增长1.4倍和73%。", "73%", "growth"),
    ("买年货的人比去年多了28%。", "28%", "growth"),
    ("受旱面积较常年同期偏少50%。", "50%", "growth"),
    ("出口增速由5%左右下滑到目前的3%。", "3%", "growth"),
    # changes and gaps
    ("今年削减财政赤字450亿元。", "450亿元", "change"),
    ("全年减少贫困人口100万人。", "100万人", "level"),
    ("江段超警戒水位0.6米。", "0.6米", "gap"),
    ("招生超过计划10万人。", "10万人", "gap"),
    ("自来水比原水每吨便宜2.5元。", "2.5元", "gap"),
]


@pytest.mark.parametrize(("text", "number", "measure"), MEASURES)
def test_measure(text: str, number: str, measure: str) -> None:
    assert [claim.measure for claim in claims_of(text) if claim.value_text == number] == [measure]


@pytest.mark.parametrize(
    ("text", "comparison"),
    [
        ("7月5日，沪指收盘下跌2%。", "previous_period"),
        ("上半年，钢铁产量增长2%。", "yoy"),
        ("第三季度GDP按年率计算下降3.5%。", "previous_period"),
        ("降水量较常年同期偏多20%。", "base_period"),
        ("2017年贸易顺差比上年减少100亿美元，2018年又减少26亿美元。", "yoy"),
    ],
)
def test_comparison(text: str, comparison: str) -> None:
    assert claims_of(text)[-1].comparison == comparison


def test_what_moves_is_the_count_before() -> None:
    claims = claims_of("全国博物馆达5000座。春节期间，6万人来到书城，同比增长20%。")
    assert claims[-1].indicator == claims[-2].indicator == "人数"


def test_whose_growth_a_list_of_clauses_tells() -> None:
    claims = claims_of("双边贸易总额达13亿美元；我国企业对外投资2亿美元，对华投资1亿美元，同比分别增长4%和5%。")
    assert [claim.indicator for claim in claims[-2:]] == [claim.indicator for claim in claims[1:3]]


@pytest.mark.parametrize(
    "text",
    [
        "这种瓜卖到14块钱1斤。",
        "他在十里八乡都有名。",
        "路过三十里风区。",
        "事情不可能一成不变。",
        "他夺得女子200米、500米冠军。",
        "20国金融峰会闭幕。",
        "码头可停靠五千吨级客船。",
        "最近大约一周时间内，天气很好。",
    ],
)
def test_no_claim(text: str) -> None:
    assert [claim.value_text for claim in claims_of(text) if claim.value_text not in ("14块钱",)] == []


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("当地出动1300多台机械设备清雪。", None),
        ("袭击造成飞机上4人受伤。", None),
        ("代表团获得金牌两枚。", None),
        ("包括饲料用乳清、脱模剂等4项商品。", None),
        ("全国汽车产量200万辆。", "汽车制造业"),
    ],
)
def test_sector(text: str, sector: str | None) -> None:
    assert claims_of(text)[0].sector == sector
