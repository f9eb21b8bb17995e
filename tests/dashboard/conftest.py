from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dashboard.observation import Observation
from dashboard.query import Claims
from tests.dashboard.plotted_rows import figure_of
from tests.dashboard.printed_issues import build_store


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_store(tmp_path_factory.mktemp("store"))


@pytest.fixture
def own_store(store: Path, tmp_path: Path) -> Path:
    """A copy of the store that a test may change."""
    return shutil.copytree(store, tmp_path / "store", symlinks=True, ignore=shutil.ignore_patterns("cache"))


@pytest.fixture(scope="session")
def claims(store: Path) -> Claims:
    return Claims(store)


@pytest.fixture(scope="session")
def profit_growth(claims: Claims) -> list[Observation]:
    """The observations of profit growth, named as figures take them."""
    return figure_of(claims, ("利润总额", "growth", "yoy"))
