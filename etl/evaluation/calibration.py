"""Fits the confidence of a claim to how often claims like it are right (``make calibrate``).

A claim is right when every tier of the contract agrees. The model is a logistic regression over the
features of ``etl.claim.confidence``, with an L2 penalty, fitted by gradient descent: no chance anywhere, so
the same table and gold give the same weights. What is printed is cross-validated by document: every claim is
judged by weights that were fitted without its document.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from etl.claim.confidence import ALWAYS, WEIGHTS, probability, recorded
from etl.evaluation.bar import FULL, Figure
from etl.evaluation.gold import ROOT, SAMPLES, SHARED, gold_sets
from etl.evaluation.second_look import EARLIER, READ, read_lines, right_tiers, rows_of
from etl.evaluation.trial import Trial, trial

FOLDS = 10
BINS = 10
BAR = 0.05
"""The expected calibration error that the project allows itself."""

_FEWEST = 5  # a feature of fewer claims says nothing
_PENALTY = 5.0
_STEPS = 1500
_SAMPLE_WEIGHT = 0.1  # the samples were written by us: cleaner than newspapers are, and half as many as real claims
_FIELDS = ("feature", "weight", "claims", "right", "example")

Array: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One judged claim: its document, the features that hold, whether it is right, and a printed phrase."""

    doc: str
    features: tuple[str, ...]
    right: bool
    phrase: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Model:
    """Feature -> weight."""

    weights: dict[str, float]

    def chance(self, features: Iterable[str]) -> float:
        """The confidence of a claim with these features."""
        return probability(sum(self.weights.get(name, 0.0) for name in features))


def examples_of(outcome: Trial) -> list[Example]:
    """Every claim of a trial that gold judges."""
    ours = outcome.gold.name == SAMPLES
    found = []
    for judged in outcome.judged():
        evidence = outcome.evidence_of(judged.row)
        if evidence is None:
            raise ValueError(f"{judged.row['source_uri']}: no evidence for {judged.row['value_text']!r}")
        phrase = _phrase(str(judged.row["sentence"]), int(judged.row["span_start"]), int(judged.row["span_end"]))
        weight = _SAMPLE_WEIGHT if ours else 1.0
        doc = str(judged.row["source_uri"])
        found.append(Example(doc, evidence.features, judged.right, phrase if ours else "", weight))
    return found


def examples_read() -> list[Example]:
    """Every claim that was drawn at random and read by eye; none without the lists or the archives."""
    lists = [path for path in (EARLIER, READ) if path.exists()] if SHARED.exists() else []
    found = []
    with recorded() as record:
        read = [each for path in lists for each in rows_of(read_lines(path))]
    evidence = {(e.claim.sentence.sentence_id, e.claim.span_start, e.claim.span_end): e for e in record}
    for gold, row in read:
        known = evidence.get((row["sentence_id"], row["span_start"], row["span_end"])) if row is not None else None
        if row is not None and known is not None:
            found.append(Example(str(row["source_uri"]), known.features, FULL in right_tiers(gold, row), ""))
    return found


def calibration_figure(trials: Sequence[Trial]) -> Figure:
    """The expected calibration error over real claims, cross-validated by document."""
    examples = [*examples_read(), *(example for each in trials for example in examples_of(each))]
    chances = cross_validated(examples)
    real = [place for place, example in enumerate(examples) if not example.phrase]
    bins = bins_of([chances[place] for place in real], [examples[place].right for place in real])
    error = calibration_error(bins)
    note = f"{len(real)} real claims, cross-validated by document"
    return Figure("confidence", "calibration error", error, BAR, note, least_is_best=True)


def _phrase(sentence: str, start: int, end: int) -> str:
    """The number with the words right before it: only of the samples, whose sentences are ours to print."""
    left = max(sentence.rfind(mark, 0, start) for mark in "，。；：、") + 1
    return sentence[max(left, start - 16) : end].strip()


# --------------------------------------------------------------------------- the model


def fit(examples: Sequence[Example]) -> Model:
    """The weights that make the judged claims likeliest, drawn towards 0 by the penalty (intercept excepted)."""
    counts = Counter(name for example in examples for name in example.features)
    names = sorted(name for name, count in counts.items() if count >= _FEWEST)
    column = {name: place for place, name in enumerate(names)}
    matrix = np.zeros((len(examples), len(names)))
    for place, example in enumerate(examples):
        matrix[place, [column[name] for name in example.features if name in column]] = 1.0
    right = np.array([example.right for example in examples], dtype=np.float64)
    share = np.array([example.weight for example in examples])
    penalty = np.full(len(names), _PENALTY)
    penalty[column[ALWAYS]] = 0.0
    found = _descend(matrix, right, share, penalty)
    return Model({name: round(float(found[place]), 3) for name, place in column.items()})


