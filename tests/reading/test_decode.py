from __future__ import annotations

import pytest

from etl.reading.decode import decode
from etl.reading.error import ReadingError

TEXT = "样例报\r\n\r\n2025年7月1日\n规模以上工业企业利润同比增长1.1%，比上月加快。\n"


@pytest.mark.parametrize(
    ("codec", "recorded"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
    ],
)
def test_every_encoding_gives_the_same_text_with_its_line_ends(codec: str, recorded: str) -> None:
    decoded = decode(TEXT.encode(codec), "样例.txt")
    assert decoded.text == TEXT
    assert decoded.encoding == recorded


def test_utf_16_of_both_byte_orders() -> None:
    assert decode(b"\xff\xfe" + TEXT.encode("utf-16-le"), "x").text == TEXT
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "x").text == TEXT


TRADITIONAL = "樣例報\r\n\r\n2025年7月1日\n規模以上工業企業利潤較上年同期增長1.1%，比上月加快。\n"


@pytest.mark.parametrize(
    ("codec", "recorded"),
    [("big5", "big5hkscs"), ("gb18030", "gb18030"), ("utf-16-le", "utf-16-le"), ("utf-8", "utf-8")],
)
def test_traditional_text(codec: str, recorded: str) -> None:
    decoded = decode(TRADITIONAL.encode(codec), "樣例.txt")
    assert (decoded.text, decoded.encoding) == (TRADITIONAL, recorded)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "文件为空"),
        (b" \r\n\t ", "没有文字"),
        ("工业".encode() + b"\x00\x01\x02", "空字符"),
        (bytes(range(1, 32)) * 40, "控制字符"),
        ("経済成長率はみっつ".encode("shift_jis") * 20, "编码不明"),
        ("Économie française à l'été".encode("latin-1"), "编码不明"),
        ("工业增加值".encode()[:-1] + b"\n" + TEXT.encode(), "编码不明"),
        (b"\xef\xbb\xbf\xff\xfe\xfd", "utf-8-sig"),
        (b"\xff\xfea", "utf-16"),
    ],
)
def test_what_is_no_text_is_refused_with_place_and_remedy(data: bytes, problem: str) -> None:
    with pytest.raises(ReadingError) as refused:
        decode(data, "坏文件.txt")
    assert problem in refused.value.problem
    line = str(refused.value)
    assert line.startswith(f"坏文件.txt: {refused.value.place}：")
    assert refused.value.remedy in line
    assert refused.value.english in line
    assert "\n" not in line
