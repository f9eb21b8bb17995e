"""Names that a segmenter joins to the words beside them, or tears from longer ones."""

from __future__ import annotations

import pytest

from etl.claim.segmentation import tagged_words
from tests.claim.articles import claims_of

WHOSE = [
    # a preposition or an adverb after a person's name
    ("中国选手李小冰以94公斤的成绩夺冠。", "94公斤", "中国选手李小冰"),
    # countries by their first characters
    ("2011年中日韩三国间贸易额达到6900亿美元。", "6900亿美元", "中日韩三国"),
    ("日韩两国对中国的直接投资达到500亿美元。", "500亿美元", "日韩两国"),
    # whose age it is, not that it is a high one
    ("这位老战士今年已经88岁高龄，仍然坚持写作。", "88岁", "老战士"),
    ("社区照顾88岁高龄老人。", "88岁", "高龄老人"),
    # how far from somewhere
    ("小石村距离县城还有80公里。", "80公里", "小石村"),
    ("救援队离开营地，距离山口还有6公里。", "6公里", "救援队"),
    # with whom or by what means, and when
    ("大海集团通过网上平台拿到了上百万元的订单。", "上百万元", "大海集团"),
    ("热线开通一年来，高峰时一天有2000多件举报。", "2000多件", "举报"),
    # the verb that rules a name
    ("2015年累计输出图书版权4万种。", "4万种", "图书版权"),
    ("当地累计发展现代农业园区90个。", "90个", "现代农业园区"),
    ("截至下午已排出积水20万立方米。", "20万立方米", "积水"),
    ("社区党委发动400多名党员。", "400多名", "社区党委"),
    ("两年共处罚责任人员798人次。", "798人次", "责任人员"),
    ("今年建设大中型沼气工程1579处。", "1579处", "大中型沼气工程"),
    ("共有救助对象1579人。", "1579人", "救助对象"),
    # one of a place is not the place
    ("湖南一名男子花5000元买了一部手机。", "5000元", "男子"),
    ("某市一家企业年利润3亿元。", "3亿元", "企业"),
    ("仅天津一个城市就有4条地铁线。", "4条", "天津"),
    # who is sentenced, not who sentences
    ("法院认定王大明犯受贿罪、滥用职权罪，判处有期徒刑十五年。", "十五年", "王大明"),
    ("法院对王大明以玩忽职守罪判处有期徒刑五年。", "五年", "王大明"),
    ("王大明被法院以受贿罪判处有期徒刑五年。", "五年", "王大明"),
    # a time stands between a list and the rate of its members
    ("法国、英国和德国今年第一季度经济增长率分别达到2%、3%和1%。", "1%", "德国"),
    # the year of a figure is no part of a name, nor is the currency of a list its end
    ("2018年，中国年度国防费相当于邻国的8%。", "8%", "中国"),
    ("甲公司和乙公司营业收入分别为3亿元人民币和4亿元人民币。", "4亿元", "乙公司"),
    # the number of a thing is a part of its name, that of a day is not
    ("海风三号探测器在月面行走了120米。", "120米", "海风三号探测器"),
    ("大海市地铁8号线过海隧道长5公里。", "5公里", "大海市地铁8号线过海隧道"),
    ("新增护理型床位1.2万张。", "1.2万张", "护理型床位"),
    # how long or large it is, of the clause before
    ("甲乙铁路连通了三座城市，全长269公里。", "269公里", "甲乙铁路"),
    ("会议在三座城市召开，全长269公里。", "269公里", "全长"),
    # what the whole of a place has is nobody's who was spoken of
    ("全省选派工作队员2.1万名。全社会研发经费投入突破1300亿元。", "1300亿元", "全省"),
    ("甲公司营业收入达到98亿元，算力规模达到12万P。", "12万P", "甲公司"),
    ("新增上市公司14家，直接融资规模达到5400亿元。", "5400亿元", "全国"),
    ("减税降费及退税缓税820亿元。", "820亿元", "减税降费"),
    # what is counted, before what it comes to
    ("96个临港重点项目完成投资120亿元。", "120亿元", "临港重点项目"),
    ("海东市重大项目完成投资120亿元。", "120亿元", "海东市"),
    ("45个新投产项目增加税收3亿元。", "45个", "新投产项目"),
    ("45个新生儿中心建成。", "45个", "新生儿中心"),
    # how something is done, and what else is done
    ("30座车站高质量投入运营。", "30座", "车站"),
    ("全年高质量发展项目达到30个。", "30个", "高质量发展项目"),
    ("全年新开通高铁600公里。", "600公里", "高铁"),
    ("新建改造学校19所。", "19所", "学校"),
    ("新建改造项目30个。", "30个", "改造项目"),
    ("新建和改造街道34条。", "34条", "街道"),
    ("工业项目入库50个。", "50个", "工业项目"),
    ("28个续建项目进展顺利。", "28个", "续建项目"),
    ("5省市合计进出口20万亿元。", "5", "省市"),
    # from what amount on they are counted, and what they come to
    ("36个亿元以上工业项目竣工投产。", "36个", "工业项目"),
    ("实施30个10亿元以上项目。", "30个", "项目"),
    ("30个水利项目总投资10亿元。", "30个", "水利项目"),
    # a list that a word of its own closes
    ("化工、食品、医药、信息等重点产业产值增长5%。", "5%", "化工、食品、医药、信息等重点产业"),
    # whose paper it is, and what was reached, are nobody
    ("海东日报讯 全市地区生产总值增长6%。", "6%", "全市"),
    ("去年我国出口达到8万亿元，规模创历史新高，成为全球第二大出口市场。", "第二", "我国"),
    # goods that are traded both ways, and places by their number
    ("一季度，我国进出口机电产品5万亿元。", "5万亿元", "机电产品"),
    ("粤港澳大湾区内地9市外贸规模稳步扩大，去年达到8万亿元。", "8万亿元", "粤港澳大湾区内地9市"),
    ("全国重点零售和餐饮企业销售额增长5.4%。", "5.4%", "重点零售和餐饮企业"),
    # who opens the name of a statistic
    ("企业退休人员基本养老金水平提高10%。", "10%", "企业退休人员"),
    ("城镇新增就业72万人，高校毕业生去向落实率达到94.2%。", "94.2%", "高校毕业生"),
]


@pytest.mark.parametrize(("text", "number", "name"), WHOSE)
def test_whose(text: str, number: str, name: str) -> None:
    assert [claim.subject for claim in claims_of(text) if claim.value_text == number] == [name]


WORDS = [
    ("潘小云以29秒获胜", ["潘小云", "以"]),
    ("张梦雪则获得第二", ["张梦雪", "则"]),
    ("陈大香用35个小时", ["陈大香", "用"]),
    ("李存用、王明", ["李存用", "、"]),
    ("日喀则机场", ["日喀则", "机场"]),
    ("该片共10集", ["该片", "共"]),
    ("公共的设施", ["公共", "的"]),
    ("降费及退税", ["降费", "及"]),
    ("埃及的运河", ["埃及", "的"]),
]


@pytest.mark.parametrize(("text", "first"), WORDS)
def test_words(text: str, first: list[str]) -> None:
    assert [word for word, _ in tagged_words(text)][:2] == first