def _descend(matrix: Array, right: Array, share: Array, penalty: Array) -> Array:
    """Accelerated gradient descent on the penalised log loss, from zero, a fixed number of steps."""
    curvature = 0.25 * float(np.linalg.eigvalsh(matrix.T @ (matrix * share[:, None]))[-1]) + float(penalty.max())
    here = ahead = np.zeros(matrix.shape[1])
    for step in range(_STEPS):
        chance = 1 / (1 + np.exp(-(matrix @ ahead)))
        slope = matrix.T @ (share * (chance - right)) + penalty * ahead
        following = ahead - slope / curvature
        ahead = following + step / (step + 3) * (following - here)
        here = following
    return here


def cross_validated(examples: Sequence[Example]) -> list[float]:
    """The chance of each claim by a model that was fitted without its document."""
    docs = {doc: place % FOLDS for place, doc in enumerate(sorted({example.doc for example in examples}))}
    chances = [0.0] * len(examples)
    for fold in range(FOLDS):
        kept = [example for example in examples if docs[example.doc] != fold]
        if not kept or len(kept) == len(examples):
            continue
        model = fit(kept)
        for place, example in enumerate(examples):
            if docs[example.doc] == fold:
                chances[place] = model.chance(example.features)
    return chances


@dataclass(frozen=True, slots=True)
class Bin:
    """The claims whose confidence lies in one tenth: how many, their mean confidence, the share that is right."""

    count: int
    confidence: float
    right: float


def bins_of(chances: Sequence[float], right: Sequence[bool]) -> list[Bin]:
    """The ten tenths of the confidence, those without claims left out."""
    members: list[list[int]] = [[] for _ in range(BINS)]
    for place, chance in enumerate(chances):
        members[min(BINS - 1, int(chance * BINS))].append(place)
    return [
        Bin(len(own), sum(chances[i] for i in own) / len(own), sum(right[i] for i in own) / len(own))
        for own in members
        if own
    ]


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error: the mean distance of confidence and share right, weighted by claims."""
    total = sum(each.count for each in bins)
    return sum(each.count * abs(each.confidence - each.right) for each in bins) / total if total else 0.0


# --------------------------------------------------------------------------- the file


def as_csv(model: Model, examples: Sequence[Example]) -> str:
    """The weights as text, the heaviest first, with how many judged claims had the feature and were right."""
    lines = StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(_FIELDS)
    for name, weight in sorted(model.weights.items(), key=lambda item: (item[0] != ALWAYS, -abs(item[1]), item[0])):
        having = [example for example in examples if name in example.features]
        phrase = next((example.phrase for example in having if example.phrase), "")
        writer.writerow([name, f"{weight:.3f}", len(having), sum(example.right for example in having), phrase])
    return lines.getvalue()


def report(examples: Sequence[Example], chances: Sequence[float]) -> str:
    """What a reader wants to know of the fit: the tenths, and the calibration error."""
    bins = bins_of(chances, [example.right for example in examples])
    lines = [f"{'claims':>8} {'confidence':>11} {'right':>7}"]
    lines += [f"{each.count:>8} {each.confidence:>11.3f} {each.right:>7.3f}" for each in bins]
    error = calibration_error(bins)
    verdict = "met" if error <= BAR else "MISSED"
    return "\n".join([*lines, f"expected calibration error, cross-validated: {error:.3f} (bar {BAR}: {verdict})"])


def main(output: Path = ROOT / "etl" / "claim" / WEIGHTS) -> int:
    """Fits, prints, writes the weights; 1 when there is no gold beside the checkout and nothing was written."""
    sets = list(gold_sets())
    if all(each.name == SAMPLES for each in sets):
        print("../shared/gold is not there: nothing fitted, the weights stay as they are", file=sys.stderr)
        return 1
    examples = [*examples_read(), *(example for each in sets for example in examples_of(trial(each)))]
    chances = cross_validated(examples)
    real = [place for place, example in enumerate(examples) if not example.phrase]
    print("gold of real issues, and the claims read by eye")
    print(report([examples[i] for i in real], [chances[i] for i in real]))
    print("with the samples")
    print(report(examples, chances))
    output.write_text(as_csv(fit(examples), examples), encoding="utf-8")
    print(f"{output.name}: {len(examples)} claims")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
