"""Numerals come back exactly: a renderer of our own, and cn2an, as independent oracles."""

from __future__ import annotations

from decimal import Decimal

import cn2an
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from etl.mention.number import find_numbers
from etl.mention.numeral import fold_characters, read_numeral

DIGITS = "零一二三四五六七八九"
FINANCIAL = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "十", "百", "千")


def section(number: int) -> str:
    """A number from 1 to 9999 as Chinese writes it inside a larger one (一百零五, 一十)."""
    text, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + PLACES[place]
            gap = False
        else:
            gap = bool(text)
    return text


def chinese(number: int) -> str:
    """A number from 0 to 10**16 - 1 in Chinese numerals."""
    if number < 10**4:
        return section(number) or "零"
    size, name = (10**8, "亿") if number >= 10**8 else (10**4, "万")
    high, low = divmod(number, size)
    gap = "零" if low and low < size // 10 else ""
    return chinese(high) + name + gap + (chinese(low) if low else "")


def value(text: str) -> Decimal:
    numeral = read_numeral(fold_characters(text))
    assert numeral is not None, text
    assert numeral.high is None
    return numeral.value


@given(st.integers(0, 10**16 - 1))
def test_chinese_integers_come_back(number: int) -> None:
    assert value(chinese(number)) == number


@given(st.integers(0, 10**16 - 1))
def test_financial_integers_come_back(number: int) -> None:
    financial = str.maketrans(DIGITS + "十百千", FINANCIAL + "拾佰仟")
    assert value(chinese(number).translate(financial)) == number


@given(st.integers(1, 10**12))
def test_cn2an_renders_what_is_read(number: int) -> None:
    assert value(cn2an.an2cn(number, "low")) == number


@given(st.integers(0, 9999), st.text("0123456789", min_size=1, max_size=9), st.sampled_from(["", "万", "亿", "万亿"]))
def test_chinese_decimals_come_back(whole: int, fraction: str, magnitude: str) -> None:
    size = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[magnitude]
    text = f"{chinese(whole)}点{''.join(DIGITS[int(digit)] for digit in fraction)}{magnitude}"
    assert value(text) == Decimal(f"{whole}.{fraction}") * size


@example(Decimal("0.0000"), "万亿", False, False)
@given(st.decimals(0, 10**9, places=4), st.sampled_from(["", "万", "亿", "万亿"]), st.booleans(), st.booleans())
def test_arabic_numerals_come_back(number: Decimal, magnitude: str, grouped: bool, full_width: bool) -> None:
    size = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[magnitude]
    text = f"{number:,.4f}" if grouped else f"{number:.4f}"
    if full_width:
        text = text.translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))
    (mention,) = find_numbers(f"收入{text}{magnitude}元，")
    assert (mention.value, mention.unit, mention.text) == (number * size, "元", f"{text}{magnitude}元")


@given(
    st.text(
        "零一二两三四五六七八九十百千万亿0123456789.,点几数多余来第前至到-—%元个年 米瓦分之上翻番成折半首位",
        max_size=24,
    )
)
def test_mentions_are_slices_of_the_text_in_order(text: str) -> None:
    end = 0
    for mention in find_numbers(text):
        assert mention.text == text[mention.start : mention.end]
        assert end <= mention.start < mention.end <= len(text)
        assert mention.outer_start <= mention.start
        assert mention.end <= mention.outer_end
        assert mention.value_high is None or mention.value <= mention.value_high
        end = mention.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一万五千亿", "1500000000000"),
        ("2亿6300万", "263000000"),
        ("63万6463亿", "63646300000000"),
        ("1,100万", "11000000"),
        ("二点五", "2.5"),
        ("廿二", "22"),
        ("一万三", "13000"),
        ("一百零五", "105"),
        ("伍佰參拾肆萬", "5340000"),
        ("一万万", "100000000"),
        ("二十万亿", "20000000000000"),
    ],
)
def test_mixed_numerals(text: str, expected: str) -> None:
    assert value(text) == Decimal(expected)


@pytest.mark.parametrize(
    ("text", "expected", "hint"),
    [
        ("数千", "1000", "about"),
        ("几十", "10", "about"),
        ("几十亿", "10000000000", "about"),
        ("上百", "100", "about"),
        ("十几亿", "1000000000", "about"),
        ("1800多亿", "180000000000", "more_than"),
    ],
)
def test_vague_numerals_have_their_order_of_magnitude(text: str, expected: str, hint: str) -> None:
    numeral = read_numeral(text)
    assert numeral is not None
    assert (numeral.value, numeral.hint) == (Decimal(expected), hint)


@pytest.mark.parametrize("text", ["十一五", "三千千", "九点三十", "百万千", "", "几", "数", "万亿亿"])
def test_what_is_no_numeral_is_refused(text: str) -> None:
    assert read_numeral(text) is None
