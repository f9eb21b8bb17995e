"""Cues of numbers in 百分点: changes of rates, gaps, contributions."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.cue_rule import DOWN, FALL, FILL, POINTS, UP, CueRule

POINT_CUES: Final[tuple[CueRule, ...]] = (
    CueRule(
        "points.drag",
        POINTS,
        re.compile(r"(?:下拉|拉低|拖累)[^，；]{0,36}$"),
        "contribution",
        -1,
        (("投资收益下拉利润增速1.7个百分点", "contribution -"), ("拖累工业增速0.4个百分点", "contribution -")),
        ("拉动工业增长0.4个百分点", "增速回落0.4个百分点"),
    ),
    CueRule(
        "points.pull_down",
        POINTS,
        re.compile(rf"(?:影响|拉动|带动|推动|贡献)[^，；]{{0,30}}{DOWN}{FILL}"),
        "contribution",
        -1,
        (("食品价格影响CPI下降约0.3个百分点", "contribution -"),),
        ("食品价格影响CPI上涨约0.3个百分点",),
    ),
    CueRule(
        "points.pull_up",
        POINTS,
        re.compile(r"(?:上?拉动|带动|推动|影响|贡献|拉升)[^，；]{0,36}$"),
        "contribution",
        1,
        (("拉动工业利润增长2.4个百分点", "contribution +"), ("影响总水平上涨约2.11个百分点", "contribution +")),
        ("增速加快2.4个百分点",),
    ),
    CueRule(
        "points.fall_widens",
        POINTS,
        re.compile(rf"{FALL}[^，；]{{0,16}}(?:{UP}|加深|加大|深){FILL}"),
        "change",
        -1,
        (("降幅比上月扩大0.5个百分点", "change -"), ("比同期工业降幅深4.4个百分点", "change -")),
        ("涨幅比上月扩大0.5个百分点",),
    ),
    CueRule(
        "points.fall_narrows",
        POINTS,
        re.compile(rf"{FALL}[^，；]{{0,16}}(?:{DOWN}|回升){FILL}"),
        "change",
        1,
        (("降幅比上月收窄1.8个百分点", "change +"),),
        ("涨幅比上月收窄1.8个百分点",),
    ),
    CueRule(
        "points.down",
        POINTS,
        re.compile(rf"(?:{DOWN}|[慢低少]){FILL}"),
        "change",
        -1,
        (("增速比上月回落0.2个百分点", "change -"), ("涨幅收窄0.1个百分点", "change -")),
        ("增速比上月加快0.2个百分点",),
    ),
    CueRule(
        "points.up",
        POINTS,
        re.compile(rf"(?:{UP}|[快高多]出?){FILL}"),
        "change",
        1,
        (("增速加快0.3个百分点", "change +"), ("比重提升3.8个百分点", "change +")),
        ("增速放缓0.3个百分点",),
    ),
    CueRule(
        "points.above",
        POINTS,
        re.compile(r"(?:高于|快于|好于|多于|大于|领先(?!幅度|优势)|高出|超过|超出|高过)[^，；]{1,24}$"),
        "gap",
        1,
        (("高于大型企业3.9个百分点", "gap +"), ("快于全国1.2个百分点", "gap +")),
        ("低于大型企业3.9个百分点", "领先幅度扩大3.9个百分点"),
    ),
    CueRule(
        "points.below",
        POINTS,
        re.compile(r"(?:低于|慢于|少于|小于|落后)[^，；]{1,24}$"),
        "gap",
        -1,
        (("低于全国平均水平0.5个百分点", "gap -"),),
        ("高于全国平均水平0.5个百分点",),
    ),
    CueRule(
        "points.lowers",
        POINTS,
        re.compile(r"▼+[^，；▲△▽◆]{1,26}$"),
        "change",
        -1,
        (("下调存款准备金率0.25个百分点", "change -"),),
        ("上调存款准备金率0.25个百分点",),
    ),
    CueRule(
        "points.default",
        POINTS,
        re.compile(r"$"),
        "change",
        1,
        (("其中工业投资1.2个百分点", "change +"),),
        ("回落1.2个百分点",),
    ),
)
"""The rules in the order in which they are tried."""
