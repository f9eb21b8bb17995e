"""The statistics that words beside a number name, for units of one dimension: 挖了一个3米|深|的坑, |捐款|5万元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from etl.model import NumberMention

_WINDOW: Final = 28  # characters of the clause before the number


@dataclass(frozen=True, slots=True)
class Naming:
    """The statistic that words beside a number name, for units of one dimension.

    ``left`` is searched in the clause before the number, ``right`` matched just after it; one of them is None.
    """

    indicator: str
    dimension: str
    left: re.Pattern[str] | None
    right: re.Pattern[str] | None
    example: str
    counterexample: str


def _left(indicator: str, dimension: str, pattern: str, example: str, counterexample: str) -> Naming:
    return Naming(indicator, dimension, re.compile(pattern), None, example, counterexample)


def _right(indicator: str, dimension: str, pattern: str, example: str, counterexample: str) -> Naming:
    return Naming(indicator, dimension, None, re.compile(pattern), example, counterexample)


NAMINGS: Final[tuple[Naming, ...]] = (
    _right(
        "震级",
        "grade",
        r"(?:左右|以上)?的?(?:强烈|特大|浅源|有感|破坏性|[强余浅大])?的?(?:地震|余震|强震)",
        "发生5.8级强烈地震",
        "发生7级大风",
    ),
    _left("震级", "grade", r"(?:里氏|地震|余震|震级)[^，。；]{0,4}$", "发生里氏6级的强震", "阵风6级"),
    _right("风力", "grade", r"的?[^，。；级]{0,4}(?:风|台风|飓风)", "刮起7级大风", "发生5级地震"),
    _left("风力", "grade", r"(?:风|风力|瞬时|阵风)[^，。；]{0,8}$", "瞬时风力达12级", "地震5级"),
    _left("震源深度", "length", r"(?:震源|深度)[^，。；]{0,6}$", "震源深度16千米", "全线16千米"),
    _left("海拔", "length", r"海拔[^，。；]{0,8}$", "海拔近4500米", "全线120公里"),
    _right("海拔", "length", r"多?的?海拔", "四千多米的海拔", "全线120公里"),
    _left("水位", "length", r"(?:水位|警戒线|汛限)[^，。；]{0,10}$", "超过警戒线0.5米", "墙3米高"),
    _left("能见度", "length", r"能见度[^，。；]{0,8}$", "能见度不足200米", "全线120公里"),
    _right("速度", "length", r"的?(?:时速|车速|速度)", "以420公里的时速交会", "全线120公里"),
    _left("深度", "length", r"(?:积水|水深|积雪深)[^，。；]{0,6}$", "城区积水达2米", "墙3米高"),
    _left("高度", "length", r"(?:海浪|巨浪|浪头|烟柱|喷泉|水柱|洪峰)[^，。；]{0,6}$", "海浪最高达15米", "路3米宽"),
    _left("距离", "length", r"距离(?:长?达|超过?|为|约|有|近){0,2}$", "探测距离长达2000公里", "全长2000公里"),
    _left("速度", "length", r"(?:每小时|时速|每秒|车速)[^，。；]{0,6}$", "列车每小时行驶120公里", "全线120公里"),
    _right("深度", "length", r"深", "挖了一个3米深的坑", "墙3米高"),
    _right("深度", "length", r"(?:海深|水深|深海|深处)", "潜水器突破万米海深", "墙3米高"),
    _right("高度", "length", r"(?:多)?高(?![速铁级压等校温])", "墙3米高", "挖了3米深"),
    _right("高度", "length", r"(?:左右|以上)?的?(?:大|巨|海|狂|涌)浪", "海边有6米的大浪", "挖了3米深"),
    _right("宽度", "length", r"宽", "河面3米宽", "墙3米高"),
    _right("长度", "length", r"长(?![江城安])", "桥3公里长", "墙3米高"),
    _right("厚度", "length", r"厚", "积雪10厘米厚", "墙3米高"),
    _left("高度", "length", r"高(?:达|约|近|超过?|为|有|[ ]){0,2}$", "塔高36米", "塔前36米"),
    _left("长度", "length", r"全?长(?:达|约|近|超过?|为|有|[ ]){0,2}$", "桥长36米", "塔前36米"),
    _left("宽度", "length", r"宽(?:达|约|近|超过?|为|有|[ ]){0,2}$", "路宽36米", "塔前36米"),
    _left("深度", "length", r"深(?:达|约|近|超过?|为|有|[ ]){0,2}$", "坑深36米", "塔前36米"),
    _left("厚度", "length", r"厚(?:达|约|近|超过?|为|有|[ ]){0,2}$", "冰厚1米", "塔前36米"),
    _right("气温", "angle", r"(?:左右|以上)?的?(?:降温|升温|高温|低温|气温)", "北方将有8度左右的降温", "转动8度"),
    _left("发电量", "energy", r"发电(?:量)?[^，。；]{0,4}$", "建成后每年将发电3亿千瓦时", "送电3亿千瓦时"),
    _left("用电量", "energy", r"(?<!节)用电(?:量)?[^，。；]{0,4}$", "小区用电3万千瓦时", "送电3亿千瓦时"),
    _left("节电量", "energy", r"(?:节电|节约用电|节约电力)[^，。；]{0,4}$", "改造后节电3万千瓦时", "送电3亿千瓦时"),
    _left("输电量", "energy", r"(?:[输送]电|外送)(?:量)?[^，。；]{0,4}$", "向华东送电3亿千瓦时", "发电3亿千瓦时"),
    _left("重量", "mass", r"重(?:达|约|近|超过?|为|有|[ ]){0,2}$", "牌匾重36公斤", "买了36公斤"),
    _right("距离", "length", r"(?:左右)?(?:外|以外|之外|开外|远|的?地方|处)", "在3公里外的村子", "全线3公里"),
    _left(
        "距离", "length", r"(?:距|离|相距|相隔|远离|距离|间隔|射程|航程)[^，。；]{0,16}$", "距边境30公里", "全线30公里"
    ),
    _left("降水量", "length", r"(?:降雨|降水|雨量|降雪)量?[^，。；]{0,6}$", "累计降雨100毫米", "墙厚100毫米"),
    _left("下潜深度", "length", r"(?:下潜|潜入|潜到|潜至)[^，。；]{0,6}$", "成功下潜5000米", "全线120公里"),
    _right("下潜深度", "length", r"级?(?:载人|无人|深海)?潜[水航]器", "4500米载人潜水器", "4500米跑道"),
    _left("全长", "length", r"(?:全线|线路总?长|铁路总?长)[^，。；]{0,4}$", "铁路全线818公里", "塔前36米"),
    _right("成绩", "length", r"的(?:个人)?(?:最好|优异|好)?成绩", "以75米98的成绩夺冠", "全线120公里"),
    _left("通车里程", "length", r"(?:通车|开通)[^，。；]{0,6}$", "高速公路新建通车471公里", "河面3公里宽"),
    _left("运营里程", "length", r"(?:运营|投运|投产)[^，。；]{0,6}$", "新建铁路投入运营555公里", "河面3公里宽"),
    _left(
        "建设里程",
        "length",
        r"(?:新建|改建|扩建|建成|修建|建设|铺设|修了?|整修|完成|竣工|贯通|硬化)[^，。；]{0,8}$",
        "当地新建村道30公里",
        "河面3公里宽",
    ),
    _left("成绩", "mass", r"(?:抓举|挺举|总成绩)[^，。；]{0,6}$", "抓举171公斤", "牌匾重36公斤"),
    _left("成绩", "length", r"成绩[^，。；]{0,6}$", "决赛成绩是66米76", "决赛中投出66米76"),
    _left("成绩", "time", r"成绩[^，。；]{0,6}$", "成绩为2小时5分", "用了2小时5分"),
    _left("提前时间", "duration", r"提前[^，。；]{0,4}$", "工程提前2年完成", "工程用了2年"),
    _left("提前时间", "time", r"提前[^，。；]{0,4}$", "提前3小时到站", "用了3小时"),
    _left("推迟时间", "duration", r"(?:推迟|延后|延期|晚点|延误)[^，。；]{0,4}$", "工程推迟2年", "工程用了2年"),
    _left("推迟时间", "time", r"(?:推迟|延后|延期|晚点|延误)[^，。；]{0,4}$", "航班延误3小时", "用了3小时"),
    _left(
        "距离", "length", r"(?:以|之)[东南西北外]{1,2}(?:方向)?(?:约|大约|仅)?$", "位于首都以北约250公里", "全线30公里"
    ),
    _left(
        "里程",
        "length",
        r"(?:跑|走|前进|推进了|移动|挪动|行驶|行程|骑行|徒步|行军|奔波|巡逻|飞行|航行|辗转|绵延)[^，。；]{0,8}$",
        "跑了300公里",
        "河面3公里宽",
    ),
    _left(
        "刑期",
        "duration",
        r"(?:刑|刑期|徒刑|监禁|入狱|判处?|拘役|拘留)[^，。；]{0,6}$",
        "被判处有期徒刑10年",
        "工作了10年",
    ),
    _right("刑期", "duration", r"的?(?:有期徒刑|徒刑|监禁|刑期|拘役)", "面临10年监禁", "工作了10年"),
    _left(
        "气温",
        "temperature",
        r"(?:气温|最高|最低|降温|升温|回升|地区|大部|局地|白天|夜间)[^，。；]{0,12}$",
        "部分地区达38℃",
        "加热到38℃",
    ),
    _left("罚款", "money", r"(?:罚款|处罚金?|罚没|并处|被罚)[^，。；]{0,6}$", "处以罚款5万元", "捐了5万元"),
    _right("罚款", "money", r"(?:以上)?(?:以下)?的?(?:罚款|罚金)", "处以5万元罚款", "捐了5万元"),
    _left("捐款金额", "money", r"(?:捐|捐款|捐赠|捐助|捐资|募捐)[^，。；]{0,10}$", "向灾区捐款5万元", "罚了5万元"),
    _left(
        "涉案金额",
        "money",
        r"(?:涉案|案值|诈骗|骗取|贪污|受贿|行贿|贿赂|侵吞|挪用)[^，。；]{0,12}$",
        "骗取5万元",
        "捐了5万元",
    ),
    _left("募集资金", "money", r"(?:募集|募资|融资)[^，。；]{0,6}$", "上市募集来的13亿元", "捐了5万元"),
    _left("悬赏金额", "money", r"悬赏[^，。；]{0,6}$", "悬赏100万元", "捐了5万元"),
    _left("获利金额", "money", r"(?:获利|牟利|赚取|赚了?|非法所得)[^，。；]{0,6}$", "非法获利5万元", "捐了5万元"),
    _left(
        "价格",
        "money",
        r"(?:[0-9一每][吨斤克瓶只头袋盒张件台枚](?:最[高低多少])?(?:[能可就才只]|可以|能够)?|[能可]|最[高贵低]时?|市场上)?(?:卖到?|售价?|要价|开价|叫价|标价|单价)"
        r"(?:约|达|到|为|是|仅|只要|不到|超过|[ ]){0,2}$",
        "一吨能卖到5万元",
        "变卖家产得了5万元",
    ),
    _left("经济损失", "money", r"(?:损失)[^，。；]{0,8}$", "损失超过5万元", "捐了5万元"),
    _right("经济损失", "money", r"(?:左右|以上)?的?(?:直接)?(?:经济)?损失", "造成5万元损失", "捐了5万元"),
    _left("花费", "money", r"(?:花费|花|耗资|斥资|花掉|花去)[^，。；]{0,8}$", "花了5万元", "捐了5万元"),
    _left("欠款", "money", r"(?:拖欠|欠款|欠下|欠薪|欠)[^，。；]{0,8}$", "拖欠5万元", "捐了5万元"),
    _left("价值", "money", r"(?:价值|估价|身价|值)[^，。；]{0,4}$", "一块价值5万元的手表", "捐了5万元"),
)
"""In the order in which they are tried."""

DEEDS: Final[tuple[Naming, ...]] = (
    _left("拨付资金", "money", r"(?:拨付|下达|划拨|拨款|下拨|核拨)了?[^，。；]{0,8}$", "财政下达5亿元", "捐了5万元"),
    _left("安排资金", "money", r"安排[^，。；]{0,6}$", "中央财政将安排832亿元", "捐了5万元"),
    _left("增资额", "money", r"增资[^，。；]{0,6}$", "企业增资5亿元", "捐了5万元"),
    _left("出资额", "money", r"(?:出资|认缴|入股)了?[^，。；]{0,6}$|投了?$", "村民出资5万元", "投票选出5万元"),
    _left("票价", "money", r"(?:门票|车票|船票|机票|票价|一张票)[^，。；]{0,12}$", "一张门票从最初的5元", "一张纸5元"),
    _left("工资", "money", r"(?:月薪|年薪|日薪|薪水|月工资)[^，。；]{0,6}$", "月薪达5000元", "捐了5万元"),
    _left("分红", "money", r"分红[^，。；]{0,6}$", "每户分红5000元", "捐了5万元"),
    _left("收入", "money", r"(?:挣|赚|进账|增收)(?:到|了|个|回)?[^，。；]{0,6}$", "一年挣5万元", "捐了5万元"),
    _left("释放资金", "money", r"释放[^，。；]{0,10}$", "降准释放资金约8000亿元", "捐了5万元"),
    _left("支付金额", "money", r"(?:支付|缴纳|上交)了?[^，。；]{0,8}$|[缴交]了?$", "每月缴纳5元", "交通不便5元"),
    _left("借款", "money", r"(?:借|贷款?)(?:了|到|来)?[^，。；]{0,6}$", "向亲友借了5万元", "捐了5万元"),
    _left("总额", "money", r"(?:总额|总计|总共|合计|共计)[^，。；]{0,4}$", "两项合计5万元", "捐了5万元"),
)
"""What is done with an amount, where neither a statistic nor a thing is printed beside it, in the order of trial."""


def naming_of(text: str, start: int, number: NumberMention, namings: Sequence[Naming] = NAMINGS) -> str | None:
    """The statistic that the words beside a number name; None when no naming fits."""
    left = text[max(start, number.outer_start - _WINDOW) : number.outer_start]
    for naming in namings:
        if naming.dimension != number.dimension:
            continue
        if naming.left.search(left) if naming.left else naming.right and naming.right.match(text, number.end):
            return naming.indicator
    return None
