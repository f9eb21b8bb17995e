"""What lets the collector come seldom: reading and extracting leave no circles behind."""

from __future__ import annotations

import gc
from pathlib import Path

from etl.heap import settled
from etl.pipeline import extract
from etl.reading import read_file
from etl.source.folder import source_files

SAMPLES = sorted(source_files(Path(__file__).parents[1] / "data" / "issues"))


def test_reading_and_extracting_leave_no_circles_behind() -> None:
    papers = [path for path in SAMPLES if path.suffix == ".txt"]
    assert len(papers) > 3
    assert extract(read_file(papers[0], papers[0].name))  # what is made once and kept
    gc.collect()
    gc.disable()
    try:
        claims = sum(len(extract(read_file(path, path.name))) for path in papers)
        circles = gc.collect()
    finally:
        gc.enable()
    assert claims > 100
    assert circles == 0


def test_what_has_settled_is_as_before_afterwards() -> None:
    before, kept = gc.get_threshold(), gc.get_freeze_count()
    with settled():
        assert gc.get_threshold()[0] > 100 * before[0]
        assert gc.get_freeze_count() > kept
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
