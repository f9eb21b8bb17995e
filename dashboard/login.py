"""Who may read: nobody is asked on one's own machine, everybody wherever ``BAOSHU_AUTH`` names the readers.

``BAOSHU_AUTH`` holds readers parted by blanks, each ``name:scrypt:N:r:p:salt:hash`` as ``baoshu password`` writes it.
Browsers and scripts log in by HTTP Basic, so TLS belongs in front of it wherever the network is not trusted.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import secrets
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass

from flask import Flask, Response, g, request

VARIABLE = "BAOSHU_AUTH"
OPEN = frozenset({"/healthz"})
"""What answers without a login."""
MAX_FAILURES, WINDOW = 10, 60.0
"""So many wrong passwords an address may send in so many seconds."""
_N, _R, _P, _SALT, _BYTES = 2**14, 8, 1, 16, 32
_MAX_MEMORY = 64 * 1024 * 1024
_MAX_KNOWN = 1000
_MAX_HEADER = 1024


@dataclass(frozen=True, slots=True)
class Reader:
    """One who may log in, with the scrypt hash of the password."""

    name: str
    n: int
    r: int
    p: int
    salt: bytes
    digest: bytes

    @classmethod
    def parse(cls, entry: str) -> Reader:
        """Reads ``name:scrypt:N:r:p:salt:hash``; raises ``ValueError`` that names the entry, never the hash."""
        name, *parts = entry.split(":")
        try:
            kind, n, r, p, salt, digest = parts
            reader = cls(name, int(n), int(r), int(p), _decoded(salt), _decoded(digest))
            if kind != "scrypt" or not name or len(reader.salt) < 8 or len(reader.digest) < 16:
                raise ValueError
            reader.hashed(b"")  # the parameters are such that it can be computed
        except (ValueError, binascii.Error, MemoryError):
            raise ValueError(
                f"{VARIABLE}: “{name}” 的写法不对，请用 baoshu password 生成 · is not written right: baoshu password"
            ) from None
        return reader

    def hashed(self, password: bytes) -> bytes:
        """The hash of a password with this reader's salt."""
        return hashlib.scrypt(
            password, salt=self.salt, n=self.n, r=self.r, p=self.p, maxmem=_MAX_MEMORY, dklen=len(self.digest)
        )


def entry(name: str, password: str) -> str:
    """What ``BAOSHU_AUTH`` takes for a reader; raises ``ValueError`` for a name that cannot be written there."""
    if not name or any(c.isspace() or c == ":" or not c.isprintable() for c in name):
        raise ValueError("名字不能为空，不能含空白或冒号 · the name must have no blank and no colon")
    salt = secrets.token_bytes(_SALT)
    digest = hashlib.scrypt(password.encode(), salt=salt, n=_N, r=_R, p=_P, maxmem=_MAX_MEMORY, dklen=_BYTES)
    return f"{name}:scrypt:{_N}:{_R}:{_P}:{_encoded(salt)}:{_encoded(digest)}"


def readers_from_environment() -> tuple[Reader, ...]:
    """The readers that ``BAOSHU_AUTH`` names; none if it is empty. Raises ``ValueError``."""
    return tuple(Reader.parse(each) for each in os.environ.get(VARIABLE, "").split())


class Login:
    """Decides about requests; a login that was right once is known again without being computed."""

    def __init__(self, readers: tuple[Reader, ...]) -> None:
        self._readers = {reader.name: reader for reader in readers}
        self._nobody = Reader("", _N, _R, _P, secrets.token_bytes(_SALT), bytes(_BYTES))
        self._key = secrets.token_bytes(32)
        self._known: OrderedDict[bytes, str] = OrderedDict()
        self._failures: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = threading.Lock()
        self._computing = threading.Semaphore(2)

    def name(self, header: str, address: str) -> str | None:
        """The reader whom an ``Authorization`` header logs in, or None; raises ``TooManyFailuresError``."""
        seen = hmac.digest(self._key, header.encode("utf-8", "replace"), "sha256")
        with self._lock:
            if seen in self._known:
                self._known.move_to_end(seen)
                return self._known[seen]
        name = self._checked(header, address)
        if name is not None:
            with self._lock:
                self._known[seen] = name
                if len(self._known) > _MAX_KNOWN:
                    self._known.popitem(last=False)
        return name

    def _checked(self, header: str, address: str) -> str | None:
        given = _credentials(header)
        if given is None:
            return None
        if self._recent(address) >= MAX_FAILURES:
            raise TooManyFailuresError
        name, password = given
        reader = self._readers.get(name, self._nobody)
        with self._computing:
            right = hmac.compare_digest(reader.hashed(password), reader.digest)
        if right and reader is not self._nobody:
            return name
        with self._lock:
            self._failures.setdefault(address, []).append(time.monotonic())
            if len(self._failures) > _MAX_KNOWN:
                self._failures.popitem(last=False)
        return None

    def _recent(self, address: str) -> int:
        with self._lock:
            since = time.monotonic() - WINDOW
            recent = [when for when in self._failures.get(address, ()) if when > since]
            if recent:
                self._failures[address] = recent
            else:
                self._failures.pop(address, None)
            return len(recent)


class TooManyFailuresError(Exception):
    """An address sent too many wrong passwords of late."""


def require_login(server: Flask, readers: tuple[Reader, ...]) -> None:
    """Answers 401 to everyone else, at every address but those of ``OPEN``; without readers everyone may read.

    ``g.reader`` is the name of who logged in, None where nobody has to.
    """
    login = Login(readers) if readers else None
    server.config["BAOSHU_LOGIN"] = login is not None

    def check() -> Response | None:
        g.reader = None
        if login is None:
            return None
        try:
            g.reader = login.name(request.headers.get("Authorization", ""), request.remote_addr or "")
        except TooManyFailuresError:
            return Response("429\n", 429, {"Retry-After": str(int(WINDOW))}, mimetype="text/plain")
        if g.reader is not None or request.path in OPEN:
            return None
        asked = {"WWW-Authenticate": 'Basic realm="baoshu", charset="UTF-8"'}
        return Response("请登录 · log in\n", 401, asked, mimetype="text/plain")

    server.before_request(check)


def _credentials(header: str) -> tuple[str, bytes] | None:
    kind, _, encoded = header.partition(" ")
    if kind.lower() != "basic" or len(header) > _MAX_HEADER:
        return None
    try:
        name, colon, password = base64.b64decode(encoded.strip(), validate=True).partition(b":")
        return (name.decode("utf-8"), password) if colon else None
    except ValueError:
        return None


def _encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def _decoded(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
