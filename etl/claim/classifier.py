"""What a classifier alone says of the things that it counts, where no noun is printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

STOREYS: Final = "楼层"
BY_UNIT: Final[Mapping[str, str]] = {
    "人": "人数",
    "名": "人数",
    "位": "人数",
    "户": "户数",
    "起": "数量",
    "件": "数量",
    "次": "次数",
    "例": "病例",
    "票": "票数",
    "集": "集数",
    "字": "字数",
    "趟": "次数",
    "人次": "人次",
    "户次": "户次",
    "架次": "航班量",
    "国": "国家",
    "口": "人数",
    "层": STOREYS,
    "批": "批次",
    "批次": "批次",
    "单": "订单",
    "章": "章数",
    "期": "期数",
    "场": "场次",
    "轮": "轮次",
    "组": "组数",
}
"""Classifier -> the statistic."""
_VICTIMS: Final[Mapping[str, str]] = {"亡": "死亡人数", "伤": "受伤人数"}


def victims(name: str | None, before: str) -> str | None:
    """What people are whom a character right before their number tells to be dead or hurt: 火灾16起、亡|2人.

    >>> victims("人数", "亡"), victims("人数", "有"), victims(None, "亡")
    ('死亡人数', '人数', None)
    """
    return _VICTIMS.get(before, name) if name == "人数" else name
