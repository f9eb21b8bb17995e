"""The console commands, run as a user runs them, on the sample issues and on bad files."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from baoshu.command import app
from etl.schema import CLAIMS
from etl.store import Store

ROOT = Path(__file__).parents[1]
RUNNER = CliRunner()


def run(*arguments: object, code: int = 0, stdin: str | None = None) -> str:
    result = RUNNER.invoke(app, [str(each) for each in arguments], input=stdin)
    assert result.exit_code == code, result.output + repr(result.exception)
    return result.output


def issue_text(publication: str, day: date, body: str) -> str:
    weekday = "一二三四五六日"[day.weekday()]
    return f"{publication}\n\n{day.year}年{day.month}月{day.day}日\n\n星期{weekday}\n\n{body}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    bodies = {
        28: "工业企业利润增长\n\n1—2月份，全国规模以上工业企业利润总额同比下降14%。采矿业利润总额同比增长4.2%。",
        29: "制造业投资\n\n1—2月份，制造业固定资产投资同比增长5.9%。",
    }
    for day, body in bodies.items():
        (folder / f"{day}.txt").write_text(issue_text("样报", date(2019, 3, day), body), encoding="utf-8")
    return folder


@pytest.fixture
def store(folder: Path, tmp_path: Path) -> Path:
    run("refresh", folder, "--store", tmp_path / "store")
    return tmp_path / "store"


def test_help_names_every_command_in_chinese_first() -> None:
    text = run("--help")
    for command in ("refresh", "extract", "mentions", "export", "serve", "verify"):
        assert command in text
        own = run(command, "--help")
        assert any("\u4e00" <= character <= "\u9fff" for character in own)
    assert run("--version").startswith("baoshu ")


@pytest.mark.parametrize("module", ["etl", "dashboard", "baoshu"])
def test_packages_run_as_modules(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", module, "--help"], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert "--help" in done.stdout


def test_refresh_then_pandas(store: Path) -> None:
    claims = pd.read_parquet(store / "current" / "claims")
    assert list(claims.columns) == CLAIMS.names
    assert {"14%", "4.2%", "5.9%"} <= set(claims["value_text"])
    assert claims.loc[claims["value_text"] == "14%", "value"].tolist() == [-14]
    for row in claims.to_dict("records"):
        source = Store(store).source_text(row["issue_id"])
        assert source[row["source_start"] : row["source_end"]] == row["value_text"]


def test_extract_to_parquet_and_csv(folder: Path, tmp_path: Path) -> None:
    for name in ("claims.parquet", "claims.csv"):
        text = run("extract", folder, "-o", tmp_path / name)
        assert "期 issues 2" in text
    table = pd.read_parquet(tmp_path / "claims.parquet")
    assert {Path(uri).name for uri in table["source_uri"]} == {"28.txt", "29.txt"}
    assert len(pd.read_csv(tmp_path / "claims.csv")) == len(table)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.csv", "claims.parquet", "papers"], "no store"
    again = run("extract", folder / "28.txt", folder / "29.txt", "-o", tmp_path / "again.parquet")
    assert "期 issues 2" in again
    assert pd.read_parquet(tmp_path / "again.parquet")["claim_id"].tolist() == table["claim_id"].tolist()


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "undated.txt": "样报\n\n没有日期的一期\n\n利润同比增长7.2%。\n".encode(),
    "unknown.txt": bytes(0x80 + (7 * n * n) % 0x7F for n in range(4000)),
}


def test_bad_files_give_one_line_each_and_the_others_go_on(folder: Path, tmp_path: Path) -> None:
    for name, content in BAD.items():
        (folder / name).write_bytes(content)
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(101 * 1024 * 1024)
    text = run("extract", folder, "-o", tmp_path / "claims.parquet", code=1)
    for name in (*BAD, "huge.txt"):
        lines = [line for line in text.splitlines() if f"papers/{name}: " in line]
        assert len(lines) == 1, f"{name}: {lines}"
        assert "程序出错" not in lines[0]
    assert "期 issues 2 · 搁置 set aside 6" in text
    assert len(pd.read_parquet(tmp_path / "claims.parquet")) >= 3
    text = run("refresh", folder, "--store", tmp_path / "store", code=1)
    assert "文件 files 8 = 新 new 2 + 改 changed 0 + 未变 unchanged 0 + 搁置 set aside 6" in text


def test_export_by_the_filters_of_the_page(store: Path, tmp_path: Path) -> None:
    run("export", "-o", tmp_path / "all.csv", "--store", store)
    content = (tmp_path / "all.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfclaim_id,")
    everything = pd.read_parquet(store / "current" / "claims")
    assert len(pd.read_csv(tmp_path / "all.csv")) == len(everything)
    run("export", "-o", tmp_path / "mining.parquet", "--store", store, "--sector", "采矿业", "--measure", "growth")
    mining = pd.read_parquet(tmp_path / "mining.parquet")
    assert mining["value_text"].tolist() == ["4.2%"]
    run(
        "export",
        "-o",
        tmp_path / "found.csv",
        "--store",
        store,
        "--text",
        "固定资产",
        "--from",
        "2019-01",
        "--to",
        "2019-02",
    )
    found = pd.read_csv(tmp_path / "found.csv")
    assert set(found["value_text"]) == {"5.9%"}
    assert found["sentence"].str.contains("固定资产").all()


def test_what_cannot_be_done_says_why(folder: Path, store: Path, tmp_path: Path) -> None:
    assert "没有的行业" in run("export", "-o", tmp_path / "a.csv", "--store", store, "--sector", "没有的行业", code=2)
    assert ".csv" in run("export", "-o", tmp_path / "a.ods", "--store", store, code=2)
    assert ".csv" in run("extract", folder, "-o", tmp_path / "a.xlsx", code=2)
    assert "cannot be written" in run("extract", folder, "-o", tmp_path / "no" / "a.csv", code=2)
    assert "baoshu refresh" in run("export", "-o", tmp_path / "a.csv", "--store", tmp_path / "none", code=4)
    assert "no such folder" in run("refresh", tmp_path / "nowhere", "--store", store, code=2)
    with Store(store).writing():
        assert str(os.getpid()) in run("refresh", folder, "--store", store, code=3)
    victim = next((store / "current" / "claims").resolve().glob("*.parquet"))
    assert "完好" in run("verify", "--store", store)
    victim.write_bytes(b"PAR1")
    assert victim.name in run("verify", "--store", store, code=4)


def test_mentions_follow_the_protocol(monkeypatch: pytest.MonkeyPatch) -> None:
    records = [
        {"id": "a", "text": "利润同比增长7.2%。", "ref_date": "2019-03-28"},
        {"id": "b", "text": "", "ref_date": None},
    ]
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records) + "\n"
    done = subprocess.run(
        [sys.executable, "-m", "baoshu", "mentions"],
        input=lines.encode(),
        capture_output=True,
        cwd=ROOT,
        check=True,
        env={**os.environ, "LC_ALL": "C"},
    )
    first, second = map(json.loads, done.stdout.decode().splitlines())
    assert first["id"] == "a"
    assert [(number["value"], number["unit"]) for number in first["numbers"]] == [(7.2, "%")]
    assert second == {"id": "b", "numbers": [], "periods": []}
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    failed = subprocess.run(
        [sys.executable, "-m", "baoshu", "mentions"], input=b'{"id": 1}\n', capture_output=True, cwd=ROOT, check=False
    )
    assert failed.returncode == 2
    assert "第 1 行" in failed.stderr.decode()


def test_the_sample_issues_load_completely(tmp_path: Path) -> None:
    text = run("refresh", ROOT / "data" / "issues", "--store", tmp_path / "store")
    files = len([path for path in (ROOT / "data" / "issues").iterdir() if not path.name.startswith(".")])
    assert f"文件 files {files} = 新 new {files} " in text
    assert "搁置 set aside 0" in text
