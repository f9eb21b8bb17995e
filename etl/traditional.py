"""Traditional characters of the words that reading and the grammar of times look for, folded one to one."""

from __future__ import annotations

import re

_TRADITIONAL = (
    "個兩後來週號節過從與較間將現連續當該頭終開紀農曆陰舊臘國慶長黃勞動時規劃計預電報"
    "發訊會簽舉歲輕齡級內產實進這還點幾數萬億專業爭記華總轉責編輯視頻網員圖為攝聞聯綜"
    "導駐據稱說認見聽廣統價銷熱線辦訂閱際習隊書資"
)
_SIMPLIFIED = (
    "个两后来周号节过从与较间将现连续当该头终开纪农历阴旧腊国庆长黄劳动时规划计预电报"
    "发讯会签举岁轻龄级内产实进这还点几数万亿专业争记华总转责编辑视频网员图为摄闻联综"
    "导驻据称说认见听广统价销热线办订阅际习队书资"
)
_TABLE = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_ANY = re.compile(f"[{_TRADITIONAL}]")


def simplified(text: str) -> str:
    """The text with these characters folded; same length, same offsets.

    >>> simplified("本報訊 前兩個月較去年")
    '本报讯 前两个月较去年'
    """
    return text.translate(_TABLE) if _ANY.search(text) else text
