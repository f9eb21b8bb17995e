"""Promise 12: a bit that flips anywhere in the store is detected."""

from __future__ import annotations

import random
from pathlib import Path

from etl.store import Store
from etl.store.known import INDEX
from tests.faults.tally import Tally
from tests.store.writer import PUBLICATIONS, rows_of


def prove(folder: Path, count: int) -> Tally:
    """``count`` flips, one at a time, in tables, manifests and archive; ``verify`` names each, then it is undone."""
    tally = Tally(12, "位翻转：被发现并指名 · flipped bits")
    store = Store(folder)
    for value in range(3):
        store.replace_issues([rows_of(publication, value) for publication in PUBLICATIONS])
    # the index of issues is made of the tables again where it is missing: nothing is promised of it
    files = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.stat().st_size and path.name not in (".lock", INDEX)
    ]
    dice = random.Random(12)
    for _ in range(count):
        path = dice.choice(files)
        sound = path.read_bytes()
        flipped = bytearray(sound)
        place = dice.randrange(len(flipped))
        flipped[place] ^= 1 << dice.randrange(8)
        path.write_bytes(flipped)
        lines = Store(folder).verify()
        tally.expect(any(path.name in line for line in lines), f"{path.relative_to(folder)}, byte {place}: {lines}")
        tally.note(
            "表 tables" if path.suffix == ".parquet" else "清单 manifests" if path.suffix == ".json" else "存档 archive"
        )
        path.write_bytes(sound)
    tally.expect(Store(folder).verify() == [], "sound again")
    tally.tried = count
    return tally
