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
