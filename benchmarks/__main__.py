"""``make bench``: every figure beside its limit, with the machine it was measured on; also to ``RESULTS.md``."""

from __future__ import annotations

import os
import platform
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks import browser, cores, dashboard, engine, extraction, growth, length, memory, peer, refresh, store

RESULTS = Path(__file__).with_name("RESULTS.md")
BENCHMARKS = {
    "extraction": extraction,
    "peer": peer,
    "length": length,
    "memory": memory,
    "refresh": refresh,
    "cores": cores,
    "growth": growth,
    "engine": engine,
    "store": store,
    "dashboard": dashboard,
    "browser": browser,
}
_HEAD = """# Speed and memory

Written by `make bench`: medians of five runs, for growth with length the least of five. Extraction is measured in the
time of one core, the store and the dashboard by the clock. The limits are the project's own.

"""
_PACKAGES = ("duckdb", "pandas", "pyarrow")


def main(wanted: list[str]) -> int:
    """Prints the figures as a table and writes them down; names of benchmarks restrict both to the first.

    1 when a limit is broken, 2 for a name that is none.
    """
    unknown = [name for name in wanted if name not in BENCHMARKS]
    if unknown:
        print(f"{', '.join(unknown)}: no such benchmark; there are {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    lines = [_machine(), "", "| figure | value | unit | limit | |", "| --- | ---: | --- | ---: | --- |"]
    print("\n".join(lines), flush=True)
    broken = False
    for name in wanted or BENCHMARKS:
        for figure in BENCHMARKS[name].figures():
            print(figure, flush=True)
            lines.append(str(figure))
            broken = broken or figure.met is False
    if not wanted:
        RESULTS.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    return 1 if broken else 0


def _machine() -> str:
    load = f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "load unknown"
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return (
        f"{datetime.now(UTC).date()} · Python {platform.python_version()} · {packages} · "
        f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, {load}"
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
