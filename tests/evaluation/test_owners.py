"""The model of owners finds what makes candidates right, the same every time, and never sees what it judges."""

from __future__ import annotations

import random

from etl.claim.candidate import Candidate
from etl.claim.owner import MARGIN, Choice
from etl.evaluation.owners import Example, as_csv, best_margin, cross_validated, decided, fit, report


def example(doc: str, *members: tuple[str, bool]) -> Example:
    candidates = [Candidate(f"名{place}", names.split()) for place, (names, _) in enumerate(members)]
    return Example(doc, "made", Choice(doc, 0, 1, candidates), tuple(right for _, right in members))


def examples(count: int = 200) -> list[Example]:
    """The nearest is right, unless the rules chose what is no fragment."""
    chance = random.Random(3)
    made = []
    for place in range(count):
        fragment = chance.random() < 0.4
        rule = "rule rule:fragment" if fragment else "rule"
        made.append(example(f"{place % 20}.txt", (rule, not fragment), ("near", fragment), ("far", False)))
    return made


def test_the_fit_overrules_fragments_alone() -> None:
    known = fit(examples())
    assert all(decided(each, known, 0.0) for each in examples())
    assert known["near"] > known["far"]
    assert known["rule:fragment"] < 0


def test_the_fit_is_the_same_every_time() -> None:
    assert fit(examples()) == fit(examples())


def test_a_feature_of_few_claims_gets_no_weight() -> None:
    seldom = [example("0.txt", ("rule", False), ("seldom", True))] * 5
    assert "seldom" not in fit([*examples(), *seldom])


def test_cross_validation_never_sees_the_document_that_it_judges() -> None:
    made = [example(f"{n}.txt", ("rule", n % 2 == 0), (f"doc:{n}", n % 2 == 1)) for n in range(20) for _ in range(10)]
    models = cross_validated(made)
    assert all(f"doc:{each.doc.removesuffix('.txt')}" not in known for each, known in zip(made, models, strict=True))


def test_the_margin_keeps_what_the_rules_have_right() -> None:
    made = [example(f"{n}.txt", ("rule", n % 4 > 0), ("near", n % 4 == 0)) for n in range(40)]
    models = [{"near": 0.5}] * len(made)
    assert best_margin(made, models) >= 0.5
    assert "30      30" in report(made, models, best_margin(made, models))


def test_the_file_lists_the_margin_and_the_heaviest_first() -> None:
    lines = as_csv({"near": 0.5, "far": -1.0, "none": 0.001}, examples(), 0.75).splitlines()
    assert lines[0] == "feature,weight,claims"
    assert lines[1] == f"{MARGIN},0.750,200"
    assert [line.split(",")[0] for line in lines[2:]] == ["far", "near"]
