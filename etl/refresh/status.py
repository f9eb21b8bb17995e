"""What ``baoshu status`` prints: runs, freshness, sources, what is set aside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from etl.store.history import BEIJING, day_of
from etl.store.ledger import MAX_TRIES, Run, freshness, runs, set_aside, sources

_STATES = {"running": "进行中", "done": "完成", "failed": "失败", "interrupted": "中断"}
_TRIGGERS = {"command": "命令", "watch": "变动", "schedule": "定时"}


def lines(store: Path, limit: int) -> Iterator[str]:
    """The lines of the report; raises ``StoreError``."""
    found = runs(store, limit)
    yield f"更新 runs（{store}）"
    yield from map(_run, found)
    if not found:
        yield "  尚无，先运行 baoshu refresh · none yet, run: baoshu refresh"
    today = day_of(datetime.now(UTC))
    yield "各报 publications"
    for paper in freshness(store):
        loaded = f" · 载入 loaded {_moment(paper.loaded)}" if paper.loaded else ""
        yield (
            f"  {paper.publication}: 最新 newest {paper.newest_issue}（{paper.days_behind(today)} 天前 days ago） · "
            f"期 issues {paper.issues} · 数字 claims {paper.claims}{loaded}"
        )
    yield "来源 sources"
    for source in sources(store):
        said = f" · {source.message}" if source.message else ""
        yield f"  {source.name} [{source.kind}] {source.origin}: 问于 asked {_moment(source.asked)}{said}"
    aside = set_aside(store)
    faults = [each for each in aside if each.duplicate_of is None]
    yield f"搁置 set aside {len(faults)} · 重复 duplicates {len(aside) - len(faults)}"
    for each in faults:
        given_up = "，不再尝试 · given up" if each.given_up else ""
        kept = f" · 仍用旧行 earlier rows kept: {each.kept_issue}" if each.kept_issue else ""
        reason = each.reason if each.reason.startswith(each.source_uri) else f"{each.source_uri}: {each.reason}"
        yield f"  {reason}（{each.tries}/{MAX_TRIES}{given_up}）{kept}"


def _run(run: Run) -> str:
    time = f"{run.seconds:.0f}s" if run.seconds is not None else "–"
    published = f" · 快照 snapshot {run.snapshot}" if run.snapshot else ""
    message = f" · {run.message}" if run.message else ""
    how = f"{_TRIGGERS[run.trigger]} {run.trigger} {_STATES[run.state]} {run.state}"
    return (
        f"  {run.run_id} {_moment(run.started)} {time} {how}:"
        f" 文件 files {run.found} = 新 new {run.new} + 改 changed {run.changed} + 未变 unchanged {run.unchanged} +"
        f" 搁置 set aside {run.set_aside} · 撤 removed {run.removed} · 数字 claims {run.claims}{published}{message}"
    )


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(BEIJING):%Y-%m-%d %H:%M}"
