from __future__ import annotations

import json
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.filter import Filter
from dashboard.origin import COOKIE, HEADER
from dashboard.query import Claims
from dashboard.review.gold import gold_lines
from dashboard.review.judgement import FIELDS, MAX_REASON, RefusedError, judgement
from dashboard.review.log import FILE, NothingToUndoError, ReviewLog
from dashboard.review.reviews import Reviews, UnknownClaimError
from etl.model import Article, Claim, Issue
from etl.schema import CLAIMS
from etl.store import IssueRows, Store
from etl.table import claims_table, issues_table, sentences_table
from tests.dashboard.printed_issues import front_page

SCORER = Path(__file__).parents[3] / "shared" / "contract" / "score.py"
TOKEN = "t" * 24
PLACE = ["issue_id", "source_start", "value_text"]


@pytest.fixture
def claims(own_store: Path) -> Claims:
    return Claims(own_store)


@pytest.fixture
def reviews(own_store: Path, claims: Claims) -> Reviews:
    reviews = Reviews(ReviewLog(own_store / FILE), claims)
    claims.judged = reviews.verdicts
    return reviews


def some(claims: Claims, rows: int = 3) -> list[str]:
    return list(claims.page(Filter(measure=("growth",)), 0, rows, [])["claim_id"])


def test_a_judgement_stands_until_it_is_undone_and_everything_stays_in_the_history(
    claims: Claims, reviews: Reviews
) -> None:
    (claim,) = some(claims, 1)
    assert reviews.state(claim).standing is None
    reviews.judge(claim, "right", None, "", "张三")
    reviews.judge(claim, "corrected", {"value": "7.3", "status": "forecast"}, "原文如此", "李四")
    state = reviews.state(claim)
    assert state.standing is not None
    assert state.standing.fields == {"value": 7.3, "status": "forecast"}
    assert (state.standing.author, state.standing.reason) == ("李四", "原文如此")
    reviews.undo(claim, "王五", "看错了")
    assert reviews.state(claim).standing is not None
    assert reviews.state(claim).standing.verdict == "right"  # type: ignore[union-attr]
    reviews.undo(claim, "王五")
    state = reviews.state(claim)
    assert state.standing is None
    assert [line.verdict for line in state.history] == ["undone", "undone", "corrected", "right"]
    assert all(line.at.startswith("20") and line.author for line in state.history)
    with pytest.raises(NothingToUndoError):
        reviews.undo(claim, "王五")


def test_the_extracted_table_is_never_touched(own_store: Path, claims: Claims, reviews: Reviews) -> None:
    before = Store(own_store).current().manifest
    (claim,) = some(claims, 1)
    value = claims.claim(claim)["value"].iloc[0]
    reviews.judge(claim, "corrected", {"value": value + 1}, "改", "张三")
    assert Store(own_store).current().manifest == before
    assert claims.claim(claim)["value"].iloc[0] == value
    assert Store(own_store).verify() == []


def test_the_filter_narrows_by_what_was_found(claims: Claims, reviews: Reviews) -> None:
    right, wrong, corrected = some(claims)
    assert claims.count(Filter(review=("unreviewed",))).claims == 323
    reviews.judge(right, "right", None, "", "张三")
    reviews.judge(wrong, "wrong", None, "不是数", "张三")
    reviews.judge(corrected, "corrected", {"unit": "个"}, "单位", "张三")
    for verdict, claim in (("right", right), ("wrong", wrong), ("corrected", corrected)):
        assert list(claims.page(Filter(review=(verdict,)), 0, 10, [])["claim_id"]) == [claim]
    assert claims.count(Filter(review=("right", "wrong"))).claims == 2
    assert claims.count(Filter(review=("unreviewed",))).claims == 320
    assert claims.count(Filter(review=("unreviewed", "right"))).claims == 321
    reviews.undo(wrong, "张三")
    assert claims.count(Filter(review=("wrong",))).claims == 0
    assert sum(claims.facets(Filter(review=("right",)))["measure"].values()) == 1


