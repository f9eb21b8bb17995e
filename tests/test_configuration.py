"""``baoshu.toml``: the example is valid and complete; what is wrong is named with file, line, key and remedy."""

from __future__ import annotations

import configparser
import re
from datetime import date
from pathlib import Path

import pytest

from etl.configuration import ConfigurationError, EPaperSource, read_configuration
from etl.crontab import trigger
from etl.refresh.opening import openings

DEPLOY = Path(__file__).parents[1] / "deploy"

EPAPER = '[[epaper]]\nname = "样报"\nurl = "https://paper.example/"\nlayout = "cena"\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "baoshu.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_example_is_valid_and_names_every_key() -> None:
    text = (DEPLOY / "baoshu.toml").read_text(encoding="utf-8")
    found = read_configuration(DEPLOY / "baoshu.toml")
    assert len(openings(found)) == 2
    assert found.folder[0].path == str(DEPLOY / "data" / "issues")
    assert found.schedule is not None
    trigger(found.schedule)
    for key in EPaperSource.model_fields:
        assert re.search(rf"^(# )?{key} = ", text, re.MULTILINE), key
    defaults = EPaperSource(name="样报", url="https://paper.example/", layout="cena").model_dump()
    for key, value in re.findall(r"^# (\w+) = ([0-9.]+|true|false) ", text, re.MULTILINE):
        assert str(defaults[key]).lower() == value, f"{key}: the example shows the default"


def test_paths_count_from_the_file(tmp_path: Path) -> None:
    found = read_configuration(written(tmp_path, 'store = "s"\n[[folder]]\npath = "papers"\n'))
    assert (found.store, found.folder[0].path) == (str(tmp_path / "s"), str(tmp_path / "papers"))
    assert read_configuration(written(tmp_path, '[[folder]]\npath = "/srv/papers"\n')).folder[0].path == "/srv/papers"


def test_an_epaper_source(tmp_path: Path) -> None:
    text = EPAPER + "first = 2025-07-01\nlast = 2025-07-31\ndelay = 2\nhosts = ['IMG.paper.example']\n"
    (source,) = read_configuration(written(tmp_path, text)).epaper
    assert (source.first, source.last, source.delay) == (date(2025, 7, 1), date(2025, 7, 31), 2.0)
    assert source.all_hosts == {"paper.example", "img.paper.example"}
    assert source.ports == frozenset()
    assert not source.private_addresses


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "[[folder]]"),
        ("store = ", 0, "no TOML"),
        ('schedule = "0 7 * *"\n[[folder]]\npath = "a"\n', 1, "schedule: "),
        ('timezone = "Mars"\n[[folder]]\npath = "a"\n', 1, "no such time zone"),
        ('[[folder]]\npath = "a"\n\n[[folder]]\nname = "b"\n', 4, "folder.2.path: 缺少此项"),
        ('[[folder]]\npath = "a"\npaht = "b"\n', 3, "folder.1.paht: 没有这一项"),
        (EPAPER + "delay = -1\n", 5, "epaper.1.delay"),
        (EPAPER + 'delay = "slow"\n', 5, "epaper.1.delay"),
        (EPAPER.replace("https://paper.example/", "ftp://x"), 3, "http(s)"),
        (EPAPER.replace("cena", "unknown"), 4, "'cena', 'people' or 'founder'"),
        (EPAPER + "last = 2025-07-31\n", 1, "last needs first"),
        (EPAPER + "first = 2025-07-31\nlast = 2025-07-01\n", 1, "last lies before first"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ConfigurationError) as caught:
        read_configuration(path)
    first = str(caught.value).splitlines()[0]
    assert first.startswith(f"{path}:{line}: " if line else f"{path}: ")
    assert words in first


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_configuration(tmp_path / "baoshu.toml")


@pytest.mark.parametrize("name", ["baoshu.service", "baoshu-refresh.service", "baoshu-refresh.timer"])
def test_the_units_run_commands_that_there_are(name: str) -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(DEPLOY / name, encoding="utf-8")
    if name.endswith("timer"):
        assert unit["Timer"]["Persistent"] == "true"
    else:
        assert re.search(r"/bin/baoshu (serve|refresh)", unit["Service"]["ExecStart"])
        assert unit["Service"]["ReadWritePaths"] == "/opt/baoshu/data"


def test_the_crontab_is_one() -> None:
    line = (DEPLOY / "baoshu.cron").read_text(encoding="utf-8").splitlines()[-1]
    trigger(" ".join(line.split()[:5]))
    assert "baoshu refresh" in line
