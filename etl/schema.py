"""The claims table: its columns, their Chinese and English descriptions, units and code lists.

This module is the one place that says what a column is. The store writes it into every Parquet
file, the dashboard takes its labels and choices from it, the README's table is tested against it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import pyarrow as pa

CODES: dict[str, dict[str, tuple[str, str]]] = {
    "bound": {
        "exact": ("等于", "exact"),
        "about": ("约", "about"),
        "more_than": ("超过", "more than"),
        "at_least": ("不低于", "at least"),
        "less_than": ("不足", "less than"),
        "at_most": ("不超过", "at most"),
        "range": ("区间", "range"),
    },
    "measure": {
        "level": ("水平", "level"),
        "growth": ("增速", "growth"),
        "change": ("增减量", "change"),
        "contribution": ("贡献", "contribution"),
        "share": ("占比", "share"),
        "gap": ("差距", "gap"),
        "ratio": ("倍数", "ratio"),
        "rank": ("位次", "rank"),
    },
    "comparison": {
        "yoy": ("同比", "year on year"),
        "previous_period": ("环比", "on the previous period"),
        "base_period": ("较指定时期", "on a named period"),
        "peer": ("与他者相比", "against another subject"),
    },
    "period_kind": {
        "month": ("月", "month"),
        "quarter": ("季度", "quarter"),
        "half_year": ("半年", "half year"),
        "year": ("年", "year"),
        "ytd": ("年初累计", "year to date"),
        "day": ("日", "day"),
        "instant": ("时点", "instant"),
        "span": ("时段", "span"),
    },
    "status": {
        "actual": ("实际", "actual"),
        "target": ("目标", "target"),
        "forecast": ("预测", "forecast"),
    },
    "kind": {
        "economic": ("经济", "economic"),
        "technical": ("技术", "technical"),
        "other": ("其他", "other"),
    },
}
"""Code lists: column -> code -> (Chinese label, English label)."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: Arrow type, Chinese and English label and description, unit, code list, nullability."""

    name: str
    type: pa.DataType
    label_zh: str
    label_en: str
    description_zh: str
    description_en: str
    unit: str = ""
    nullable: bool = True

    @property
    def codes(self) -> dict[str, tuple[str, str]]:
        """The codes a cell may hold, each with its Chinese and English label; empty if free."""
        return CODES.get(self.name, {})


_TEXT, _DAY, _INT, _NUMBER = pa.string(), pa.date32(), pa.int32(), pa.float64()

