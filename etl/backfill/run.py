"""One backfill: a source, a table, an engine. What a run left unfinished is finished by the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from etl.backfill.batch import Out
from etl.backfill.place import is_url
from etl.backfill.pool import EnginePool, Runs
from etl.backfill.staging import Staging
from etl.refresh.outcome import Outcome
from etl.refresh.run import Opening, Options, of_folder, refresh_sources
from etl.source.objects import ObjectStore
from etl.source.source import Source
from etl.store import Store

if TYPE_CHECKING:
    from etl.extraction import Steps
    from etl.isolation import Limits
    from etl.refresh.target import Target
    from etl.store.bookkeeping import Bookkeeping

STAGING = "staging"
"""Below the store: what batches have given and what is not yet published."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a user may choose beside source and store, and what tests put in place of the real steps."""

    allow_empty: bool = False
    retry: bool = False
    limits: Limits | None = None
    steps: Steps | None = None


def target_of(store: str) -> Target:
    """The store at a folder, or the Delta tables at a URL."""
    if not is_url(store):
        return Store(Path(store).absolute())
    from etl.backfill.delta import DeltaStore

    return DeltaStore(store)


def backfill(source: str, store: str, target: Target, engine: Runs, choices: Choices | None = None) -> Outcome:
    """Brings the table up to date with the source, once, by the engine's workers; see ``refresh_sources``.

    The caller holds ``target.writing()``. Raises what that raises, and ``EngineError`` when the cluster is lost.
    """
    choices = choices or Choices()
    out = Out(f"{store if is_url(store) else Path(store).absolute()}/{STAGING}", str(target.archive.root))
    out = replace(out, limits=choices.limits or out.limits, steps=choices.steps)
    with EnginePool(engine, out) as readers:
        options = Options(allow_empty=choices.allow_empty, retry=choices.retry, readers=readers, title="回填 backfill")
        outcome = refresh_sources([_opening(source, readers)], target, options)
    Staging(out.staging).clear()
    return outcome


def _opening(source: str, readers: EnginePool) -> Opening:
    return partial(_objects, source.rstrip("/"), readers) if is_url(source) else of_folder(Path(source))


def _objects(url: str, readers: EnginePool, book: Bookkeeping, store: Target) -> Source:
    archive = store.archive
    return ObjectStore(url, book, lambda listed: readers.fetch(listed, url, archive), archive.path)
