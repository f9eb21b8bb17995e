"""Hostile documents are stopped and named; the next document is read by a healthy worker."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

import docx
import pytest

from etl.isolation import Worker
from etl.reading import ReadingError, read_isolated
from etl.reading.bundle import Fetched, write_bundle

GOOD = "样例报\n\n2025年7月1日\n\n标题\n\n本报讯 增长1.1%。\n".encode()
_W = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'


def pdf_bomb(size: int) -> bytes:
    """A PDF file of less than 2 KB whose page is ``size`` bytes of spaces, packed twice."""
    packed = zlib.compress(_packed_spaces(size), 9)
    stream = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n" % len(packed) + packed + b"\nendstream"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
        stream,
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    tail = b"trailer<</Size 5/Root 1 0 R>>startxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 5\n0000000000 65535 f \n" + table + tail


def _packed_spaces(size: int) -> bytes:
    """So many spaces as zlib packs them, made of one packed megabyte again and again."""
    packer, megabyte = zlib.compressobj(9), b" " * 1_000_000
    first, again = (packer.compress(megabyte) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return first + again * (size // len(megabyte) - 1)


def docx_with(xml: str) -> bytes:
    """A Word document whose main part is ``xml``."""
    whole, made = io.BytesIO(), io.BytesIO()
    docx.Document().save(whole)
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, xml if name == "word/document.xml" else source.read(name))
    return made.getvalue()


def zip_with(name: str, size: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr(name, b" " * size)
    return made.getvalue()


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as each:
        each.call(len, b"")
        yield each


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: pdf_bomb(1_500_000_000), "解析被中止|所需内存|没有文字"),
        (lambda: b"%PDF-1.7\n" + b"\xff" * 1000, "不是完好的 PDF"),
        (lambda: ("<html><body><p " + " ".join(f"a{n}=1" for n in range(300_000)) + ">工业").encode(), "解析被中止"),
        (lambda: ("<html><body>" + "<div>" * 15_000 + "工业增长").encode(), "没有出版日期"),
        (lambda: docx_with(f"{_W}<w:body>{'<w:p>' * 100_000}"), "不是完好的 DOCX"),
        (lambda: docx_with(f'<!DOCTYPE x [<!ENTITY a "啊">]>{_W}<w:body/></w:document>'), "DOCTYPE"),
        (lambda: zip_with("word/document.xml", 210_000_000), "超过 200 MB"),
        (lambda: zip_with("manifest.json", 60_000_000), "解压后过大"),
        (lambda: b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "不是完好的图片"),
        (lambda: write_bundle([Fetched("http://a/1", "article", "", GOOD)])[:-30], "不是完整的抓取包"),
    ],
    ids=["pdf bomb", "pdf", "attributes", "nesting", "deep docx", "entities", "zip bomb", "bundle bomb", "png", "cut"],
)
def test_a_hostile_document_is_set_aside_with_its_reason(worker: Worker, make: object, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason) as refused:
        read_isolated(make(), "坏.bin", worker)  # type: ignore[operator]
    assert str(refused.value).startswith("坏.bin: ")
    assert refused.value.english
    assert "\n" not in str(refused.value)
    assert read_isolated(GOOD, "好.txt", worker).issue_id == "样例报-2025-07-01"
