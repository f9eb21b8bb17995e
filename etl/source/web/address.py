"""Which addresses may be asked: the hosts that the configuration names, at public addresses, over http(s).

The host is resolved here and the connection is made to the very address that was checked, so that a name
which resolves differently the next moment leads nowhere else. Every redirect is checked in the same way.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TypeAlias
from urllib.parse import quote, urljoin, urlsplit

from etl.source.web.fault import AddressRefusedError, TransientError

Resolve: TypeAlias = Callable[[str, int], Iterable[str]]

_DEFAULT_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
_SAFE = "/:@!$&'()*+,;=~-._%"
_CARRIERS = (  # IPv6 networks whose addresses carry an IPv4 address: (prefix, bits that follow it)
    ("64:ff9b::", 96),
    ("2002::", 16),
)
_SPECIAL = (ip_network("192.0.0.0/24"), ip_network("192.88.99.0/24"))  # not public, whatever older Pythons say


@dataclass(frozen=True, slots=True)
class Target:
    """A checked URL in parts; ``path`` has the query with it."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def host_header(self) -> str:
        """The host as the request names it."""
        return self.host if self.port == _DEFAULT_PORTS[self.scheme] else f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets through what may be asked: ``hosts`` exactly, on the ports of http and https or on ``ports``.

    ``private`` lets private and loopback addresses through as well: for a server in one's own network.
    """

    hosts: frozenset[str]
    ports: frozenset[int] = frozenset()
    private: bool = False
    resolve: Resolve | None = None

    def target(self, url: str, base: str = "") -> Target:
        """The checked parts of the URL, relative to ``base``; raises ``AddressRefusedError``."""
        if re.search(r"[\x00-\x20\x7f\\]", url.strip()):
            raise AddressRefusedError(url, "网址含有非法字符", "characters that no URL has")
        try:
            parts = urlsplit(urljoin(base, url.strip()))
            host, port = (parts.hostname or "").lower(), parts.port
        except ValueError as error:
            raise AddressRefusedError(url, "不是网址", f"no URL ({error})") from None
        if parts.scheme not in _DEFAULT_PORTS:
            raise AddressRefusedError(url, "只抓取 http(s) 网址", "only http(s) is fetched")
        if parts.username is not None or parts.password is not None:
            raise AddressRefusedError(url, "网址含有用户名", "a URL with a user in it")
        if not _HOST.fullmatch(host) or host not in self.hosts:
            raise AddressRefusedError(url, f"{host} 不在 hosts 名单中", f"{host} is not among the hosts of the source")
        port = port or _DEFAULT_PORTS[parts.scheme]
        if port not in {*_DEFAULT_PORTS.values(), *self.ports}:
            raise AddressRefusedError(url, f"端口 {port} 不许访问", f"port {port} may not be asked")
        path = quote(parts.path or "/", safe=_SAFE) + (
            f"?{quote(parts.query, safe=_SAFE + '?')}" if parts.query else ""
        )
        at = host if port == _DEFAULT_PORTS[parts.scheme] else f"{host}:{port}"
        return Target(f"{parts.scheme}://{at}{path}", parts.scheme, host, port, path)

    def address(self, target: Target) -> str:
        """The address to connect to; raises ``AddressRefusedError`` if any that the host resolves to is not public."""
        try:
            addresses = list((self.resolve or resolved)(target.host, target.port))
        except OSError as error:
            raise TransientError(target.url, "域名无法解析", f"the host cannot be resolved ({error})") from error
        if not addresses:
            raise TransientError(target.url, "域名没有地址", "the host has no address")
        for each in addresses:
            if not self.private and not is_public(each):
                raise AddressRefusedError(
                    target.url, f"解析到内网地址 {each}", f"resolves to {each}, no public address"
                )
        return addresses[0]


def resolved(host: str, port: int) -> list[str]:
    """The addresses of the host, in the system's order."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def is_public(text: str) -> bool:
    """Whether the address is one of the public internet, also where IPv6 wraps an IPv4 address."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        wrapped = _wrapped(address)
        if wrapped is not None:
            return is_public(str(wrapped))
    if any(address in network for network in _SPECIAL):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.teredo is not None:
        return address.teredo[1]
    for prefix, bits in _CARRIERS:
        shift = 128 - bits
        if int(address) >> shift == int(IPv6Address(prefix)) >> shift:
            return IPv4Address((int(address) >> max(shift - 32, 0)) & 0xFFFFFFFF)
    return None
