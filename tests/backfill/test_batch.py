"""A batch: its id says what it is made of, its file is whole or not there, no document takes it down."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from etl.backfill.batch import LEAST, OtherVersionError, Out, batch_id, batch_write, cut
from etl.backfill.outcome import StagedRows, unpacked
from etl.backfill.staging import Staging
from etl.isolation import Limits
from etl.model import Document, SetAside
from etl.refresh.work import Ready
from etl.store.archive import Archive
from tests.backfill.archive_of_papers import DEADLY
from tests.sample import make_issue, write_sample


def documents(folder: Path, *sentences: str) -> list[Document]:
    made = []
    for number, sentence in enumerate(sentences):
        path = write_sample(folder / f"{number}.txt", make_issue("样报", date(2019, 1, 1 + number), (sentence,)))
        made.append(Document(f"papers/{number}.txt", "papers", path, sha256(path.read_bytes()).hexdigest()))
    return made


def out(folder: Path) -> Out:
    limits = Limits(seconds=60, core_seconds=60, memory=2_000_000_000)
    return Out(str(folder / "staging"), str(folder / "archive"), limits, DEADLY)


def written(found: list[Document], place: Out) -> list[Ready | SetAside]:
    name = batch_write(found, place, batch_id(found))
    return list(unpacked(Staging(place.staging).read, name))


def test_the_id_is_that_of_the_documents_and_of_the_extractor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = documents(tmp_path, "增长1%。", "增长2%。")
    ids = {
        batch_id(found),
        batch_id(found[:1]),
        batch_id(found[::-1]),
        batch_id([found[0], replace(found[1], issue_id="样报-2")]),
        batch_id([found[0], replace(found[1], sha256="0")]),
    }
    assert len(ids) == 5
    assert batch_id([replace(each, path=Path("elsewhere")) for each in found]) == batch_id(found)
    monkeypatch.setattr("etl.EXTRACTOR_VERSION", "next")
    assert batch_id(found) not in ids


@pytest.mark.parametrize("count", [0, 1, 99, 100, 199, 200, 1_234])
def test_batches_are_even_and_not_small(count: int) -> None:
    batches = cut(range(count))
    assert [each for batch in batches for each in batch] == list(range(count))
    sizes = [len(batch) for batch in batches]
    assert not sizes or max(sizes) - min(sizes) <= 1
    assert count < LEAST or min(sizes) >= LEAST


def test_a_batch_gives_each_document_its_rows_or_the_reason(tmp_path: Path) -> None:
    found = documents(tmp_path / "papers", "增长1%。", "毒，增长2%。", "无数。", "增长4%，又增长5%。")
    (tmp_path / "papers" / "bad.txt").write_text("no date\n", encoding="utf-8")
    bad = tmp_path / "papers" / "bad.txt"
    found.append(Document("papers/bad.txt", "papers", bad, sha256(bad.read_bytes()).hexdigest()))
    found.append(Document("papers/gone.txt", "papers", tmp_path / "gone.txt", "0"))
    first, poison, plain, two, refused, gone = written(found, out(tmp_path))
    ready = [each for each in (first, plain, two) if isinstance(each, Ready)]
    assert [each.issue_id for each in ready] == ["样报-2019-01-01", "样报-2019-01-03", "样报-2019-01-04"]
    assert [each.tables["claims"]["value"].to_pylist() for each in ready] == [[1.0], [], [4.0, 5.0]]
    assert isinstance(ready[0].tables, StagedRows)
    assert [len(each.tables) for each in ready] == [3, 3, 3]
    assert all(isinstance(each, SetAside) for each in (poison, refused, gone))
    assert isinstance(poison, SetAside)
    assert "died (-9)" in poison.reason
    assert (poison.tries, poison.sha256) == (2, found[1].sha256)
    assert "no date" in str(refused)
    assert "gone.txt" in str(gone)
    assert Archive(tmp_path / "archive").get(found[0].sha256).decode().startswith("样报")


def test_a_batch_written_twice_is_one_file(tmp_path: Path) -> None:
    found, place = documents(tmp_path, "增长1%。", "增长2%。"), out(tmp_path)
    names = {batch_write(found, place, batch_id(found)) for _ in range(2)}
    assert {path.name for path in (tmp_path / "staging").iterdir()} == names
    assert Staging(place.staging).whole({batch_id(found), "other"}) == {batch_id(found): names.pop()}


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty"])
def test_a_file_that_is_not_whole_is_not_taken(tmp_path: Path, damage: str) -> None:
    found, place = documents(tmp_path, "增长1%。"), out(tmp_path)
    path = tmp_path / "staging" / batch_write(found, place, batch_id(found))
    content = bytearray(path.read_bytes())
    if damage == "flipped":
        content[len(content) // 2] ^= 1
    path.write_bytes({"cut": bytes(content[:-9]), "flipped": bytes(content), "empty": b""}[damage])
    assert Staging(place.staging).whole({batch_id(found)}) == {}
    assert not path.exists()


def test_a_worker_of_another_version_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = documents(tmp_path, "增长1%。")
    name = batch_id(found)
    monkeypatch.setattr("etl.EXTRACTOR_VERSION", "next")
    with pytest.raises(OtherVersionError, match="install the same on all"):
        batch_write(found, out(tmp_path), name)


def test_a_batch_knows_no_engine() -> None:
    code = "import sys; sys.modules.update(dask=None, distributed=None); import etl.backfill.batch, etl.backfill.fetch"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
