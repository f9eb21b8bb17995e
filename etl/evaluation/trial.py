"""One run of the extractor over the documents of a gold set, with everything that came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa

from etl.claim.confidence import Evidence, recorded
from etl.evaluation.agreement import Row, agreement
from etl.evaluation.gold import GoldSet
from etl.evaluation.score import TIERS, Report, pairs, score
from etl.extraction import Extracted, IssueIds, extract_file
from etl.model import Issue


@dataclass(frozen=True, slots=True)
class Judged:
    """A row of the table and whether every tier of the contract agrees with its gold claim."""

    row: Row
    right: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """A gold set, the issues read, the claims table extracted, its score, and the evidence by printed place."""

    gold: GoldSet
    issues: Mapping[str, Issue]
    claims: pd.DataFrame
    report: Report
    evidence: Mapping[tuple[str, int, int], Evidence]

    def judged(self) -> list[Judged]:
        """Every row that counts, document by document; rows of optional gold claims do not count."""
        found: list[Judged] = []
        for doc in self.gold.documents:
            rows: list[Row] = [
                {str(key): cell for key, cell in row.items()}
                for row in self.claims[self.claims["source_uri"] == doc].to_dict("records")
            ]
            expected = [claim for claim in self.gold.claims if claim["doc"] == doc]
            gold_of = {place: expected[number] for number, place in pairs(rows, expected).items()}
            for place, row in enumerate(rows):
                gold = gold_of.get(place)
                if gold is None:
                    found.append(Judged(row, False))
                elif not gold.get("optional"):
                    verdict = agreement(row, gold)
                    found.append(Judged(row, all(verdict[tier] for tier in TIERS)))
        return found

    def evidence_of(self, row: Row) -> Evidence | None:
        """What was known when the row's claim was made."""
        return self.evidence.get((str(row["sentence_id"]), int(row["span_start"]), int(row["span_end"])))


def trial(gold: GoldSet) -> Trial:
    """Extract the documents of ``gold`` and score them. Raises ``ValueError`` for a document set aside."""
    ids, issues, tables = IssueIds(), {}, []
    with recorded() as record:
        for doc, path in gold.documents.items():
            result = extract_file(path, doc, ids)
            if not isinstance(result, Extracted):
                raise ValueError(str(result))
            issues[doc] = result.issue
            tables.append(result.claims)
    claims = pa.concat_tables(tables).to_pandas()
    evidence = {(e.claim.sentence.sentence_id, e.claim.span_start, e.claim.span_end): e for e in record}
    return Trial(gold, issues, claims, score(claims, gold.claims), evidence)
