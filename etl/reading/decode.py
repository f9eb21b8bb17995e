"""Bytes become text: strict decoding, never a guess that loses a character."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from etl.reading.error import ReadingError
from etl.reading.limit import refuse_size

#: Bytes. The largest daily newspaper's text of a day is below 1 MB; what is larger is an archive or no text.
SIZE_LIMIT = 20 * 1024 * 1024

_SAMPLE = 20_000  # characters that the plausibility of a reading is judged by
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


def _rows(codec: str, rows: tuple[range, ...], cells: tuple[range, ...]) -> frozenset[str]:
    pairs = (bytes((row, cell)) for each in rows for row in each for span in cells for cell in span)
    return frozenset("".join(pair.decode(codec, errors="ignore") for pair in pairs))


#: The symbols (rows 1-3) and the 3,755 everyday characters (rows 16-55) of GB/T 2312.
_SIMPLIFIED = _rows("gb2312", (range(0xA1, 0xA4), range(0xB0, 0xD8)), (range(0xA1, 0xFF),))
#: The symbols and the 5,401 everyday characters of Big5.
_TRADITIONAL = _rows("big5", (range(0xA1, 0xC7),), (range(0x40, 0x7F), range(0xA1, 0xFF)))
#: Either, for encodings of both scripts.
_EITHER = _SIMPLIFIED | _TRADITIONAL
_CANDIDATES = (("gb18030", _SIMPLIFIED), ("big5hkscs", _TRADITIONAL), ("gb18030", _EITHER))
_WIDE = (("utf-16-le", 1), ("utf-16-be", 0))  # and at which byte of a pair the zeros of ASCII stand


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a document, without its byte order mark, and the name of its encoding."""

    text: str
    encoding: str


def decode(data: bytes, source_uri: str) -> Decoded:
    """The decoded text; every character of the source in place, line endings as they are.

    A byte order mark decides; without one UTF-8 is tried strictly, then GB18030 and Big5 strictly, and
    these are believed only when the characters are such as newspapers print. UTF-16 without a mark is known
    by the zero bytes of its figures and line ends.
    Raises ReadingError for an empty file, for what is not text, and for an unknown encoding.
    """
    refuse_size(len(data), SIZE_LIMIT, source_uri)
    if not data:
        raise ReadingError(
            source_uri, "第1字节", "文件为空", "请检查来源", "byte 1: the file is empty; check its origin"
        )
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data, encoding, source_uri), encoding, source_uri)
    if 0 in data:
        return _without_mark(data, source_uri)
    try:
        return _checked(data.decode("utf-8"), "utf-8", source_uri)
    except UnicodeDecodeError as error:
        return _national(data, source_uri, error.start + 1)


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


def _without_mark(data: bytes, source_uri: str) -> Decoded:
    for encoding, place in _WIDE:
        if len(data) % 2 == 0 and 0 not in data[1 - place :: 2]:
            text = _decoded(data, encoding)
            if _share(text, _EITHER) >= _PLAUSIBLE:
                return _checked(text, encoding, source_uri)
    place = data.index(0) + 1
    raise ReadingError(
        source_uri,
        f"第{place}字节",
        "不是文本（空字符）",
        _REMEDY,
        f"byte {place}: NUL, not a text; save it as UTF-8 text",
    )


def _national(data: bytes, source_uri: str, place: int) -> Decoded:
    readings = [
        (encoding, text, _share(text, common)) for encoding, common in _CANDIDATES if (text := _decoded(data, encoding))
    ]
    best = max(readings, key=lambda reading: reading[2], default=None)
    if best is None or best[2] < _PLAUSIBLE:
        raise ReadingError(
            source_uri,
            f"第{place}字节",
            "编码不明（非 UTF-8、UTF-16、GB18030、Big5）",
            _REMEDY,
            f"byte {place}: unknown encoding (neither UTF-8, UTF-16, GB18030 nor Big5); save it as UTF-8 text",
        )
    return _checked(best[1], best[0], source_uri)


def _decoded(data: bytes, encoding: str) -> str:
    """The text, or nothing where the bytes are not valid."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _share(text: str, common: frozenset[str]) -> float:
    foreign = [character for character in text[:_SAMPLE] if character > "\x7f"]
    return sum(map(common.__contains__, foreign)) / len(foreign) if foreign else 0.0


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
