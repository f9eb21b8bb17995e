"""What each measure, comparison and way of counting time means, shown where it is used."""

from __future__ import annotations

from dashboard.words.entry import Entries

TEXTS: Entries = {
    "help": ("说明", "Explain"),
    "help_level": (
        "水平：某一时期或时点的绝对数，如利润总额多少亿元、企业多少户。",
        "Level: an absolute figure of a period or an instant, such as profits in yuan or a number of enterprises.",
    ),
    "help_growth": (
        "增速：与基期相比变化的百分数。下降记为负数。增速之间不能相加。",
        "Growth: the change against a base in per cent; a fall is negative. Rates must not be added up.",
    ),
    "help_change": (
        "增减量：与基期相比变化的绝对数；两个百分数之差以百分点计。",
        "Change: the absolute difference from a base; between two percentages it is in percentage points.",
    ),
    "help_contribution": (
        "贡献：某一部分拉动总体增速多少个百分点，或占总体增量的百分之几。",
        "Contribution: by how many percentage points a part moves the total's growth, or its share of the increase.",
    ),
    "help_share": ("占比：部分占总体的百分数。", "Share: a part of a whole, in per cent."),
    "help_gap": (
        "差距：比另一对象（如全部工业）高或低多少。",
        "Gap: by how much it lies above or below another subject, such as industry as a whole.",
    ),
    "help_ratio": ("倍数：一个数是另一个数的几倍。", "Ratio: how many times one figure is of another."),
    "help_rank": ("位次：排名第几；数字越小名次越前。", "Rank: the place in an order; smaller is higher."),
    "help_yoy": ("同比：与上年同一时期相比。", "Year on year: against the same period of the year before."),
    "help_previous_period": (
        "环比：与紧邻的上一时期相比，如本月与上月、1—5月与1—4月。",
        "On the previous period: this month against last month, January–May against January–April.",
    ),
    "help_base_period": (
        "较指定时期：与句中写明的时期相比，如“较2019年”。",
        "On a named period: against the period that the sentence names.",
    ),
    "help_peer": ("与他者相比：与另一个主体相比。", "Against another subject."),
    "help_cumulative": (
        "年初累计（1—N月）与当月分开画：1—5月与5月不是同一类数。每年一月重新累计，线不跨年相连。",
        "Year-to-date figures and single months are drawn apart; totals restart each January, where the line breaks.",
    ),
    "help_blank": (
        "空白表示报纸未报道，不是零。",
        "Blank means that no newspaper reported it; it is not zero.",
    ),
    "help_clip": (
        "颜色以零为中心；超过色标两端的数用端点的颜色，数字照实写。",
        "Colour is centred on zero; figures beyond the scale take its end colour, their number stays as it is.",
    ),
    "help_conflict": (
        "⚑ 表示几处原文说法不能同时成立；图上只取一处，从不取平均。",
        "⚑ means that printed statements cannot all be true; one of them is drawn, never their average.",
    ),
    "help_superseded": (
        "空心小圆是同一报纸先前的说法，后来的一期已经改写。",
        "Small hollow circles are what the same paper printed earlier and a later issue restated.",
    ),
    "help_as_of": (
        "只用这一天及以前出版的各期，看当时报纸上能读到的数。",
        "Only issues published on or before that day: what a reader could know then.",
    ),
    "help_waterfall": (
        "只累加互不包含的行业；交叉的（如装备制造业与汽车制造业）只取一个，其余写在下方的表里。",
        "Only sectors that do not contain one another are stacked; of overlapping ones one is taken.",
    ),
    "help_target": (
        "◇ 目标，虚线从最近的实际值引到目标；□ 预测。",
        "◇ target, with a dashed path from the last actual figure; □ forecast.",
    ),
    "help_bounds": (
        "竖线表示单侧界限：超、以上向上，不足、不超过向下。",
        "A one-sided bar is a bound: more than or at least upwards, less than or at most downwards.",
    ),
}
