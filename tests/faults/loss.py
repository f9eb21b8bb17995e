"""Promise 1: nothing is lost in silence. Mutated issues are loaded, with their canary, or set aside."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from etl.refresh.run import Options, of_folder, refresh_sources
from etl.store import Store
from tests.faults.tally import Tally

CANARY = "金丝雀产业利润总额同比增长7.7%，达到1234.5亿元。"
BODY = (
    "工业企业利润增长\n\n1—2月份，全国规模以上工业企业利润总额同比增长4.2%，比上年全年加快1.1个百分点。\n\n{canary}\n\n"
    "制造业投资平稳\n\n前两个月，制造业固定资产投资同比增长5.9%。其中，高技术制造业投资增长11.4%，占全部投资的23.5%。\n"
)
Mutation = Callable[[random.Random, str], bytes]


def _split(text: str) -> tuple[str, str]:
    before, after = text.split(CANARY)
    return before, after


def _flipped(dice: random.Random, text: str) -> bytes:
    """One bit after the canary is another."""
    data = bytearray(text.encode())
    place = dice.randrange(len(_split(text)[0].encode()) + len(CANARY.encode()), len(data))
    data[place] ^= 1 << dice.randrange(8)
    return bytes(data)


def _cut(dice: random.Random, text: str) -> bytes:
    """The end is missing, in the middle of a character more often than not."""
    least = len(_split(text)[0].encode()) + len(CANARY.encode())
    data = text.encode()
    return data[: dice.randrange(least, len(data))]


def _inserted(dice: random.Random, text: str) -> bytes:
    """Odd characters stand in the text after the canary."""
    odd = ["\u200b", "\ufeff", "\u00a0", "\u3000", "\x07", "\x00", "\x0c", "\u202e", "\ue000", "𝟙", "\ufffd", "\r"]
    before, after = _split(text)
    place = dice.randrange(len(after))
    return (before + CANARY + after[:place] + dice.choice(odd) * dice.randrange(1, 4) + after[place:]).encode()


def _spaced(dice: random.Random, text: str) -> bytes:
    """Lines end and begin in other ways."""
    return text.replace("\n", dice.choice(["\r\n", "\n\n", "\n　　", "\n\u00a0\u00a0"])).encode()


def _broken_line(dice: random.Random, text: str) -> bytes:
    """The layout breaks the line somewhere after the canary."""
    before, after = _split(text)
    place = dice.randrange(1, len(after))
    return (before + CANARY + after[:place] + "\n" + after[place:]).encode()


def _encoded(encoding: str) -> Mutation:
    return lambda _dice, text: text.encode(encoding)


def _misencoded(_dice: random.Random, text: str) -> bytes:
    """Half in one encoding, half in another."""
    before, after = _split(text)
    return (before + CANARY).encode() + after.encode("gb18030")


def _repeated(dice: random.Random, text: str) -> bytes:
    """A block is printed again and again."""
    before, after = _split(text)
    return (before + CANARY + after * dice.randrange(2, 30)).encode()


MUTATIONS: tuple[Mutation, ...] = (
    _flipped, _cut, _inserted, _spaced, _broken_line, _encoded("gb18030"), _encoded("utf-16"), _encoded("utf-8-sig"),
    _misencoded, _repeated,
)  # fmt: skip


def prove(folder: Path, count: int) -> Tally:
    """``count`` issues, each mutated in one way, through a refresh."""
    tally = Tally(1, "损坏的各期：载入并留有金丝雀句，或搁置 · mutated issues")
    dice = random.Random(1)
    papers = folder / "papers"
    papers.mkdir(parents=True)
    for number in range(count):
        day = date(2001, 1, 1) + timedelta(days=number)
        text = f"样报\n\n{day.year}年{day.month}月{day.day}日\n\n" + BODY.format(canary=CANARY)
        (papers / f"{number:05d}.txt").write_bytes(MUTATIONS[number % len(MUTATIONS)](dice, text))
    store = Store(folder / "store")
    outcome = refresh_sources([of_folder(papers)], store, Options(processes=2))
    tally.expect(outcome.found == count == outcome.loaded + len(outcome.set_aside), "in = loaded + set aside")
    sentences = pd.read_parquet(store.path / "current" / "sentences", columns=["issue_id", "sentence"])
    with_canary = set(sentences[sentences["sentence"].str.contains(CANARY, regex=False)]["issue_id"])
    for issue_id in store.known():
        tally.expect(issue_id in with_canary, f"{issue_id}: loaded without its canary")
    tally.note("载入 loaded", outcome.loaded)
    tally.note("搁置 set aside", len(outcome.set_aside))
    tally.tried = count
    return tally
