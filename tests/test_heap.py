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
    found = gc.get_threshold()
    gc.set_threshold(700, 10, 10)  # another test may have settled for good
    gc.unfreeze()
    try:
        with settled():
            assert gc.get_threshold()[0] >= 100 * 700
            assert gc.get_freeze_count() > 0
        assert gc.get_threshold() == (700, 10, 10)
        assert gc.get_freeze_count() == 0
    finally:
        gc.set_threshold(*found)
