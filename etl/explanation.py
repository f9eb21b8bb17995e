"""How one claim came about: everything that the steps found around one printed number, as lines to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from etl.claim.base import base_phrases
from etl.claim.confidence import Evidence, recorded, weights
from etl.claim.cue import rules
from etl.claim.cue_rules import CueRule
from etl.claim.markup import Clause, Markup, mark_up
from etl.claim.owner import score, undecided
from etl.claim.owner import weights as owner_weights
from etl.lexicon.terms import Found
from etl.model import Article, Claim, Issue, NumberMention, PeriodMention, Sentence
from etl.pipeline import article_claims, mark_sentences

Line = tuple[str, str]
"""What a line is about, Chinese and English, and what it says; an empty heading goes on with the last one."""


def sentence_at(issue: Issue, offset: int) -> tuple[Article, Sentence, int] | None:
    """The article and sentence that print the character at a source offset, and its place in the sentence.

    None in a masthead, a byline, between sentences, or outside the document.
    """
    for article in issue.articles:
        for sentence in article.sentences:
            place = position(sentence, offset)
            if place is not None:
                return article, sentence, place
    return None


def position(sentence: Sentence, offset: int) -> int | None:
    """The place in the sentence of the character at a source offset; None when it is not in the sentence."""
    starts = (*sentence.offsets.text_starts, len(sentence.text))
    for run, source in enumerate(sentence.offsets.source_starts):
        if source <= offset < source + starts[run + 1] - starts[run]:
            return starts[run] + offset - source
    return None


def explain(issue: Issue, offset: int) -> list[Line]:
    """The lines for the number printed at ``offset``, in characters of the decoded source.

    Raises ``ValueError`` when no sentence or no number stands there; the message names the nearest ones.
    """
    found = sentence_at(issue, offset)
    if found is None:
        raise ValueError(f"{issue.source_uri}: 第 {offset} 字不在任何句子中 · no sentence prints character {offset}")
    article, sentence, place = found
    marked = next(m for m in mark_sentences(article, issue.issue_date) if m.sentence is sentence)
    markup = mark_up(marked)
    number = next((n for n in markup.numbers if n.outer_start <= place < n.outer_end), None)
    if number is None:
        others = "、".join(f"{n.text} ({sentence.offsets.source(n.start)})" for n in markup.numbers)
        said = f"此句读出的数字 · numbers of this sentence: {others or '无 none'}"
        raise ValueError(f"{issue.source_uri}: 第 {offset} 字处没有数字 · no number at character {offset}; {said}")
    with recorded() as record:
        claims = article_claims(article, issue)
    key = (sentence.sentence_id, number.start)
    claim = next((c for c in claims if (c.sentence.sentence_id, c.span_start) == key), None)
    evidence = next((e for e in record if (e.claim.sentence.sentence_id, e.claim.span_start) == key), None)
    clause = markup.clauses[markup.clause_at(number.start)]
    return [
        *_printed(article, sentence, markup, clause, number),
        *_number(number),
        *_periods(markup, claim),
        *_bases(markup, clause),
        *_terms(markup, clause),
        *_outcome(markup, clause, number, claim, evidence),
        *_owners(article, issue, key),
    ]


def as_text(lines: Iterable[Line]) -> str:
    """The lines with their headings in a column."""
    return "\n".join(f"{heading + ' ' * max(0, 20 - _width(heading))} {text}" for heading, text in lines)


def _width(text: str) -> int:
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in text)


# --------------------------------------------------------------------------- what is printed


def _printed(
    article: Article, sentence: Sentence, markup: Markup, clause: Clause, number: NumberMention
) -> Iterator[Line]:
    text = sentence.text
    page = "" if article.page is None else f" · 第 {article.page} 版 page {article.page}"
    yield "文章 article", f"{article.title or '（无题 untitled）'}{page}"
    yield "句 sentence", f"{text[: number.start]}【{text[number.start : number.end]}】{text[number.end :]}"
    yield "", f"{sentence.sentence_id} · {sentence.role} · 第 {sentence.paragraph} 段 paragraph {sentence.paragraph}"
    yield "分句 clause", markup.text[clause.start : clause.end]
    yield "形 shape", markup.shape[clause.start : clause.end]


def _number(number: NumberMention) -> Iterator[Line]:
    high = "" if number.value_high is None else f" – {number.value_high}"
    span = f"[{number.start}, {number.end})"
    yield (
        "数 number",
        f"{number.text} {span} = {number.value}{high} {number.unit or '（无单位 no unit）'} · {number.bound}",
    )
    yield "", f"规则 rule {number.rule} · {number.form} · {number.dimension}"
    if not number.claimable:
        yield "", f"不是断言 no claim: {number.reason}"


def _periods(markup: Markup, claim: Claim | None) -> Iterator[Line]:
    governing = claim.period_text if claim is not None else None
    for period in markup.periods:
        yield "时期 period", _period(period, period.text == governing)
    if governing is not None and all(period.text != governing for period in markup.periods):
        yield "时期 period", f"{governing} ← 承前文 from an earlier sentence or the headline"
    elif not markup.periods:
        yield "时期 period", "本句无 none in this sentence"


def _period(period: PeriodMention, governs: bool) -> str:
    days = f"{period.date_start or '…'} – {period.date_end or '…'}"
    mark = " ← 所属 governs" if governs else ""
    return f"{period.text} [{period.start}, {period.end}) = {days} {period.kind} · {period.role} · {period.rule}{mark}"


def _bases(markup: Markup, clause: Clause) -> Iterator[Line]:
    for base in base_phrases(markup, clause):
        against = base.comparison or "按时期而定 decided by its period"
        yield "比较 base", f"{base.text} [{base.start}, {base.end}) · {against}"


def _terms(markup: Markup, clause: Clause) -> Iterator[Line]:
    groups: Sequence[tuple[str, Sequence[Found[Any]]]] = (
        ("指标 indicators", markup.indicators),
        ("行业 sectors", markup.sectors),
        ("企业类型 classes", markup.classes),
        ("产品 products", markup.products),
        ("地区 regions", markup.regions),
    )
    for heading, found in groups:
        if found:
            yield heading, " · ".join(_term(term, clause) for term in found)


def _term(term: Found[Any], clause: Clause) -> str:
    name = getattr(term.entry, "name", None) or getattr(getattr(term.entry, "sector", None), "name", "")
    meaning = "" if name == term.text else f"={name}"
    here = "" if clause.start <= term.start < clause.end else " （他分句 other clause）"
    return f"{term.text}{meaning} [{term.start}, {term.end}){here}"


# --------------------------------------------------------------------------- what came of it


def _outcome(
    markup: Markup, clause: Clause, number: NumberMention, claim: Claim | None, evidence: Evidence | None
) -> Iterator[Line]:
    if claim is None:
        yield "断言 claim", "无 none: 数字属时期、比较基准或无单位可依 · part of a time or a base, or no unit is known"
        return
    yield from _cue(markup, clause, number, claim)
    if evidence is not None:
        topic = evidence.topic
        own = "本分句所印 printed here" if topic.own_indicator else "承前 taken over"
        known = "词表所有 in the lexicon" if topic.known else "词表所无 not in the lexicon"
        yield "指标 indicator", f"{topic.indicator} · {own} · {known} {topic.nature}"
        own = "本分句所印 printed here" if topic.own_subject else "承前或默认 taken over or by default"
        yield "主体 subject", f"{topic.subject} · {own}"
    yield "规则 rules", claim.rule
    yield from _claim(claim)
    if evidence is not None:
        yield from _confidence(claim, evidence)


def _cue(markup: Markup, clause: Clause, number: NumberMention, claim: Claim) -> Iterator[Line]:
    """The cue rule that decided the measure, with the words that it saw; nothing when a default decided."""
    name = claim.rule.split("/")[1]
    rule = _rule_named(name)
    if rule is None:
        yield "线索 cue", f"无词可依，按 {name} · no word says, decided by {name}"
        return
    seen = rule.left.search(markup.shape, clause.start, number.outer_start)
    words = f"“{markup.text[seen.start() : seen.end()]}”" if seen else "在并列数字之前 before the list of numbers"
    yield "线索 cue", f"{name}: {rule.measure} {rule.sign:+d} · {words}"


def _rule_named(name: str) -> CueRule | None:
    plain = name.split("+")[0]
    return next((rule for rule in rules() if rule.name == plain), None)


def _claim(claim: Claim) -> Iterator[Line]:
    high = "" if claim.value_high is None else f" – {claim.value_high}"
    yield (
        "断言 claim",
        f"{claim.value}{high} {claim.unit} · {claim.bound} · {claim.measure} {claim.comparison or ''}".rstrip(),
    )
    days = f"{claim.period_start} – {claim.period_end} {claim.period_kind}" if claim.period_end else "无时期 no period"
    yield "", f"{days} · {claim.status} · {claim.kind}"
    whose = [claim.indicator, claim.subject, claim.sector, *claim.classes, claim.region, claim.attribution]
    yield "", " · ".join(each for each in whose if each)


_SHOWN = 5


def _owners(article: Article, issue: Issue, key: tuple[str, int]) -> Iterator[Line]:
    """Who may own the number where the rules are in doubt, the likeliest first, with the sum of weights of each."""
    with undecided() as choices:
        article_claims(article, issue)
    choice = next((c for c in choices if (c.sentence_id, c.span_start) == key), None)
    if choice is None or not choice.doubtful:
        return
    known, rules_own = owner_weights(), choice.candidates[0]
    likeliest = sorted(choice.candidates, key=lambda each: -score(each, known))
    for place, each in enumerate(likeliest[:_SHOWN]):
        ours = " · 规则所选 chosen by the rules" if each is rules_own else ""
        yield ("" if place else "主体候选 owners"), f"{score(each, known):+.3f}  {each.text or '无 none'}{ours}"


def _confidence(claim: Claim, evidence: Evidence) -> Iterator[Line]:
    known = weights()
    total = sum(known.get(name, 0.0) for name in evidence.features)
    yield "可信度 confidence", f"{claim.confidence:.3f} · 权重和 sum of weights {total:+.3f}"
    for name in sorted(evidence.features, key=lambda each: -abs(known.get(each, 0.0))):
        yield "", f"{known.get(name, 0.0):+.3f}  {name}"
