"""Nothing outside the configured hosts is asked, and no private address, however it is written."""

from __future__ import annotations

import pytest

from etl.source.web.address import Gate, is_public
from etl.source.web.fault import AddressRefusedError, TransientError

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


REFUSED = (
    "ftp://paper.example/", "file:///etc/passwd", "gopher://paper.example/", "javascript:alert(1)", "data:text/html,x",
    "",    "http://", "http:///x", "http://elsewhere.example/", "http://paper.example.evil.example/", "http://evil-paper.example/",
    "http://paper.example@evil.example/", "http://user:word@paper.example/", "http://evil.example#@paper.example/",
    "http://evil.example\\@paper.example/", "http://paper.example\\.evil.example/", "http://paper.example:22/",
    "http://paper.example:99999/", "http://paper.example:x/", "http://127.0.0.1/", "http://[::1]/", "http://2130706433/",
    "http://0x7f000001/", "http://017700000001/", "http://localhost/", "http://paper。example/", "http://pape\u200br.example/",
    "http://paper.example\r\nHost: evil.example/", "http://paper.example/\x00", "http:// paper.example/", "http://[paper.example/",
    "http://paper.example./",
)  # fmt: skip


@pytest.mark.parametrize("url", REFUSED)
def test_urls_that_are_refused(url: str) -> None:
    with pytest.raises(AddressRefusedError):
        GATE.target(url)


PRIVATE = (
    "127.0.0.1", "127.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "192.0.0.8", "192.0.2.1", "198.18.0.1", "203.0.113.5", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1",
    "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:a00:1::1", "2001:0:4136:e378:8000:63bf:80ff:fffe",
    "x",
)  # fmt: skip


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
