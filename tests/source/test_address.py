"""Nothing outside the configured hosts is asked, and no private address, however it is written."""

from __future__ import annotations

import pytest

from etl.source.web.address import Gate, is_public
from etl.source.web.fault import AddressRefusedError, TransientError
from tests.source.urls import PRIVATE, REFUSED

GATE = Gate(frozenset({"paper.example"}), frozenset({8080}))


def resolving(*addresses: str) -> Gate:
    return Gate(GATE.hosts, GATE.ports, resolve=lambda _host, _port: addresses)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("http://paper.example", "http://paper.example/"),
        ("HTTPS://Paper.Example/pc/layout/index.html", "https://paper.example/pc/layout/index.html"),
        ("http://paper.example:8080/a b".replace(" ", "%20"), "http://paper.example:8080/a%20b"),
        ("http://paper.example/第1版.html", "http://paper.example/%E7%AC%AC1%E7%89%88.html"),
        ("http://paper.example/a?b=c&d=%20", "http://paper.example/a?b=c&d=%20"),
    ],
)
def test_a_url_in_parts(url: str, found: str) -> None:
    assert GATE.target(url).url == found


def test_relative_urls_are_joined() -> None:
    assert GATE.target("../x.htm", base="http://paper.example/a/b/c.htm").url == "http://paper.example/a/x.htm"
    with pytest.raises(AddressRefusedError):
        GATE.target("//elsewhere.example/", base="http://paper.example/")


@pytest.mark.parametrize("url", REFUSED)
def test_urls_that_are_refused(url: str) -> None:
    with pytest.raises(AddressRefusedError):
        GATE.target(url)


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_refused(address: str) -> None:
    assert not is_public(address)
    for answer in ([address], ["93.184.216.34", address]):
        with pytest.raises(AddressRefusedError, match="no public address"):
            resolving(*answer).address(GATE.target("http://paper.example/"))


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_addresses_are_not(address: str) -> None:
    assert is_public(address)
    assert resolving(address).address(GATE.target("http://paper.example/")) == address


def test_a_private_address_can_be_allowed_and_a_name_may_not_resolve() -> None:
    gate = Gate(GATE.hosts, private=True, resolve=lambda _host, _port: ["10.0.0.1"])
    assert gate.address(gate.target("http://paper.example/")) == "10.0.0.1"
    with pytest.raises(TransientError, match="no address"):
        resolving().address(GATE.target("http://paper.example/"))

    def failing(_host: str, _port: int) -> list[str]:
        raise OSError("no name server")

    with pytest.raises(TransientError, match="no name server"):
        Gate(GATE.hosts, resolve=failing).address(GATE.target("http://paper.example/"))
