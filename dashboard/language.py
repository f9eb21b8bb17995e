"""Every word the page shows, in Chinese and in English; names of columns and codes come from the schema."""

from __future__ import annotations

from enum import StrEnum

from dashboard.words import ALL
from etl.schema import BY_NAME, CODES


class Language(StrEnum):
    """The languages of the page, Chinese first."""

    ZH = "zh"
    EN = "en"

    @property
    def tag(self) -> str:
        """The BCP 47 tag of the page's language."""
        return "zh-CN" if self is Language.ZH else "en"


TEXTS = ALL
"""Key -> (Chinese, English); braces hold values."""


def text(language: Language, key: str, **values: object) -> str:
    """The page's words for ``key`` in the language, with the values filled in."""
    return TEXTS[key][language is Language.EN].format(**values) if values else TEXTS[key][language is Language.EN]


def column_label(language: Language, column: str) -> str:
    """The schema's name of a column, as a heading has it."""
    english = BY_NAME[column].label_en
    return english[:1].upper() + english[1:] if language is Language.EN else BY_NAME[column].label_zh


def code_label(language: Language, column: str, code: str | None) -> str:
    """The schema's name of a code of a column; empty for None, the code itself if the schema has none."""
    if code is None:
        return ""
    return CODES[column].get(code, (code, code))[language is Language.EN]


def full_label(language: Language, indicator: str, measure: str, comparison: str | None) -> str:
    """Indicator and kind of figure in one: 利润总额同比增速; in English with a space between them."""
    between = " " if language is Language.EN else ""
    return f"{indicator}{between}{figure_label(language, measure, comparison)}"


def figure_label(language: Language, measure: str, comparison: str | None) -> str:
    """What kind of figure: 同比增速, 环比增速, 占比 ...; in English ``year-on-year growth``."""
    kind = code_label(language, "measure", measure)
    against = code_label(language, "comparison", comparison)
    if language is Language.EN:
        return f"{kind}, {against}" if against else kind
    return against + kind
