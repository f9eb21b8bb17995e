"""The documentation under test: every command, option and column is in it, and it names nothing that is not there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from typer.main import get_command

from baoshu.command import app
from etl.command import EXIT_BUSY, EXIT_SET_ASIDE, EXIT_STORE, EXIT_USAGE
from etl.schema import CODES, COLUMNS, Column
from etl.store.bucket import DATASETS
from etl.store.history import KEPT_AT_LEAST, KEPT_DAYS, KEPT_SNAPSHOTS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "data").glob("*.md")])


def table_after(heading: str) -> list[list[str]]:
    """The rows of the first table below a heading of the README, without its head."""
    section = README.split(f"\n{heading}\n", 1)[1]
    lines = section.split("\n|", 1)[1].split("\n\n", 1)[0].split("\n")
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def type_in_words(column: Column) -> str:
    words = {"string": "string", "int32": "int32", "double": "float64", "date32[day]": "date"}
    name = words.get(str(column.type)) or f"list of {column.type.value_type}"
    return f"{name}, null" if column.nullable else name


def test_every_column_is_in_the_readme_as_the_schema_has_it() -> None:
    rows = table_after("### Columns")
    assert [row[0] for row in rows] == [f"`{column.name}`" for column in COLUMNS]
    for row, column in zip(rows, COLUMNS, strict=True):
        assert row[1:3] == [type_in_words(column), column.label_zh], column.name
        assert row[3].startswith(column.description_en), column.name
        assert re.findall(r"`(\w+)`", row[3].removeprefix(column.description_en)) == list(CODES.get(column.name, {}))


def commands() -> dict[str, list[str]]:
    """The options of every command."""
    group = get_command(app)
    return {
        name: [option for parameter in command.params for option in parameter.opts if option.startswith("--")]
        for name, command in group.commands.items()  # type: ignore[attr-defined]
    }


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_is_in_the_readme(name: str) -> None:
    (row,) = [row for row in table_after("## Commands") if row[0].startswith(f"`baoshu {name}")]
    for option in commands()[name]:
        documented = option in row[0] + row[1] or (option == "--output" and " -o " in row[0])
        assert documented or (option == "--store" and name == "export"), f"{name} {option}"


def test_the_readme_knows_no_other_command() -> None:
    assert set(re.findall(r"`baoshu ([a-z]+)", README)) == set(commands())


def test_exit_codes_are_documented() -> None:
    for code in (0, EXIT_SET_ASIDE, EXIT_USAGE, EXIT_BUSY, EXIT_STORE):
        assert re.search(rf"[:·] {code} ", README.split("Exit codes", 1)[1].split("\n\n")[0])


@pytest.mark.parametrize("target", re.findall(r"make ([a-z]+)", README))
def test_every_target_that_is_named_is_in_the_makefile(target: str) -> None:
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert re.search(rf"^{target} ", done.stdout, re.MULTILINE)


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_links_and_paths_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []
    paths = re.findall(r"`((?:etl|dashboard|tests|docs|scripts|assets|benchmarks)/[\w./-]+\.\w+)`", text)
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_names_in_the_code_that_the_readme_points_to() -> None:
    pointed = re.findall(r"`([A-Z_]+)`\s+in\s+`((?:etl|dashboard)/[\w/]+\.py)`", README)
    assert len(pointed) >= 4
    for name, path in pointed:
        assert re.search(rf"^{name}\b", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE), f"{name} in {path}"


def test_what_is_said_of_the_store() -> None:
    for dataset in DATASETS:
        assert f"`{dataset}/`" in README
    assert f"newest {KEPT_SNAPSHOTS} stay, the last snapshot of each day for {KEPT_DAYS} days" in ARCHITECTURE
    assert KEPT_AT_LEAST.total_seconds() == 3600
    assert "at least an hour" in ARCHITECTURE


def test_there_is_a_chinese_section_and_a_picture() -> None:
    assert re.search(r"^## .*中文", README, re.MULTILINE)
    assert re.search(r"!\[[^\]]+\]\(docs/dashboard\.png\)", README)
