"""A disagreement as a reader wants to see it: the printed sentence with its number marked, gold beside ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from etl.evaluation.agreement import FIELDS, Gold, Row, agreement
from etl.evaluation.score import Disagreement
from etl.evaluation.trial import Trial
from etl.explanation import position, sentence_at
from etl.mention.number import find_numbers
from etl.model import Sentence


@dataclass(frozen=True, slots=True)
class Cell:
    """One field: what gold says, what the table says, and whether they agree."""

    field: str
    gold: str
    ours: str
    right: bool


@dataclass(frozen=True, slots=True)
class Contrast:
    """One disagreement: ``why`` it is one, where, the sentence cut at the number, the fields, what we know of it.

    ``source`` is the document and ``at`` the number's offset in it, in characters: what ``baoshu explain`` takes.
    """

    why: str
    source: str
    at: int
    before: str
    number: str
    after: str
    cells: tuple[Cell, ...]
    rule: str
    confidence: str
    note: str


def contrasts(outcome: Trial) -> Iterator[Contrast]:
    """Every disagreement of a trial, in the order of the report."""
    for each in outcome.report.disagreements:
        yield _contrast(each, outcome)


def _contrast(found: Disagreement, outcome: Trial) -> Contrast:
    issue = outcome.issues[found.doc]
    row, gold = found.row, found.gold
    at = int(row["source_start"]) if row is not None else int(gold["start"]) if gold is not None else 0
    end = int(row["source_end"]) if row is not None else int(gold["end"]) if gold is not None else 0
    found_at = sentence_at(issue, at)
    sentence = found_at[1] if found_at is not None else None
    if row is not None:
        text, start, stop = str(row["sentence"]), int(row["span_start"]), int(row["span_end"])
    elif sentence is not None:
        text, start, stop = sentence.text, *_span(sentence, at, end)
    else:
        text, start, stop = issue.text[max(0, at - 60) : end + 60], min(60, at), min(60, at) + end - at
    return Contrast(
        found.why,
        found.doc,
        at,
        text[:start],
        text[start:stop],
        text[stop:],
        tuple(_cells(row, gold)),
        _rule(row, sentence, start),
        f"{row['confidence']:.2f}" if row is not None else "",
        str(gold.get("note", "")) if gold is not None else "",
    )


def _span(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    first, last = position(sentence, start), position(sentence, end - 1)
    return (first or 0), (last + 1 if last is not None else (first or 0))


def _rule(row: Row | None, sentence: Sentence | None, start: int) -> str:
    """The rules that fired; for a number that gave no claim, what the mention step made of it."""
    if row is not None:
        return str(row["rule"])
    if sentence is None:
        return "not in any sentence"
    for number in find_numbers(sentence.text):
        if number.start <= start < number.end:
            judged = "a claim is possible" if number.claimable else f"no claim: {number.reason}"
            return f"{number.rule}: {number.text} = {number.value} {number.unit or '(no unit)'} · {judged}"
    return "no number read here"


def _cells(row: Row | None, gold: Gold | None) -> Iterator[Cell]:
    verdict = agreement(row, gold) if row is not None and gold is not None else {}
    for name in FIELDS:
        yield Cell(name, _gold_text(name, gold), _row_text(name, row), verdict.get(name, False))


def _gold_text(name: str, gold: Gold | None) -> str:
    if gold is None:
        return ""
    if name == "period":
        return _words(*(gold.get("period") or ["–"]), gold.get("status"))
    if name in ("indicator", "subject"):
        return " | ".join(gold[name])
    return _common(name, gold)


def _row_text(name: str, row: Row | None) -> str:
    if row is None:
        return ""
    if name == "period":
        days = [str(row[key])[:10] if _is_there(row[key]) else "–" for key in ("period_start", "period_end")]
        return _words(*days, row["status"], f"“{row['period_text']}”" if _is_there(row["period_text"]) else "")
    if name == "indicator":
        return _words(row["indicator"], f"“{row['indicator_text']}”" if _is_there(row["indicator_text"]) else "")
    return _common(name, row)


def _common(name: str, claim: Row | Gold) -> str:
    if name == "number":
        high = claim.get("value_high")
        return _words(f"{claim['value']:g}", f"– {high:g}" if _is_there(high) else "", claim["unit"], claim["bound"])
    if name == "measure":
        return _words(claim["measure"], claim.get("comparison"))
    return _words(claim.get(name))


def _words(*parts: object) -> str:
    return " ".join(str(part) for part in parts if _is_there(part))


def _is_there(value: object) -> bool:
    return value is not None and value == value and value != ""
