"""Learns whose figure a number is: ``python -m etl.evaluation.owners`` rewrites ``etl/claim/owner.csv``.

Every judged claim is a set of candidates of which some are right; the weights make the right ones likely (a softmax
over the candidates of a claim, with an L2 penalty, by accelerated gradient descent from zero, without chance). What is
printed is cross-validated by document: every claim is decided by weights that were fitted without its document.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Annotated, TypeAlias

import numpy as np
import numpy.typing as npt
import typer

from etl.claim.owner import MARGIN, WEIGHTS, Choice, likeliest, undecided
from etl.evaluation.agreement import Gold, Row, agreement
from etl.evaluation.gold import ROOT, SAMPLES, SHARED, gold_sets
from etl.evaluation.score import pairs
from etl.evaluation.second_look import EARLIER, read_lines, rows_of
from etl.evaluation.trial import trial

FOLDS = 10
_FEWEST = 6  # a feature of fewer claims says nothing
_PENALTY = 10.0
_STEPS = 300
_SAMPLE_WEIGHT = 0.3  # the samples were written by us: cleaner than newspapers are
_GOLD_WEIGHT = 3.0  # annotated with every name that is right, not judged by what the extractor said
_LOSS = 1.0  # beyond the one that is not right any more
_MARGINS = tuple(place / 4 for place in range(13))
_FIELDS = ("feature", "weight", "claims")

Floats: TypeAlias = npt.NDArray[np.float64]
Integers: TypeAlias = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """One judged claim: its document, the features of each candidate, which are right, and what it weighs."""

    doc: str
    source: str
    choice: Choice
    right: tuple[bool, ...]
    weight: float = 1.0


OWNERS = ROOT / "docs" / "owners_read.jsonl"
"""Claims whose subjects alone were read, each with every name that is right; the other fields are the extractor's."""


def examples(more: Sequence[Path] = ()) -> list[Example]:
    """Every judged claim with its candidates: those of earlier draws (``more`` too), gold, samples."""
    found: list[Example] = []
    for path in [EARLIER, OWNERS, *more]:
        if SHARED.exists():
            read = read_lines(path)
            with undecided(gold["start"] for gold in read) as record:
                judged = list(rows_of(read))
            found += _examples(judged, record, path.stem, 1.0)
    for each in gold_sets():
        with undecided(claim["start"] for claim in each.claims) as record:
            outcome = trial(each)
        judged = []
        for doc in each.documents:
            mine = outcome.claims[outcome.claims["source_uri"] == doc].to_dict("records")
            rows: list[Row] = [{str(key): cell for key, cell in row.items()} for row in mine]
            expected = [claim for claim in each.claims if claim["doc"] == doc]
            judged += [(expected[number], rows[place]) for number, place in pairs(rows, expected).items()]
        found += _examples(judged, record, each.name, _SAMPLE_WEIGHT if each.name == SAMPLES else _GOLD_WEIGHT)
    return found


def _examples(
    judged: Iterable[tuple[Gold, Row | None]], record: Sequence[Choice], source: str, weight: float
) -> Iterator[Example]:
    known = {(each.sentence_id, each.span_start, each.span_end): each for each in record}
    for gold, row in judged:
        if row is None or gold.get("no_claim") or not gold["subject"]:
            continue
        choice = known.get((str(row["sentence_id"]), int(row["span_start"]), int(row["span_end"])))
        if choice is None:
            continue
        itself = source == EARLIER.stem and _may_be_itself(row, gold)
        right = tuple(
            bool(member.text)
            and (
                (itself and _COUNTED in member.features) or agreement({**row, "subject": member.text}, gold)["subject"]
            )
            for member in choice.candidates
        )
        yield Example(str(gold["doc"]), source, choice, right, weight)


_COUNTED = "measured:counted"


def _may_be_itself(row: Row, gold: Gold) -> bool:
    """Whether the counted things, too, may be called the owner of their number.

    Where a reader had nothing to put right, the line has the extractor's name alone; the contract takes either.
    """
    alone = len(gold["subject"]) == 1 and "subject" not in gold.get("wrong", ())
    return alone and agreement(row, gold)["indicator"]


# --------------------------------------------------------------------------- the model


@dataclass(frozen=True, slots=True)
class _Design:
    """Candidates of all claims in one row: ``entry`` and ``column`` pair candidates with features."""

    names: tuple[str, ...]
    entry: Integers
    column: Integers
    group: Integers
    right: Floats
    weight: Floats


def _design(learned: Sequence[Example]) -> _Design:
    counts = Counter(
        name
        for example in learned
        for name in {name for member in example.choice.candidates for name in member.features}
    )
    names = sorted(name for name, count in counts.items() if count >= _FEWEST)
    columns = {name: place for place, name in enumerate(names)}
    entry: list[int] = []
    column: list[int] = []
    group: list[int] = []
    right: list[bool] = []
    for number, example in enumerate(learned):
        for member, is_right in zip(example.choice.candidates, example.right, strict=True):
            own = [columns[name] for name in dict.fromkeys(member.features) if name in columns]
            entry += [len(group)] * len(own)
            column += own
            group.append(number)
            right.append(is_right)
    return _Design(
        tuple(names),
        np.array(entry),
        np.array(column),
        np.array(group),
        np.array(right, dtype=np.float64),
        np.array([example.weight for example in learned]),
    )


