"""A seeded table of any size in the likeness of the samples: their claims, drawn again for many papers and years.

Each drawn sentence keeps its numbers, places and readings and gets an end of its own, so that the table holds as many
distinct sentences as a real one; periods move with the year of the issue. Nothing here knows how claims are read.

What the samples have too much of is drawn less often, and many names are made rare, as in real newspapers. Of 161,951
claims of news of 2012–2020 and 7,279 of a newspaper of 2007–2016 the most frequent figure (an indicator with its
measure and comparison) had 1.9 % and 2.8 %; the 300 commonest indicators had 55 % and 73 %, the 300 commonest subjects
34 % and 64 %; the news named 31,647 indicators and 52,958 subjects.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.text import ISSUES as SAMPLES
from etl.refresh.run import refresh
from etl.schema import CLAIMS, ISSUES, SENTENCES
from etl.store import IssueRows, Store

SEED = 20_261_125
PUBLICATIONS = ("东江日报", "江州经济报", "北原工报", "南浦晚报", "西岭时报", "海津商报", "云阳电子报", "中川机械报")
FIRST_YEAR, YEARS = 2000, 26
CLAIMS_AN_ISSUE = 60
PLAIN_SENTENCES = 1.0
"""Sentences without a number for each one with."""
MOST_OF_A_FIGURE = 0.028
"""The largest part of the claims that one indicator, measure and comparison has."""
RARE_INDICATORS, RARE_SUBJECTS = 0.4, 0.6
"""The parts of the sentences whose indicator, and whose subject, gets a name of its own."""
_DAYS = ("base_start", "base_end", "period_start", "period_end")
_SYLLABLES = np.array(list("安北长东丰高广海河华江金景昆林龙明南宁平青清泉山石顺泰天文武西新兴阳永玉远云泽镇中"))


@dataclass(frozen=True)
class Sample:
    """The samples' claims, where each sentence's run of claims begins and ends, and the sentences without any."""

    claims: pa.Table
    starts: np.ndarray[Any, Any]
    lengths: np.ndarray[Any, Any]
    plain: pa.Array
    chances: np.ndarray[Any, Any]
    """How likely each sentence is drawn."""

    @classmethod
    def read(cls, store: Path) -> Sample:
        """The sample of an extracted store."""
        snapshot = Store(store).current()
        claims = pq.read_table(snapshot.dataset("claims"), schema=CLAIMS)
        order = pc.sort_indices(claims, [("sentence_id", "ascending"), ("span_start", "ascending")])
        claims = claims.take(order)
        ids = claims["sentence_id"].to_numpy()
        starts = np.flatnonzero(np.concatenate([[True], ids[1:] != ids[:-1]]))
        lengths = np.diff(np.append(starts, len(ids)))
        sentences = pq.read_table(snapshot.dataset("sentences"), schema=SENTENCES)
        plain = pc.is_in(sentences["sentence_id"], claims["sentence_id"].combine_chunks())
        without = sentences.filter(pc.invert(plain))["sentence"].combine_chunks()
        return cls(claims, starts, lengths, without, _chances(claims, lengths))


def _chances(claims: pa.Table, lengths: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Chances with which no figure gets more than its part of the claims, as near as thirty steps come to that."""
    parts = [claims[name].fill_null("").combine_chunks() for name in ("indicator", "measure", "comparison")]
    figure = pc.binary_join_element_wise(*parts, "|").dictionary_encode().indices.to_numpy()
    sentence = np.repeat(np.arange(len(lengths)), lengths)
    chances = np.full(len(lengths), 1.0 / len(lengths))
    for _ in range(30):
        shares = np.bincount(figure, weights=chances[sentence])
        shares = shares / shares.sum()
        scale = np.minimum(1.0, MOST_OF_A_FIGURE / (1 - RARE_INDICATORS) / np.maximum(shares, 1e-12))
        np.multiply.at(chances, sentence, scale[figure] ** (1 / lengths[sentence]))
        chances /= chances.sum()
    return chances