@pytest.mark.parametrize(
    ("verdict", "fields", "reason", "author", "named"),
    [
        ("maybe", None, "x", "a", "verdict"),
        (None, None, "x", "a", "verdict"),
        ("wrong", None, "", "a", "reason"),
        ("wrong", None, "x" * (MAX_REASON + 1), "a", "reason"),
        ("wrong", None, "a\u202eb", "a", "reason"),
        ("right", None, "", "", "author"),
        ("right", None, "", ["a"], "author"),
        ("right", {"value": 1}, "", "a", "fields"),
        ("corrected", {}, "x", "a", "fields"),
        ("corrected", {"sentence": "x"}, "x", "a", "sentence"),
        ("corrected", {"claim_id": "x"}, "x", "a", "claim_id"),
        ("corrected", [1], "x", "a", "fields"),
        ("corrected", {"value": "abc"}, "x", "a", "value"),
        ("corrected", {"value": True}, "x", "a", "value"),
        ("corrected", {"value": "NaN"}, "x", "a", "value"),
        ("corrected", {"value": "1e400"}, "x", "a", "value"),
        ("corrected", {"value": None}, "x", "a", "value"),
        ("corrected", {"value_high": 9}, "x", "a", "value_high"),
        ("corrected", {"bound": "range"}, "x", "a", "value_high"),
        ("corrected", {"bound": "range", "value_high": -1e9}, "x", "a", "value_high"),
        ("corrected", {"measure": "speed"}, "x", "a", "measure"),
        ("corrected", {"sector": "没有的行业"}, "x", "a", "sector"),
        ("corrected", {"unit": "元" * 101}, "x", "a", "unit"),
        ("corrected", {"unit": "  "}, "x", "a", "unit"),
        ("corrected", {"classes": "中小企业"}, "x", "a", "classes"),
        ("corrected", {"classes": ["x"] * 13}, "x", "a", "classes"),
        ("corrected", {"period_start": "2019-02-30", "period_end": "2019-03-01"}, "x", "a", "period_start"),
        ("corrected", {"period_start": "20190201"}, "x", "a", "period_start"),
        ("corrected", {"period_start": "2099-01-01"}, "x", "a", "period_start"),
        ("corrected", {"period_start": None}, "x", "a", "period_start"),
    ],
)
def test_what_is_no_judgement_is_refused_by_name(
    claims: Claims, reviews: Reviews, verdict: Any, fields: Any, reason: Any, author: Any, named: str
) -> None:
    (claim,) = some(claims, 1)
    with pytest.raises(RefusedError, match=named):
        reviews.judge(claim, verdict, fields, reason, author)
    assert reviews.log.lines() == ()
    assert not reviews.log.path.exists()


def test_a_correction_keeps_only_what_it_changes() -> None:
    was: dict[str, Any] = dict.fromkeys(FIELDS)
    was |= {"value": 7.2, "bound": "exact", "unit": "%", "classes": []}
    was |= {"measure": "growth", "kind": "economic", "status": "actual"}
    said = judgement("corrected", {**was, "value": "7.20", "unit": "百分点"}, "单位错", "张三", was)
    assert said.fields == {"unit": "百分点"}


def test_an_unknown_claim_is_refused(reviews: Reviews) -> None:
    with pytest.raises(UnknownClaimError):
        reviews.judge("0123456789", "right", None, "", "张三")


def republished(store: Path, change: Any) -> None:
    """The front page extracted again by another extractor: each claim as ``change`` makes it."""
    issue, rows = front_page()
    changed = [each for row in rows for each in change(*row)]
    Store(store).replace_issues([_rows(issue, changed)])


def _rows(issue: Issue, rows: list[tuple[Issue, Article, Claim]]) -> IssueRows:
    tables = {
        "claims": claims_table(rows),
        "sentences": sentences_table([issue]),
        "issues": issues_table([(issue, len(rows))]),
    }
    return IssueRows(tables, issue.text.encode(), issue.text)


def with_other_ids(store: Path) -> None:
    """All claims of the store under other ids, as a new way of naming them would give."""
    tables = {}
    snapshot = Store(store).current()
    for entry in snapshot.manifest.files:
        if not entry.bucket.publication:
            continue  # a dataset that holds nothing yet
        table = snapshot.read(entry)
        if entry.dataset == "claims":
            place = table.schema.get_field_index("claim_id")
            ids = [claim[::-1] for claim in table["claim_id"].to_pylist()]
            table = table.set_column(place, CLAIMS.field("claim_id"), [ids])
        tables[entry.dataset, entry.bucket] = table
    batches = []
    for bucket in {bucket for dataset, bucket in tables if dataset == "issues"}:  # empty files have a bucket too
        for issue_id in tables["issues", bucket]["issue_id"].to_pylist():
            parts = {name: tables[name, bucket] for name in ("claims", "sentences", "issues")}
            only = {
                name: part.filter([each == issue_id for each in part["issue_id"].to_pylist()])
                for name, part in parts.items()
            }
            batches.append(IssueRows(only, issue_id.encode(), issue_id))
    Store(store).replace_issues(batches)