def fit(judged: Sequence[Example]) -> dict[str, float]:
    """Feature -> weight, fitted on the claims of which some candidate is right and some is wrong."""
    learned = [example for example in judged if any(example.right) and not all(example.right)]
    design = _design(learned)
    here = ahead = np.zeros(len(design.names))
    rate = 1.0 / (_PENALTY + 0.25 * _curvature(design))
    for step in range(_STEPS):
        following = ahead - rate * _slope(design, ahead)
        ahead = following + step / (step + 3) * (following - here)
        here = following
    return {name: round(float(weight), 3) for name, weight in zip(design.names, here, strict=True)}


def _curvature(design: _Design) -> float:
    """An estimate of the largest eigenvalue of the features' Gram matrix, by power iteration."""
    vector, value = np.ones(len(design.names)), 1.0
    share = design.weight[design.group] / np.bincount(design.group)[design.group]
    for _ in range(12):
        image = _back(design, _scores(design, vector) * share)
        value = float(np.linalg.norm(image))
        vector = image / value
    return 4.0 * value


def _scores(design: _Design, weights: Floats) -> Floats:
    return np.bincount(design.entry, weights=weights[design.column], minlength=len(design.group)).astype(np.float64)


def _back(design: _Design, each: Floats) -> Floats:
    return np.bincount(design.column, weights=each[design.entry], minlength=len(design.names)).astype(np.float64)


def _slope(design: _Design, weights: Floats) -> Floats:
    """The gradient of the penalised loss: the chance that the model gives a candidate less the one it should have."""
    scores = np.exp(np.clip(_scores(design, weights), -30, 30))
    every = scores / np.bincount(design.group, weights=scores)[design.group]
    among = scores * design.right
    rightly = among / np.bincount(design.group, weights=among)[design.group]
    return _back(design, (every - rightly) * design.weight[design.group]) + _PENALTY * weights


# --------------------------------------------------------------------------- what it is worth


def cross_validated(judged: Sequence[Example], folds: int = FOLDS) -> list[dict[str, float]]:
    """For each claim the weights that were fitted without its document."""
    docs = {doc: place % folds for place, doc in enumerate(sorted({example.doc for example in judged}))}
    models = [fit([example for example in judged if docs[example.doc] != fold]) for fold in range(folds)]
    return [models[docs[example.doc]] for example in judged]


def decided(example: Example, known: Mapping[str, float], margin: float) -> bool:
    """Whether the candidate chosen by these weights is right; where the rules are not in doubt, whether theirs is."""
    if not example.choice.doubtful:
        return example.right[0]
    best = likeliest(example.choice.candidates, {**known, MARGIN: margin})
    return example.right[next(n for n, member in enumerate(example.choice.candidates) if member is best)]


def best_margin(judged: Sequence[Example], models: Sequence[Mapping[str, float]]) -> float:
    """The margin with which most of the claims are right; one that the rules had right and lose counts more."""
    worth = {
        margin: sum(e.weight * _worth(e, known, margin) for e, known in zip(judged, models, strict=True))
        for margin in _MARGINS
    }
    return max(_MARGINS, key=lambda margin: (round(worth[margin], 6), margin))


def _worth(example: Example, known: Mapping[str, float], margin: float) -> float:
    right = decided(example, known, margin)
    return int(right) - _LOSS * int(example.right[0] and not right)


def report(judged: Sequence[Example], models: Sequence[Mapping[str, float]], margin: float) -> str:
    """Right before and after, by list: the rules, the cross-validated model, and where any candidate is right."""
    lines = [f"{'list':<14} {'claims':>7} {'rules':>7} {'model':>7} {'better':>7} {'worse':>7} {'reachable':>10}"]
    for source in dict.fromkeys(example.source for example in judged):
        mine = [(e, known) for e, known in zip(judged, models, strict=True) if e.source == source]
        rules = [e.right[0] for e, _ in mine]
        model = [decided(e, known, margin) for e, known in mine]
        better = sum(new and not old for old, new in zip(rules, model, strict=True))
        worse = sum(old and not new for old, new in zip(rules, model, strict=True))
        any_right = sum(any(e.right) for e, _ in mine)
        lines.append(
            f"{source:<14} {len(mine):>7} {sum(rules):>7} {sum(model):>7} {better:>7} {worse:>7} {any_right:>10}"
        )
    return "\n".join(lines)


def as_csv(known: Mapping[str, float], judged: Sequence[Example], margin: float) -> str:
    """The weights as text, the heaviest first, with how many claims have a candidate with the feature."""
    counts = Counter(
        name for e in judged for name in {name for member in e.choice.candidates for name in member.features}
    )
    lines = StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(_FIELDS)
    writer.writerow([MARGIN, f"{margin:.3f}", len(judged)])
    for name, weight in sorted(known.items(), key=lambda item: (-abs(item[1]), item[0])):
        if abs(weight) >= 0.02:
            writer.writerow([name, f"{weight:.3f}", counts[name]])
    return lines.getvalue()


def main(
    more: Annotated[list[Path] | None, typer.Argument(help="more judged claims, as docs/earlier_looks.jsonl")] = None,
    output: Annotated[Path, typer.Option("--output", "-o")] = ROOT / "etl" / "claim" / WEIGHTS,
) -> None:
    """Fit, print what it is worth, write the weights; without gold beside the checkout nothing is written."""
    judged = examples(more or ())
    if all(example.source == SAMPLES for example in judged):
        print("../shared/gold is not there: nothing fitted, the weights stay as they are", file=sys.stderr)
        raise typer.Exit(1)
    models = cross_validated(judged)
    margin = best_margin(judged, models)
    print(report(judged, models, margin))
    known = fit(judged)
    output.write_text(as_csv(known, judged, margin), encoding="utf-8")
    print(f"{output.name}: {len(judged)} claims, margin {margin}")


if __name__ == "__main__":
    typer.run(main)
