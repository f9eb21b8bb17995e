"""Full claims with the compiled modules (``make compiled``), in a process of its own: a process has these or those.

As a program it prints the characters a second of each text as JSON; nothing where no compiled modules are in use.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache, partial

from benchmarks.figure import core_seconds
from benchmarks.text import Text, dense, news
from etl.compiled import PURE, in_use
from etl.heap import settle
from etl.pipeline import extract


@cache
def speeds() -> dict[str, float]:
    """Name of a text -> characters a second; empty, saying so, where nothing is compiled."""
    command = [sys.executable, "-m", "benchmarks.compiled"]
    done = subprocess.run(command, env={**os.environ, PURE: "0"}, capture_output=True, text=True, check=True)
    if not done.stdout:
        print("compiled modules: left out, there are none of these sources (make compiled)", file=sys.stderr)
        return {}
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _claims(text: Text) -> int:
    return sum(len(extract(issue)) for issue in text.issues)


if __name__ == "__main__" and any(in_use()):
    texts = news(), dense()
    settle()  # as a worker does (etl/preload.py)
    print(json.dumps({text.name: text.characters / core_seconds(partial(_claims, text)) for text in texts}))
