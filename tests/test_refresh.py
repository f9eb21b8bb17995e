"""A refresh: in = loaded + set aside, always; a second run changes nothing; a bad file stops no other."""

from __future__ import annotations

import errno
import io
import random
from collections import Counter
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import etl
from etl.extraction import Extracted, IssueIds, SetAside, Steps, extract_file, renamed
from etl.model import Article, Claim, Issue
from etl.progress import progress
from etl.refresh.outcome import Outcome, RefreshError
from etl.refresh.run import refresh
from etl.store import KnownIssue, KnownIssues, Store, StoreBusyError, StoreError
from etl.store.bucket import BucketKey
from tests.sample import make_issue, percent_claims, read_sample, write_sample

STEPS = Steps(read_sample, percent_claims)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for day in (1, 2, 3):
        put(tmp_path / "papers", f"{day}.txt", day, f"增长{day}%。")
    return tmp_path / "papers"


def put(folder: Path, name: str, day: int, *sentences: str) -> Path:
    return write_sample(folder / name, make_issue("样报", date(2019, 1, day), sentences))


def run(folder: Path, store: Store, **options: bool) -> Outcome:
    outcome = refresh(folder, store, STEPS, **options)
    assert outcome.found == outcome.loaded + len(outcome.set_aside), "in = loaded + set aside"
    return outcome


def table(store: Store) -> dict[str, list[float]]:
    claims = pd.read_parquet(store.path / "current" / "claims")
    return {str(issue_id): sorted(group["value"]) for issue_id, group in claims.groupby("issue_id")}


def test_new_issues_are_loaded_and_a_second_run_changes_nothing(folder: Path, store: Store) -> None:
    first = run(folder, store)
    assert (len(first.new), first.claims, first.snapshot) == (3, 3, 1)
    assert table(store) == {"样报-2019-01-01": [1], "样报-2019-01-02": [2], "样报-2019-01-03": [3]}
    again = run(folder, store)
    assert (again.new, again.unchanged, again.snapshot) == ([], 3, None)
    assert len(store.snapshots()) == 1


def test_a_source_can_be_cited_and_shown_again(folder: Path, store: Store) -> None:
    run(folder, store)
    row = pd.read_parquet(store.claims_path).iloc[0]
    assert row["source_uri"] == "papers/1.txt"
    assert store.source_text(row["issue_id"])[row["source_start"] : row["source_end"]] == row["value_text"]
    assert store.source_bytes(row["issue_id"]) == (folder / "1.txt").read_bytes()


def test_new_changed_and_removed_are_one_snapshot(folder: Path, store: Store) -> None:
    run(folder, store)
    put(folder, "2.txt", 2, "增长20%，增长21%。")
    (folder / "3.txt").unlink()
    put(folder, "deep/4.txt", 4, "增长4%。")
    outcome = run(folder, store)
    assert (outcome.new, outcome.changed, outcome.removed, outcome.unchanged, outcome.snapshot) == (
        ["样报-2019-01-04"],
        ["样报-2019-01-02"],
        ["样报-2019-01-03"],
        1,
        2,
    )
    assert table(store) == {"样报-2019-01-01": [1], "样报-2019-01-02": [20, 21], "样报-2019-01-04": [4]}


def test_a_corrected_date_moves_the_issue(folder: Path, store: Store) -> None:
    run(folder, store)
    put(folder, "2.txt", 9, "增长2%。")
    assert run(folder, store).changed == ["样报-2019-01-09"]
    assert set(table(store)) == {"样报-2019-01-01", "样报-2019-01-03", "样报-2019-01-09"}


