"""Compiled modules in the place of their sources: the same results in half of the time.

``make compiled`` builds them with mypyc into ``build/compiled/``, in a folder that is named by everything that they
were made of. A module is taken from there only if that name fits the sources as they are now, this Python and this
platform; with any other, and without that folder, the sources run as they always do. ``BAOSHU_PURE=1`` runs them too.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.abc import MetaPathFinder
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType

PURE = "BAOSHU_PURE"
"""The environment variable that says, as 1, that the sources are to run."""
ETL = Path(__file__).parent
FOLDER = ETL.parent / "build" / "compiled"
PACKAGES = ("claim", "lexicon", "mention")
"""The packages of the ETL whose modules are compiled: all that turns the text of an issue into claims."""
ALONE = ("characters.py", "claimed.py", "mentions.py", "pattern.py", "pipeline.py", "sentence.py", "sieve.py")
"""The modules beside them that are compiled."""
READING = (
    "account", "article", "block", "byline", "column", "document", "furniture", "jump", "junction", "layout", "line",
    "masthead", "numeral", "passage", "sentence", "stop", "style",
)  # fmt: skip
"""And the modules of ``reading`` that make articles and sentences of the lines of a document, whatever its form."""


def modules(etl: Path = ETL) -> list[Path]:
    """The sources that are compiled. Packages themselves stay what they are, for files lie beside them."""
    inside = [path for name in PACKAGES for path in sorted((etl / name).rglob("*.py")) if path.name != "__init__.py"]
    return [*(etl / name for name in ALONE), *(etl / "reading" / f"{name}.py" for name in READING), *inside]


def place(etl: Path = ETL, folder: Path = FOLDER) -> Path:
    """Where the modules lie that were made of these very sources for this Python, whether they are there or not."""
    digest = sha256(EXTENSION_SUFFIXES[0].encode())
    for path in (*sorted(etl.glob("*.py")), *modules(etl)):  # of the others they know the types
        digest.update(path.relative_to(etl).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return folder / digest.hexdigest()[:32]


def extensions(folder: Path) -> dict[str, Path]:
    """The compiled modules in a folder, by name: of a source each, and the library that they share."""
    return {_name(path.relative_to(folder)): path for path in sorted(folder.rglob(f"*{EXTENSION_SUFFIXES[0]}"))}


def _name(path: Path) -> str:
    return ".".join((*path.parts[:-1], path.name.removesuffix(EXTENSION_SUFFIXES[0])))


class Compiled(MetaPathFinder):
    """Finds compiled modules before anything else is looked for."""

    def __init__(self, known: Mapping[str, Path]) -> None:
        self.known = known

    def find_spec(self, fullname: str, *_: Sequence[str] | ModuleType | None) -> ModuleSpec | None:
        """Where the compiled module lies; None for any other, and for one that a later ``make compiled`` took away."""
        file = self.known.get(fullname)
        if file is None or not file.exists():
            return None
        return spec_from_file_location(fullname, file, loader=ExtensionFileLoader(fullname, str(file)))


def use() -> None:
    """From now on modules are imported compiled, where they are; ``etl`` calls it before it imports any."""
    if os.environ.get(PURE) == "1" or not FOLDER.is_dir():
        return
    known = extensions(place())
    if known:
        sys.meta_path.insert(0, Compiled(known))


def in_use() -> Iterator[str]:
    """The names of the compiled modules that are offered in this process; none where the sources run."""
    return (name for finder in sys.meta_path if isinstance(finder, Compiled) for name in finder.known)
