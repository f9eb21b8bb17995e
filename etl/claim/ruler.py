"""Verbs that rule the noun behind them and that a dictionary also takes for a part of its name: 改造|老旧小区."""

from __future__ import annotations

from typing import Final

from etl.lexicon.predicates import PREDICATES
from etl.sieve import Sieved

RULERS: Final = Sieved(
    "支持|组织|改造|审议|投入|处理|处置|修改|确认|统筹|推广|投放|收购|转移|出动|输出|安置|培训|发展|对接|动员|治理|救治|筛查"
    "|打击|补充|返还|完成|整治|处罚|使用|接待|建设|救助|扶持|利用"
    "|提升|升级|加固|维修|调整|优化|壮大|投用|投运|更新|修复|盘活|排查|整改|清理"
)
"""The verbs."""
RULED: Final = Sieved(
    "支付|项目|资金|机构|部门|力度|人员|对象|工程|任务|方案|计划|措施|单位|面积|标准|意见|建议|能力|设施|设备|中心|政策|服务|体系|规模|总量|价格|协议|行动|活动|改造"
)
"""What makes one name with such a verb before it: 改造|项目, 处理|能力."""
AND: Final = frozenset({"和", "、", "及", "或", "以及", "与"})
"""What may stand between two such verbs."""
_BUILT: Final = frozenset({"新建", "扩建", "改建", "新改扩建"})
_NO_NAMES: Final = frozenset(
    {"改造", "整治", "投用", "投运", "提升", "壮大", "更新", "修复", "加固", "优化", "调整", "维修"}
)


def is_second(before: str, verb: str) -> bool:
    """Whether a verb only goes on with the one before it and opens no name: 新建|改造|学校, 建成|投用|学校."""
    return before in _BUILT or (before in PREDICATES and verb in _NO_NAMES)
