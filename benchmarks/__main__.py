"""``make bench``: every figure, with the machine it was measured on."""

from __future__ import annotations

import os
import platform

from benchmarks import extraction, store


def main() -> None:
    """Prints the figures as a table."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}, {platform.system()}\n")
    print("| figure | value | unit |\n| --- | ---: | --- |")
    for benchmark in (extraction, store):
        for figure in benchmark.figures():
            print(figure, flush=True)


if __name__ == "__main__":
    main()
