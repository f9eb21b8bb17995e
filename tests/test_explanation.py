"""An explanation names the sentence, the rules, the times and the weights behind one printed number."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from etl.command import EXIT_USAGE, app
from etl.explanation import as_text, explain, position, sentence_at
from etl.model import OffsetMap, Sentence
from etl.pipeline import extract
from etl.reading import read_file
from tests.golden_samples import ISSUES

PATH = ISSUES / "sample-economy-2019-07-31.txt"


def offset(words: str, number: str) -> int:
    """The source offset of ``number`` in the first printed ``words``."""
    text = PATH.read_text(encoding="utf-8")
    return text.index(number, text.index(words))


def lines(words: str, number: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    heading = ""
    for name, text in explain(read_file(PATH, PATH.name), offset(words, number)):
        heading = name or heading
        found.setdefault(heading, []).append(text)
    return found


def test_it_shows_what_every_step_found() -> None:
    found = lines("比去年同期提升2.7个百分点", "2.7个百分点")
    assert "提升【2.7个百分点】。" in found["句 sentence"][0]
    assert found["分句 clause"] == ["比去年同期提升2.7个百分点"]
    assert any("points" in line for line in found["数 number"])
    assert any(line.startswith("上半年") and "governs" in line for line in found["时期 period"])
    assert found["比较 base"][0].startswith("去年同期")
    assert found["线索 cue"][0].startswith("points.up: change +1")
    assert "taken over" in found["指标 indicator"][0]
    assert found["断言 claim"][0].startswith("2.7 百分点 · exact · change yoy")


def test_the_weights_add_up_to_the_confidence_of_the_table() -> None:
    issue = read_file(PATH, PATH.name)
    for _, claim in extract(issue)[:40]:
        at = claim.sentence.offsets.source(claim.span_start)
        text = as_text(explain(issue, at))
        assert f"{claim.confidence:.3f} · 权重和" in text
        assert claim.rule in text


def test_it_weighs_the_owners_where_the_rules_are_in_doubt(tmp_path: Path) -> None:
    text = PATH.read_text(encoding="utf-8") + "\n    隧道昨天贯通，工程历时9个月。\n"
    path = tmp_path / PATH.name
    path.write_text(text, encoding="utf-8")
    found = explain(read_file(path, path.name), text.index("9个月"))
    first = [name for name, _ in found].index("主体候选 owners")
    weighed = [text for _, text in found[first:]]
    assert sum("chosen by the rules" in line for line in weighed) <= 1
    sums = [float(line.split()[0]) for line in weighed]
    assert sums == sorted(sums, reverse=True)


def test_every_number_of_the_samples_can_be_explained() -> None:
    for path in sorted(ISSUES.glob("sample-*.txt"))[:4]:
        issue = read_file(path, path.name)
        for _, claim in extract(issue):
            found = sentence_at(issue, claim.sentence.offsets.source(claim.span_start))
            assert found is not None
            assert (found[1], found[2]) == (claim.sentence, claim.span_start)


def test_a_place_without_a_number_names_the_numbers_of_its_sentence() -> None:
    with pytest.raises(ValueError, match=r"no number at character [0-9]+; .*29840\.0亿元"):
        explain(read_file(PATH, PATH.name), offset("上半年全国规模以上工业企业", "规模以上"))


def test_a_place_outside_all_sentences_is_said_to_be_so() -> None:
    with pytest.raises(ValueError, match="no sentence prints character 0"):
        explain(read_file(PATH, PATH.name), 0)


def test_positions_follow_the_runs_of_a_broken_sentence() -> None:
    sentence = Sentence("s", "利润增长7%", OffsetMap((0, 4), (10, 20)), 0)
    assert [position(sentence, at) for at in (9, 10, 13, 14, 20, 21, 22)] == [None, 0, 3, None, 4, 5, None]


def test_the_command_prints_it_and_refuses_what_it_cannot_explain(tmp_path: Path) -> None:
    runner = CliRunner()
    at = offset("比去年同期提升2.7个百分点", "2.7个百分点")
    shown = runner.invoke(app, ["explain", str(PATH), "--at", str(at)])
    assert shown.exit_code == 0
    assert "points.up" in shown.stdout
    assert runner.invoke(app, ["explain", str(PATH), "--at", "0"]).exit_code == EXIT_USAGE
    broken = tmp_path / "a.txt"
    broken.write_text("没有报头", encoding="utf-8")
    assert runner.invoke(app, ["explain", str(broken), "--at", "0"]).exit_code == EXIT_USAGE
