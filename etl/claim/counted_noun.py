"""The noun that a classifier or a unit opens: 8个|行业, 4位|督导组组长, 九个规模较大的|犯罪集团."""

from __future__ import annotations

import re
from typing import Final

from etl.claim.counted_description import described
from etl.claim.counted_end import AS_NOUN, LONE, ends, governs, trails
from etl.claim.figure import PLACE_ALONE
from etl.claim.markup import Markup
from etl.claim.phrase import Phrase, Spans, Word, words_of
from etl.model import NumberMention
from etl.sieve import Sieved

_HANDLED = (
    "嫌犯|嫌疑人|人员|人质|官员|记者|男子|女子|学生|儿童|乘客|单位|对象|企业|矿工|旅客|游客"
    "|群众|村民|居民|平民|士兵|船员|员工|孩子|妇女|司机|工人|队员|家庭|党组织|地[点区]|车辆|[小城]镇|村庄|房屋|建筑|账号|主体"
)  # whom something is done to: 两名|被解救|人质
_NOT_OPENED: Final = Sieved(
    f"、|以上|以下|以内|左右|上下(?![游级水])|人民币|税款|级(?!别)|等(?![级额距])|多(?![功元边媒层样晶种学动子])|余|余人|之|环比|较(?![量劲技])(?![^，。；]{{1,6}}的)|(?:比(?![赛武拼例分利亚])|同(?![学志事胞伴仁类乡盟龄])|和(?![平谈解声])|及|与|或|至|到|并)(?![^，。；]{{1,12}}(?:有关|相关|相连|配套|相邻|接壤)的)|在(?![建编册轨岗校职读押逃线野售华港澳叙伊阿美欧日韩俄])(?![^，。；]{{1,14}}的)|时间(?![段点表])|时长|的时间|处$|处(?:是|为|的)|经(?![济营典过验贸费理纪文销办])|乘坐?(?![客组务员])|因(?![素子果特])(?![^，。；]{{2,16}}的)|由(?![^，。；]{{1,8}}[成的])|被(?![告褥子单套面]|[一-鿿]{{2}}的?(?:{_HANDLED}))|通过|前(?![沿卫进总首部议主参众副外情省市国方政任慰置线锋])|后(?![勤备卫方])|左右|那年|大关(?=[，。；、！]|$)"
)
_SUCH: Final = Sieved(
    r"(?:这样的|各(?:[类种式级界方]|族)的?|这种|不同的?|新的|(?:全国|世界|全球)?各地的?|(?:全国|世界|全球|国内)(?:首批|首个|最[大长高]的?)|大型的?|最(?:重要|主要|关键|突出|紧迫|基本|先进)的?|重要的?|主要的?|所谓|方面的?(?=重点|任务|举措|措施|内容|问题|工作|政策|突出|意见|要求|成果|优势|原因|因素|能力))"
)
# 两艘|500吨级|打捞船, 3座|220千伏|变电站: how large the things are, before what they are.
_GRADED: Final = Sieved(
    r"(?:超过?|近|逾|约|[上数])?(?:[0-9.]{1,6}[万千百]?|[十百千万亿]{1,2})多?(?:亿?元|亿(?=项目|工程|企业|产业|园区|县|镇|村)|(?=(?:[一-鿿]{2}){1,2}产业|产业|集群|产业集群)|方|(?:吨|米|公里|千伏|千瓦|兆瓦|公斤|平方米|立方米|马力|毫米|克|人|床|标箱|车位|座位?)级?的?|级的?|[多来]?岁的)"
    r"(?=[一-鿿]{2})(?!的|以上|以下|左右|台阶|大关|关口|级)"
)
_EITHER: Final = Sieved(r"[(（](?:[一-鿿]|含)[)）](?=[一-鿿“《])")  # 400多件|(组)|文物
_FOR_USE: Final = Sieved("[^，。；的]{2,14}用的(?=[一-鿿]{2})")  # 1000台|测试、取样用的|仪器
_LISTED = re.compile(
    "[^，。；：、“”《》的和及与等在对于有将0-9]{2,10}(?:、[^，。；：、的等在0-9]{1,10}){1,8}(?<![高中初同平何])等"
    "(?:[各多]?[类种]|多个|一批)?(?=[一-鿿]{2})"
)
_SEIZED: Final = Sieved(f"被[一-鿿]{{2}}的?(?={_HANDLED})")  # 两名|被击毙|嫌犯
_SUSPECTED: Final = Sieved("[一-鿿]{0,4}涉嫌[一-鿿]{2,10}?(?<!的)(?=犯罪嫌疑人|嫌疑人|嫌犯)")  # 8名|境外涉嫌诈骗|嫌疑人
_REACH = 24  # characters
_VERBAL_NOUN: Final = Sieved("[到至为成在]")  # 由142户|调整到129户, 从70个|精简到4个: no noun
_VERBAL = frozenset({"vn", "a", "an", "ad"})
_OUTPUT = frozenset({"工业", "农业", "服务业", "建筑业"})  # 54个|国家高新区|工业增加值


