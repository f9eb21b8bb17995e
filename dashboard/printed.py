"""Where a claim is printed beyond the text: the picture of its page with the number framed, its page on the web."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from flask import Flask, Response

from etl.store import Frame, NoPictureError, Store, StoreDamagedError, StoreEmptyError, frames, page_picture, source_url

WIDTH = 1_600
"""Pixels across: small print of a broadsheet can be read."""
_DAY = "private, max-age=86400"


@dataclass(frozen=True, slots=True)
class Picture:
    """The address of a page's picture on this host, and the frames around the number, in parts of the page."""

    address: str
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """What there is: None for a claim that came as text or without an address."""

    picture: Picture | None = None
    url: str | None = None


NOWHERE = Printed()
FindPrinted = Callable[[Mapping[str, Any]], Printed]
"""Where a row of the claims table is printed."""


def nowhere(_claim: Mapping[str, Any]) -> Printed:
    """For what keeps neither pictures nor addresses."""
    return NOWHERE


def finder(store: Store) -> FindPrinted:
    """Where claims of the store are printed; what the archive has lost is not shown."""

    def find(claim: Mapping[str, Any]) -> Printed:
        issue, start, end = claim["issue_id"], int(claim["source_start"]), int(claim["source_end"])
        try:
            found = frames(store, issue, start, end)
            url = source_url(store, issue, start)
            serial = store.current().path.name
        except (KeyError, StoreDamagedError, StoreEmptyError):
            return NOWHERE
        return Printed(_picture(issue, found, serial), url)

    return find


def _picture(issue_id: str, found: list[Frame], serial: str) -> Picture | None:
    if not found:
        return None
    page = found[0].page
    # the snapshot's number: a corrected issue has another picture under another address
    address = f"/picture/{page}/{quote(issue_id, safe='')}?snapshot={serial}"
    return Picture(address, tuple(frame for frame in found if frame.page == page))


def register(server: Flask, store: Store) -> None:
    """Adds ``/picture/<page>/<issue_id>``, the page (from 0) as PNG; 404 where there is none."""

    @server.get("/picture/<int:page>/<path:issue_id>")
    def picture(page: int, issue_id: str) -> Response:
        try:
            drawn = page_picture(store, issue_id, page, WIDTH)
        except (KeyError, NoPictureError, StoreDamagedError):
            return Response("没有这一版的图像 · no picture of that page\n", 404, mimetype="text/plain")
        return Response(drawn, mimetype="image/png", headers={"Cache-Control": _DAY})