def test_judgements_survive_a_new_extraction_that_names_claims_otherwise(
    own_store: Path, claims: Claims, reviews: Reviews
) -> None:
    right, wrong, _ = some(claims)
    places = {claim: tuple(claims.claim(claim)[PLACE].iloc[0]) for claim in (right, wrong)}
    reviews.judge(right, "right", None, "", "张三")
    reviews.judge(wrong, "wrong", None, "不是数", "张三")
    with_other_ids(own_store)
    assert claims.claim(right).empty
    found = {review.claim_id: claim for claim, review in reviews.attached().by_claim.items()}
    assert set(found) == {right, wrong}
    for old, new in found.items():
        assert new != old
        assert tuple(claims.claim(new)[PLACE].iloc[0]) == places[old]
    assert list(claims.page(Filter(review=("wrong",)), 0, 9, [])["claim_id"]) == [found[wrong]]
    state = reviews.state(found[right])
    assert state.standing is not None
    assert not state.changed
    reviews.undo(found[wrong], "李四")
    assert reviews.state(found[wrong]).standing is None
    assert [line.verdict for line in reviews.history(wrong)] == ["undone", "wrong"]


def test_a_claim_that_is_read_otherwise_now_says_so_and_a_lost_one_is_kept(
    own_store: Path, claims: Claims, reviews: Reviews
) -> None:
    page = claims.page(Filter(publication=("样例电子报",)), 0, 20, [])
    kept = page["claim_id"].iloc[0]
    others = page[(page["value_text"] != page["value_text"].iloc[0]) & ~page["value_text"].duplicated(keep=False)]
    lost, lost_text = others["claim_id"].iloc[0], others["value_text"].iloc[0]
    reviews.judge(kept, "right", None, "", "张三")
    reviews.judge(lost, "right", None, "", "张三")

    def change(issue: Issue, article: Article, claim: Claim) -> list[tuple[Issue, Article, Claim]]:
        gone = claim.value_text == lost_text
        return [] if gone else [(issue, article, replace(claim, status="forecast"))]

    republished(own_store, change)
    assert claims.claim(lost).empty
    attached = reviews.attached()
    assert kept in attached.by_claim
    assert [review.claim_id for review in attached.lost] == [lost]
    assert reviews.state(kept).changed
    lines = [json.loads(line) for line in gold_lines(reviews, claims, rest=False)]
    assert len(lines) == 2
    assert "forecast" not in {line["status"] for line in lines}, "as they were judged, not as they are read now"


def test_gold_lines_are_what_was_judged(claims: Claims, reviews: Reviews) -> None:
    page = claims.page(Filter(publication=("样例电子报",)), 0, 20, [])
    right, corrected, wrong = page["claim_id"].iloc[:3]
    reviews.judge(right, "right", None, "", "张三")
    reviews.judge(corrected, "corrected", {"value": 5, "indicator": "营业收入", "classes": ["中小企业"]}, "改", "张三")
    reviews.judge(wrong, "wrong", None, "不是数", "张三")
    only = [json.loads(line) for line in gold_lines(reviews, claims, rest=False)]
    assert len(only) == 2
    lines = {(line["start"], line["end"]): line for line in (json.loads(each) for each in gold_lines(reviews, claims))}
    assert len(lines) == len(page) - 1
    for claim, row in zip(page["claim_id"], page.to_dict("records"), strict=True):
        line = lines.get((row["source_start"], row["source_end"]))
        if claim == wrong:
            assert line is None
            continue
        assert line is not None
        assert line["text"] == row["value_text"]
        assert row["source_uri"].endswith(line["doc"])
        assert line["optional"] is (claim not in (right, corrected))
    line = next(each for each in only if each["value"] == 5)
    assert (line["indicator"], line["classes"]) == (["营业收入"], ["中小企业"])
    assert set(line) >= {"kind", "measure", "comparison", "value_high", "bound", "unit", "region", "period", "status"}


@pytest.mark.shared
@pytest.mark.skipif(not SCORER.is_file(), reason="../shared/contract/score.py is not there")
def test_the_scorer_takes_the_gold_lines(own_store: Path, claims: Claims, reviews: Reviews, tmp_path: Path) -> None:
    page = claims.page(Filter(publication=("样例电子报",)), 0, 20, [])
    for claim in page["claim_id"][:4]:
        reviews.judge(claim, "right", None, "", "张三")
    reviews.judge(page["claim_id"].iloc[4], "wrong", None, "不是数", "张三")
    gold = tmp_path / "gold.jsonl"
    gold.write_text("".join(gold_lines(reviews, claims)), encoding="utf-8")
    table = own_store / "current" / "claims"
    done = subprocess.run([sys.executable, SCORER, table, gold, "--json"], capture_output=True, text=True, check=True)
    score = json.loads(done.stdout)
    assert (score["gold"], score["rows"], score["paired"]) == (4, 5, 4)
    assert score["tiers"]["full"]["recall"] == 1.0