_AGED: Final = Sieved("[0-9]{1,3}岁?(?:至|到|—|-|~)[0-9]{1,3}岁的?(?=[一-鿿]{2})")  # 5位|20岁至86岁的|读者
_BECAUSE: Final = Sieved(
    "因[病公灾残学故][一-鿿]{2}的?(?=患者|群众|人员|家庭|农户|贫困|人口|学生|干部|民警|职工)"
)  # 160例|因病致贫|患者
# 30个|10亿元以上|项目: from what amount on they are counted.
_FROM_ON: Final = Sieved(
    "(?:[0-9.]{1,6}|[十百千]{1,2})?(?:万|百万|千万|亿)元(?:及)?以上的?(?=[一-鿿]{0,4}(?:项目|企业))"
)
# 300个|未摘帽|贫困村: what they have not come to yet.
_NOT_YET: Final = Sieved(
    "[未没](?:摘帽|脱贫|复工|复产|复工复产|复学|开工|完工|竣工|入学|上市|通车|通电|通水|就业|达标|整改|投产|建成|接种|参保|办结|结案|破获|登记|注册|备案|获批|开发|利用|开放|成年)的?(?=[一-鿿]{1,8})(?!子女)"
)
_OPENINGS = (_NOT_YET, _AGED, _BECAUSE, _SUCH, _FROM_ON, _GRADED, _SEIZED, _FOR_USE, _SUSPECTED)
"""What stands between a classifier and its noun, in the order in which they are tried."""


_NOT_COUNTED: Final = frozenset({"年均", "户均", "人均", "亩均", "月均", "日均", "船上", "非法"})
"""Words of a clause that goes on after a count: 带动4000人|年均|增收4万元, 1000人|非法|组织."""


def after(text: str, start: int, end: int, terms: Spans, stops: Spans) -> Phrase | None:
    """The noun phrase that stands at ``start``; None when a verb or a mark does.

    It ends before the first of the ``stops`` that does not open it (7个省市|外贸进出口). What describes the noun
    before 的 is passed over (九个规模较大的|犯罪集团).
    """
    alone = _alone(text, start, end)
    if alone is not None:
        return alone
    begin = start
    start += len(text[start:end]) - len(text[start:end].lstrip())
    either = _EITHER.match(text, start, end)
    start = either.end() if either else start
    listed = _LISTED.match(text, start, end) if "等" in text else None
    summed = after(text, listed.end(), end, terms, stops) if listed else None
    if listed is not None and summed is not None and _names_only(words_of(text, start, listed.end(), terms)):
        return summed  # 2000万个|论坛、博客、微博等各类|账号
    opening = next((found for opens in _OPENINGS if (found := opens.match(text, start, end))), None)
    start = opening.end() if opening else start
    if _NOT_OPENED.match(text, start, end):
        return None
    done = _done(text, start, end) or _placed(text, start, end, terms)
    if done is not None:
        return done  # 三个新的|转变
    limit = _limit(text, start, end, stops)
    words = described(words_of(text, start, limit, terms))
    if words and words[0].start > start and limit == start + _REACH:  # a long description leaves the name too little
        words = words_of(text, words[0].start, _limit(text, words[0].start, end, stops), terms)
    ruled = _TOWARDS.search(text, max(0, begin - _REACH), begin) is not None
    size = _without_output(words, _size(words, opening is not None, ruled), stops)
    if not size or all(_is_bare_verb(word) for word in words[:size]):
        return None
    if size == 1 and _is_no_noun(text, words[0], end):
        return None
    first, last = _headed(text, words[0].start, words[size - 1].end, ruled)
    first = _with_negation(opening, first)
    short = last - first < 2 and LONE.fullmatch(text, first, last) is None
    if short or _EVERYWHERE.fullmatch(text, first, last) or text[first:last] in _NOT_COUNTED:
        return None
    return Phrase(first, last, text[first:last])


def _with_negation(opening: re.Match[str] | None, first: int) -> int:
    """Where the name begins with what its bearers have not come to yet: 未摘帽|贫困村."""
    negated = opening is not None and opening.re is _NOT_YET.pattern and first == opening.end()
    return opening.start() if opening is not None and negated else first


