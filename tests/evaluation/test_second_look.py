"""The claims read by eye and the numerals that are no claims: what counts as right, what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from etl.evaluation import leak, second_look
from etl.evaluation.draw import as_gold
from etl.evaluation.second_look import UnfitLineError, right_tiers, taken_in

ROW: dict[str, Any] = {
    "source_uri": "xwlb-2019-03-01.txt",
    "source_start": 40,
    "source_end": 44,
    "value_text": "7.2%",
    "kind": "economic",
    "measure": "growth",
    "comparison": "yoy",
    "value": 7.2,
    "value_high": None,
    "bound": "exact",
    "unit": "%",
    "indicator": "利润总额",
    "indicator_text": "利润",
    "subject": "装备制造业",
    "sector": "装备制造业",
    "region": "中国",
    "classes": [],
    "period_start": "2019-01-01",
    "period_end": "2019-02-28",
    "status": "actual",
}
LINE = {**as_gold(ROW), "context": {"sentence": "…"}}
FIELDS = [*(set(LINE) - {"context"}), "note"]


def test_a_line_left_as_it_is_is_right_in_full() -> None:
    kept = taken_in(LINE, FIELDS)
    assert "wrong" not in kept
    assert "context" not in kept
    assert right_tiers(kept, ROW)[-1] == "sector"


def test_a_corrected_field_makes_the_row_wrong_from_that_tier_on() -> None:
    kept = taken_in({**LINE, "fix": {"subject": ["汽车制造业"]}}, FIELDS)
    assert kept["wrong"] == ["subject"]
    assert right_tiers(kept, ROW) == ["number", "measure", "period", "indicator"]


def test_a_number_that_is_no_claim_is_right_only_when_left_alone() -> None:
    kept = taken_in({**LINE, "fix": "no claim"}, FIELDS)
    assert right_tiers(kept, ROW) == []
    assert right_tiers(kept, None)[-1] == "sector"
    assert right_tiers(taken_in(LINE, FIELDS), None) == []


def test_a_correction_of_no_field_is_refused_with_its_place() -> None:
    with pytest.raises(UnfitLineError, match=r"xwlb-2019-03-01\.txt, 40 «7\.2%»: no field periode"):
        taken_in({**LINE, "fix": {"periode": None}}, FIELDS)


def test_shares_are_counted_over_all_that_was_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lines = [taken_in(LINE, FIELDS), taken_in({**LINE, "fix": {"sector": None}}, FIELDS)]
    path = tmp_path / "read.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    monkeypatch.setattr(second_look, "rows_of", lambda read: [(gold, ROW) for gold in read])
    period, full = second_look.second_look_figures(path)
    assert (period.value, full.value, full.note) == (1.0, 0.5, "1 of 2")
    assert full.met is False


def test_numerals_that_a_claim_covers_are_leaked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "listed.csv"
    path.write_text("doc,start,end,text,no_claim\na,5,6,三,ordinal\na,9,11,十二,date\n", encoding="utf-8")
    monkeypatch.setattr(leak, "_claimed", lambda _: {"a": [(4, 8)]})
    (figure,) = leak.leak_figures(path)
    assert (figure.value, figure.met, figure.note) == (0.5, False, "1 of 2: 三")


def test_only_numerals_with_a_reason_are_taken_in(tmp_path: Path) -> None:
    judged, output = tmp_path / "judged.jsonl", tmp_path / "listed.csv"
    lines = [{"doc": "a", "start": 1, "end": 2, "text": "三", "around": "…", "no_claim": "ordinal"}]
    lines.append({"doc": "a", "start": 5, "end": 6, "text": "九", "around": "…", "no_claim": ""})
    judged.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    leak.take_in(judged, output)
    assert output.read_text(encoding="utf-8") == "doc,start,end,text,no_claim\na,1,2,三,ordinal\n"
