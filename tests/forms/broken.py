"""An invented issue in which the layout breaks twelve sentences: in a number, a date, a word, a quotation."""

from __future__ import annotations

from tests.forms.sheet import Sheet, SheetArticle

BREAKS = (
    (
        "从营业收入扣减营业成本计算的毛利润看，规模以上工业企业毛利润同比",
        "增长1.1%，拉动全部规模以上工业企业利润增长3.0个百分点。",
    ),
    ("到2030年，样例省工业绿色低碳标准体系更加健全，标准化对工业绿色低碳发展支撑作用更", "加显著。"),
    ("前5个月，样例省规模以上工业增加值同比增长6.", "8%，增速比前4个月加快0.2个百分点。"),
    ("截至5月", "31日，样例市新登记经营主体4.2万户，同比增长5.6%。"),
    ("全省共有四", "百家企业通过评审，占申报企业的35%。"),
    ("企业负责人说：“今年订单比去年多三成，产线一直", "满负荷运转。”"),
    ("样例集团（总部位于样例市，员工1.2", "万人）上半年营业收入达86.4亿元。"),
    ("装备制造业增加值增长9.7%，高技术制造业增加值增长11.3%，分别高于全部工业2.9个和4.5个百分", "点。"),
    ("1—5月，全省实现利润总额1204.", "3亿元，同比下降2.1%。"),
    ("其中，电子、电气机械、通用设备三个行业利润分别增长11.9%、", "11.6%和10.6%。"),
    ("项目建成后，年产能将由目前的30万台提高到120", "万台，带动上下游企业60多家。"),
    ("业内人士认为，未来三年绿色制造咨询市场年均增长将超过15%，到2027年市场规模有", "望突破500亿元。"),
)

_HEADS = ("前5个月工业利润结构改善", "标准体系建设提速", "样例市经营主体活力增强")


def broken_sheet() -> Sheet:
    """The issue: three articles with four broken paragraphs each, all of them long enough for three columns."""
    masthead = ["样例工业报", "样例工业报社出版", "2025年7月3日", "星期四", "今日8版", "第27期(总第927期)", "软件示例"]
    sheet = Sheet("样例工业报", "2025-07-03", masthead)
    for number, head in enumerate(_HEADS):
        pieces = list(BREAKS[4 * number : 4 * number + 4])
        opening = ("本报讯 " + pieces[0][0], pieces[0][1])
        sheet.articles.append(SheetArticle([head], None, [opening, *pieces[1:]]))
    return sheet


def whole_sentences() -> list[str]:
    """The sentences as they must be read, without spaces."""
    return ["".join(pieces) for pieces in BREAKS]
