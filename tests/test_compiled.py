"""Compiled modules: taken for these very sources only, and their claims are those of the sources."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from etl import compiled
from etl.compiled import Compiled, extensions, in_use, modules, place, use

ROOT = Path(__file__).parents[1]
SUFFIX = EXTENSION_SUFFIXES[0]
CLAIMS = """
import sys
from pathlib import Path
import etl.claim.reader
from etl.compiled import in_use
from etl.pipeline import extract
from etl.reading import read_file
from etl.source.folder import source_files
print(etl.claim.reader.__file__.endswith(".py"), len(list(in_use())))
for path in source_files(Path(sys.argv[1])):
    for article, claim in extract(read_file(path, path.name)):
        print(article.article_id, claim)
"""


def test_the_tests_run_the_sources() -> None:
    assert list(in_use()) == []


def test_what_makes_claims_is_compiled_and_no_package() -> None:
    names = {path.relative_to(compiled.ETL).as_posix() for path in modules()}
    assert {"pipeline.py", "claim/reader.py", "mention/number.py", "lexicon/terms.py", "reading/article.py"} <= names
    assert not [name for name in names if name.endswith("__init__.py") or name.startswith("reading/forms")]
    assert all((compiled.ETL / name).is_file() for name in names)


@pytest.fixture
def etl(tmp_path: Path) -> Path:
    reading = [f"reading/{name}.py" for name in (*compiled.READING, "page")]
    for name in ("claim/reader.py", "model.py", *compiled.ALONE, *reading):
        path = tmp_path / "etl" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x = 1\n", encoding="utf-8")
    return tmp_path / "etl"


def test_nothing_compiled_is_copied_by_the_library() -> None:
    """``copy`` makes an object before it has its arguments, which a compiled class refuses."""
    sources = {path.name: path.read_text(encoding="utf-8") for path in modules()}
    assert len(sources) > 100
    assert [name for name, source in sources.items() if re.search(r"^(?:from|import) copy\b", source, re.M)] == []


@pytest.mark.parametrize("name", ["claim/reader.py", "model.py", "claim/new.py", "reading/article.py"])
def test_a_changed_source_has_another_place(etl: Path, name: str) -> None:
    before = place(etl, Path("there"))
    assert place(etl, Path("there")) == before
    (etl / name).write_text("x = 2\n", encoding="utf-8")
    assert place(etl, Path("there")) != before


def test_what_is_read_before_has_no_part_in_it(etl: Path) -> None:
    before = place(etl, Path("there"))
    (etl / "reading" / "page.py").write_text("x = 2\n", encoding="utf-8")
    assert place(etl, Path("there")) == before


def _library(folder: Path, name: str) -> Path:
    path = folder / f"{name}{SUFFIX}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    return path


def test_a_compiled_module_is_found_by_its_name(tmp_path: Path) -> None:
    shared, reader = _library(tmp_path, "0a__mypyc"), _library(tmp_path, "etl/claim/reader")
    known = extensions(tmp_path)
    assert known == {"0a__mypyc": shared, "etl.claim.reader": reader}
    spec = Compiled(known).find_spec("etl.claim.reader", None, None)
    assert spec is not None
    assert spec.origin == str(reader)
    assert Compiled(known).find_spec("etl.claim.markup", None, None) is None


@pytest.mark.parametrize(
    ("pure", "stale", "used"), [("0", False, True), ("", False, True), ("0", True, False), ("1", False, False)]
)
def test_only_what_was_made_of_these_sources_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pure: str, stale: bool, used: bool
) -> None:
    monkeypatch.setattr(compiled, "FOLDER", tmp_path)
    monkeypatch.setattr(compiled, "place", lambda: place(folder=tmp_path))
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.setenv(compiled.PURE, pure)
    _library(tmp_path / ("0" * 32) if stale else place(folder=tmp_path), "etl/claim/nothing")
    use()
    assert list(in_use()) == ["etl.claim.nothing"] * used


def _claims(pure: str) -> list[str]:
    command = [sys.executable, "-c", CLAIMS, str(ROOT / "data" / "issues")]
    environment = {**os.environ, compiled.PURE: pure}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_compiled_they_read_the_samples_as_the_sources_do() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "compile_extraction.py"), "--plain"]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if "as they always can" in made.stderr:
        pytest.skip(made.stderr.strip())
    assert made.returncode == 0, made.stderr
    sources, compiled_ones = _claims("1"), _claims("0")
    assert sources[0] == "True 0"
    assert compiled_ones[0] == f"False {len(modules()) + 1}"  # and the library that they share
    assert len(sources) > 100
    assert compiled_ones[1:] == sources[1:]
