"""The commonest heads that no lexicon knows, so that the lexicons can grow.

``python -m etl.evaluation.unknown_heads FOLDER`` extracts every issue of a folder. It prints, most frequent first,
the statistics of claims that ``indicators.csv`` does not have, and the subjects that end like an industry, a
product or a class but gave none, each with its units and a sentence. A row for ``indicators.csv``, ``sectors.csv``,
``products.csv`` or ``classes.csv`` is then written by hand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer

from etl.extraction import Extracted, IssueIds, extract_file
from etl.lexicon.indicators import INDICATORS

_INDUSTRY = re.compile("(?:业|行业|产业|制造|产品|设备|材料|装备|器材|企业|公司|市场主体|经济)$")
_CONTEXT = 24  # characters
_UNITS = 3


@dataclass(slots=True)
class Head:
    """A head, how many claims it has, their units, and one of their sentences cut at the number."""

    text: str
    claims: int = 0
    units: Counter[str] = field(default_factory=Counter)
    example: str = ""

    def add(self, claim: Mapping[str, Any]) -> None:
        """Counts one claim more."""
        self.claims += 1
        self.units[claim["unit"]] += 1
        if not self.example:
            start, end = claim["span_start"], claim["span_end"]
            text = claim["sentence"]
            before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT // 3]
            self.example = f"{before}【{claim['value_text']}】{after}"


def unknown_statistics(claims: Iterable[Mapping[str, Any]]) -> list[Head]:
    """The indicators of economic claims that the lexicon does not have, the commonest first."""
    economic = (claim for claim in claims if claim["kind"] == "economic" and claim["indicator"])
    return _counted((str(claim["indicator"]), claim) for claim in economic if claim["indicator"] not in INDICATORS)


def unknown_subjects(claims: Iterable[Mapping[str, Any]]) -> list[Head]:
    """The subjects that look like an industry, a product or a class, and gave neither, the commonest first."""
    bare = (claim for claim in claims if claim["subject"] and not claim["sector"] and not claim["classes"])
    return _counted((str(claim["subject"]), claim) for claim in bare if _INDUSTRY.search(str(claim["subject"])))


def _counted(pairs: Iterable[tuple[str, Mapping[str, Any]]]) -> list[Head]:
    heads: dict[str, Head] = {}
    for text, claim in pairs:
        heads.setdefault(text, Head(text)).add(claim)
    return sorted(heads.values(), key=lambda head: (-head.claims, head.text))


def claims_in(folder: Path) -> Iterator[Mapping[str, Any]]:
    """The claims of every issue in a folder; what is set aside is said and passed over."""
    ids = IssueIds()
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        result = extract_file(path, path.name, ids)
        if isinstance(result, Extracted):
            yield from result.claims.to_pylist()
        else:
            print(result)


def report(
    folder: Annotated[Path, typer.Argument(help="a folder of issues", exists=True, file_okay=False)],
    top: Annotated[int, typer.Option(help="how many of each", min=1)] = 60,
) -> None:
    """Print the commonest unknown statistics and subjects of the issues in a folder."""
    claims = list(claims_in(folder))
    for title, heads in (("statistics", unknown_statistics(claims)), ("subjects", unknown_subjects(claims))):
        print(f"## unknown {title}: {len(heads)} heads, {sum(head.claims for head in heads)} of {len(claims)} claims")
        for head in heads[:top]:
            units = "/".join(unit for unit, _ in head.units.most_common(_UNITS))
            print(f"{head.claims:5} {head.text} [{units}] {head.example}")


if __name__ == "__main__":
    typer.run(report)