def test_a_new_extractor_extracts_again(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    run(folder, store)
    monkeypatch.setattr(etl, "EXTRACTOR_VERSION", "next")
    monkeypatch.setattr("etl.table.EXTRACTOR_VERSION", "next")
    assert len(run(folder, store).changed) == 3
    assert run(folder, store).unchanged == 3
    assert {issue.extractor_version for issue in store.known().values()} == {"next"}


def test_claim_ids_survive_a_move_of_the_folder(folder: Path, store: Store) -> None:
    run(folder, store)
    before = set(pd.read_parquet(store.claims_path)["claim_id"])
    folder.rename(folder.with_name("archive"))
    outcome = run(folder.with_name("archive"), store)
    assert (outcome.new, len(outcome.changed), outcome.removed) == ([], 3, [])
    claims = pd.read_parquet(store.claims_path)
    assert set(claims["claim_id"]) == before
    assert set(claims["source_uri"]) == {"archive/1.txt", "archive/2.txt", "archive/3.txt"}


def test_a_renamed_file_is_the_same_issue(folder: Path, store: Store) -> None:
    run(folder, store)
    (folder / "1.txt").rename(folder / "first.txt")
    outcome = run(folder, store)
    assert (outcome.new, outcome.changed, outcome.removed) == ([], ["样报-2019-01-01"], [])
    assert len(table(store)) == 3


def test_two_folders_do_not_touch_each_other(folder: Path, store: Store, tmp_path: Path) -> None:
    run(folder, store)
    put(tmp_path / "elsewhere" / "papers", "1.txt", 7, "增长7%。")
    assert run(tmp_path / "elsewhere" / "papers", store).removed == []
    assert len(table(store)) == 4
    assert run(folder, store).unchanged == 3


def test_the_same_content_twice_is_a_duplicate(folder: Path, store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "copy.txt").write_bytes((folder / "1.txt").read_bytes())
    for _ in range(2):
        outcome = run(folder, store)
        assert [each.duplicate_of for each in outcome.set_aside] == ["样报-2019-01-01"]
        assert outcome.faults == []
        assert "papers/copy.txt: 与 样报-2019-01-01 内容相同" in capsys.readouterr().err
    (folder / "1.txt").unlink()
    assert run(folder, store).changed == ["样报-2019-01-01"], "the copy takes its place"
    assert pd.read_parquet(store.claims_path)["source_uri"].str.endswith("copy.txt").sum() == 1


def test_a_second_issue_of_one_day_gets_a_serial_and_keeps_it(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, "evening.txt", 1, "增长8%。")
    run(folder, store)
    assert table(store)["样报-2019-01-01-2"] == [8]
    sentences = pd.read_parquet(store.path / "current" / "sentences")
    assert sentences["sentence_id"].is_unique
    put(folder, "0-morning.txt", 1, "增长9%。")  # sorts before the others
    run(folder, store)
    monkeypatch.setattr(etl, "EXTRACTOR_VERSION", "next")
    monkeypatch.setattr("etl.table.EXTRACTOR_VERSION", "next")
    run(folder, store)
    assert {name: values for name, values in table(store).items() if "01-01" in name} == {
        "样报-2019-01-01": [1],
        "样报-2019-01-01-2": [8],
        "样报-2019-01-01-3": [9],
    }


def test_bad_files_are_one_line_each_and_the_others_go_on(
    folder: Path, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "undated.txt").write_text("样报\n没有日期\n", encoding="utf-8")
    (folder / ".hidden").write_text("no issue", encoding="utf-8")
    outcome = run(folder, store)
    assert len(outcome.new) == 3
    assert [each.source_uri for each in outcome.faults] == ["papers/undated.txt"]
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "papers/undated.txt: 报头：没有日期；请补上 / masthead: no date; add it"
    assert len(lines) == 2, "and the line of advance"


def test_a_fault_of_the_extractor_sets_one_file_aside(folder: Path, store: Store) -> None:
    def broken(issue: Issue) -> list[tuple[Article, Claim]]:
        if issue.issue_date.day == 2:
            raise KeyError("units\nover two lines")
        return percent_claims(issue)

    outcome = refresh(folder, store, Steps(read_sample, broken))
    (aside,) = outcome.faults
    assert str(aside) == "papers/2.txt: 抽取时程序出错 · extraction failed: KeyError: 'units\\nover two lines'"
    assert len(table(store)) == 2
    assert run(folder, store).new == ["样报-2019-01-02"], "its id was free again"


def test_a_file_that_turns_bad_keeps_its_last_good_rows(
    folder: Path, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    run(folder, store)
    (folder / "2.txt").write_text("", encoding="utf-8")
    outcome = run(folder, store)
    assert len(outcome.faults) == 1
    assert table(store)["样报-2019-01-02"] == [2]
    assert "保留此前载入的 样报-2019-01-02" in capsys.readouterr().err
    put(folder, "2.txt", 2, "增长22%。")
    assert run(folder, store).changed == ["样报-2019-01-02"]
    assert table(store)["样报-2019-01-02"] == [22]


def test_a_file_that_becomes_a_copy_leaves_the_table(folder: Path, store: Store) -> None:
    run(folder, store)
    (folder / "2.txt").write_bytes((folder / "1.txt").read_bytes())
    assert run(folder, store).removed == ["样报-2019-01-02"]
    assert set(table(store)) == {"样报-2019-01-01", "样报-2019-01-03"}


def test_a_file_that_changes_while_it_is_read_waits(folder: Path, store: Store) -> None:
    def changing(data: bytes, source_uri: str) -> Issue:
        if source_uri == "papers/2.txt":
            put(folder, "3.txt", 3, "增长3%。", "增长33%。")
        return read_sample(data, source_uri)

    outcome = refresh(folder, store, Steps(changing, percent_claims))
    assert "changed while it was read" in str(outcome.faults[0])
    assert run(folder, store).new == ["样报-2019-01-03"]


def test_an_unreadable_file_is_set_aside(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(self: Path, *arguments: object, **options: object) -> object:
        if self.name == "2.txt":
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return opened(self, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    outcome = run(folder, store)
    assert "Permission denied" in str(outcome.faults[0])
    assert len(outcome.new) == 2


def test_an_archive_that_cannot_be_written_publishes_nothing(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("etl.store.archive.sync_file", refuse)
    with pytest.raises(StoreError, match="Input/output error"):
        run(folder, store)
    assert store.snapshots() == []
    monkeypatch.undo()
    assert len(run(folder, store).new) == 3
    assert store.verify() == []


def test_an_emptied_folder_is_not_taken_at_its_word(folder: Path, store: Store) -> None:
    run(folder, store)
    for path in folder.iterdir():
        path.unlink()
    with pytest.raises(RefreshError, match=r"3 .*--allow-empty"):
        run(folder, store)
    assert len(run(folder, store, allow_empty=True).removed) == 3
    with pytest.raises(RefreshError, match="no such folder"):
        run(folder / "missing", store)


def test_one_refresh_at_a_time(folder: Path, store: Store) -> None:
    with store.writing(), pytest.raises(StoreBusyError):
        run(folder, Store(store.path))
    assert len(run(folder, store).new) == 3


def test_any_sequence_of_changes_ends_as_a_fresh_load(folder: Path, store: Store, tmp_path: Path) -> None:
    dice = random.Random(7)
    for _ in range(25):
        name, day = f"{dice.randrange(6)}.txt", dice.randrange(1, 4)
        if dice.random() < 0.3:
            (folder / name).unlink(missing_ok=True)
        else:
            put(folder, name, day, f"增长{dice.randrange(4)}%。")
        run(folder, store, allow_empty=True)
    fresh = Store(tmp_path / "fresh")
    run(folder, fresh, allow_empty=True)
    assert Counter(map(tuple, table(store).values())) == Counter(map(tuple, table(fresh).values()))
    assert {issue.sha256 for issue in store.known().values()} == {issue.sha256 for issue in fresh.known().values()}
    assert store.verify() == []


def test_renaming_an_issue_renames_its_parts() -> None:
    issue = renamed(make_issue(), "样报-2019-03-28-2")
    assert issue.articles[0].article_id == "样报-2019-03-28-2#0"
    assert issue.articles[0].sentences[0].sentence_id == "样报-2019-03-28-2#0.0"


def test_ids_return_to_those_who_had_them() -> None:
    taken = KnownIssues.of(
        KnownIssue(name, BucketKey("样报", 2019), "", "", digest, "", "")
        for name, digest in (("样报-2019-01-01", "old"), ("样报-2019-01-01-2", "other"))
    )
    ids = IssueIds(taken)
    assert ids.settle("样报-2019-01-01", "new", previous="样报-2019-01-01-2") == "样报-2019-01-01-2"
    assert ids.holder("other") is None
    assert ids.settle("样报-2019-01-01", "newer") == "样报-2019-01-01-3"
    ids.restore("样报-2019-01-01", None)
    assert ids.settle("样报-2019-01-01", "newest") == "样报-2019-01-01"


def test_naming_an_issue_does_not_count_the_others() -> None:
    """A table of a hundred thousand issues would be read through several times for each new one."""

    class Uncounted(KnownIssues):
        def __len__(self) -> int:
            raise AssertionError("the issues of the table are counted")

    ids = IssueIds(Uncounted.of())
    assert ids.holder("bytes") is None
    assert ids.settle("样报-2019-01-01", "bytes") == "样报-2019-01-01"


def test_a_file_by_itself(tmp_path: Path) -> None:
    ids = IssueIds()
    paths = [put(tmp_path, f"{n}.txt", 1, f"增长{n // 2}%。") for n in range(4)]
    results = [extract_file(path, path.name, ids, STEPS) for path in paths]
    assert [each.issue.issue_id for each in results if isinstance(each, Extracted)] == [
        "样报-2019-01-01",
        "样报-2019-01-01-2",
    ]
    assert [each.duplicate_of for each in results if isinstance(each, SetAside)] == [
        "样报-2019-01-01",
        "样报-2019-01-01-2",
    ]


def test_plain_lines_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    with progress("更新 refresh", 3, stream) as advance:
        for name in ("a", "b", "c"):
            advance.step(name)
    assert stream.getvalue() == "更新 refresh 3/3 · 0s · 剩余 left 0s c\n"


def test_a_bar_with_counts_and_time_left_on_a_terminal() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    with progress("更新 refresh", 2, stream) as advance:
        advance.step("a.txt")
        advance.say("b.txt: [设置] 一行")
        advance.step("b.txt")
    shown = stream.getvalue()
    assert "2/2" in shown
    assert "剩余 left" in shown
    assert "b.txt: [设置] 一行" in shown
