"""Bundles: the many files of one fetched e-paper issue as one source document.

A bundle is a ZIP file. Its first member is ``manifest.json``, its others are the fetched bodies, unchanged,
in reading order: the index, then each page, followed by the articles of that page::

    {"format": "baoshu-bundle", "version": 1,
     "publication": "样例工业报", "issue_date": "2025-07-02",      either may be null: the pages say it
     "entries": [
       {"name": "0001-node_01.html", "url": "https://...", "role": "index|page|article|picture",
        "content_type": "text/html; charset=gb18030", "sha256": "ab12..."}, ...]}

``content_type`` is the header as the server sent it, or "" when it sent none. An ``article`` follows the
``page`` that lists it; one that several pages list stands behind the first. A ``picture`` is what a page
looks like (JPEG, PNG or PDF) and stands behind its page. The same URL is kept once.

The same bodies in the same order always give the same bytes: members are stored, not compressed, their
time is 1980-01-01, and the manifest holds no time of fetching. That time belongs into the ledger of
whoever fetched. So the SHA-256 of the bundle changes only when the paper does.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from etl.reading.error import ReadingError

MANIFEST = "manifest.json"
FORMAT = "baoshu-bundle"
VERSION = 1
ROLES = ("index", "page", "article", "picture")

MAX_ENTRIES = 2_000
MAX_ENTRY = 50 * 1024 * 1024  # bytes
MAX_TOTAL = 200 * 1024 * 1024  # bytes

_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP file can say
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a bundle, as its manifest lists it; ``name`` is plain ASCII without folders."""

    name: str
    url: str
    role: str
    content_type: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Fetched:
    """One response to put into a bundle: where it came from, what it is to the issue, its body unchanged."""

    url: str
    role: str
    content_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Bundle:
    """An issue's files: the entries in reading order, and the bytes of each by its name."""

    entries: tuple[Entry, ...]
    bodies: Mapping[str, bytes]
    publication: str | None = None
    issue_date: date | None = None

    def of_role(self, role: str) -> tuple[Entry, ...]:
        """The entries of one role, in reading order."""
        return tuple(entry for entry in self.entries if entry.role == role)


def write_bundle(fetched: Iterable[Fetched], publication: str | None = None, issue_date: date | None = None) -> bytes:
    """The bundle of these responses, in this order; raises ``ValueError`` for an unknown role or too much."""
    bodies: dict[str, bytes] = {}
    entries: dict[str, Entry] = {}
    for response in fetched:
        if response.role not in ROLES:
            raise ValueError(f"{response.url}: role {response.role!r} is none of {', '.join(ROLES)}")
        if response.url in entries:
            continue
        name = f"{len(entries) + 1:04d}-{_file_name(response.url)}"
        digest = sha256(response.body).hexdigest()
        entries[response.url] = Entry(name, response.url, response.role, response.content_type, digest)
        bodies[name] = response.body
    if len(entries) > MAX_ENTRIES or sum(map(len, bodies.values())) > MAX_TOTAL:
        raise ValueError(f"a bundle holds at most {MAX_ENTRIES} files and {MAX_TOTAL:,} bytes")
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "publication": publication,
        "issue_date": issue_date.isoformat() if issue_date else None,
        "entries": [asdict(entry) for entry in entries.values()],
    }
    head = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True).encode()
    return _zipped({MANIFEST: head, **bodies})


def _file_name(url: str) -> str:
    """The last part of the URL's path, as far as it is plain."""
    last = url.partition("?")[0].rstrip("/").rpartition("/")[2]
    return re.sub(r"[^A-Za-z0-9._-]+", "_", last)[-60:] or "file"


def _zipped(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, body in members.items():
            member = zipfile.ZipInfo(name, _FIRST_MOMENT)
            member.create_system, member.external_attr = 3, 0o644 << 16  # the same on every system
            archive.writestr(member, body)
    return buffer.getvalue()


def is_bundle(data: bytes) -> bool:
    """Whether the bytes are a ZIP file whose first member is a manifest."""
    return data[:4] == b"PK\x03\x04" and data[30 : 30 + len(MANIFEST)] == MANIFEST.encode()


def read_bundle(data: bytes, source_uri: str) -> Bundle:
    """The bundle in the bytes, every body checked against its SHA-256; raises ReadingError.

    Nothing is unpacked that the manifest does not list, and never more than the limits say.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            manifest = _manifest(json.loads(_body(archive, MANIFEST, source_uri)), source_uri)
            bodies, total = {}, 0
            for entry in manifest.entries:
                bodies[entry.name] = body = _body(archive, entry.name, source_uri)
                total += len(body)
                if total > MAX_TOTAL:
                    raise _refused(source_uri, entry.name, "解压后过大", "larger than the limit when unpacked")
                if sha256(body).hexdigest() != entry.sha256:
                    raise _refused(source_uri, entry.name, "与清单的 SHA-256 不符", "not what its SHA-256 says")
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, NotImplementedError, RuntimeError) as error:
        if isinstance(error, ReadingError):
            raise
        raise _refused(source_uri, MANIFEST, f"不是完整的抓取包（{error}）", f"no whole bundle ({error})") from error
    return Bundle(manifest.entries, bodies, manifest.publication, manifest.issue_date)


def _body(archive: zipfile.ZipFile, name: str, source_uri: str) -> bytes:
    with archive.open(name) as member:
        body = member.read(MAX_ENTRY + 1)  # what the header says of the size may be a lie
    if len(body) > MAX_ENTRY:
        raise _refused(source_uri, name, "解压后过大", "larger than the limit when unpacked")
    return body


def _manifest(found: Any, source_uri: str) -> Bundle:
    if not isinstance(found, dict) or found.get("format") != FORMAT or found.get("version") != VERSION:
        raise _refused(source_uri, MANIFEST, "格式或版本不符", f"not {FORMAT} version {VERSION}")
    entries = tuple(Entry(**{key: str(value) for key, value in each.items()}) for each in found["entries"])
    names = [entry.name for entry in entries]
    if not 0 < len(entries) <= MAX_ENTRIES or len(set(names)) < len(names):
        raise _refused(source_uri, MANIFEST, "条目过多、重复或没有", "too many entries, doubles, or none")
    for entry in entries:
        if entry.role not in ROLES or not _NAME.fullmatch(entry.name):
            raise _refused(source_uri, entry.name, "名称或角色不合规定", "a name or role that is not allowed")
    day = found.get("issue_date")
    return Bundle(entries, {}, found.get("publication"), date.fromisoformat(day) if day else None)


def _refused(source_uri: str, place: str, problem: str, english: str) -> ReadingError:
    return ReadingError(source_uri, place, problem, "请重新抓取本期", f"{place}: {english}; fetch the issue again")
