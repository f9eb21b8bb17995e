"""A package to cite from: the data as CSV, a readme, the list of citations and the query, in one zip, streamed."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from hashlib import sha256

from dashboard.citation import gb_t_7714_of
from dashboard.export.csv_file import csv_pieces
from dashboard.export.description import Description
from dashboard.export.drain import Drain
from dashboard.export.readme import readme
from dashboard.export.selection import Selection
from dashboard.filter import Filter

DATA, README, CITATIONS, QUERY = "claims.csv", "README.md", "citations.txt", "query.json"
FILES = (DATA, CITATIONS, README, QUERY)
"""The files of a package, in order."""


def package_pieces(selection: Selection, description: Description) -> Iterator[bytes]:
    """The pieces of the zip file."""
    drain = Drain()
    digests: dict[str, str] = {}
    with zipfile.ZipFile(drain, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as package:
        yield from _add(package, drain, DATA, csv_pieces(selection), description, digests)
        yield from _add(package, drain, CITATIONS, citation_pieces(selection), description, digests)
        words = readme(selection, description).encode()
        yield from _add(package, drain, README, [words], description, digests)
        yield from _add(package, drain, QUERY, [_query(description, digests)], description, digests)
    yield drain.taken()


def _add(
    package: zipfile.ZipFile,
    drain: Drain,
    name: str,
    pieces: Iterable[bytes],
    description: Description,
    digests: dict[str, str],
) -> Iterator[bytes]:
    entry = zipfile.ZipInfo(name, description.made.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    seen = sha256()
    with package.open(entry, "w", force_zip64=True) as file:
        for piece in pieces:
            seen.update(piece)
            file.write(piece)
            yield drain.taken()
    digests[name] = seen.hexdigest()
    yield drain.taken()


def citation_pieces(selection: Selection) -> Iterator[bytes]:
    """Every article that the rows come from, once, numbered, as GB/T 7714 cites it, by date."""
    number = 0
    columns = ("article_title", "publication", "issue_date", "page")
    for batch in selection.claims.articles(selection.narrowed, selection.prepared):
        lines = []
        for row in zip(*(batch.column(name).to_pylist() for name in columns), strict=True):
            number += 1
            lines.append(f"[{number}] {gb_t_7714_of(*row)}\n")
        yield "".join(lines).encode()


def _query(description: Description, digests: dict[str, str]) -> bytes:
    facts = {
        "query": description.query,
        "address": description.address,
        "filter": _chosen(description.narrowed),
        "made": description.made.isoformat(),
        "snapshot": description.snapshot,
        "rows": description.rows,
        "baoshu": description.baoshu,
        "sha256": dict(digests),
    }
    return json.dumps(facts, ensure_ascii=False, indent=2).encode()


def _chosen(narrowed: Filter) -> dict[str, object]:
    return {name: value for name, value in asdict(narrowed).items() if value}
