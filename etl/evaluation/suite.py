"""The peers' test suites: how many of their cases our numbers and times pass, beside the best peer's rate.

The suites and the program that counts lie beside the checkout (``suites/README.md`` there names the peers).
"""

from __future__ import annotations

import re
import subprocess
import sys

from etl.evaluation.bar import SUITE_MARGIN, Figure
from etl.evaluation.gold import ROOT, SHARED

_LINE = re.compile(r"^(\w+) +([0-9]+)/([0-9]+) ")
_PEER = re.compile(r"^\| (\w+) [0-9]+ \| ([0-9]+) %", re.M)


def suite_figures() -> list[Figure]:
    """One figure for each suite, and one for all; none without the suites.

    Raises ``RuntimeError`` with the program's own words if it fails.
    """
    program = SHARED / "tools" / "suites.py"
    if not program.exists():
        return []
    peers = {name: int(rate) / 100 for name, rate in _PEER.findall(_read_me())}
    command = [sys.executable, str(program), "--run", f'"{sys.executable}" -m etl.mention.protocol']
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"{program.name}: {done.stderr.strip()}")
    found = [_figure(line, peers) for line in done.stdout.splitlines()]
    return [figure for figure in found if figure is not None]


def _figure(line: str, peers: dict[str, float]) -> Figure | None:
    match = _LINE.match(line)
    if match is None:
        return None
    name, passed, cases = match.group(1), int(match.group(2)), int(match.group(3))
    bar = peers[name] - SUITE_MARGIN if name in peers else None
    return Figure("suite", name, passed / cases, bar, f"{passed} of {cases}")


def _read_me() -> str:
    return (SHARED / "suites" / "README.md").read_text(encoding="utf-8")