COLUMNS: tuple[Column, ...] = (
    Column(
        "claim_id",
        _TEXT,
        "编号",
        "claim",
        "同一来源每次抽取都相同的编号",
        "The same for the same claim at every extraction of the same source",
        nullable=False,
    ),
    Column(
        "issue_id",
        _TEXT,
        "期次",
        "issue",
        "报纸名加出版日期，同日多期再加序号",
        "Publication and date of issue",
        nullable=False,
    ),
    Column("publication", _TEXT, "报纸", "publication", "报纸名称", "Name of the newspaper", nullable=False),
    Column("issue_date", _DAY, "出版日期", "issue date", "出版日期", "Day of issue", nullable=False),
    Column("issue_number", _INT, "期号", "issue number", "年内期号", "Number of the issue within its year"),
    Column("cumulative_number", _INT, "总期号", "cumulative number", "总期号", "Number of the issue since the first"),
    Column("page", _INT, "版次", "page", "所在版面", "Page of the issue"),
    Column("article_id", _TEXT, "文章编号", "article", "文章编号", "The article", nullable=False),
    Column("article_title", _TEXT, "文章标题", "article title", "文章标题", "Headline of the article"),
    Column(
        "attribution",
        _TEXT,
        "消息来源",
        "attribution",
        "句中点明的数据来源",
        "The source that the sentence itself names",
    ),
    Column("sentence_id", _TEXT, "句子编号", "sentence id", "句子编号", "The sentence", nullable=False),
    Column(
        "sentence",
        _TEXT,
        "原句",
        "sentence",
        "完整的原句，排版断开处已接好",
        "The sentence whole, rejoined where the layout broke it",
        nullable=False,
    ),
    Column(
        "span_start",
        _INT,
        "句内起",
        "span start",
        "数字在句中的起点",
        "Where the number begins in the sentence",
        "characters",
        nullable=False,
    ),
    Column(
        "span_end",
        _INT,
        "句内止",
        "span end",
        "数字在句中的终点（不含）",
        "Where it ends, exclusive",
        "characters",
        nullable=False,
    ),
    Column(
        "value_text",
        _TEXT,
        "原文数字",
        "printed number",
        "数字连同单位，照原文，不含“超”“约”等词",
        "The number and its unit as printed, without bound words",
        nullable=False,
    ),
    Column(
        "value",
        _NUMBER,
        "数值",
        "value",
        "以“单位”计的数值，数量级与正负号已计入；区间取下端",
        "The number in `unit`, magnitude and sign applied; the lower end of a range",
        "unit",
        nullable=False,
    ),
    Column("value_high", _NUMBER, "上端", "upper value", "区间的上端", "The upper end of a range", "unit"),
    Column(
        "bound",
        _TEXT,
        "界限",
        "bound",
        "等于、约、超过、不低于、不足、不超过或区间",
        "Exact, about, more than, at least, less than, at most or a range",
        nullable=False,
    ),
    Column(
        "unit",
        _TEXT,
        "单位",
        "unit",
        "规范单位，不含万、亿等数量级",
        "Canonical unit, without magnitude",
        nullable=False,
    ),
    Column(
        "measure",
        _TEXT,
        "数字性质",
        "measure",
        "数字是水平、增速、增减量、贡献、占比、差距、倍数还是位次",
        "What kind of figure the number is",
        nullable=False,
    ),
    Column("comparison", _TEXT, "比较", "comparison", "与什么相比", "Against what"),
    Column("base_start", _DAY, "基期起", "base start", "比较基期首日", "First day of the period compared with"),
    Column("base_end", _DAY, "基期止", "base end", "比较基期末日", "Last day of the period compared with"),
    Column("base_text", _TEXT, "基准", "base", "比较对象，照原文", "What it is compared with, as printed"),
    Column("kind", _TEXT, "类别", "kind", "经济、技术或其他", "Economic, technical or other", nullable=False),
    Column("indicator", _TEXT, "指标", "indicator", "统计指标的规范名称", "Canonical name of the statistic"),
    Column("indicator_text", _TEXT, "指标原文", "printed indicator", "指标，照原文", "The statistic as printed"),
    Column("subject", _TEXT, "主体", "subject", "数字属于谁，照原文", "Whose figure it is, as printed"),
    Column(
        "sector",
        _TEXT,
        "行业",
        "sector",
        "主体所属行业：国民经济行业分类或统计汇总类别",
        "Industry of GB/T 4754-2017 or statistical aggregate of the subject",
    ),
    Column(
        "classes",
        pa.list_(_TEXT),
        "企业类型",
        "classes",
        "主体中的企业类型",
        "Enterprise classes in the subject",
        nullable=False,
    ),
    Column("region", _TEXT, "地区", "region", "数字所说的地方", "The place the figure is about"),
    Column("period_start", _DAY, "时期起", "period start", "时期首日", "First day of the period"),
    Column("period_end", _DAY, "时期止", "period end", "时期末日", "Last day of the period, inclusive"),
    Column(
        "period_kind",
        _TEXT,
        "时期类型",
        "period kind",
        "月、季度、年初累计、时点等",
        "Month, quarter, year to date, instant ...",
    ),
    Column("period_text", _TEXT, "时期原文", "printed period", "时期，照原文", "The period as printed"),
    Column("status", _TEXT, "状态", "status", "实际、目标或预测", "Actual, target or forecast", nullable=False),
    Column("source_uri", _TEXT, "来源", "source", "来源文件", "The source document", nullable=False),
    Column(
        "source_start",
        _INT,
        "来源起",
        "source start",
        "数字在来源解码文本中的起点",
        "Where the number begins in the decoded source",
        "characters",
        nullable=False,
    ),
    Column(
        "source_end",
        _INT,
        "来源止",
        "source end",
        "数字在来源解码文本中的终点（不含）",
        "Where it ends, exclusive",
        "characters",
        nullable=False,
    ),
    Column("rule", _TEXT, "规则", "rule", "读出此数的语法规则", "The grammar rules that read it", nullable=False),
    Column(
        "confidence",
        _NUMBER,
        "可信度",
        "confidence",
        "0到1，0.9即十有九对",
        "0 to 1: of the rows at 0.9, nine in ten are right",
        nullable=False,
    ),
)
"""Every column of the claims table, in order."""

BY_NAME: dict[str, Column] = {column.name: column for column in COLUMNS}


