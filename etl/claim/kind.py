"""Whether a claim is economic, technical, or something else."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from etl.claim.topic import Topic
from etl.model import NumberMention
from etl.sieve import Sieved

_TECHNICAL_DIMENSIONS: Final = frozenset(
    {"length", "mass", "angle", "frequency", "pressure", "speed", "temperature", "voltage", "data", "power", "time"}
)
_OF_MATTER: Final = frozenset({"mass", "length", "time"})
"""What a product is measured by, but goods, ways and waiting as well."""
_TECHNICAL_UNITS: Final = frozenset(
    ["纳米", "微米", "毫米", "厘米", "克", "毫克", "赫兹", "兆", "℃", "度", "伏", "安", "转", "帕", "分贝", "像素"]
)
_OTHER_COUNTS: Final = frozenset(
    [
        "人次",
        "名",
        "位",
        "场",
        "届",
        "集",
        "岁",
        "周岁",
        "次",
        "首",
        "幅",
        "枚",
        "天",
        "小时",
        "分钟",
        "对",
        "篇",
        "级",
        "层",
        "支",
        "句",
        "封",
        "例",
        "字",
        "票",
        "具",
        "趟",
        "步",
        "轮",
    ]
)
# What people suffer, the weather and the earth, ages and ways: neither the economy's nor a product's.
_OTHER_STATISTIC: Final = re.compile(
    "(?:死亡|死亡失踪|受伤|失踪|伤亡|获救|被困|感染|康复|被捕|参加|观众|参观|游行|转移|无家可归|投票|报名)?人数|受灾人口|转移安置人口|.*病例|无症状感染者|震级|震源深度"
    "|风力|气温|降水量|降雨量|能见度|水位|海拔|距离|里程|成绩|提前时间|推迟时间|获利金额|刑期|年龄|时长|悬赏金额|捐款金额|涉案金额|.*次数|票数|集数|字数|席位|金牌|银牌|铜牌"
    "|.*(?:遇难者|死者|伤员|伤者|患者|乘客|嫌疑人|被告人|犯罪嫌疑人|候选人|运动员|选手|官兵|士兵|战士|武装分子|难民|群众|学生|老人|孩子|儿童|记者|嘉宾"
    "|专家|演员|观众|队员|船员|消防员|警察|民警|军人|医护人员|航天员|议员|代表|委员|党员|干部|村民|居民|市民|民众|平民)"
)
# What the lexicon knows of the weather, of health, of courts and elections: no figures of the economy.
_OTHER_KNOWN: Final = re.compile(
    ".+气温|降温幅度|小时降雨量|降雪量|积[雪水]深度|洪峰流量|警戒水位|过火.*面积|火点数量|行程|任期|身高|体重|奖牌数|[金银铜]牌数"
    "|.*(?:治愈率|病死率|检测阳性率|得票率|支持率|赞成率|投票率|结案率|破案率|上诉率|再审率|撤诉率)|密切接触者|核酸检测量|.+票数"
    "|(?:刑事|审结|受理)?案件数量|立案数量|破案数量|处分人数|党员人数|基层党组织数量|[提议]案数量|交通事故数量"
)
_EVENT: Final = re.compile(
    "遇难|受伤|死亡|失踪|地震|台风(?!力|电|机)|暴雨|洪水|事故|比赛|决赛|金牌|奖牌|演出|展览|会议|考察|审议|出席|参加|袭击"
    "|爆炸|选举|投票|观众|嘉宾|代表团|气温|降雨|冠军|选手|运动员|演员|救援|搜救|警方|犯罪|嫌疑人|被告|法院|导弹|军方|军队|部队|演习|士兵|官兵"
    "|难民|总统|议会|航天员|医疗队|疫情|患者|志愿者|学生|老人|孩子|纪录片|电视剧|图书|文物"
)
# What befalls people, things and roads, whatever they are: 20条|高速公路|因大雾封闭, 10架|飞机|搜寻.
_BEFALLS: Final = re.compile(
    "搜寻|营救|坠[毁机]|空难|绑架|获释|劫持|人质|骚乱|停火|偷渡|恐怖|枪击|雾霾|大雾|降雪|暴雪|寒潮|山火|火灾|滑坡|泥石流|塌方|烈士|牺牲"
)
_SHOWN: Final = re.compile("违纪|艺术家|音乐[会节季]|歌手|乐团|舞蹈|画展|锦标赛|奥运会|青奥|残奥|亚运|世界杯")
_PRODUCT: Final = re.compile(
    "直径|厚度|孔径|精度|臂展|负载|弯折|尺寸|续航|时速|重量(?!级)|长度|宽度|温度|转速|像素|分辨率|带宽|速率|功耗|口径|见方"
    "|高度(?<!最大限高度)(?![重评赞关肯一统警集自认契负敏危发])|深度(?![贫融参合发调学开挖推报解介交加])"
)
# 4种|气体传感器, 96个|节段: what a product is made of, of which there are so many.
_PART: Final = Sieved(
    "(?:传感器|节段|摄像头|探头|镜头|喷嘴|发动机|叶片|镜片|通道|芯片|接口|关节|自由度|电机|齿轮|轴|涵洞|桥墩|桥塔|量子比特|晶体管|螺栓|零件|部件|零部件|模块|功能)$"
)
_WEATHER: Final = re.compile(
    "天气|气温|气象|降温|升温|严寒|寒冷|冷空气|寒潮|酷暑|酷热|极寒|[高低]温(?:天|预警|范围|持续|地区|热浪)|体感"
)
_INSURED: Final = re.compile("保险|社保|医保|参保|新农[保合]|低保|养老金")
# 超过8亿人|参加养老保险, 2万人的|缺口: people of whom the economy tells.
_OF_ECONOMY: Final = re.compile(
    "就业|从业|用工|招工|务工|人才|员工|职工|工人|失业|贫困|脱贫|研发|(?<!航空)公司|企业|工厂|车间"
)
# 85个|国家和地区, 26个|省份: of what a sentence tells of them.
_PLACES: Final = frozenset({"国家和地区", "省份"})
_GATHERED: Final = re.compile(
    "选手|学者|专家|记者|嘉宾|留学生|参[加与赛会展]|与会|博览会|展会|论坛|报名|收看|频道|播出|艺术|文化|友好|外籍|使节|驻华|来华"
)
_TRADED: Final = re.compile(
    "倾销|反补贴|贸易|知识产权|专利|商标|商事|欠薪|违法用地|合同|保险|赔款"
)  # cases of the economy
_CRIME: Final = re.compile("毒资|[赃贿]|诈骗|盗窃|抢劫|绑架|勒索")


# What the lexicon knows of a product or a process, rather than of an economy.
_PARAMETER: Final = Sieved(
    "(?:弯折|循环)次数|使用寿命|(?:载|起飞)重量|臂展|边长|[直半]径|厚度|精度|传输速率|转换效率|热效率|能量密度|电压等级"
    "|单机容量|电池容量|噪声|衰减系数|功耗|带宽|分辨率|转速|续航里程|(?:最高|设计)?时速|射程|航程"
)
# 5艘|军舰, 9个|章节: what no statistic of the economy counts. The commonest heads of the corpora, reviewed.
_OTHER_THING: Final = Sieved(
    "(?:[作查视导督]组|小组|分队|队伍|医疗队|代表团|团伙|家庭|志愿者|儿子|女儿|孩子|学员|患儿|患者|病人|院士|大奖|等奖|奖项?|称号|罪名"
    "|部门|部委|机关|委员会|支部|党派|政党|院团|兵团|使领?馆|理事国|成员国|海军|组织|军舰|舰艇|舰船|战机|导弹|枪支|武器|炸弹|帐篷|遗体|尸体"
    "|案件?|案例|事件|问题|隐患|难题|线索|举报|抢险|救助|抢险救助|山火|火点|活动|行动|晚会|会场|议题|议案|提案|草案|国书|意见|建议|文件|报告"
    "|信访?件|信|礼物|照片|日记|图书|书籍|教材|单行本|文字|语言|语种|字|词汇?|章节|篇章|乐章|内容|专题|节目|频道|栏目|电影|影片|剧目|剧种|作品|文物|古树|遗址"
    "|展区|景点|公园|灯笼|彩灯|金龙|熊猫|候鸟|鸟类|动物|物种|岛屿|湖泊|河流|村落|教堂|寺庙|民房|据点|大本营|军事目标|球场|大项|小项|科目|课目|学科"
    "|医院|学校|中学|小学|高校|院校|班级|孔子学院|民族|方面|任务|原则|看法|共识|结论|信号|观点|理由|原因|情况|阶段|方式|故事|大事|疾病|打捞船|救援船|滑翔机|探测器)$"
)
# 3座|隧道, 18项|政策: what the economy is made of, whatever else the sentence says.
_TRADE_THING: Final = Sieved(
    "(?:企业|公司|厂商?|商户|网点|项目|工程|产业|行业|产品|商品|品种|品牌|生产线|车间|基地|园区?|开发区|自贸区|试验区|合作社|大棚|农田|土地|牧场"
    "|农户|农民工?|贫困[户村县人口]{1,2}|职工|员工|岗位|用户|客户|旅客|游客|供应商|平台|措施|举措|政策|改革|标准|专利|技术|协议|合同|订单|审批|许可|收费|税种"
    "|航线|班列|列车|动车组?|火车|铁路|高铁|地铁|地铁线|公路|道路|山路|线路|隧道|桥梁|码头|泊位|港口|机场|口岸|车站|泵站|气田|油田|矿山|机组|电站|危房|住房|棚户区|经济体|贸易伙伴|进口国|出口国|消费国|市场|投资国|机构|银行|外资|资金|贷款|设备)$"
)
_ECONOMY: Final = re.compile(
    "经济|矿|粮|煤|石油|原油|天然气|钢|水泥|化肥|物资|货物|房价|物价|汇率|股[市价指]|产业|企业|公司|投资|贸易|市场|金融|银行|税|消费|价格|收入|就业|创业|工业|农业|制造|扶贫|脱贫|贫困|种植|养[殖猪鸡鸭牛羊鱼蜂]|能源|铁路|公路|高铁|物流|航线|出口|进口"
    "|销售|商品|自贸|审批|研发|专利|互联网|旅游|游客|住房|社保|医保|养老|补贴|补助|增长|产能|产量|项目|电网|发电|用电|通车"
)


@lru_cache(maxsize=1 << 10)
def _is_other(statistic: str) -> bool:
    return _OTHER_STATISTIC.fullmatch(statistic) is not None


@lru_cache(maxsize=1 << 10)
def _is_known_other(statistic: str) -> bool:
    return _OTHER_KNOWN.fullmatch(statistic) is not None


@lru_cache(maxsize=1 << 10)
def _is_parameter(statistic: str) -> bool:
    return _PARAMETER.fullmatch(statistic) is not None


def field_of(number: NumberMention, topic: Topic, measure: str, text: str) -> str:
    """What a claim is of at first sight, by its unit, its topic and the words beside it: its place hangs on it."""
    if _is_other(topic.indicator or ""):
        return "other"
    if topic.known:
        return "economic"
    window = text[max(0, number.start - 24) : number.end + 16]
    technical = (number.unit or "") in _TECHNICAL_UNITS or _PRODUCT.search(window) is not None
    if technical or (number.dimension in _TECHNICAL_DIMENSIONS and topic.sector is None):
        return "technical"
    if measure not in ("level", "rank"):
        return "economic"
    if _EVENT.search(window) or (number.unit or "") in _OTHER_COUNTS:
        return "other"
    return "economic"


def kind_of(field: str, number: NumberMention, topic: Topic, measure: str, text: str) -> str:
    """The ``kind`` of a claim: its ``field``, corrected by what its topic names and its sentence speaks of."""
    thing, beside = topic.indicator or "", text[max(0, number.start - 24) : number.end + 16]
    if thing == "人口" or (measure == "rank" and _TRADE_THING.search(thing)):
        return "economic"  # 第二大|经济体
    if thing in _HEADS and (_INSURED.search(beside) or (_OF_ECONOMY.search(beside) and not _happens(beside))):
        return "economic"  # 8亿人|参加养老保险
    if thing in _CASES:
        return "economic" if _TRADED.search(beside) else "other"  # 反倾销|涉案金额
    if _is_known_other(thing):
        return "other"
    if thing in _PLACES:
        return "other" if _happens(text) or _GATHERED.search(beside) else "economic"
    if topic.known:
        return "technical" if _is_parameter(thing) else field
    if number.dimension == "money":
        return field if _is_other(thing) or _CRIME.search(beside) else "economic"
    if field == "technical":
        return _of_matter(number, thing, measure, beside, text)
    if measure in ("share", "gap") and field == "economic" and not topic.sector:
        return "other" if _happens(beside) and not _ECONOMY.search(beside) else field
    if field != "economic" or number.dimension != "count" or measure not in ("level", "rank"):
        return field
    if topic.sector:
        return "other" if _BEFALLS.search(beside) else field
    return _of_count(number, thing, beside, text)


def _happens(text: str) -> bool:
    """Whether words tell of an event rather than of an economy."""
    return any(words.search(text) is not None for words in (_EVENT, _BEFALLS, _SHOWN))


_HEADS: Final = frozenset({"人数", "参加人数", "参保人数"})
_CASES: Final = frozenset({"案件数量", "立案数量", "涉案金额", "案件"})


def _of_matter(number: NumberMention, thing: str, measure: str, beside: str, text: str) -> str:
    """What is measured like a product may be goods, a way or the weather; of what a product is made, there are few."""
    if number.dimension == "temperature" and _WEATHER.search(text):
        return "other"  # 35℃以上的高温天气
    if number.dimension == "count" and measure == "level" and not _PART.search(thing):
        return _of_count(number, thing, beside, text)
    if number.dimension in _OF_MATTER and not _PRODUCT.search(beside):
        return "economic" if _ECONOMY.search(text) else "other"  # 走私成品油|6万吨, 全程|1300公里
    return "technical"


def _of_count(number: NumberMention, thing: str, beside: str, text: str) -> str:
    """What a number of things is of: what they are, what happens beside them, what the sentence speaks of."""
    if _OTHER_THING.search(thing) or _BEFALLS.search(beside):
        return "other"
    if _TRADE_THING.search(thing):
        return "economic"
    if _happens(beside) or (number.unit or "") in _OTHER_COUNTS:
        return "other"
    return "economic" if _ECONOMY.search(text) else "other"
