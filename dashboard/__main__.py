"""``python -m dashboard``: serves the store in ``data/store`` or the one named."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.server import LoginNeededError, Serving, serve


def main() -> None:
    """Reads the command line and serves."""
    parser = argparse.ArgumentParser(prog="python -m dashboard", description="报数看板 · the dashboard")
    parser.add_argument("--store", type=Path, default=Path("data/store"), help="数据仓 · the store")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8050)
    parser.add_argument("--no-login", action="store_true", help="不要登录 · ask nobody to log in")
    arguments = parser.parse_args()
    try:
        serve(arguments.store, Serving(arguments.host, arguments.port, login=not arguments.no_login))
    except LoginNeededError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
