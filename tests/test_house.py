"""The rules of the house that no other tool checks: sizes, names, import targets, nothing of any one machine."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = ("baoshu", "etl", "dashboard", "tests", "benchmarks")
MAX_FILE, MAX_FUNCTION = 400, 40
VAGUE = {"utils", "util", "helpers", "helper", "misc", "data", "info", "common", "tools", "stuff"}
DASHBOARD_MAY_IMPORT = ("etl.schema", "etl.store", "etl.lexicon.sectors", "etl.lexicon.indicators")

#: In pieces, so that this file does not name them itself.
PLACES = {
    "a package registry": ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "conda" + ".anaconda"),
    "a content network": ("jsdeli" + "vr", "unp" + "kg.com", "cdn" + "js", "googleap" + "is.com"),
    "a place on one machine": (
        "/wo" + "rk/",
        "/tm" + "p/",
        "/ro" + "ot/",
        "/ho" + "me/",
        "/Use" + "rs/",
        "." + "library",
    ),
}


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that a clone has; outside a clone, every file of the code."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return tuple(path for name in done.stdout.split("\0") if name and (path := ROOT / name).is_file())
    return tuple(path for folder in CODE for path in (ROOT / folder).rglob("*.py"))


def modules() -> list[Path]:
    return [path for path in tracked() if path.suffix == ".py"]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_sizes(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= MAX_FILE, f"{name_of(path)}: a file holds one thing, in {MAX_FILE} lines"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= MAX_FUNCTION, f"{name_of(path)}:{node.lineno}: {node.name} has {lines} lines"


def test_names_say_what_a_module_holds() -> None:
    assert [name_of(path) for path in modules() if path.stem in VAGUE] == []


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_the_dashboard_knows_the_schema_the_store_and_the_trees() -> None:
    for path in modules():
        if path.is_relative_to(ROOT / "dashboard"):
            for name in imported(path):
                if name == "etl" or name.startswith("etl."):
                    assert name.startswith(DASHBOARD_MAY_IMPORT), f"{name_of(path)} imports {name}"


def test_figures_never_import_dash() -> None:
    for path in modules():
        if path.is_relative_to(ROOT / "dashboard" / "figures"):
            assert not [name for name in imported(path) if name.split(".")[0].startswith("dash_") or name == "dash"]


@pytest.mark.parametrize("what", PLACES)
def test_no_file_names(what: str) -> None:
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{name_of(path)}: {place}" for place in PLACES[what] if place in text]
    assert found == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_locks_pin_every_package_with_hashes_and_name_no_source(name: str) -> None:
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?://|--index|--extra|--find-links|@ ", lock)
    packages = re.split(r"\n(?=[a-z])", lock.strip())
    assert len(packages) > 40
    for package in packages:
        first, *hashes = package.splitlines()
        assert re.fullmatch(r"[a-z0-9._-]+==[^ ]+( ;.*)? \\", first), first
        assert hashes, first
        assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line) for line in hashes), first


def test_the_dev_lock_holds_what_the_runtime_lock_holds() -> None:
    pins = [
        set(re.findall(r"^[a-z0-9._-]+==[^ ]+", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    ]
    assert pins[0] <= pins[1]


def test_the_locks_cover_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    asked = project["project"]["dependencies"] + [
        each for group in project["dependency-groups"].values() for each in group
    ]
    for requirement in asked:
        name = re.split(r"[<>=!~ ;\[]", requirement)[0]
        assert re.search(rf"^{re.escape(name)}==", lock, re.MULTILINE), f"{name} is not locked: make lock"


def test_ci_runs_the_targets_of_the_makefile() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "make check test" in ci
    assert not re.search(r"\b(pip|apt|apt-get|uv|playwright) ", ci), "what is needed is installed by the Makefile"


#: What comes with a package that is asked for, and only so.
BROUGHT = {"flask": "dash", "werkzeug": "dash", "numpy": "pandas", "opencv-python": "rapidocr-onnxruntime"}


def test_what_is_shipped_imports_only_what_the_project_asks_for() -> None:
    """A package that only the tests bring would be missing where the project runs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]
    names = {re.split(r"[<>=!~ ;\[]", requirement)[0] for requirement in asked}
    distributions = packages_distributions()
    missing = []
    for path in (path for folder in ("baoshu", "etl", "dashboard") for path in (ROOT / folder).rglob("*.py")):
        for module in _outside(ast.parse(path.read_text(encoding="utf-8"))):
            found = {name.lower().replace("_", "-") for name in distributions.get(module, ())}
            if not names & (found | {BROUGHT[name] for name in found if name in BROUGHT}):
                missing.append(f"{path.relative_to(ROOT)}: {module}")
    assert missing == []


def _outside(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
        tops = (name.partition(".")[0] for name in names)
        yield from (top for top in tops if top not in sys.stdlib_module_names and top not in CODE)


def test_issues_are_read_without_the_extra_for_scans() -> None:
    code = (
        "import sys; sys.modules.update(cv2=None, rapidocr_onnxruntime=None)\n"
        "from pathlib import Path; from etl.extraction import Extracted, IssueIds, extract_file\n"
        "path = next(Path('data/issues').glob('*.txt')); result = extract_file(path, path.name, IssueIds())\n"
        "assert isinstance(result, Extracted), result\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
