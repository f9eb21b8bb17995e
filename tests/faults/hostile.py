"""Promise 6: hostile and broken documents of every form cost nobody but themselves."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from etl.model import Document, SetAside
from etl.pool import Pool
from etl.reading.bundle import Fetched, write_bundle
from etl.refresh.work import Ready, Work
from tests.faults.tally import Tally
from tests.replica.paper import week
from tests.replica.structures import KINDS

_DAY = date(2025, 7, 1)


def prove(folder: Path, count: int) -> Tally:
    """``count`` fuzzed documents, and one hostile one for every 25 of them, by two workers within their limits."""
    tally = Tally(6, "恶意与损坏的文件：限时限内存，他者照常 · hostile and fuzzed documents")
    folder.mkdir(parents=True, exist_ok=True)
    documents = list(_written(folder, [*_fuzzed(count), *_hostile(count // 25)]))
    with Pool(2, Work(folder / "archive")) as pool:
        for number, (document, outcome) in enumerate(pool.run(documents)):
            in_order = document is documents[number]
            known = isinstance(outcome, Ready | SetAside)
            tally.expect(in_order and known, f"{document.source_uri}: {outcome}")
            if isinstance(outcome, Ready):
                tally.note("载入 loaded")
            else:
                tally.note("中止 stopped" if outcome.crashed or "解析被中止" in outcome.reason else "搁置 set aside")
    tally.expect(tally.tried == len(documents), "lost")
    tally.tried = len(documents)
    return tally


def _written(folder: Path, contents: list[tuple[str, bytes]]) -> Iterator[Document]:
    for number, (kind, data) in enumerate(contents):
        path = folder / f"{number:05d}-{kind}"
        path.write_bytes(data)
        yield Document(path.name, "", path, sha256(data).hexdigest())


# --------------------------------------------------------------------------- fuzzed


def _fuzzed(count: int) -> Iterator[tuple[str, bytes]]:
    """Sound documents with a few bytes changed, cut out, or put in."""
    dice = random.Random(6)
    sound = list(_sound())
    for number in range(count):
        kind, data = sound[number % len(sound)]
        mutated = bytearray(data)
        for _ in range(dice.randrange(1, 9)):
            if not mutated:
                break
            place, change = dice.randrange(len(mutated)), dice.randrange(4)
            if change == 0:
                mutated[place] ^= 1 << dice.randrange(8)
            elif change == 1:
                del mutated[place : place + dice.randrange(1, 64)]
            elif change == 2:
                mutated[place:place] = dice.randbytes(dice.randrange(1, 16))
            else:
                mutated[place:place] = mutated[max(place - 40, 0) : place] * dice.randrange(1, 20)
        yield kind, bytes(mutated)


def _sound() -> Iterator[tuple[str, bytes]]:
    (issue,) = week("样例日报", _DAY, days=1)
    for kind in KINDS.values():
        files = kind.files(issue)
        pages = [(path, "article" if "content_" in path or "/nw." in path else "page") for path in files]
        fetched = [Fetched(f"https://p.example{path}", role, "", files[path].encode()) for path, role in pages[1:]]
        yield "bundle.zip", write_bundle(fetched, issue.publication, issue.day)
    article = next(text for path, text in KINDS["cena"].files(issue).items() if "content_" in path)
    yield "article.html", article.encode()
    yield "issue.txt", "样例日报\n\n2025年7月1日\n\n标题\n\n利润同比增长7.2%。\n".encode()
    yield "letter.docx", _docx("利润同比增长7.2%。")
    yield "page.pdf", _pdf(b"BT /F1 12 Tf 72 700 Td (Profit 7.2%) Tj ET")


def _docx(text: str) -> bytes:
    import docx

    made, buffer = docx.Document(), io.BytesIO()
    for line in ("样例日报", "2025年7月1日", "标题", text):
        made.add_paragraph(line)
    made.save(buffer)
    return buffer.getvalue()


def _pdf(content: bytes, extra: bytes = b"", filters: bytes = b"") -> bytes:
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>"
        + extra
        + b">>>>",
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), filters, content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, start))


# --------------------------------------------------------------------------- hostile


def _hostile(count: int) -> Iterator[tuple[str, bytes]]:
    """Documents made to use up time or memory, each kind in growing sizes."""
    for number in range(count):
        kind, make = HOSTILE[number % len(HOSTILE)]
        yield kind, make(1 + number // len(HOSTILE))


def _wrapped(body: str) -> bytes:
    return f"<html><head><title>样例日报 2025年7月1日</title></head><body>{body}</body></html>".encode()


def _bomb(size: int) -> bytes:
    """A DOCX whose text unpacks to hundreds of times its size."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
        )
        archive.writestr("word/document.xml", b"<w>" + b" " * (60_000_000 * size) + b"</w>")
    return buffer.getvalue()


def _entities(size: int) -> bytes:
    """A DOCX whose XML multiplies itself."""
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 8 + size))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        text = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "数">{lines}]><w>&e7;</w>'
        for name in ("[Content_Types].xml", "word/document.xml", "_rels/.rels"):
            archive.writestr(name, text)
    return buffer.getvalue()


def _flate(size: int) -> bytes:
    """A PDF page whose content unpacks to tens of megabytes."""
    return _pdf(zlib.compress(b"BT (x) Tj ET " * (2_000_000 * size), 9), filters=b"/Filter/FlateDecode")


HOSTILE: tuple[tuple[str, Callable[[int], bytes]], ...] = (
    ("nested.html", lambda n: _wrapped("<div>" * 100_000 * n + "增长7%")),
    ("attributes.html", lambda n: _wrapped("<p " + " ".join(f"a{i}=1" for i in range(50_000 * n)) + ">增长7%</p>")),
    ("tables.html", lambda n: _wrapped("<table><tr><td>" * 20_000 * n)),
    ("long.html", lambda n: _wrapped(f"<p>{'增长' * 500_000 * n}</p>")),
    ("bomb.docx", _bomb),
    ("entities.docx", _entities),
    ("flate.pdf", _flate),
    ("huge-page.pdf", lambda n: _pdf(b"BT ET").replace(b"595 842", b"9" * 9 * n + b" 842")),
    ("loop.pdf", lambda _n: _pdf(b"BT ET").replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]")),
    ("length.pdf", lambda n: _pdf(b"BT ET").replace(b"/Length 5", b"/Length " + b"9" * (5 + n))),
    ("numerals.txt", lambda n: ("样例日报\n\n2025年7月1日\n\n标题\n\n" + "一百二十三万四千五" * 4_000 * n).encode()),
    ("one-line.txt", lambda n: ("样例日报\n\n2025年7月1日\n\n标题\n\n" + "1-" * 50_000 * n).encode()),
)
