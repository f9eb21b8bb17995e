"""``baoshu.toml``: the sources, the schedule, the store. ``deploy/baoshu.toml`` is an example of all of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from etl.crontab import trigger, zone_of

CONFIGURATION = Path("baoshu.toml")
"""The file that is read unless another is named."""

_WORDS = {
    "missing": "缺少此项 · is missing",
    "extra_forbidden": "没有这一项，请核对拼写 · no such key, check its spelling",
}


class ConfigurationError(Exception):
    """The file cannot be used; every line of the message names file, line, key and remedy."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class FolderSource(_Strict):
    """``[[folder]]``: every file in it is a document; what is new, changed or gone is taken over."""

    path: str = Field(min_length=1)
    name: str = ""


class EPaperSource(_Strict):
    """``[[epaper]]``: the site of an e-paper.

    Sizes are in MB, times in seconds, ``recheck_days`` in days. Without ``first`` only new issues are fetched.
    """

    name: str = Field(min_length=1)
    url: str
    layout: Literal["cena", "people", "founder"]
    first: date | None = None
    last: date | None = None
    hosts: list[str] = []
    delay: Annotated[float, Field(ge=0, le=3600)] = 1.0
    user_agent: str = Field(default="", max_length=200)
    max_page_mb: Annotated[int, Field(ge=1, le=50)] = 20
    max_total_mb: Annotated[int, Field(ge=1)] = 2000
    max_pages: Annotated[int, Field(ge=1, le=1900)] = 600
    max_issues: Annotated[int, Field(ge=1)] = 400
    recheck_days: Annotated[int, Field(ge=0, le=365)] = 3
    recheck_hours: Annotated[float, Field(ge=0)] = 12.0
    retry_minutes: Annotated[float, Field(ge=0)] = 30.0
    attempts: Annotated[int, Field(ge=1, le=10)] = 4
    backoff: Annotated[float, Field(ge=0, le=600)] = 2.0
    timeout: Annotated[float, Field(gt=0, le=600)] = 30.0
    whole_pages: bool = True
    private_addresses: bool = False

    @field_validator("url")
    @classmethod
    def _http(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("须是 http(s) 网址 · must be an http(s) URL")
        return url

    @model_validator(mode="after")
    def _ordered(self) -> EPaperSource:
        if self.last and not self.first:
            raise ValueError("有 last 就须有 first · last needs first")
        if self.first and self.last and self.last < self.first:
            raise ValueError("last 早于 first · last lies before first")
        return self

    @property
    def all_hosts(self) -> frozenset[str]:
        """The hosts that may be asked: those named, and that of the URL."""
        return frozenset({*(host.lower() for host in self.hosts), (urlsplit(self.url).hostname or "").lower()})

    @property
    def ports(self) -> frozenset[int]:
        """Ports beside those of http and https."""
        port = urlsplit(self.url).port
        return frozenset({port} if port else ())


class Configuration(_Strict):
    """The whole file. ``processes`` 0 is one for each core. Relative paths count from the file's folder."""

    store: str = "data/store"
    schedule: str | None = None
    timezone: str = "Asia/Shanghai"
    processes: Annotated[int, Field(ge=0, le=256)] = 0
    folder: Sequence[FolderSource] = ()
    epaper: Sequence[EPaperSource] = ()

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        zone_of(name)
        return name

    @field_validator("schedule")
    @classmethod
    def _cron(cls, schedule: str | None) -> str | None:
        if schedule is not None:
            trigger(schedule)
        return schedule

    @model_validator(mode="after")
    def _some_source(self) -> Configuration:
        if not self.folder and not self.epaper:
            raise ValueError("没有来源，请写 [[folder]] 或 [[epaper]] · no source: write [[folder]] or [[epaper]]")
        return self


def read_configuration(path: Path = CONFIGURATION) -> Configuration:
    """The configuration in the file, its paths absolute; raises ``ConfigurationError``."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: 无法读取，须是 UTF-8 文本 · cannot be read ({error})") from None
    try:
        found = Configuration.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{path}: 不是 TOML · no TOML: {error}") from None
    except ValidationError as error:
        lines = [_line(path, text, each["loc"], each["type"], each["msg"]) for each in error.errors()]
        raise ConfigurationError("\n".join(lines)) from None
    base = path.absolute().parent
    folders = [each.model_copy(update={"path": str(base / each.path)}) for each in found.folder]
    return found.model_copy(update={"store": str(base / found.store), "folder": folders})


def _line(path: Path, text: str, location: tuple[int | str, ...], kind: str, message: str) -> str:
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in location)
    words = _WORDS.get(kind) or message.removeprefix("Value error, ")
    return f"{path}:{_number(text, location)}: {key + ': ' if key else ''}{words}"


def _number(text: str, location: tuple[int | str, ...]) -> int:
    """The line of the key in the text, or of the table that it should stand in; 1 for the file as a whole."""
    names = [part for part in location if isinstance(part, str)]
    places = [part for part in location if isinstance(part, int)]
    start, seen, lines = 0, -1, text.splitlines()
    if places and names:
        for number, line in enumerate(lines):
            if re.match(rf"\s*\[\[\s*{re.escape(names[0])}\s*\]\]", line):
                seen, start = seen + 1, number
                if seen == places[0]:
                    break
    for number, line in enumerate(lines[start:], start):
        if number > start and line.lstrip().startswith("["):
            break
        if names and re.match(rf"\s*{re.escape(names[-1])}\s*=", line):
            return number + 1
    return start + 1
