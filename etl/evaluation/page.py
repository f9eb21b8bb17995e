"""The page of an evaluation: its figures, how often each rule is right, and every disagreement by its cause."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment

from etl.evaluation.bar import Figure
from etl.evaluation.contrast import Contrast, contrasts
from etl.evaluation.score import TIERS
from etl.evaluation.trial import Trial

CAUSES = ("missed", "spurious", *TIERS)


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """How often the claims of one rule of measure are right in full, and where the others fail, most often first."""

    rule: str
    claims: int
    wrong: int
    causes: tuple[tuple[str, int], ...]


def page(trials: Sequence[Trial], figures: Iterable[Figure], lies: Sequence[str] = ()) -> str:
    """The page as HTML: one file, nothing loaded from anywhere. ``lies`` are the claims that no series bears out."""
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(files("etl.evaluation").joinpath("page.html").read_text(encoding="utf-8"))
    groups = [(outcome.gold.name, _by_cause(contrasts(outcome))) for outcome in trials]
    return template.render(figures=list(figures), rules=rule_records(trials), groups=groups, lies=list(lies))


def _by_cause(found: Iterable[Contrast]) -> list[tuple[str, list[Contrast]]]:
    groups: dict[str, list[Contrast]] = defaultdict(list)
    for contrast in found:
        groups[contrast.why].append(contrast)
    return [(cause, groups[cause]) for cause in CAUSES if groups[cause]]


def rule_records(trials: Iterable[Trial]) -> list[RuleRecord]:
    """The record of every rule over all trials, those with the most wrong claims first."""
    claims: Counter[str] = Counter()
    wrong: dict[str, Counter[str]] = defaultdict(Counter)
    for outcome in trials:
        claims.update(map(rule_of, (judged.row["rule"] for judged in outcome.judged())))
        for found in outcome.report.disagreements:
            if found.row is not None:
                wrong[rule_of(found.row["rule"])][found.why] += 1
    records = [
        RuleRecord(rule, count, wrong[rule].total(), tuple(wrong[rule].most_common())) for rule, count in claims.items()
    ]
    return sorted(records, key=lambda record: (-record.wrong, record.rule))


def rule_of(rules: object) -> str:
    """Of the rules that fired (number/measure/status), the one that says what kind of figure the number is."""
    return [*str(rules).split("/"), "", ""][1]
