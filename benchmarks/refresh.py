"""A refresh of one new issue into tables of a million and of ten million claims: time beyond extraction, memory."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.compute as pc

from benchmarks.figure import RUNS, Figure, peak_bytes
from etl.extraction import extract_document
from etl.model import Document
from etl.refresh.run import Options, of_folder, refresh_sources
from etl.store import Store
from etl.store.bucket import DATASETS, BucketKey
from etl.store.durable import switch_link
from etl.store.manifest import FileEntry, Manifest
from etl.store.parquet import parquet_bytes
from etl.store.snapshot import MANIFEST
from etl.table import claims_table, issues_table, sentences_table
from tests.sample import make_issue, percent_claims

SIZES = (1_000_000, 10_000_000)
LIMITS = {1_000_000: 1_000.0, 10_000_000: 1_000.0}
"""The longest that the refresh of one issue may take beyond its extraction, in ms, by the claims in the table."""

CLAIMS_AN_ISSUE, ISSUES_A_YEAR = 60, 250
_SAMPLE = Path(__file__).parents[1] / "data" / "issues"


def figures() -> Iterator[Figure]:
    """Milliseconds beyond extraction and the peak of memory, each in a process of its own."""
    peaks = []
    for size in SIZES:
        with TemporaryDirectory() as folder:
            make_store(Path(folder) / "store", size)
            done = subprocess.run(
                [sys.executable, "-m", "benchmarks.refresh", folder], capture_output=True, text=True, check=True
            )
        found = json.loads(done.stdout)
        name = f"refresh of one new issue among {found['claims']:,} claims, beyond extraction"
        yield Figure(name, found["ms"], "ms", at_most=LIMITS[size])
        peaks.append(found["peak"])
        yield Figure(f"peak memory of that process among {found['claims']:,} claims", found["peak"], "MB")
    yield Figure("growth of that memory for ten times the claims", peaks[-1] / peaks[0], "×", at_most=1.5)


def make_store(path: Path, claims: int) -> None:
    """A store of so many claims, in one bucket for each publication and year, written as a commit writes them."""
    store = Store(path)
    snapshot = store.path / "snapshots" / "00000001"
    entries: list[FileEntry] = []
    for dataset in DATASETS:
        (snapshot / dataset).mkdir(parents=True)
    for number in range(-(-claims // (CLAIMS_AN_ISSUE * ISSUES_A_YEAR))):
        bucket = BucketKey(f"样报{number % 40:02d}", 1990 + number // 40)
        for dataset, table in _bucket(bucket).items():
            content = parquet_bytes(table)
            (snapshot / dataset / bucket.file_name).write_bytes(content)
            digest = sha256(content).hexdigest()
            names = (bucket.publication, bucket.year, bucket.file_name)
            entries.append(FileEntry(dataset, *names, digest, table.num_rows, content.size))
    created = datetime.now(UTC).isoformat(timespec="milliseconds")
    (snapshot / MANIFEST).write_bytes(Manifest(1, created, tuple(entries)).to_json())
    switch_link(store.path / "current", "snapshots/00000001")


@cache
def _year() -> dict[str, pa.Table]:
    """The tables of one year of one publication."""
    tables: dict[str, list[pa.Table]] = {"claims": [], "sentences": [], "issues": []}
    for number in range(ISSUES_A_YEAR):
        sentences = [f"第{n}项指标同比增长{n}.{number % 10}%，好于预期。" for n in range(CLAIMS_AN_ISSUE)]
        issue = make_issue("样报", date(1990, 1, 1) + timedelta(days=number), sentences)
        claims = percent_claims(issue)
        tables["claims"].append(claims_table((issue, article, claim) for article, claim in claims))
        tables["sentences"].append(sentences_table([issue]))
        tables["issues"].append(issues_table([(issue, len(claims))], "elsewhere://"))
    return {name: pa.concat_tables(parts) for name, parts in tables.items()}


def _bucket(bucket: BucketKey) -> dict[str, pa.Table]:
    made = {}
    for name, table in _year().items():
        days = pa.array([date(bucket.year, 1, 1) + timedelta(days=n) for n in range(ISSUES_A_YEAR)])
        of_day = pc.subtract(pc.cast(table["issue_date"], pa.int32()), (date(1990, 1, 1) - date(1970, 1, 1)).days)
        dates = pc.take(days, of_day)
        ids = pc.binary_join_element_wise(bucket.publication, pc.cast(dates, pa.string()), "-")
        fresh = {"issue_date": dates, "issue_id": ids, "publication": pa.repeat(bucket.publication, table.num_rows)}
        if name == "issues":
            fresh["sha256"] = ids  # no two issues have the same source
        for column, values in fresh.items():
            place = table.schema.get_field_index(column)
            table = table.set_column(place, table.schema.field(place), pc.cast(values, table.schema.field(place).type))
        made[name] = table
    return made


def _measured(folder: Path) -> dict[str, float]:
    """What a run costs beyond the extraction of its one new issue: the median of several."""
    store, papers = Store(folder / "store"), folder / "papers"
    papers.mkdir()
    times = []
    paths = sorted(_SAMPLE.glob("*.txt"))[: RUNS + 1]
    for number, path in enumerate(paths):
        data = path.read_bytes()
        document = Document(path.name, "", path, sha256(data).hexdigest())
        extract_document(document, data)  # what is loaded once is not counted
        begun = time.perf_counter()
        extract_document(document, data)
        extraction = time.perf_counter() - begun
        (papers / path.name).write_bytes(data)
        begun = time.perf_counter()
        outcome = refresh_sources([of_folder(papers)], Store(store.path), Options(processes=0))
        if number:
            times.append(time.perf_counter() - begun - extraction)
        if len(outcome.new) != 1 or outcome.snapshot is None:
            raise RuntimeError(str(outcome))
    peak = peak_bytes() / 1e6
    return {"ms": median(times) * 1000, "peak": peak, "claims": store.current().rows("claims")}


if __name__ == "__main__":
    print(json.dumps(_measured(Path(sys.argv[1]))))
