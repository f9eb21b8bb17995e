"""Whether a printed subject is only another name of its sector, or something narrower that must stand apart."""

from __future__ import annotations

import re

SHORT_NAMES: dict[str, str] = {
    "电子": "计算机、通信和其他电子设备制造业",
    "电气机械": "电气机械和器材制造业",
    "石油加工": "石油、煤炭及其他燃料加工业",
    "化工": "化学原料和化学制品制造业",
    "化学原料": "化学原料和化学制品制造业",
    "钢铁": "黑色金属冶炼和压延加工业",
    "有色金属": "有色金属冶炼和压延加工业",
    "有色": "有色金属冶炼和压延加工业",
    "煤炭": "煤炭开采和洗选业",
    "油气开采": "石油和天然气开采业",
    "非金属矿物": "非金属矿物制品业",
    "酒饮料茶": "酒、饮料和精制茶制造业",
    "铁路船舶航空航天": "铁路、船舶、航空航天和其他运输设备制造业",
    "电力": "电力、热力生产和供应业",
    "电力热力": "电力、热力生产和供应业",
}
"""Short names that official commentary uses for the whole division; the lexicon's other aliases (光伏产业, 船舶工业)
name a part of their division, and a part must never be drawn as the whole."""

_PREFIX = re.compile(r"(?:我国|全国|中国|全部|规模以上|整个)")
_SUFFIX = re.compile(r"(?:企业|行业|领域|部门|产业)$")
_JOINTS = re.compile(r"[、和及与等（）()]|其他")
_INDUSTRY = re.compile(r"(?:制造业|工业|制造|业)$")


def names_sector(subject: str, sector: str) -> bool:
    """True if the printed subject is the sector's own name, in full, respelt, or in its official short form.

    >>> names_sector("规模以上电气机械及器材制造业", "电气机械和器材制造业")
    True
    >>> names_sector("光伏产业", "电气机械和器材制造业")
    False
    """
    bare = _bare(subject)
    return bare == _bare(sector) or _stem(bare) == _stem(_bare(sector)) or SHORT_NAMES.get(_stem(bare)) == sector


def _bare(name: str) -> str:
    for _ in range(4):
        match = _PREFIX.match(name)
        if not match or match.end() == len(name):
            break
        name = name[match.end() :]
    shorter = _SUFFIX.sub("", name)
    return shorter or name


def _stem(name: str) -> str:
    joined = _JOINTS.sub("", name)
    return _INDUSTRY.sub("", joined) or joined