def test_many_writers_lose_nothing(own_store: Path, claims: Claims) -> None:
    ids = some(claims, 8)
    logs = [Reviews(ReviewLog(own_store / FILE), claims) for _ in range(4)]

    def write(reviews: Reviews) -> None:
        for claim in ids:
            reviews.judge(claim, "right", None, "", threading.current_thread().name)

    threads = [threading.Thread(target=write, args=(each,)) for each in logs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(each.log.lines()) for each in logs] == [32] * 4
    assert [line.id for line in logs[0].log.lines()] == list(range(1, 33))


# ---------------------------------------------------------------------- over HTTP


@pytest.fixture
def client(own_store: Path) -> FlaskClient:
    client: FlaskClient = create_app(own_store).server.test_client()
    client.set_cookie(COOKIE, TOKEN)
    return client


def post(client: FlaskClient, path: str, body: Any, **headers: str) -> Any:
    return client.post(path, json=body, headers={HEADER: TOKEN, **{k.replace("_", "-"): v for k, v in headers.items()}})


def test_judging_over_http(client: FlaskClient, claims: Claims) -> None:
    (claim,) = some(claims, 1)
    made = post(client, "/api/reviews", {"claim": claim, "verdict": "wrong", "reason": "不是数", "author": "张三"})
    assert made.status_code == 201
    assert made.get_json()["stands_at"] == claim
    assert client.get("/api/claims.json?review=wrong").get_json()["total"] == 1
    exported = client.get("/api/claims.csv?review=wrong&columns=claim_id,review").get_data().decode("utf-8-sig")
    assert exported.splitlines()[1] == f'"{claim}","wrong"' or exported.splitlines()[1].endswith(',"wrong"')
    assert client.get(f"/api/reviews.json?claim={claim}").get_json()["reviews"][0]["author"] == "张三"
    undone = post(client, "/api/reviews/undo", {"claim": claim, "author": "张三"})
    assert undone.status_code == 201
    assert post(client, "/api/reviews/undo", {"claim": claim, "author": "张三"}).status_code == 409
    assert len(client.get("/api/reviews.json").get_json()["reviews"]) == 2
    assert client.get("/api/reviews/gold.jsonl").status_code == 200


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ([], 400),
        ({"claim": "x"}, 422),
        ({"claim": "x", "verdict": "right", "colour": "red"}, 400),
        ({"claim": "../x y", "verdict": "right"}, 400),
        ({"claim": ["x"], "verdict": "right"}, 400),
        ({"claim": "0123", "verdict": "right", "author": "a"}, 404),
        ({"claim": "0123", "verdict": "right", "author": "\ud800"}, 400),
    ],
)
def test_what_is_no_review_is_refused(client: FlaskClient, claims: Claims, body: Any, status: int) -> None:
    if isinstance(body, dict) and body.get("claim") == "x":
        body = {**body, "claim": some(claims, 1)[0]}
    assert post(client, "/api/reviews", body).status_code == status


def test_nothing_is_written_without_the_token_or_from_another_site(client: FlaskClient, claims: Claims) -> None:
    body = {"claim": some(claims, 1)[0], "verdict": "right", "author": "张三"}
    assert client.post("/api/reviews", json=body).status_code == 403
    assert client.post("/api/reviews", json=body, headers={HEADER: "u" * 24}).status_code == 403
    assert post(client, "/api/reviews", body, Sec_Fetch_Site="cross-site").status_code == 403
    assert post(client, "/api/reviews", body, Origin="http://evil.example").status_code == 403
    form = client.post("/api/reviews", data=body, headers={HEADER: TOKEN})
    assert form.status_code == 415
    assert client.get("/api/reviews.json").get_json()["reviews"] == []
    assert (
        post(client, "/api/reviews", body, Origin="http://localhost", Sec_Fetch_Site="same-origin").status_code == 201
    )


def test_a_page_brings_the_token(own_store: Path) -> None:
    answer = create_app(own_store).server.test_client().get("/")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    assert "SameSite=Strict" in cookie
