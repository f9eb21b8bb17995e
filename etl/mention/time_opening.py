"""The openings of an expression of time: a cheap pattern that finds every place where a rule may read one.

It only has to let nothing pass by: the rules decide. A test holds it against the examples of every rule.
"""

from __future__ import annotations

import re

_NUMERAL = "零一二三四五六七八九十"
_FIGURE = f"0-9{_NUMERAL}两几多数"
_UNIT = "(?:年|月|季|世纪|周|星期|天|日)"
_MONTHS = "[两三四五六]个月"  # 8、9三个月
_LISTED = f"[—~至到、和]第?[{_FIGURE}]"
_OPENINGS = (
    "[0-9](?<![0-9.][0-9])[0-9]{0,3}"
    rf"(?= ?(?:多?个?{_UNIT}|{_MONTHS}|Q|号|的|以来|起|开始|[—~至到、和./-]{{1,2}} ?[{_FIGURE}]))",
    rf"[{_NUMERAL}两几多](?=[{_NUMERAL}]{{0,3}}(?: ?个?多?{_UNIT}|{_MONTHS}|五|千零|大[以至]|{_LISTED}))",
    "五一|十一|半年|一段时间",
    rf"[前头后末首]个?(?=[{_FIGURE}年天日半不季月])",
    rf"[上下本当同该这次翌](?=[{_FIGURE}个年月季半世周星天日期的])",
    "[今去明昨来][年天日今明后两]|[今昨明][晚夜晨早]|当[晚夜]",
    f"大前年|最近|近[{_FIGURE}年日来些期的这]|刚刚过去|过去|未来|今后|接下来|往后",
    "连日|眼下|前夕|这[几些]天|这[些十几数]+年|[清凌]晨|早[晨上]|[上中下]午|傍晚|晚上|深夜|北京时间|当地时间",
    "目前|现在|如今|截[至止]|[到至迄][目现今如]|即日|日前|不久前|长期以来",
    f"(?:[这此其]?之|[此其])[后後]的?(?=[{_FIGURE}])|(?:疫情|抗战|[二一]战|战争|内战)期间|经过近?(?=[{_FIGURE}])",
    "新中国|新世纪|进入新世|改革开放|加入世|入世|建国|大年三|[农阴夏旧]历",
    "[“\"‘'「〝](?=[六七八九十二五春元国双清端中劳6])|春节|元[旦宵月]|端午|中秋|清明|国庆|劳动节|双[1十]",
    f"连续|全年|年[末底初中内]|Q[1-4]|的?第[{_FIGURE}]",
)
OPENING = re.compile("|".join(_OPENINGS))
