"""Traditional characters of the words that the patterns of reading look for, folded one to one."""

from __future__ import annotations

import re

_TRADITIONAL = (
    "報訊記電華總號轉來時間責編輯視頻網員圖為攝聞聯綜導駐發據稱說認見聽廣"
    "國內統連續價銷熱線辦訂閱農曆頭週際實習專隊長會書資"
)
_SIMPLIFIED = (
    "报讯记电华总号转来时间责编辑视频网员图为摄闻联综导驻发据称说认见听广"
    "国内统连续价销热线办订阅农历头周际实习专队长会书资"
)
_TABLE = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_ANY = re.compile(f"[{_TRADITIONAL}]")


def simplified(text: str) -> str:
    """The text with these characters folded; same length, same offsets.

    >>> simplified("本報訊 記者")
    '本报讯 记者'
    """
    return text.translate(_TABLE) if _ANY.search(text) else text
