"""The client: patient with what may pass, final with what does not, slow on purpose, never beyond its limits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from etl.source.source import SourceError
from etl.source.web.address import Gate
from etl.source.web.client import Client, Manners, _retry_after
from etl.source.web.fault import AddressRefusedError, FetchError, ObstacleError, PageMissingError, TransientError
from etl.source.web.obstacle import refuse_fragment, refuse_obstacle
from etl.source.web.robots import Robots
from tests.replica.server import OBSTACLE, Site, serving

PAGE = "<html><body>第一版</body></html>"


class Clock:
    """Time that passes when someone sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


class Asked:
    """A client of a running site, its clock stopped but for its sleep."""

    def __init__(self, site: Site, url: str, **manners: float) -> None:
        self.site, self.url, self.clock = site, url, Clock()
        given = Manners(**({"delay": 0.0, "timeout": 2.0, "max_page": 100_000} | manners))  # type: ignore[arg-type]
        port = int(url.rpartition(":")[2])
        gate = Gate(frozenset({"127.0.0.1"}), frozenset({port}), private=True)
        self.client = Client(gate, given, self.clock.sleep, lambda: self.clock.now)


@pytest.fixture
def site() -> Site:
    site = Site()
    site.put({"/a.html": PAGE, "/b.html": PAGE})
    return site


@pytest.fixture
def url(site: Site) -> Iterator[str]:
    with serving(site) as url:
        yield url


def test_a_page_and_its_validators(site: Site, url: str) -> None:
    asked = Asked(site, url)
    answer = asked.client.get(f"{url}/a.html")
    assert (answer.status, answer.body.decode()) == (200, PAGE)
    again = asked.client.get(f"{url}/a.html", answer.headers["etag"], answer.headers["last-modified"])
    assert (again.status, again.body) == (304, b"")
    assert site.agents == {Manners().user_agent}


def test_between_two_requests_lies_the_delay(site: Site, url: str) -> None:
    asked = Asked(site, url, delay=3.0)
    for _ in range(3):
        asked.client.get(f"{url}/a.html")
    assert asked.clock.slept == [3.0, 3.0]
    asked.client.slow_down(10.0)
    asked.client.get(f"{url}/a.html")
    assert asked.clock.slept[-1] == 10.0
    asked.client.slow_down(1.0)
    asked.client.get(f"{url}/a.html")
    assert asked.clock.slept[-1] == 10.0, "never faster than the site wishes"


def test_what_may_pass_is_asked_for_again_after_longer_and_longer(site: Site, url: str) -> None:
    site.spoil("/a.html", "error", "cut", "error")
    asked = Asked(site, url, backoff=2.0)
    assert asked.client.get(f"{url}/a.html").body.decode() == PAGE
    assert [round(each) for each in asked.clock.slept] in (
        [[a, b, c] for a in (2, 3) for b in (3, 4, 5) for c in (6, 7, 8, 9, 10)]
    )
    site.spoil("/a.html", "error", times=99)
    with pytest.raises(TransientError, match="HTTP 500"):
        asked.client.get(f"{url}/a.html")
    assert len(site.asked("/a.html")) == 4 + 4


def test_retry_after_is_heeded_and_too_long_is_too_long(site: Site, url: str) -> None:
    site.spoil("/a.html", "busy")
    asked = Asked(site, url, backoff=0.01)
    asked.client.get(f"{url}/a.html")
    assert asked.clock.slept == [1.0]
    site.faults.clear()
    site.spoil("/a.html", "busy_for_hours", times=9)
    with pytest.raises(TransientError, match="7200 s of patience"):
        asked.client.get(f"{url}/a.html")
    assert asked.clock.slept == [1.0], "nobody waits two hours: the next run will see"


def test_retry_after_in_seconds_or_as_a_date() -> None:
    assert [_retry_after(each) for each in ("", "0", "120", "-5", "soon")] == [0, 0, 120, 0, 0]
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    assert 80 < _retry_after(later) <= 90


def test_what_does_not_pass_is_not_asked_for_again(site: Site, url: str) -> None:
    asked = Asked(site, url)
    with pytest.raises(PageMissingError):
        asked.client.get(f"{url}/nowhere.html")
    site.spoil("/a.html", "refused", "huge", "private")
    with pytest.raises(ObstacleError, match="403"):
        asked.client.get(f"{url}/a.html")
    with pytest.raises(FetchError, match="larger than 97 KB"):
        asked.client.get(f"{url}/a.html")
    with pytest.raises(AddressRefusedError, match=r"169\.254\.169\.254"):
        asked.client.get(f"{url}/a.html")
    assert len(site.log) == 4
    assert asked.clock.slept == []


def test_a_page_without_its_end_is_no_page(site: Site, url: str) -> None:
    for kind in ("cut", "wrong_length"):
        site.faults.clear()
        site.spoil("/a.html", kind, times=99)
        asked = Asked(site, url, attempts=2)
        with pytest.raises(TransientError):
            asked.client.get(f"{url}/a.html", take=lambda answer: refuse_fragment(answer.url, answer.body))
    refuse_fragment("u", b"<P>no html at all")
    refuse_fragment("u", b"<HTML><P>founder</HTML>\n<!--enpproperty -->")
    with pytest.raises(TransientError, match="empty"):
        refuse_fragment("u", b" \n")


@pytest.mark.parametrize(
    "page",
    [
        OBSTACLE,
        "<html><title>Just a moment...</title><body></body></html>",
        "<html><title>x</title><body>您的访问被拦截，请完成验证</body></html>",
        "<html><head><title>403 Forbidden</title></head><body>nginx</body></html>",
    ],
)
def test_obstacles_are_known_in_either_encoding(page: str) -> None:
    for encoding in ("utf-8", "gb18030"):
        with pytest.raises(ObstacleError):
            refuse_obstacle("u", page.encode(encoding))


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        '<html><title>新车完成安全验证</title><body><div id="ozoom">通过安全验证的车型增长7%</div></body></html>',
        "<html><title>报</title><body>" + "正文" * 9_000 + "系统通过访问验证</body></html>",
    ],
)
def test_a_paper_may_print_the_words_of_an_obstacle(page: str) -> None:
    refuse_obstacle("u", page.encode())


def test_all_of_a_run_has_a_limit(site: Site, url: str) -> None:
    asked = Asked(site, url, max_total=len(PAGE.encode()) + 10)
    asked.client.get(f"{url}/a.html")
    with pytest.raises(FetchError, match="limit of bytes"):
        asked.client.get(f"{url}/b.html")


def test_robots(site: Site, url: str) -> None:
    site.put({"/robots.txt": "User-agent: *\nDisallow: /b*\nCrawl-delay: 5\n"})
    asked = Asked(site, url)
    robots = Robots(asked.client, "baoshu/0.1")
    robots.refuse(f"{url}/a.html")
    with pytest.raises(FetchError, match=r"robots\.txt"):
        robots.refuse(f"{url}/b.html")
    assert site.asked() == ["/robots.txt"], "asked for once"
    asked.client.get(f"{url}/a.html")
    assert asked.clock.slept == [5.0]


def test_without_rules_all_is_allowed_and_a_failing_server_is_left_alone(site: Site, url: str) -> None:
    Robots(Asked(site, url).client, "baoshu").refuse(f"{url}/a.html")
    site.put({"/robots.txt": ""})
    site.spoil("/robots.txt", "error", times=99)
    with pytest.raises(SourceError, match="rules are not known"):
        Robots(Asked(site, url).client, "baoshu").refuse(f"{url}/a.html")
