"""Serves the dashboard with waitress."""

from __future__ import annotations

from pathlib import Path

import waitress

from dashboard.app import create_app

THREADS = 6


def serve(store: Path, host: str = "127.0.0.1", port: int = 8050) -> None:
    """Serves the store's dashboard until interrupted; prints the address when it listens."""
    server = waitress.create_server(create_app(store).server, host=host, port=port, threads=THREADS, ident="baoshu")
    print(f"报数 http://{host}:{port}/  (Ctrl-C 停止 · to stop)", flush=True)
    try:
        server.run()
    finally:
        server.close()