def described(column: Column) -> pa.Field[pa.DataType]:
    """The column as an Arrow field, its description in the metadata."""
    codes = {code: {"zh": zh, "en": en} for code, (zh, en) in column.codes.items()}
    names = ("label_zh", "label_en", "description_zh", "description_en", "unit")
    metadata = {name: getattr(column, name) for name in names}
    metadata["codes"] = json.dumps(codes, ensure_ascii=False) if codes else ""
    return pa.field(column.name, column.type, nullable=column.nullable, metadata=metadata)


CLAIMS: pa.Schema = pa.schema([described(column) for column in COLUMNS])
"""The Arrow schema of the claims table; each field's metadata holds its description, unit and codes."""

# --------------------------------------------------------------------------- the tables beside it

_OFFSETS = pa.list_(_INT)
_ISSUE_KEY = tuple(BY_NAME[name] for name in ("issue_id", "publication", "issue_date"))

SENTENCE_COLUMNS: tuple[Column, ...] = (
    *_ISSUE_KEY,
    *(BY_NAME[name] for name in ("page", "article_id", "article_title", "sentence_id")),
    Column(
        "ordinal", _INT, "句序", "ordinal", "句子在文章中的次序", "Place of the sentence in the article", nullable=False
    ),
    Column(
        "paragraph", _INT, "段序", "paragraph", "所在段落，标题为-1", "Its paragraph; -1 for a headline", nullable=False
    ),
    Column(
        "role", _TEXT, "角色", "role", "标题、小标题、导语或正文", "headline, subhead, lead or body", nullable=False
    ),
    BY_NAME["sentence"],
    Column(
        "text_starts",
        _OFFSETS,
        "句内断点",
        "run starts",
        "各连续段在句中的起点",
        "Where each run begins in the sentence",
        "characters",
        nullable=False,
    ),
    Column(
        "source_starts",
        _OFFSETS,
        "来源断点",
        "source run starts",
        "各连续段在来源中的起点",
        "Where each run begins in the decoded source",
        "characters",
        nullable=False,
    ),
)
"""Every sentence of every issue, with or without a number: the context of a claim."""

ISSUE_COLUMNS: tuple[Column, ...] = (
    *_ISSUE_KEY,
    Column("weekday", _TEXT, "星期", "weekday", "报头所印星期", "Day of the week as printed"),
    *(BY_NAME[name] for name in ("issue_number", "cumulative_number")),
    Column("pages", _INT, "版数", "pages", "报头所印版数", "Number of pages as printed"),
    BY_NAME["source_uri"],
    Column(
        "origin",
        _TEXT,
        "出处",
        "origin",
        "来源文件所在的文件夹",
        "The folder that the source came from",
        nullable=False,
    ),
    Column(
        "encoding", _TEXT, "编码", "encoding", "来源文件的字符编码", "Character encoding of the source", nullable=False
    ),
    Column(
        "sha256", _TEXT, "字节摘要", "SHA-256", "来源字节的SHA-256", "SHA-256 of the source's bytes", nullable=False
    ),
    Column(
        "text_sha256",
        _TEXT,
        "文本摘要",
        "text SHA-256",
        "解码文本（UTF-8）的SHA-256",
        "SHA-256 of the decoded text as UTF-8",
        nullable=False,
    ),
    Column("form", _TEXT, "形式", "form", "来源的形式", "Form of the source: text, pdf, scan, epaper, html, docx"),
    Column(
        "places_sha256", _TEXT, "位置摘要", "places SHA-256", "各字位置的SHA-256", "SHA-256 of the characters' places"
    ),
    Column(
        "extractor_version",
        _TEXT,
        "抽取版本",
        "extractor",
        "抽取程序的版本",
        "Version of the extractor",
        nullable=False,
    ),
    Column(
        "characters",
        _INT,
        "字数",
        "characters",
        "解码文本的字符数",
        "Length of the decoded text",
        "characters",
        nullable=False,
    ),
    Column("articles", _INT, "文章数", "articles", "文章篇数", "Number of articles", nullable=False),
    Column("sentences", _INT, "句数", "sentences", "句子数", "Number of sentences", nullable=False),
    Column("claims", _INT, "数字数", "claims", "抽取的数字个数", "Number of claims", nullable=False),
)
"""One row an issue: what its masthead says and where it came from."""

SENTENCES: pa.Schema = pa.schema([described(column) for column in SENTENCE_COLUMNS])
"""The Arrow schema of the sentences table."""

ISSUES: pa.Schema = pa.schema([described(column) for column in ISSUE_COLUMNS])
"""The Arrow schema of the issues table."""
