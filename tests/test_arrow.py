"""Processes of our own have no use for pandas; whoever asks for it gets it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
_ALONE = """
import sys
from etl.arrow import without_pandas
without_pandas()
import pyarrow as pa
table = pa.table({"value": [1, None, 3]})
assert "pandas" not in sys.modules
assert list(table.to_pandas()["value"].fillna(2)) == [1, 2, 3]
import pandas
assert pa.array(pandas.Series([1.5, None]), from_pandas=True).null_count == 1
"""
_REFRESH = """
import sys
from etl.command import app
import etl.preload
assert "pandas" not in sys.modules
try:
    app(["refresh", *sys.argv[1:]])
finally:
    assert "pandas" not in sys.modules
"""


def run(script: str, *arguments: str) -> None:
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr


def test_arrow_takes_pandas_for_missing_until_it_is_asked_for() -> None:
    run(_ALONE)


def test_neither_a_refresh_nor_its_workers_load_pandas(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    for number, path in enumerate(sorted((ROOT / "data" / "issues").glob("*.txt"))[:2]):
        (papers / f"{number}.txt").write_bytes(path.read_bytes())
    for _ in range(2):  # the second time, what was loaded goes into the history
        run(_REFRESH, str(papers), "--store", str(tmp_path / "store"), "--processes", "1")
        for path in papers.iterdir():
            path.write_text(path.read_text(encoding="utf-8").replace("%", "％"), encoding="utf-8")
