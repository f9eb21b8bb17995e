"""What a classifier counts whatever describes it: 项 of measures, 艘 of ships, 部 of works.

12项|群众反映强烈的|措施: where the noun right after the number can be none of those, the head after 的 is counted.
The nouns were counted after each classifier in news of 2012 to 2020.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from etl.sieve import Sieved


@dataclass(frozen=True, slots=True)
class Classified:
    """A classifier: ``ends`` matches the end of every noun that it counts, ``heads`` those that are looked for."""

    classifier: str
    ends: Sieved
    heads: re.Pattern[str]
    example: tuple[str, str]
    counterexample: str


def _row(classifier: str, heads: str, others: str, example: tuple[str, str], counterexample: str) -> Classified:
    ends = Sieved(f"(?:{heads}|{others})$")
    # a number, a mark or a verb after the noun shows that it is whole
    head = re.compile(
        f"[^，。；：！？0-9]{{2,26}}?的((?:(?!的)[一-鿿“”]){{0,5}}?(?:{heads}))"
        "(?=[，。；：、！？()]|$|等|和|以?及|在|将|已|均|都|陆续|纳入|改为)"
    )
    return Classified(classifier, ends, head, example, counterexample)


_MEASURES: Final = "措施|举措|政策|规定|意见|建议|主张|任务|制度|办法"

CLASSIFIED: Final[tuple[Classified, ...]] = (
    _row(
        "项",
        f"{_MEASURES}|事项|指控|活动|条目|许可|审批|技术|成果|指标|服务|问题|项目",
        "内容|工作|工程|改革|行动|专利|发明|产品|标准|协议|文件|合同|合作|研究|实验|试验|检查|测试|议程|议题|议案|决议|条件|权利|原则|比赛|赛事|冠军|[金银铜]牌"
        "|[纪记]录|奖项?|荣誉|称号|业务|职能|功能|数据|收费|资金|[税费罪权]|罪名|法律|法规|设备|品种|试点|认证|要求|要素|倡议|共识|课题|条款|计划|规划|方案"
        "|交易|投资|机制|体系|制裁|职业|资格|运动|手术|检测|清单|责任|事业|工艺|措施案|决定|提案|创新|突破|优势|战略|参数|利好|服务区|第一|之最|首[创次]|申请|名录|遗产|技艺|展品|进展|情况",
        ("市里推出15项方便居民就近看病的措施。", "措施"),
        "15项冠军的得主。",
    ),
    _row(
        "条",
        _MEASURES,
        "[路道线河江街巷路轨鱼狗龙腿裙裤船链沟渠蛇]|铁路|公路|航线|隧道|通道|线路|专线|生产线|产线|信息|线索|短信|新闻|消息|留言|评论|微博|内容|要求|问题|人|生命|条款|条例|原则|标准|红线|底线|纪律|腰带"
        "|禁令|铁律|经验|倡议|共识|走廊|管道|措施案|理由|毛巾|战线|条目|定律|主线|记录|数据|准则|河流|航道",
        ("市里出台20条吸引人才的新规定。", "新规定"),
        "20条街道的居民有意见。",
    ),
    _row(
        "件",
        "案件|案例|展品|文物|藏品|作品|提案|议案|建议",
        "[件案品物器具衣服书画事礼图标报刊瓷枪弹铜包箱货信证章玉石骨]|专利|材料|武器|装备|雕塑|投诉|举报|发明|商标|商品|实事|[档草]案|文件|论文|诉求|申请|专著|模型|复制品|工具|农具|家具|行李|坏事|善事|乐器",
        ("馆里展出30件反映渔民生活的藏品。", "藏品"),
        "30件文物的照片和展品。",
    ),
    _row(
        "份",
        "报告|文件|协议|声明|档案|合同",
        "[书单卷报案表函信证餐饭礼约议刊本料图心]|样[本品]|材料|工作|职业|合约|岗位|食品|物品|力量|资料|名录|快件|名单|申请|意见|建议|提案|公告|公报|订单|产品|外卖|血液|遗嘱|笔记|事业|责任|文书|电报|早点",
        ("部里发布了3份有关汇率走势的报告。", "报告"),
        "3份试卷的分析报告。",
    ),
    _row(
        "部",
        "影片|法律|法规|作品",
        "[片法规章作书剧影机话典例视车曲史案集戏]|电影|小说|电梯|著作|纪录片|文件|规则|细则|译著|舞剧|报告|专题|条款|演出|剧目|宪法",
        ("影展将放映60部来自邻国的影片。", "影片"),
        "60部手机的作品。",
    ),
    _row(
        "艘",
        "[船艇舰轮]|航母|船[只舶]|舰[只船艇]",
        "[筏号驳]|母舰|潜艇|邮轮|帆船",
        ("港内停着40艘躲避台风的渔船。", "渔船"),
        "40艘渔船的船员和货轮。",
    ),
    _row(
        "架",
        "[飞客战军]机|无人机|直升机",
        "[机器号琴梯伞型]|飞机|航班|飞行器|客机|次|航天飞机|钢琴|相机|望远镜|滑翔伞",
        ("部队击落6架携带炸药的无人机。", "无人机"),
        "6架战机的残骸和客机。",
    ),
    _row(
        "张",
        "照片|图片",
        "[票片图床纸卡证桌脸画单网照牌皮表嘴盘报券椅沙弓犁幅弓]|光盘|唱片|罚单|海报|床位|面孔|名片|邮票|试卷|门票|病床|凳子|凭证|执照|证书|席位|专辑|王牌",
        ("档案里有9张在前线拍摄的照片。", "照片"),
        "9张海报的照片。",
    ),
)
_BY_CLASSIFIER: Final = {row.classifier: row for row in CLASSIFIED}


def classified_head(text: str, classifier: str, start: int, end: int, noun: str) -> tuple[int, int] | None:
    """Where the head is that a classifier counts, in the words at ``start``; None if ``noun`` can be counted itself."""
    row = _BY_CLASSIFIER.get(classifier)
    if row is None or (noun and row.ends.search(noun)):
        return None
    head = row.heads.match(text, start, end)
    return head.span(1) if head else None
