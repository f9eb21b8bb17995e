"""The Dash app of one store: its frame, its pages, their callbacks, its routes, its headers."""

from __future__ import annotations

import logging
import secrets
from functools import lru_cache
from pathlib import Path

from dash import Dash, set_props

from dashboard import pages, permalinks, printed, routes
from dashboard.cache_folder import cache_folder
from dashboard.callbacks import (
    address,
    comparison,
    issues,
    overview,
    panel,
    review,
    rows,
    runs,
    sectors,
    shell,
    timeline,
    typed,
)
from dashboard.components.shell import frame
from dashboard.compression import compress
from dashboard.language import Language, text
from dashboard.login import Reader
from dashboard.query import Claims
from dashboard.review.log import FILE, ReviewLog
from dashboard.review.reviews import Reviews
from dashboard.security import secure
from dashboard.source import SourceText
from etl.store import Store, StoreDamagedError, StoreEmptyError

ASSETS = Path(__file__).resolve().parent.parent / "assets"
LOG = logging.getLogger("baoshu.dashboard")

INDEX = """<!DOCTYPE html>
<html lang="zh-CN">
    <head>
        {%metas%}
        <title>{%title%}</title>
        {%favicon%}
        {%css%}
    </head>
    <body>
        {%app_entry%}
        {%config%}
        {%scripts%}
        {%renderer%}
    </body>
</html>"""


CLAIMS = "baoshu_claims"
"""Where the server's extensions hold what its charts are drawn from."""


def failed(error: Exception) -> None:
    """Says on the page that a step failed and logs it under a number; the reader sees no traceback."""
    number = secrets.token_hex(3)
    LOG.error("callback failed (%s)", number, exc_info=error)
    words = text(Language.ZH, "failed", kind=type(error).__name__, number=number)
    set_props("notice", {"children": words})


def create_app(store: Path, readers: tuple[Reader, ...] = (), base: str = "") -> Dash:
    """The app over the store in the folder ``store``; an empty store gives an empty page, not an error.

    ``readers`` may log in and nobody else may read; without any everyone may. ``base`` is the public address of links.
    """
    opened = Store(store)
    claims = Claims(store)
    reviews = Reviews(ReviewLog(store / FILE), claims)
    claims.judged = reviews.verdicts
    app = Dash(
        "baoshu",
        assets_folder=str(ASSETS),
        title=text(Language.ZH, "name"),
        update_title="",
        index_string=INDEX,
        on_error=failed,
        suppress_callback_exceptions=True,
        use_pages=True,
        pages_folder="",
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    pages.register()
    app.layout = frame()
    _register(app, opened, claims, reviews)
    permalinks.register(app.server, claims)
    printed.register(app.server, opened)
    routes.register(app.server, claims, reviews, base)
    _set_up(app)
    secure(app, readers)
    compress(app.server, cache_folder(store))
    return app


def _register(app: Dash, store: Store, claims: Claims, reviews: Reviews) -> None:
    """The callbacks of every page."""
    address.register(app)
    shell.register(app, claims)
    overview.register(app, claims)
    sectors.register(app, claims)
    timeline.register(app, claims)
    comparison.register(app, claims)
    issues.register(app, claims)
    rows.register(app, claims)
    runs.register(app, claims, store.path)
    panel.register(app, claims, _source_texts(store), printed.finder(store))
    review.register(app, claims, reviews)
    typed.register(app, claims)
    app.server.extensions[CLAIMS] = claims


def _set_up(app: Dash) -> None:
    """Lets Dash do now what it does before its first request: its router's inline script is hashed by the policy."""
    with app.server.test_request_context("/"):
        app.server.preprocess_request()


def _source_texts(store: Store) -> SourceText:
    @lru_cache(maxsize=64)
    def read(snapshot: Path, issue_id: str) -> str | None:
        del snapshot  # the key of the cache: a corrected issue comes with a new snapshot
        try:
            return store.source_text(issue_id)
        except (KeyError, StoreDamagedError):
            return None

    def source_text(issue_id: str) -> str | None:
        try:
            return read(store.current().path, issue_id)
        except StoreEmptyError:
            return None

    return source_text
