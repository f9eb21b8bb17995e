"""``make faults``: every promise at its count, as a table; ``python -m tests.faults 3 12`` proves some of them."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import redirect_stderr
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults import crash, disk, escape, hostile, loss, losses, overlap, poison, reading, rot
from tests.faults.tally import Tally


@dataclass(frozen=True, slots=True)
class Proof:
    """How a promise is proven, at its full count and in short."""

    prove: Callable[[Path, int], Tally]
    full: int
    short: int


PROOFS = {
    1: Proof(loss.prove, 1_000, 30),
    3: Proof(crash.prove, 500, 6),
    4: Proof(reading.prove, 10_000, 120),
    5: Proof(overlap.prove, 100, 2),
    6: Proof(hostile.prove, 5_000, 25),
    11: Proof(disk.prove, 1_000, 2),
    12: Proof(rot.prove, 1_000, 40),
    15: Proof(poison.prove, 100, 8),
    16: Proof(escape.prove, 1_000, 1_000),
    17: Proof(losses.prove, 3_000, 300),
}
HEAD = """| 承诺 promise | 考验 test | 次数 cases | 未守 broken | 其中 of these | 秒 s |
| ---: | --- | ---: | ---: | --- | ---: |"""


def main(wanted: list[str]) -> int:
    """Prints a row for every promise; 1 if one was broken."""
    print(HEAD, flush=True)
    broken: list[str] = []
    for number, proof in PROOFS.items():
        if wanted and str(number) not in wanted:
            continue
        started = time.monotonic()
        with TemporaryDirectory() as folder, redirect_stderr(StringIO()):
            tally = proof.prove(Path(folder), proof.full)
        print(tally.row(time.monotonic() - started), flush=True)
        broken += [f"{number}: {case}" for case in tally.broken]
    print("\n".join(["", *broken[:50]]) if broken else "", flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
