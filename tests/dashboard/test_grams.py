from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard import grams

_TEXT = st.text(st.sampled_from("利润总额增长a5%\n𝟙 "), max_size=150)


def _index(sentences: list[str], names: list[str]) -> duckdb.DuckDBPyConnection:
    database = duckdb.connect(":memory:")
    for table, texts in (("sentences", sentences), ("names", names)):
        database.execute(f"CREATE TABLE {table} (key INTEGER, folded VARCHAR)")
        # the other way round: the numbers follow the keys, not the rows
        for key, text in reversed(list(enumerate(texts, 1))):
            database.execute(f"INSERT INTO {table} VALUES (?, ?)", [key, text])
    grams.fill(database, ("sentences", "names"))
    return database


def _found(database: duckdb.DuckDBPyConnection, term: str) -> list[int]:
    return [int(text) for text in grams.holding(database, grams.read_blocks(database), term).members()]


@pytest.mark.parametrize("many", [grams.MANY, 0])
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_TEXT, max_size=6), st.lists(_TEXT, max_size=4), st.text("利润总额增长a5%\n𝟙 ", min_size=1, max_size=7))
def test_what_is_found_is_what_a_scan_finds(
    monkeypatch: pytest.MonkeyPatch, many: int, sentences: list[str], names: list[str], term: str
) -> None:
    """Whether texts that hold what is common are listed beforehand or not."""
    monkeypatch.setattr(grams, "MANY", many)
    scanned = [number for number, text in enumerate([*sentences, *names]) if term in text]
    assert _found(_index(sentences, names), term) == scanned


def test_texts_that_hold_what_is_common_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grams, "MANY", 0)
    database = _index(["利润增长", *["总额"] * 40], [])
    assert database.execute("SELECT term FROM common ORDER BY term").fetchall() == [("总",), ("总额",), ("额",)]


def test_a_term_is_not_found_across_two_texts_nor_where_its_pairs_stand_apart() -> None:
    filled = "润" * grams.BLOCK
    database = _index(["利润", "总额", "总额增，额增长，增长总额", filled, "利"], [])
    assert _found(database, "润总") == []
    assert _found(database, "总额增长") == []
    assert _found(database, "润利") == []
    assert _found(database, "润" * grams.BLOCK) == [3]
    assert _found(database, "润") == [0, 3]


@pytest.mark.parametrize("term", ["", "\0", "利\0", "没有"])
def test_what_stands_nowhere_is_found_nowhere(term: str) -> None:
    assert _found(_index(["利润"], ["总额"]), term) == []


def test_an_index_of_nothing_finds_nothing() -> None:
    assert _found(_index([], []), "利润") == []


def test_nothing_stays_beside_the_index(tmp_path: Path) -> None:
    with duckdb.connect(tmp_path / "it's.duckdb") as database:
        database.execute("CREATE TABLE sentences AS SELECT 1 AS key, '利润总额' AS folded")
        grams.fill(database, ("sentences",))
        assert _found(database, "总额") == [0]
    assert [path.name for path in tmp_path.iterdir()] == ["it's.duckdb"]


def test_all_places_of_a_pair_stand_in_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grams, "_PLACE", 6)
    monkeypatch.setattr(grams, "_SORTED", 5)
    database = _index(["利润增长利润", "增长", "利润总额" * 30], ["利润"])
    stored = database.execute("SELECT gram, place FROM grams ORDER BY rowid").fetchall()
    assert stored == sorted(stored)
    assert len(stored) > 100
    assert _found(database, "利润") == [0, 2, 3]
    assert _found(database, "润总额利") == [2]