def _size(words: list[Word], described: bool, ruled: bool) -> int:
    """How many words the name has; ``ruled`` by a preposition before the number, it ends at the clause's verb."""
    size = _quoted(words)
    while size < len(words) and not (ends(words, size, described) or (ruled and governs(words, size))):
        size += 1
    while size and (words[size - 1].text in ("的", "、", "和", "及") or trails(words, size - 1)):
        size -= 1
    return size


# 向3个|雷达站|发射导弹, 为40名|学生|提供书本: after a preposition the first verb is that of the clause.
_TOWARDS: Final = Sieved(
    "(?<![面方导志倾取朝针相反])[向给为对与](?![在了])[^，。；、的是有]{0,10}"
    "(?:[0-9.]{1,6}|[一二三四五六七八九十百千两几数]{1,4})[万千百亿]?[多余]?[名位个家所座户支艘]的?$"
)
_ASKED: Final = Sieved("(?:调查|统计|测算|监测|调研|抽查|摸底|走访)$")
_EVERYWHERE: Final = Sieved("全[国省市县区球州乡镇村]")


def _limit(text: str, start: int, end: int, stops: Spans) -> int:
    """How far the words of a counted noun are looked at: to a statistic of its own, to an adverb (安置点|共安置)."""
    adverb = _ADVERB.search(text, start + 2, min(end, start + _REACH))
    stop = adverb.start() if adverb else end
    places = PLACE_ALONE.match(text, start)
    nearest = start + (1 if places else 2)
    another = _ANOTHER.search(text, start + 2, min(stop, start + _REACH))
    stop = another.start() if another else stop
    return min([stop, start + _REACH, *(first for first, _ in stops if first >= nearest)])


_ANOTHER = re.compile("(?:和|及|(?<!参)与|以及)(?:约|近|超过?|逾)(?=[0-9])")  # 88%的|县级行政区|和约95%的人口


def _alone(text: str, start: int, end: int) -> Phrase | None:
    """A noun that stands for itself whatever follows it: 50个|省|中, 40多个|日夜."""
    among = _AMONG.match(text, start, end)
    if among is not None:
        noun = among.group(1) or among.group(2)
        return Phrase(start, start + len(noun), noun)  # 50个|省|中, 27个|大项
    if _NIGHTS.match(text, start, end):
        return Phrase(start, start + 2, text[start : start + 2])  # 坚守了40多个|日夜
    projects = _PROJECTS.match(text, start, end)
    if projects is not None:
        return Phrase(start, projects.end(), projects.group())  # 356个|省重点项目|完成投资
    newly = _NEWLY.match(text, start, end)
    if newly is not None:
        return Phrase(start, newly.end(), newly.group())  # 320个|新投产项目|增加产值
    if text.startswith("地市", start, end):
        return Phrase(start, start + 2, "地市")  # the dictionary takes its first character for a particle
    person = _PERSON_WHO.match(text, start, end)
    if person is not None:
        return Phrase(start, start + 1, text[start])
    return None


_PROJECTS: Final = Sieved(
    "[^，。；：、的0-9]{0,10}?项目(?=(?:累计|已|当年|共)?(?:完成)?(?:年度|计划|总){1,2}投资|(?:累计|已|当年|共)?完成投资)"
)
_NEWLY: Final = Sieved("新(?:投产|开工|投运|落地|入库|达产|竣工)的?(?:项目|企业|工程)(?![一-鿿]{0,2}[率数量额])")
_PLACES = re.compile("(?:省市自治区|省区市|省市区?|省份|区县|县市)(?!长|场|区|域)")


def _placed(text: str, start: int, end: int, terms: Spans) -> Phrase | None:
    """9个|省市|粗钢产量, 16个|省份|接待游客总量: places before a thing or a statistic of theirs."""
    place = _PLACES.match(text, start, end)
    if place is None or not any(first == place.end() for first, _ in terms):
        return None
    return Phrase(start, place.end(), place.group())


def _done(text: str, start: int, end: int) -> Phrase | None:
    """开发了上千个|应用，: what the dictionary has as a verb, where its clause ends with it."""
    done = _DONE.match(text, start, end) if text[max(0, start - 2) : start] != "元的" else None  # 150万元的跨越
    if done is None or text[done.end() : done.end() + 1].strip("，。；、！？：:）)”中后\n "):
        return None
    return Phrase(start, done.end(), done.group())


def _names_only(words: list[Word]) -> bool:
    """Whether a list is of things: 论坛、博客, not 组织、领导、参加."""
    return not any(w.tag in ("v", "p", "vi") and not w.is_term and not AS_NOUN.fullmatch(w.text) for w in words)


