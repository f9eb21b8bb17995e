"""What the first pages ask is answered before their first reader comes, for every snapshot."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from dashboard import warm as module
from dashboard.filter import Filter
from dashboard.headline import headlines
from dashboard.query import Claims
from dashboard.warm import keep_warm, warm


def test_what_was_asked_beforehand_is_not_asked_again(claims: Claims, monkeypatch: pytest.MonkeyPatch) -> None:
    warm(claims)
    for asking in ("relation", "rows"):
        monkeypatch.setattr(claims, asking, lambda *_: pytest.fail("asked again"))
    assert headlines(claims, Filter())
    assert claims.facets(Filter())["measure"]


def test_an_empty_store_is_no_fault(tmp_path: Path) -> None:
    warm(Claims(tmp_path))


def test_each_snapshot_is_warmed_once_and_a_fault_stops_nothing(
    claims: Claims, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    snapshots = [Path("1"), Path("1"), Path("2"), Path("2")]
    stop, warmed = threading.Event(), []

    def snapshot(_claims: Claims) -> Path:
        if len(snapshots) == 1:
            stop.set()
        return snapshots.pop(0)

    def faulty(_claims: Claims) -> None:
        warmed.append(len(snapshots))
        raise OSError("disk")

    monkeypatch.setattr(Claims, "snapshot", snapshot)
    monkeypatch.setattr(module, "warm", faulty)
    keep_warm(claims, stop, every=0)
    assert warmed == [3, 1]
    assert "could not be prepared" in caplog.text
