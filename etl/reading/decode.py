"""Bytes become text: strict decoding, never a guess that loses a character."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from etl.reading.error import ReadingError

#: Bytes. The largest daily newspaper's text of a day is below 1 MB; what is larger is an archive or no text.
SIZE_LIMIT = 20 * 1024 * 1024

_SAMPLE = 20_000  # characters that the plausibility of a GB18030 reading is judged by
_PLAUSIBLE = 0.85  # share of common characters: real newspapers have more than 0.97, other encodings under 0.6
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins with the mark of UTF-16 LE: asked first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_REMEDY = "请另存为 UTF-8 文本"


def _common_characters() -> frozenset[str]:
    """The symbols (rows 1-3) and the 3,755 everyday characters (rows 16-55) of GB/T 2312."""
    cells = (bytes((row, cell)) for row in (*range(0xA1, 0xA4), *range(0xB0, 0xD8)) for cell in range(0xA1, 0xFF))
    return frozenset("".join(cell.decode("gb2312", errors="ignore") for cell in cells))


_COMMON = _common_characters()


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a document, without its byte order mark, and the name of its encoding."""

    text: str
    encoding: str


def decode(data: bytes, source_uri: str) -> Decoded:
    """The decoded text; every character of the source in place, line endings as they are.

    A byte order mark decides; without one UTF-8 is tried strictly, then GB18030 strictly, and the
    latter is believed only when the characters are such as newspapers print.
    Raises ReadingError for an empty file, for what is not text, and for an unknown encoding.
    """
    if not data:
        raise ReadingError(
            source_uri, "第1字节", "文件为空", "请检查来源", "byte 1: the file is empty; check its origin"
        )
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data, encoding, source_uri), encoding, source_uri)
    if 0 in data:
        place = data.index(0) + 1
        raise ReadingError(
            source_uri,
            f"第{place}字节",
            "不是文本（空字符）",
            _REMEDY,
            f"byte {place}: NUL, not a text; save it as UTF-8 text",
        )
    try:
        return _checked(data.decode("utf-8"), "utf-8", source_uri)
    except UnicodeDecodeError as error:
        return _gb18030(data, source_uri, error.start + 1)


def _strictly(data: bytes, encoding: str, source_uri: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        place = error.start + 1
        raise ReadingError(
            source_uri,
            f"第{place}字节",
            f"不合 {encoding} 编码",
            _REMEDY,
            f"byte {place}: not valid {encoding}; save it as UTF-8 text",
        ) from error


def _gb18030(data: bytes, source_uri: str, place: int) -> Decoded:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        text, place = "", max(place, error.start + 1)
    if not _is_plausible(text):
        raise ReadingError(
            source_uri,
            f"第{place}字节",
            "编码不明（非 UTF-8、GB18030）",
            _REMEDY,
            f"byte {place}: unknown encoding (neither UTF-8 nor GB18030); save it as UTF-8 text",
        )
    return _checked(text, "gb18030", source_uri)


def _is_plausible(text: str) -> bool:
    foreign = [character for character in text[:_SAMPLE] if character > "\x7f"]
    return bool(foreign) and sum(map(_COMMON.__contains__, foreign)) >= _PLAUSIBLE * len(foreign)


def _checked(text: str, encoding: str, source_uri: str) -> Decoded:
    """Refuses what decodes but is no text: control characters, or nothing but white space."""
    if not text.strip("\ufeff\u200b \t\r\n\v\f\u3000\xa0"):
        raise ReadingError(source_uri, "全文", "没有文字", "请检查来源", "whole file: no text in it; check its origin")
    controls = len(_CONTROL.findall(text))
    if controls * 1000 > len(text):
        raise ReadingError(
            source_uri,
            "全文",
            f"不是文本（{controls} 个控制字符）",
            _REMEDY,
            f"whole file: {controls} control characters, not a text; save it as UTF-8 text",
        )
    return Decoded(text, encoding)