def _without_output(words: list[Word], size: int, stops: Spans) -> int:
    """How many words the things take before a statistic of theirs: 54个|国家高新区|工业增加值."""
    if size < 2 or words[size - 1].text not in _OUTPUT:
        return size
    return size - 1 if any(first <= words[size - 1].end < last for first, last in stops) else size


_PERSON_WHO: Final = Sieved("人(?=[有在是会能可不表认觉说患对把将从没](?!机|工智))")  # 近三成的|人|有睡眠问题
_DONE: Final = Sieved(
    "新?(?:应用|整治|尝试|探索|突破|实践|修改|调整|变化|转变|创新|改进|跨越|选择|承诺|约定|表现|体现|倾向|提议|判决)"
    "|(?:集中)?宣讲|(?:互动|座谈)?交流|访谈|讨论|会晤|和谈|演讲|投票|巡视|审读|轰炸|攻击|打击|比拼|挑衅"
)  # 开发了上千个|应用
_AMONG: Final = Sieved("(省|州|市|县|国|村)(?:中(?!心)|里(?!的)|当中)|([大小分单]项)(?!目)")
_NIGHTS: Final = Sieved("(?:日夜|昼夜|夜晚|春秋|寒暑)(?![一-鿿]{0,2}[的之班间])")
_AMONG_FIRMS: Final = Sieved("(?:[央国民]企|公司|银行|股)中$")  # 274家|沪市央企|中
_MEAN: Final = Sieved("(?:[年月日人户]均|平均)$")  # 200多户|农户|年均增收
_WHEN = re.compile("[一-鿿][工民生人员众者客]时")  # 驱赶数千名矿工|时
_EXAMPLES = re.compile("[^“”《》]{2,20}、?[^、]{2,12}等(?=[一-鿿]{2,12}$)")
_ADVERB: Final = Sieved(
    "(?<![中公总一国])共(?=接待|完成|实现|建成|建立|设立|投入|生产|销售|收到|有(?!制)|计|安置|签[约订署]|举办|开展|选出|查[处获]|发放|吸引|获|创|销|募)"
)


def _headed(text: str, start: int, end: int, ruled: bool) -> tuple[int, int]:
    """The head of a phrase that opens with examples: 礼金和有价证券等|问题; quotation marks that pair.

    What is asked of things that are ``ruled`` by a preposition is no part of them: 对7万家|规模以上企业|调查.
    """
    end -= 2 * (ruled and _ASKED.search(text, start + 2, end) is not None)
    examples = _EXAMPLES.match(text, start, end)
    if examples is not None:
        start = examples.end()
    end -= 2 * (_MEAN.search(text, start + 2, end) is not None)
    if _WHEN.search(text, end - 3, end) or _AMONG_FIRMS.search(text, start + 2, end):
        end -= 1
    adverb = _ADVERB.search(text, start + 2, end + 2)
    end = adverb.start() if adverb and adverb.start() < end else end
    if text[start:end].count("”") > text[start:end].count("“") and text[start - 1 : start] == "“":
        start -= 1
    return start, end


def _quoted(words: list[Word]) -> int:
    """How many words a quotation takes that opens the phrase: “337调查”."""
    if not words or words[0].text not in ("“", "《"):
        return 0
    closing = "”" if words[0].text == "“" else "》"
    return next((number + 1 for number, word in enumerate(words) if word.text == closing), 0)


def _is_no_noun(text: str, word: Word, end: int) -> bool:
    """一项|最新|研究表明, 由142户|调整到129户: a word that is no noun alone."""
    if word.tag == "a" and _MANNER.fullmatch(word.text):
        return True  # 2名|成功|升井
    return word.tag == "d" or (word.tag in _VERBAL and _VERBAL_NOUN.match(text, word.end, end) is not None)


_MANNER: Final = Sieved("成功|顺利|安全|平安|及时|迅速|积极|主动")


def _is_bare_verb(word: Word) -> bool:
    if LONE.fullmatch(word.text):
        return False
    return word.tag in ("v", "vd", "vi") and not word.is_term and not AS_NOUN.fullmatch(word.text)


def after_numbers(markup: Markup, number: NumberMention) -> int:
    """Where the noun may stand that several counts share: 5万多种|15万册|图书, 54户|130名|贫困人口."""
    end = number.outer_end
    for other in markup.numbers:
        if number.rule == "shared_unit" and markup.text[end : end + 1] in ("、", "和") and other.start == end + 1:
            end = other.outer_end  # 5、7、6家|企业
        if other.start == end and other.dimension == "count" and other.unit is not None:
            end = other.outer_end
    return end
