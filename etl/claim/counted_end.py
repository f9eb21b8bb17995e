"""Where a counted noun ends: at the verb that says what the things do (8个行业|增长), at a mark, at a function word."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.phrase import CLOSED, Word, is_saying
from etl.lexicon.predicates import PREDICATES, Predicate
from etl.sieve import Sieved

# Words that end a counted noun though a dictionary may call them nouns, and what never opens one.
_STOPS = re.compile(
    "就|因|因涉嫌|涉嫌.*|进展|合计|共计|总计|累计|延长|可|正在|陆续|悉数|基本|线上|注册|落户|组成|发生|取消|搬|卖|游行|起诉|接受|报名|上网|使用|中|内|之|之间|之多|左右|上下|不等"
    "|同比|环比|位列|中有|中的|入围|参会|纳入|列入|进行|受益|受灾|遇难|受伤|死亡|脱贫|就业|投产|落地|增速|增幅|涨幅|亮相|交流|多|起|以来|年"
    "|丧生|身亡|失踪|失联|获救|被困|伤亡|感染|确诊|出院|全部|参赛|投票|一审|二审|当场|通车|以及|等|参展|旁听|排队|分别|竞相|纷纷|齐聚|当中|全面|整体|同步|多达|在内|增收|满负荷.*|合并成|相互.*|一字排开|中居|中列|中排|全都|宁可|对外|同台|排成|来说|来看|来讲|连环|追尾|相撞"
    "|流离失所|乔迁.*|大幅度?.*|大规模.+|因为|由于|所以|但是?|然而|虽然|如果|并且|而且|尽管|即使|只要"
)
_STOPS_LAST: Final = Sieved(
    "家中|摘帽|退出|销号|断电|停电|足额|呈|被.+|正式|倒闭|破产|停产|停工|关门|歇业|永久性?|临时性?|突然|活跃|中标|立案|获批|入选|上榜|复工|复产|复学|返岗|返校|到岗|夺冠|同场竞技|相对|提质|增效|扩容|成效"
)  # 贫困县|摘帽, but not 断电|事故
_INTO: Final = Sieved(
    "[划列转注落并迁融编]入|[运送带飞返撤接]回|[装放送走搬开驶]进|[运送转撤]往|[升降增减送运延推]至|[送交发租卖分划转]给"
)
_FATES: Final = Sieved("死亡|遇难|受伤|失踪|获救|被困|受灾")  # indicators of their own, never part of who is counted
_BEFALLEN: Final = Sieved("死亡|遇难|受伤|失踪|失联|获救|被困|受灾|感染|确诊|参会|参赛|参展|受益|脱贫|报名|在逃|落网")
_TAKES_PART: Final = Sieved("参会|参赛|参展|受灾|受益|入围")
_PEOPLE: Final = Sieved(
    "(?:人员|人口|群众|民众|患者|病人|者|乘客|旅客|游客|船员|矿工|嘉宾|选手|队员|代表|学生|工人|农民|居民|村民|士兵|官兵)$"
)
_DESCRIPTOR = 2  # characters
_IDIOM = 4
# Who or what can act: a verb after it tells what it does (城市|爆发抗议活动), not what it is called (电影放映单位).
_ACTOR: Final = Sieved(
    "(?:人|员|者|众|民|农|徒|友|员工|职工|矿工|人口|生|师|户|客|兵|官|童|手|子|属|国|省|州|县|村|镇|乡|城市|地区|国家|专家|商家|作家|艺术家|企业|公司|单位|机构|部门|学校"
    "|医院|银行|团队|家庭|代表|措施|举措|干部|政要|领导|领导人|小组|医疗队|救援队|舰艇|飞机|客机|无人机|军舰|舰船|动车|货车|卡车|大巴|电视台|媒体|高校|院校|影片|电影|作品|实验室|航班|列车|车辆|船只|客轮|渔船|项目|房屋|居民|华侨|华人|青年|妇女|老人|工人|省区市|县市|区市|省市|省区|省份|地市|区县|村庄|工作组|班列|车队|机组)$"
)
_TOGETHER = frozenset({"同时", "共同", "一起", "一同", "终于"})
_OPENERS: Final = Sieved(
    "基本|同步|共同|长期|深刻|高速|特别|最新|最优|务实|偏远|快速|互动|全新|徒步|紧迫|长途|自然|初步|自觉|异常|实时|高新|诸边|随机|终身|原则性"
)  # 7个|基本|行动方向, 10项|务实|成果: adverbs of the dictionary that tell what kind of thing it is
_MANNER: Final = Sieved(
    "明显|严重|迅速|平稳|试点|义务|免费|无偿|自愿|联名|现场|集体|联合|免试|定点|就近|就地|异地|统一|主动|积极|直接|自发|集中|轮流|分批|携手|联手|首次|成功|顺利|稳定|长期|不同程度|有序|对口|实地|自动"
)  # 孩子|义务辅导过课业
_WRONG: Final = Sieved("违规|违法|非法")  # 35个社会组织|违规获利, but not 8起典型违法建设案件
_WRONGDOER: Final = Sieved("(?:组织|单位|企业|公司|机构|部门|干部|人员|党员|学校|医院|村|店|厂|站|户|人)$")
_ABROAD: Final = Sieved(
    "[在驻来赴旅访对]华|[在驻来赴旅]京|[在驻来赴旅访对][港澳台沪欧美日韩俄英法德印叙伊阿黎以乌]"
)  # 美国|在华|企业
# Verbs that stand inside names as often as nouns do; counted in the corpora, then reviewed.
_NOMINAL: Final = Sieved(
    "实践|采访|观察|出版|退休|离休|下岗|刺激|激励|扶贫|开放|导航|报名|表演|保护|感染|输电|审议|就业|注册|袭击|租赁|侵权|安置|防控|支援|救援|援助|飞行|采购|种植|养殖|创新|示范|治疗|诊疗"
    "|搬迁|搜救|选举|防疫|抗疫|维和|执法|招聘|休闲|创意|监督|抢险|防汛|监测|检测|发电|供电|充电|供暖|供水|养老|放映|阅读|巡逻|攻关|治污"
    "|参展|参赛|获奖|在建|健身|振兴|帮扶|托育|涉案|贫困|遇险|受困|幸存|遇袭|试点|改造|修复|整治|防护|隔离|诈骗|走私|盗版|偷渡|恐袭|枪击|空袭|拦截|观测|探测"
)
# What the dictionary calls verbs though newspapers print them as nouns.
AS_NOUN = re.compile(
    "会|收费|签名|宣讲|竞赛|元首|首脑|政要|审批|邻居|包裹|修改|比赛|爆炸|演习|空袭|袭击|较量|角逐|谈判|会谈|磋商|演出|展览|考试|手术|对决|交锋|冲突|战斗|枪击|地震|报道|本级|警察|保安|通道|选手|导演|编剧|领导|组织|代表|建议|报告|通知|决定|补贴|补助|建筑|出口|入口|标准|航班|口岸|议案|提案|裁判|教练|编辑|主持"
    "|展台|考生|学徒|发明|专利|作品|展品|产品|样品|订单|举措|措施|举动|行动|投诉|举报|许可|纪录|记录|规定|要求|意见|批示|指示|倡议|协议|合同|贷款|赔偿|想法|说法|写法|创举|简历|跑道|抓手|启示|绝活|殊荣"
)
_SUFFIX: Final = Sieved(
    "[站所队组团店馆库区园厂场室车船机房线奖课班片剧品案户款金员兵长族点]"
)  # a dictionary may not know the word it ends
_QUARTER: Final = Sieved("[东西中][部方]|中西部|东[南北]|西[南北]|沿[海江边]|沿线|周边")
_QUALIFIERS = frozenset({"务工", "外来", "古代", "近代", "现代", "当代"})
LONE = re.compile(
    "档|筋|师|区|乡|镇|组|骨|牙|鞋|车|船|树|水|油|粮|路|桥|票|书|药|米|菜|鱼|羊|牛|马|猪|鸡|茶|煤|钢|电|雪|雨|房|楼|井|衣|酒|糖|盐|肉|蛋|奶|灯|伞|花|草|地|田|货|钱|歌|戏|画|信|州|省|市|县|村|岛|湖|河|山|店|厂|塔|矿|课|桶|缸|盆|碗|刀|剑|旗|匾|帽|果|鲸|鸟|虎|象|熊|鹿|狗|猫|蛇|虫|苗|瓜|枣|梨|桃|杏|笔|本|尸|字|词|人|洞|墙|门|窗|床|桌|棉|纸|布|机|炮|枪|弹|球|箱"
)


def trails(words: list[Word], number: int) -> bool:
    """Whether the last word is what the things do rather than what they are: 群众|观看."""
    word = words[number]
    if word.tag in ("i", "l") and len(word.text) == _IDIOM and number == 1 and _ACTOR.search(words[0].text):
        return not word.is_term  # 官兵|赶赴现场
    trailing = word.tag in ("v", "vd", "vi", "d", "ad", "a", "p", "r")
    after = words[number + 1].text if number + 1 < len(words) else ""
    suffix = _SUFFIX.fullmatch(word.text) and after not in ("在", "到", "上", "起", "出")  # 便民服务|站, not 经济体站在
    noun = AS_NOUN.fullmatch(word.text) or suffix
    return number > 0 and not word.is_term and trailing and not noun


def _is_done(word: Word, following: Word | None, before: Word) -> bool:
    """Whether a word is what the counted do, by the one after it: 省|尝试了, 孩子|义务辅导, 灯塔|正式发光."""
    if following is None or word.is_term:
        return False
    told = word.tag == "vn" and word.text != "合计" and following.tag == "v" and following.text in PREDICATES
    if told and _ACTOR.search(before.text):
        return True  # 省份|改革完善制度
    if _MANNER.fullmatch(word.text) or (_WRONG.fullmatch(word.text) and _WRONGDOER.search(before.text)):
        return following.tag in ("v", "vn")
    if word.tag == "vn":
        return following.text in ("了", "过", "着")
    acts = word.tag == "ad" or (word.tag == "v" and _ACTOR.search(before.text) is not None)
    return acts and following.tag == "v"


def _tells(words: list[Word], number: int) -> bool:
    """群众|喜迁新居: a set phrase of four characters that the dictionary takes for a name."""
    word = words[number]
    if len(word.text) != _IDIOM or word.is_term:
        return False
    if word.tag in ("ns", "nr"):
        return _ACTOR.search(words[number - 1].text) is not None
    if _joined(words, number + 1) and not words[number + 1].text.startswith("《"):
        return False  # 职工|技术创新|成果
    quoted = words[number - 1].text in ("“", "《")
    return (word.tag == "i" and not quoted) or (word.tag == "l" and _ACTOR.search(words[number - 1].text) is not None)


def _is_plan(words: list[Word], number: int) -> bool:
    """Whether 计划 ends a name (经济刺激|计划) rather than being what somebody plans (企业|计划投资)."""
    if words[number].text != "计划" or not number or _ACTOR.search(words[number - 1].text):
        return False
    following = words[number + 1] if number + 1 < len(words) else None
    return following is None or not following.tag.startswith("v")


def _inside(words: list[Word], number: int, joined: bool) -> bool:
    """Whether a function word stands inside a name: 美国|在华|企业, 政府|或|部门|间|合作文件."""
    text = words[number].text
    if text in ("间", "或", "各界", "各族"):
        return number > 0 and joined
    if text in ("和", "多边"):
        return "多边" in (text, words[number + 1].text if number + 1 < len(words) else "")
    if text in ("以上", "以下") and number and words[number - 1].text.endswith(_RANKS):
        return joined  # 12名|厅局级|以上|干部
    if text == "及" and number and words[number - 1].text.endswith(_RANKS):
        return number + 2 < len(words) and words[number + 1].text in ("以上", "以下") and _joined(words, number + 2)
    if text in ("以上", "以下") and number > 1 and words[number - 1].text == "及":
        return joined  # 339个|地级及以上|城市
    if text == "华" and number and _ABROAD.fullmatch(words[number - 1].text + text):
        return joined
    following = words[number + 1] if number + 1 < len(words) else None
    abroad = following is not None and _ABROAD.fullmatch(text + following.text) is not None
    return abroad and (number > 0 or _joined(words, number + 2))  # 15个|在港|同乡社团


_RANKS = ("级", "处", "科", "局", "厅", "甲")
_COORDINATING = frozenset({"和", "与", "及", "以及", "或", "或者", "跟", "同", "暨", "兼", "等"})
_RULES_ALWAYS = re.compile(f"{_STOPS.pattern}|.+[往至到向给入出]")
_NUMBERED: Final = Sieved(
    "三八|五一|五四|八一|六一|七一|十佳|百佳|双百|[一二三四]级|[一二三]类|[一二三]等|三甲|双[周层向边]|第?[一二三四五六]代|[一二三四五六七八九十]{1,3}号"
)  # names hold them
_OTHERS = frozenset({"部分", "其他", "其它", "一些", "少数", "大批", "大量", "众多", "双方", "我们"})


def _joins_place(words: list[Word], number: int) -> bool:
    """98个|中央部门|和北京: a place after a kind of thing is another that does the same."""
    following = words[number + 1] if number + 1 < len(words) else None
    places = [word.tag == "ns" for word in words[:number]]
    return following is not None and following.tag == "ns" and bool(places) and not any(places)


def _rules(predicate: Predicate | None, joined: bool) -> bool:
    """Whether a verb rules what follows rather than being part of a name."""
    return predicate is not None and (not predicate.in_names or not joined)


def _joined(words: list[Word], number: int) -> bool:
    """Whether a word, or a verb that stands inside names before one (就业|扶贫|车间), goes on with a name."""
    if number >= len(words):
        return False
    word = words[number]
    if word.is_term or word.tag.startswith(("n", "j", "b", "vn")):
        return True
    if word.tag == "l" and _NOUN_OF_TWO.search(word.text):
        return True
    return word.tag == "v" and _NOMINAL.fullmatch(word.text) is not None and _joined(words, number + 1)


def _lacks(words: list[Word], number: int) -> bool:
    """28个选区|无|候选人: what things have none of is no part of their name."""
    return words[number].text in ("无", "没有") and all(word.text != "《" for word in words[:number])


_NOUN_OF_TWO: Final = Sieved(
    "(?:活动|项目|工程|合作社|人员|人士|组织|设施|产品|系统|建议|意见|举措|措施|机构|通道|会议)$"
)  # 出版|交流活动


def _opens_name(word: Word, following: Word | None, joined: bool) -> bool:
    """Whether what the dictionary calls a verbal noun opens a name: 4个|检查小组."""
    named = joined or (following is not None and following.tag == "l")
    return word.tag in ("vn", "n") and named and _RULES_ALWAYS.fullmatch(word.text) is None


def _is_fated(word: Word, words: list[Word]) -> bool:
    """72名|失踪|人员, 16名|获救|船员: what became of people opens their name; 232个|参赛|小项, 3个|受灾|县."""
    if _TAKES_PART.fullmatch(word.text) and words[1].tag.startswith("n"):
        return True
    return _BEFALLEN.fullmatch(word.text) is not None and _PEOPLE.search(words[1].text) is not None


def _joins_no_name(words: list[Word], number: int) -> bool:
    """Whether a conjunction is followed by what the counted noun does not hold: 国外订单|因为疫情中断."""
    word, following = words[number], words[number + 1] if number + 1 < len(words) else None
    subordinate = word.tag == "c" and word.text not in _COORDINATING
    return subordinate or (following is not None and following.text in _OTHERS) or _joins_place(words, number)


def ends(words: list[Word], number: int, described: bool) -> bool:
    """Whether a counted noun ends before the word: a verb, a mark, a function word."""
    word = words[number]
    if word.is_term and not _FATES.fullmatch(word.text):
        return number > 0 and _changes(words, number, _joined(words, number + 1))
    if number and (is_saying(word) or _lacks(words, number)):
        return True  # 4900多种|商品|大幅度降低
    following = words[number + 1] if number + 1 < len(words) else None
    joined = _joined(words, number + 1)
    if (word.text in _TOGETHER and (number or not joined)) or (
        number and (_tells(words, number) or _is_done(word, following, words[number - 1]))
    ):
        return True
    if number and (_is_named(words, number) or _changes(words, number, joined)):
        return True
    if _inside(words, number, joined) or _is_plan(words, number):
        return False
    if word.tag == "uj":  # a short descriptor goes on (不同|背景的夫妻), a noun with its own name does not
        return number == 0 or not described or not joined or word.start - words[0].start > _DESCRIPTOR
    if word.tag == "m" and _NUMBERED.fullmatch(word.text):
        return not joined  # 全国|三八|红旗集体
    if word.tag == "c" or word.text == "、":
        return not joined or _joins_no_name(words, number)
    if word.tag == "x":
        named = word.text == "“" and number > 0 and _CALLED.search(words[number - 1].text) is not None
        return named or word.text not in ("“", "”", "《", "》", "·")  # 9名|同志|“优秀教师”称号
    if AS_NOUN.fullmatch(word.text) or (number and _SUFFIX.fullmatch(word.text)):
        return False
    lone = word.tag == "zg" and LONE.fullmatch(word.text)  # 车, which the dictionary gives no part of speech
    if lone or (word.tag == "v" and joined and _NOMINAL.fullmatch(word.text)):
        return False  # 国家|扶贫|重点县
    if number and word.tag in ("v", "vi", "vd") and _acts(words[number - 1], word):
        return True
    if (word.tag in ("f", "s", "t") and number == 0 and joined) or word.text in _QUALIFIERS:
        return False  # 中外|中小企业
    opens = number == 0 and (_QUARTER.fullmatch(word.text) or (joined and _OPENERS.fullmatch(word.text)))
    if (word.tag in CLOSED or word.tag == "f") and not opens:
        return not (word.tag == "k" and joined)  # 战斧式|巡航导弹
    return _is_ruling(words, number, joined)


_TOILS: Final = Sieved(
    "加班加点|日夜兼程|星夜兼程|马不停蹄|齐心协力|同心协力|久拖不决|悬而未决|屡禁不止|层出不穷|迎刃而解|有增无减|不了了之"
)


def _is_ruling(words: list[Word], number: int, joined: bool) -> bool:
    """Whether a word that is no function word rules what follows it, rather than being a part of the name."""
    word = words[number]
    if number and not joined and (word.tag == "z" or _STOPS_LAST.fullmatch(word.text)):
        return True
    if number and _TOILS.fullmatch(word.text):
        return True  # 两个问题|久拖不决
    if number == 0 and joined and (_OPENERS.fullmatch(word.text) or _is_fated(word, words)):
        return False
    following = words[number + 1] if number + 1 < len(words) else None
    ruled = _STOPS.fullmatch(word.text) is not None or _rules(PREDICATES.get(word.text), joined)
    return ruled and not (number == 0 and _opens_name(word, following, joined))


_CALLED: Final = Sieved(
    "(?:嫌疑人|嫌犯|被告人?|冠军|亚军|选手|队员|运动员|航天员|潜水员|民警|教授|专家|院士|同志|记者|学生|工人|战士|先生|女士)$"
)


def _is_named(words: list[Word], number: int) -> bool:
    """犯罪嫌疑人|陈某某, 潜水员|谭某、罗某: the names of people are no part of what they are."""
    word, following = words[number], words[number + 1] if number + 1 < len(words) else None
    if word.tag != "nr" or word.is_term or not _CALLED.search(words[number - 1].text):
        return False
    return following is None or len(word.text) == 1 or not following.tag.startswith(("n", "b", "vn"))


_TURNS: Final = Sieved("脱贫|就业|参保|入学|增收|发展|致富|创业|创收|脱贫致富|增收致富")


def _changes(words: list[Word], number: int, joined: bool) -> bool:
    """贫困人口|脱贫, 村民|就业: what becomes of people, which is a statistic besides; 就业岗位 is a name."""
    if _ACTOR.search(words[number - 1].text) is None:
        return False
    if words[number].text in ("稳定", "实现"):
        return number + 1 < len(words) and _TURNS.fullmatch(words[number + 1].text) is not None
    return not joined and _TURNS.fullmatch(words[number].text) is not None


def _acts(before: Word, verb: Word) -> bool:
    """官兵|赶赴现场, 国土|划入保护范围: a verb after who acts, or one that leads into what follows."""
    if verb.text[0] in "仍均都也已" and len(verb.text) > 1:
        return True  # 河流|仍超警戒水位
    return _ACTOR.search(before.text) is not None or _INTO.fullmatch(verb.text) is not None


def governs(words: list[Word], number: int) -> bool:
    """Whether a word is the verb of a clause whose object stands before it: 向3个|雷达站|发射导弹."""
    word = words[number]
    known = word.text in PREDICATES and not word.is_term and not AS_NOUN.fullmatch(word.text)
    if any(later.tag == "v" and later.text in PREDICATES for later in words[number + 1 :]):
        return False  # 向四位|历史研究学者|颁发
    return number > 0 and known and word.tag in ("v", "vd", "vi") and _NOMINAL.fullmatch(word.text) is None
