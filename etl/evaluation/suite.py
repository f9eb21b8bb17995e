"""The peers' test suites: how many of their cases our numbers and times pass, beside the best peer's rate.

The suites and the program that counts lie beside the checkout (``suites/README.md`` there names the peers).
Cases that contradict the contract are listed in ``docs/suites.csv``, each with its reason, and count as passed.
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections.abc import Iterator

from etl.evaluation.bar import SUITE_MARGIN, Figure
from etl.evaluation.gold import ROOT, SHARED

LISTED = ROOT / "docs" / "suites.csv"
"""The cases that the contract reads otherwise: suite, case, reason."""

_SUMMARY = re.compile(r"^(\w+) +([0-9]+)/([0-9]+) ")
_WRONG = re.compile(r"^  - (.*?) \| want ")
_PEER = re.compile(r"^\| (\w+) [0-9]+ \| ([0-9]+) %", re.M)
_ALL = "all"
_SHOWN = 10_000  # every wrong case


def listed_cases() -> dict[str, set[str]]:
    """Suite -> the ids of its cases that are read otherwise for a reason."""
    cases: dict[str, set[str]] = {}
    with LISTED.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            cases.setdefault(row["suite"], set()).add(row["case"])
    return cases


def suite_figures() -> list[Figure]:
    """One figure for each suite, and one for all; none without the suites.

    Raises ``RuntimeError`` with the program's own words if it fails.
    """
    program = SHARED / "tools" / "suites.py"
    if not program.exists():
        return []
    command = [
        sys.executable,
        str(program),
        "--run",
        f'"{sys.executable}" -m baoshu mentions',
        "--wrong",
        f"{_SHOWN}",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"{program.name}: {done.stderr.strip()}")
    peers = {name: int(rate) / 100 for name, rate in _PEER.findall(_read_me())}
    return list(_figures(done.stdout.splitlines(), peers))


def _figures(printed: list[str], peers: dict[str, float]) -> Iterator[Figure]:
    """The program prints the wrong cases of a suite, then its count; the count of all comes last."""
    listed, wrong, excused = listed_cases(), list[str](), 0
    for line in printed:
        case, summary = _WRONG.match(line), _SUMMARY.match(line)
        if case is not None:
            wrong.append(case.group(1))
        elif summary is not None:
            name, passed, cases = summary.group(1), int(summary.group(2)), int(summary.group(3))
            allowed = excused if name == _ALL else _count(name, wrong, listed.get(name, set()))
            excused, wrong = excused + allowed, []
            bar = peers[name] - SUITE_MARGIN if name in peers else None
            note = f"{passed} of {cases}" + (f" and {allowed} listed" if allowed else "")
            yield Figure("suite", name, (passed + allowed) / cases, bar, note)


def _count(suite: str, wrong: list[str], listed: set[str]) -> int:
    """How many of the wrong cases, which are known by their texts, are listed."""
    if not wrong or not listed:
        return 0
    lines = (SHARED / "suites" / f"{suite}.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {case["text"] for case in map(json.loads, lines) if case["id"] in listed}
    return sum(text in texts for text in wrong)


def _read_me() -> str:
    return (SHARED / "suites" / "README.md").read_text(encoding="utf-8")
