"""A snapshot's manifest: every file of it with its size, rows and SHA-256, sealed by a digest of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from hashlib import sha256

from etl.store.bucket import BucketKey
from etl.store.fault import StoreDamagedError

_FORMAT = 1
_SEAL = b', "seal": "%s"}'
_CREATED = re.compile(rb'"created": "([^"]+)"')


@dataclass(frozen=True, slots=True, order=True)
class FileEntry:
    """One file of a snapshot; ``rows`` of it, ``size`` in bytes."""

    dataset: str
    publication: str
    year: int
    name: str
    sha256: str
    rows: int
    size: int

    @property
    def bucket(self) -> BucketKey:
        """The bucket that the file holds."""
        return BucketKey(self.publication, self.year)


def created_of(head: bytes) -> str | None:
    """When a snapshot was published, by the first 500 bytes of its manifest; None if they do not say."""
    found = _CREATED.search(head)
    return found.group(1).decode() if found else None


_FIELDS = tuple(each.name for each in fields(FileEntry))


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot is made of; ``created`` is UTC, ISO 8601.

    ``days`` has the last snapshot of every day on which one was published, up to this one: so it is known which
    was current on a date even where it is no longer kept.
    """

    serial: int
    created: str
    files: tuple[FileEntry, ...]
    days: Mapping[date, int] = field(default_factory=dict)

    def rows(self, dataset: str) -> int:
        """How many rows the dataset has."""
        return sum(entry.rows for entry in self.files if entry.dataset == dataset)

    def to_json(self) -> bytes:
        """The manifest as sealed JSON."""
        body = {
            "format": _FORMAT,
            "serial": self.serial,
            "created": self.created,
            "days": {day.isoformat(): serial for day, serial in sorted(self.days.items())},
            "files": [{name: getattr(entry, name) for name in _FIELDS} for entry in sorted(self.files)],
        }
        content = _dumped(body)
        return content[:-1] + _SEAL % sha256(content).hexdigest().encode()

    @classmethod
    def from_json(cls, content: bytes, where: str) -> Manifest:
        """Reads a sealed manifest; raises ``StoreDamagedError`` naming ``where`` when the seal does not fit."""
        try:
            body = json.loads(content)
            sealed = content[: -len(_SEAL % (b"0" * 64))] + b"}"  # as it was when the seal was put on it
            if body["seal"] != sha256(sealed).hexdigest() or body["format"] != _FORMAT:
                raise ValueError("seal")
            files = tuple(FileEntry(**entry) for entry in body["files"])
            days = {date.fromisoformat(day): serial for day, serial in body.get("days", {}).items()}
            return cls(body["serial"], body["created"], files, days)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise StoreDamagedError(
                f"{where}: 清单已损坏，请恢复备份或重建数据仓 · the manifest is damaged: restore or rebuild the store"
            ) from error


def _dumped(body: dict[str, object]) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()
