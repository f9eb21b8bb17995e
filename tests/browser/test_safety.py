"""What the page must never do: ask another host, break its own policy, run what a newspaper printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import Watched, serving, watch
from tests.browser.reader import choose, go_to, open_first_row
from tests.dashboard.printed_issues import HOSTILE, HOSTILE_TITLE, Number, build_issue, months, publish

pytestmark = pytest.mark.browser


def test_no_outside_request_while_everything_is_used(watched: Watched) -> None:
    page = watched.open("rows")
    choose(page, "sector", "采矿业")
    open_first_row(page)
    for name in ("overview", "sectors", "timeline", "comparison", "issues", "runs"):
        go_to(page, name)
        watched.settled()
    go_to(page, "sectors")
    watched.settled()
    page.locator("#graph-ranking").hover()
    with page.expect_download() as download:
        page.locator(".chart-ranking [data-save='png']").click()
    assert download.value.suggested_filename == "baoshu-ranking.png"
    page.wait_for_load_state("networkidle")
    assert len(watched.requests) > 10
    assert watched.outside() == set()


def test_the_policy_is_in_force_and_never_broken(watched: Watched) -> None:
    page = watched.page
    page.add_init_script(
        "window.broken = [];"
        "document.addEventListener('securitypolicyviolation',"
        " (event) => window.broken.push(event.violatedDirective + event.blockedURI));"
    )
    watched.open("rows")
    open_first_row(page)
    for name in ("overview", "sectors", "timeline", "comparison", "issues", "runs"):
        go_to(page, name)
        watched.settled()
    page.locator("#theme-toggle").click()
    page.locator("#theme-toggle").click()
    go_to(page, "sectors")
    watched.settled()
    with page.expect_download():
        page.locator(".chart-heatmap [data-save='png']").click()
    assert page.evaluate("window.broken") == []
    # and it does hold: an inline script that somebody slips in is refused
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.slipped = 1';"
        " document.body.appendChild(s); }"
    )
    assert page.evaluate("window.slipped") is None
    assert page.evaluate("window.broken.length") == 1
    watched.complaints.clear()  # the refusal of our own slip


def test_a_chart_has_no_button_that_sends_it_anywhere(watched: Watched) -> None:
    page = watched.open("sectors")
    assert page.locator(".modebar-btn").count() == 0
    assert page.evaluate("document.querySelector('.js-plotly-plot')._context.showSendToCloud") is False


@pytest.mark.parametrize("text", [HOSTILE[:10], "HYPERLINK", "=1+1"])
def test_printed_words_are_never_run(watched: Watched, text: str) -> None:
    page = watched.open("rows")
    page.locator("#control-q").fill(text)
    expect(page.locator("#count")).not_to_contain_text("共 323 条")
    open_first_row(page)
    page.locator("#control-publication").click()
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    assert page.locator("main img, #panel img, main script, #panel script").count() == 0


def test_hostile_words_are_shown_as_they_were_printed(watched: Watched) -> None:
    page = watched.open("sectors?q=食品制造业&from=2019-05&to=2019-05&period=2019-01-01_2019-05-31")
    expect(page.locator("#graph-ranking")).to_contain_text("<img src=x")
    page.locator(".chart-ranking .chart-table summary").click()
    page.locator(".chart-ranking tr", has_text="<img").locator(".figure-link").click()
    expect(page.locator("#panel .sentence")).to_contain_text(HOSTILE)
    expect(page.locator("#panel")).to_contain_text(HOSTILE_TITLE)


@pytest.mark.parametrize("page_name", ["", "sectors", "timeline", "comparison", "issues", "rows", "runs", "nowhere"])
def test_an_address_is_never_run(watched: Watched, page_name: str) -> None:
    attack = "%3Cimg%20src%3Dx%20onerror%3D%22window.hacked%3D2%22%3E"
    names = (
        "q",
        "sector",
        "claim",
        "plot",
        "whose",
        "period",
        "issue",
        "verdict",
        "within",
        "columns",
        "colour",
        "%3Cb%3E",
    )
    for part in (names[:6], names[6:]):
        page = watched.open(page_name + "?" + "&".join(f"{name}={attack}" for name in part))
        page.wait_for_timeout(100)
        assert page.evaluate("window.hacked") is None
        assert page.locator("#notice img, #main img:not(.spark), #panel img").count() == 0


PAYLOADS = (
    '<img src=x onerror="window.hacked=1">',
    "<script>window.hacked=1</script>",
    '"><svg onload=window.hacked=1>',
    "<svg><script>window.hacked=1</script></svg>",
    '<a href="javascript:window.hacked=1">利润</a>',
    "javascript:window.hacked=1",
    "'\"><iframe srcdoc='<script>parent.hacked=1</script>'>",
    "</title><script>window.hacked=1</script>",
    "<b onmouseover=window.hacked=1>利润</b>",
    "{{constructor.constructor('window.hacked=1')()}}",
    "${window.hacked=1}",
    "<math><mtext></math><img src onerror=window.hacked=1>",
    "<style>@import 'http://evil.example/x'</style>",
    "<input autofocus onfocus=window.hacked=1>",
    "<details open ontoggle=window.hacked=1>",
)
PLACES = ("title", "sentence", "publication", "subject")


def hostile_issue(place: str, number: int, payload: str) -> Any:
    """An issue that prints the payload in one place."""
    day = date(2019, 1 + PLACES.index(place), 1 + number)
    publication = f"报{payload}" if place == "publication" else "样例报"
    title = payload if place == "title" else f"工业企业利润增长{number}"
    said = f"{payload}企业利润增长" if place in ("sentence", "subject") else "企业利润增长"
    subject = payload if place == "subject" else "工业"
    figure = Number(f"{number}%", number, subject=subject, sector="工业", more=months(2018 + number % 2, 12))
    return build_issue(publication, day, number + 1, [(title, [[said, figure, "。"]])])


@pytest.fixture(scope="module")
def hostile_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    issues = [hostile_issue(place, number, payload) for place in PLACES for number, payload in enumerate(PAYLOADS)]
    store = publish(tmp_path_factory.mktemp("hostile"), issues)
    with serving(store) as address:
        yield address


def test_sixty_payloads_in_titles_sentences_publications_and_subjects_fire_nowhere(
    wide_context: BrowserContext, hostile_address: str
) -> None:
    assert len(PLACES) * len(PAYLOADS) == 60
    watched = watch(wide_context, hostile_address)
    page = watched.page
    for place in ("", "sectors", "timeline", "comparison", "issues", "rows?lang=en", "runs"):
        watched.open(place)
        page.evaluate("document.querySelectorAll('#main details').forEach((one) => { one.open = true; })")
        page.wait_for_timeout(150)
        assert page.evaluate("window.hacked") is None, place
    open_first_row_of(watched)
    for address in _issue_addresses(watched):
        watched.open(address)
        page.locator(".sheet .claim").first.click()
        expect(page.locator("#panel .sentence")).to_be_visible()
    assert page.evaluate("window.hacked") is None
    assert watched.outside() == set()
    assert watched.complaints == []
    page.close()


def open_first_row_of(watched: Watched) -> None:
    watched.open("rows")
    open_first_row(watched.page)


def _issue_addresses(watched: Watched) -> list[str]:
    page = watched.open("issues")
    links = [link.get_attribute("href") or "" for link in page.locator(".issue-list a").all()]
    assert len(links) == 60
    return [link.lstrip("/") for link in links[::7]]
