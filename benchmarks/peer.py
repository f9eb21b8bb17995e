"""Recognizers-Text, the peer that reads most: its five numeric models and our full claims over the same texts.

It is installed once, with hashes, into an environment of its own under ``build/``; it is no part of Baoshu. Where it
cannot be had (no network), the comparison is left out, saying so. Of both it is the median of as many runs, in the time
of one core; the peer reads the first part of each text, for it takes a second for what we read in a twentieth.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.compiled import speeds
from benchmarks.figure import RUNS, Figure, core_seconds
from benchmarks.text import Text, dense, news
from etl.heap import settled
from etl.pipeline import extract

ENVIRONMENT = Path(__file__).parents[1] / "build" / "peer"
LOCK = Path(__file__).with_name("peer.lock")
PART = 40_000
"""So many characters of a text the peer reads."""
TIMES_AS_FAST = 25.0
_PEER = """
import json, statistics, sys, time
from recognizers_number import Culture, recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_currency, recognize_dimension, recognize_temperature
models = recognize_number, recognize_percentage, recognize_currency, recognize_dimension, recognize_temperature
lines = json.load(sys.stdin)
for model in models:
    model(lines[0], Culture.Chinese)
def seconds():
    begun = time.process_time()
    found = sum(len(model(line, Culture.Chinese)) for line in lines for model in models)
    return time.process_time() - begun if found else None
print(json.dumps(statistics.median(seconds() for _ in range(int(sys.argv[1])))))
"""


def figures() -> Iterator[Figure]:
    """Characters a second of the peer and how many times as fast full claims are, over news and dense text."""
    python = _installed()
    if python is None:
        print("peer: left out, its packages could not be installed", file=sys.stderr)
        return
    for text in (news(), dense()):
        theirs = _peer_speed(python, text)
        with settled():  # as a worker is (etl/preload.py)
            ours = text.characters / core_seconds(partial(_claims, text))
        yield Figure(f"{text.name}: Recognizers, five numeric models", theirs, "characters/s")
        yield Figure(f"{text.name}: our full claims against it", ours / theirs, "×", at_least=TIMES_AS_FAST)
        if text.name in speeds():
            yield Figure(f"{text.name}: our full claims, compiled, against it", speeds()[text.name] / theirs, "×")


def _claims(text: Text) -> int:
    return sum(len(extract(issue)) for issue in text.issues)


def _installed() -> Path | None:
    python = ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    stamp = ENVIRONMENT / "installed"
    if stamp.exists() and stamp.read_bytes() == LOCK.read_bytes():
        return python
    venv.create(ENVIRONMENT, clear=True, with_pip=True)
    command = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", str(LOCK)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(done.stderr.strip().splitlines()[-1:], file=sys.stderr)
        return None
    stamp.write_bytes(LOCK.read_bytes())
    return python


def _peer_speed(python: Path, text: Text) -> float:
    lines: list[str] = []
    for line in (line for issue in text.issues for line in issue.text.splitlines() if line.strip()):
        if sum(map(len, lines)) >= PART:
            break
        lines.append(line)
    command = [str(python), "-W", "ignore", "-c", _PEER, str(RUNS)]
    done = subprocess.run(command, input=json.dumps(lines), capture_output=True, text=True, check=True)
    return sum(map(len, lines)) / float(done.stdout)
