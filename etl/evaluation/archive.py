"""The archives that lie beside the checkout, written once as daily issues under ``build/eval``."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from etl.evaluation.gold import ROOT, SHARED
from etl.extraction import Extracted, IssueIds, extract_file
from etl.progress import progress
from etl.schema import CLAIMS

WORK = ROOT / "build" / "eval"
"""Where an evaluation puts what it makes."""


class Archive(NamedTuple):
    """A corpus and the first and last day that is taken of it."""

    corpus: str
    first: str
    last: str

    def issues(self) -> list[Path]:
        """Its daily issues, oldest first; written at the first call."""
        folder = WORK / self.corpus
        if not (folder / "complete").exists():
            run(
                SHARED / "tools" / "as_issues.py",
                *(str(folder), "--corpus", self.corpus, "--from", self.first, "--to", self.last),
            )
            (folder / "complete").touch()
        return sorted(folder.glob("*.txt"))

    def table(self) -> Path:
        """Where its claims go."""
        return WORK / f"{self.corpus}.parquet"


NEWS = Archive("xwlb", "2012-07-01", "2020-12-31")
"""News items; the official series cover these years."""
NEWSPAPER = Archive("rmrb", "2007-01-01", "2016-12-31")
"""Articles of a newspaper."""
ARCHIVES = (NEWS, NEWSPAPER)


def extract_archive(archive: Archive, processes: int) -> Path:
    """The table of every claim of the archive, in the order of its issues. Raises ``ValueError`` for one set aside."""
    files, output = archive.issues(), archive.table()
    with (
        pq.ParquetWriter(output, CLAIMS) as writer,
        ProcessPoolExecutor(processes) as pool,
        progress("抽取 extract", len(files)) as advance,
    ):
        for file, claims in zip(files, pool.map(claims_of, files, chunksize=8), strict=True):
            writer.write_table(claims)
            advance.step(file.name)
    return output


def claims_of(file: Path) -> pa.Table:
    """The claims of one issue."""
    result = extract_file(file, file.name, IssueIds())
    if not isinstance(result, Extracted):
        raise ValueError(str(result))
    return result.claims


def files_of(docs: Iterator[str] | list[str]) -> dict[str, Path]:
    """Each document's file, by its name (``xwlb-2015-03-02.txt``): what belongs to no archive is an error."""
    folders = {archive.corpus: archive for archive in ARCHIVES}
    found = {}
    for doc in docs:
        archive = folders[doc.partition("-")[0]]
        archive.issues()
        found[doc] = WORK / archive.corpus / doc
    return found


def run(program: Path, *arguments: str) -> str:
    """What a program beside the checkout prints. Raises ``RuntimeError`` with its own words if it fails."""
    done = subprocess.run(
        [sys.executable, str(program), *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise RuntimeError(f"{program.name}: {done.stderr.strip()}")
    return done.stdout