def build(folder: Path, sample: Sample, claims: int, seed: int = SEED) -> Path:
    """Publishes a store of at least ``claims`` claims to the folder, one snapshot; the same seed, the same table."""
    buckets = len(PUBLICATIONS) * YEARS
    Store(folder).replace_issues(_buckets(sample, -(-claims // buckets), np.random.default_rng(seed)))
    return folder


def build_from_samples(folder: Path, claims: int) -> Path:
    """Extracts the sample issues below the folder and builds a store of so many claims in their likeness there."""
    refresh(SAMPLES, Store(folder / "samples"))
    return build(folder / "store", Sample.read(folder / "samples"), claims)


def _buckets(sample: Sample, claims: int, rng: np.random.Generator) -> Iterator[IssueRows]:
    for publication in PUBLICATIONS:
        for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
            tables = _bucket(sample, publication, year, claims, rng)
            text = f"{publication}{year}"
            yield IssueRows(tables, text.encode(), text)


def _bucket(sample: Sample, publication: str, year: int, claims: int, rng: np.random.Generator) -> dict[str, pa.Table]:
    """All issues of one paper and year."""
    mean = max(1, int((sample.lengths * sample.chances).sum()))
    drawn = rng.choice(len(sample.starts), size=2 * claims // mean + 8, p=sample.chances)
    drawn = drawn[: int(np.searchsorted(np.cumsum(sample.lengths[drawn]), claims)) + 1]
    lengths = sample.lengths[drawn]
    before = np.cumsum(lengths) - lengths  # claims before each sentence
    rows = np.repeat(sample.starts[drawn] - before, lengths) + np.arange(int(lengths.sum()))
    issues = max(1, round(int(lengths.sum()) / CLAIMS_AN_ISSUE))
    issue = np.minimum(before * issues // max(1, int(lengths.sum())), issues - 1)
    of_sentence = np.repeat(np.arange(len(drawn)), lengths)
    days = np.array([date(year, 1, 1).toordinal() + number * 365 // issues for number in range(issues)])
    keys = _keys(publication, days, issue, np.arange(len(drawn)))
    endings = _endings(rng, len(drawn))
    table = sample.claims.take(pa.array(rows))
    for name, part in (("indicator", RARE_INDICATORS), ("subject", RARE_SUBJECTS)):
        renamed = _renamed(table[name].combine_chunks(), rng, part, len(drawn), of_sentence)
        table = table.set_column(table.schema.get_field_index(name), name, renamed)
    claims_table = _claims(table, keys, endings, of_sentence, year)
    sentences = _sentences(claims_table, lengths, sample.plain, rng)
    return {"claims": claims_table, "sentences": sentences, "issues": _issues(claims_table, sentences)}


def _keys(publication: str, days: Any, issue: Any, sentence: Any) -> dict[str, Any]:
    dates = np.array([date.fromordinal(int(day)) for day in days])
    ids = np.array([f"{publication}-{day.isoformat()}" for day in dates], dtype=object)
    articles = np.array([f"{ids[i]}-a{s // 5:04d}" for i, s in zip(issue, sentence, strict=True)], dtype=object)
    sentences = np.array([f"{a}-s{s:05d}" for a, s in zip(articles, sentence, strict=True)], dtype=object)
    return {
        "publication": np.repeat(publication, len(issue)),
        "issue_date": dates[issue],
        "issue_id": ids[issue],
        "article_id": articles,
        "sentence_id": sentences,
        "source_uri": np.array([f"issues/{name}.txt" for name in ids[issue]], dtype=object),
    }


def _renamed(names: pa.Array, rng: np.random.Generator, part: float, sentences: int, of_sentence: Any) -> pa.Array:
    """The names, in a part of the sentences with three syllables before them, of which few are common and most rare."""
    base = len(_SYLLABLES)
    rank = np.exp(rng.random(sentences) * np.log(base**3 - 1)).astype(int)
    words = np.array(["".join(_SYLLABLES[[k // base**2, k // base % base, k % base]]) for k in rank], dtype=object)
    words[rng.random(sentences) >= part] = ""
    return pc.binary_join_element_wise(pa.array(words[of_sentence], pa.string()), names, "")


def _endings(rng: np.random.Generator, number: int) -> np.ndarray[Any, Any]:
    names = _SYLLABLES[rng.integers(0, len(_SYLLABLES), size=(number, 6))]
    return np.array([f"（{''.join(row[:2])}市、{''.join(row[2:])}）" for row in names], dtype=object)


def _claims(table: pa.Table, keys: dict[str, Any], endings: Any, of_sentence: Any, year: int) -> pa.Table:
    columns = {name: table[name].combine_chunks() for name in CLAIMS.names}
    printed = np.array([day.year for day in columns["issue_date"].to_pylist()])
    columns |= {name: pa.array(values[of_sentence], CLAIMS.field(name).type) for name, values in keys.items()}
    ending = pa.array(endings[of_sentence], pa.string())
    columns["sentence"] = pc.binary_join_element_wise(columns["sentence"], ending, "")
    columns["article_title"] = pc.binary_join_element_wise(columns["article_title"], ending, "")
    columns |= {name: _moved(columns[name], year - printed) for name in _DAYS}
    named = enumerate(columns["issue_id"].to_pylist())
    columns["claim_id"] = pa.array([sha256(f"{name}-{row}".encode()).hexdigest()[:20] for row, name in named])
    return pa.table([columns[name] for name in CLAIMS.names], schema=CLAIMS)


def _moved(days: pa.Array, years: Any) -> pa.Array:
    """Days moved by whole years; the end of a month stays one."""
    months = days.to_numpy(zero_copy_only=False).astype("datetime64[M]") + 12 * years
    last = pc.equal(pc.month(days), pc.month(pc.add(days, pa.scalar(86_400, pa.duration("s")))))
    offset = pc.subtract(pc.day(days), 1).fill_null(0).to_numpy(zero_copy_only=False)
    first_days = months.astype("datetime64[D]")
    ends = (months + 1).astype("datetime64[D]") - 1
    moved = np.where(last.fill_null(True).to_numpy(zero_copy_only=False), first_days + offset.astype(int), ends)
    return pa.array(moved.astype("datetime64[D]"), pa.date32())


def _sentences(claims: pa.Table, lengths: Any, plain: pa.Array, rng: np.random.Generator) -> pa.Table:
    first = claims.take(pa.array(np.cumsum(lengths) - lengths))
    number = int(first.num_rows * PLAIN_SENTENCES) if len(plain) else 0
    beside = first.take(pa.array(np.arange(number) % first.num_rows))
    words = plain.take(pa.array(rng.integers(0, max(len(plain), 1), size=number)))
    words = pc.binary_join_element_wise(words, pa.array(_endings(rng, number), pa.string()), "")
    ids = pc.binary_join_element_wise(beside["sentence_id"].combine_chunks(), "p", "")
    both = {name: pa.concat_arrays([first[name].combine_chunks(), beside[name].combine_chunks()]) for name in _SHARED}
    both["sentence_id"] = pa.concat_arrays([first["sentence_id"].combine_chunks(), ids])
    both["sentence"] = pa.concat_arrays([first["sentence"].combine_chunks(), words])
    total = first.num_rows + number
    place = np.concatenate([2 * np.arange(first.num_rows), 2 * np.arange(number) + 1])
    both |= {"ordinal": pa.array(place % 10, pa.int32()), "paragraph": pa.array(place % 4, pa.int32())}
    both["role"] = pa.repeat(pa.scalar("body"), total)
    runs = pa.array([[0]] * total, SENTENCES.field("text_starts").type)
    table = pa.table({name: both.get(name, runs) for name in SENTENCES.names}, schema=SENTENCES)
    return table.sort_by([("issue_date", "ascending"), ("issue_id", "ascending"), ("sentence_id", "ascending")])


_SHARED = ("issue_id", "publication", "issue_date", "page", "article_id", "article_title")


def _issues(claims: pa.Table, sentences: pa.Table) -> pa.Table:
    counted = claims.group_by(["issue_id", "publication", "issue_date", "source_uri"], use_threads=False).aggregate(
        [("claim_id", "count")]
    )
    rows = counted.num_rows
    known = {name: counted[name].combine_chunks() for name in ("issue_id", "publication", "issue_date", "source_uri")}
    known["claims"] = counted["claim_id_count"].cast(pa.int32()).combine_chunks()
    fixed: dict[str, Any] = {
        "origin": "synthetic",
        "encoding": "utf-8",
        "sha256": "0" * 64,
        "text_sha256": "0" * 64,
        "extractor_version": "synthetic",
        "characters": 0,
        "articles": 12,
        "sentences": sentences.num_rows // rows,
    }
    columns = []
    for field in ISSUES:
        value = pa.scalar(fixed.get(field.name), field.type)
        columns.append(known[field.name] if field.name in known else pa.repeat(value, rows))
    return pa.table(columns, schema=ISSUES)
