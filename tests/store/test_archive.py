"""The archive: content appears whole under its SHA-256 or not at all, also where it is staged first."""

from __future__ import annotations

import errno
from hashlib import sha256
from pathlib import Path

import pytest

from etl.store.archive import Archive, Settling
from etl.store.fault import StoreDamagedError, StoreError

ONE, TWO = b"one", b"two"


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def kept(archive: Archive) -> set[str]:
    return {path.name for path in archive.root.glob("[0-9a-f][0-9a-f]/*")}


def test_what_is_staged_is_kept_when_it_is_settled(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    staged = archive.stage([ONE, TWO, ONE])
    assert len(staged) == 2
    assert kept(archive) == set()
    with pytest.raises(StoreDamagedError, match="missing"):
        archive.get(digest(ONE))
    with Settling(archive) as settling:
        settling.add(staged)
        settling.wait()
        assert kept(archive) == {digest(ONE), digest(TWO)}
    assert archive.get(digest(TWO)) == TWO
    assert list((tmp_path / ".parts").iterdir()) == []
    assert archive.stage([ONE, TWO]) == (), "it is there"


def test_two_workers_may_stage_the_same(tmp_path: Path) -> None:
    staged = Archive(tmp_path).stage([ONE]) + Archive(tmp_path).stage([ONE])
    with Settling(Archive(tmp_path)) as settling:
        settling.add(staged)
        settling.wait()
    assert Archive(tmp_path).get(digest(ONE)) == ONE
    assert list(Archive(tmp_path).damaged()) == []


def test_damaged_content_is_healed_and_what_was_never_settled_is_swept(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.put(ONE)
    archive.path(digest(ONE)).write_bytes(b"")
    staged = archive.stage([ONE])
    archive.stage([TWO])
    assert archive.settle(*staged) == archive.path(digest(ONE)).parent
    archive.sweep()
    assert archive.get(digest(ONE)) == ONE
    assert kept(archive) == {digest(ONE)}
    assert list((tmp_path / ".parts").iterdir()) == []


def test_a_disk_that_refuses_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("etl.store.archive.sync_file", refuse)
    with Settling(Archive(tmp_path)) as settling:
        settling.add(Archive(tmp_path).stage([ONE]))
        with pytest.raises(StoreError, match="No space left"):
            settling.wait()
    assert kept(Archive(tmp_path)) == set()
