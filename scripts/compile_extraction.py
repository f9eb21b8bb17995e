"""Compiles the modules that turn text into claims, and keeps them only if they read the samples as the sources do.

    python scripts/compile_extraction.py            # what ``make compiled`` runs; nothing where it is done already
    python scripts/compile_extraction.py --plain    # in half the time, without a profile, where nothing is there yet

It takes mypy, a C compiler and the headers of Python. GCC compiles twice: what came of the first time counts, over the
samples, which way the program goes, and the second time lays out by that what is often gone through. It takes twice as
long and reads dense text 6 % faster. What it makes lies in ``build/compiled/`` (see ``etl/compiled.py``); Baoshu runs
without it too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.util import find_spec
from itertools import zip_longest
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ["BAOSHU_PURE"] = "1"

from etl.compiled import FOLDER, PURE, modules, place  # noqa: E402

_MAKING = "making-"
_PROFILED = "profiled"
"""The file that tells that modules were compiled as fast as this compiler makes them."""
_OFFERED = """
import sys
from pathlib import Path
from etl.compiled import Compiled, extensions
sys.meta_path.insert(0, Compiled(extensions(Path(sys.argv[2]))))
"""
_CLAIMS = """
import sys
from pathlib import Path
from pickle import dumps, loads
from etl.compiled import in_use
from etl.pipeline import extract
from etl.reading import read_file
from etl.source.folder import source_files
print(len(list(in_use())))
for path in source_files(Path(sys.argv[1])):
    for article, claim in extract(loads(dumps(read_file(path, path.name)))):
        print(article.article_id, claim)
"""


def main(arguments: list[str]) -> int:
    """0 when compiled modules are there, 1 when they cannot be made, with the reason."""
    plain = "--plain" in arguments
    if "--make" in arguments:
        _make(Path(arguments[-1]), plain)
        return 0
    missing = _missing()
    if missing:
        return _told(f"the sources run uncompiled, as they always can: {missing}")
    target = place()
    if not target.is_dir() or not (plain or (target / _PROFILED).exists()):
        complaint = _made(target, plain)
        if complaint:
            return _told(f"the sources run uncompiled, as before: {complaint}")
    for other in FOLDER.iterdir():
        if other != target and not other.name.startswith(_MAKING):  # another process may be at work there
            shutil.rmtree(other, ignore_errors=True)
    return 0


def _told(what: str) -> int:
    print(f"baoshu: {what}", file=sys.stderr)
    return 1


def _missing() -> str:
    """What there is not of what it takes."""
    compiler = _compiler()
    if not shutil.which(compiler):
        return f"there is no C compiler ({compiler}). Debian: apt-get install gcc, macOS: xcode-select --install"
    if not (Path(sysconfig.get_path("include")) / "Python.h").exists():
        return "the headers of Python are missing. Debian: apt-get install python3-dev"
    return "" if find_spec("mypyc") else "mypy is missing. make compiled installs it"


def _compiler() -> str:
    """The C compiler that setuptools takes."""
    return str(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]


def _made(target: Path, plain: bool) -> str:
    """Compiles into the folder, which appears whole or not at all; why there is none, if there is none."""
    print("baoshu: compiling the extraction, which takes some minutes (once for every change)", file=sys.stderr)
    begun = time.monotonic()
    work = FOLDER / f"{_MAKING}{os.getpid()}"
    work.mkdir(parents=True)
    try:
        command = [sys.executable, __file__, *["--plain"] * plain, "--make", str(work)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            return "\n".join(["it could not be compiled:", *(done.stdout + done.stderr).splitlines()[-20:]])
        if not plain:
            (work / "lib" / _PROFILED).touch()
            shutil.rmtree(target, ignore_errors=True)
        if not target.is_dir():
            (work / "lib").rename(target)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    complaint = _different()
    if complaint:
        shutil.rmtree(target)
        return f"compiled, it did not read the samples as the sources do: {complaint}"
    print(f"baoshu: compiled {len(modules())} modules in {time.monotonic() - begun:.0f} s", file=sys.stderr)
    return ""


def _make(work: Path, plain: bool) -> None:
    """What mypyc and the C compiler do, in a process of its own, for they end it when they fail."""
    from mypyc.build import mypycify

    files = [str(path.relative_to(ROOT)) for path in modules()]
    options = ["--explicit-package-bases", "--strict", "--cache-dir", str(work / "cache")]
    # -O2: at -O3 compiling takes three times as long
    made = mypycify([*options, *files], opt_level="2", debug_level="0", multi_file=True, target_dir=str(work / "c"))
    flags = [*made[0].extra_compile_args, "-fvisibility=hidden"]  # calls between the files of the library are direct
    if not plain and _is_gcc():
        profile = f"-fprofile-dir={work / 'profile'}"
        _build(made, work, [*flags, "-fprofile-generate", profile], ["-fprofile-generate"])
        _read_samples(work / "lib")
        flags += ["-fprofile-use", profile, "-Wno-missing-profile"]
    _build(made, work, flags)


def _is_gcc() -> bool:
    """Whether the C compiler takes the profiles of GCC; that of macOS, clang, has its own."""
    told = subprocess.run([_compiler(), "--version"], capture_output=True, text=True, check=False)
    return "Free Software Foundation" in told.stdout


def _read_samples(library: Path) -> None:
    """Reads the samples with the modules in a folder, which count what is taken as they do."""
    done = _samples_read(_OFFERED + _CLAIMS, "1", str(library))
    if done.returncode:
        raise RuntimeError(f"the samples could not be read with counting modules: {done.stderr[-2000:]}")


def _build(extensions: list[Any], work: Path, flags: list[str], link: Sequence[str] = ()) -> None:
    """Compiles the C files into ``lib``, anew where they are there."""
    from setuptools import Distribution

    for extension in extensions:
        extension.extra_compile_args, extension.extra_link_args = flags, list(link)
    command = Distribution({"name": "baoshu-compiled", "ext_modules": extensions}).get_command_obj("build_ext")
    command.build_lib, command.build_temp, command.force = str(work / "lib"), str(work / "o"), True
    command.ensure_finalized()
    build = command.build_extensions

    def build_extensions() -> None:
        """``parallel`` of setuptools is for many extensions; this is one, of many files."""
        command.compiler.compile = partial(_compiled, command.compiler)
        build()

    command.build_extensions = build_extensions
    command.run()


def _compiled(
    compiler: Any, sources: list[str], output_dir: str, macros: Any, include_dirs: Any, debug: bool, **options: Any
) -> list[str]:
    """What ``compile`` of setuptools' compiler does, with a file on every core; the object files."""
    before, after, depends = (options.get(name) for name in ("extra_preargs", "extra_postargs", "depends"))
    macros, objects, after, defined, build = compiler._setup_compile(
        output_dir, macros, include_dirs, sources, depends, after
    )
    flags = compiler._get_cc_args(defined, debug, before)
    with ThreadPoolExecutor(os.cpu_count()) as threads:  # they wait for the compiler
        done = [
            threads.submit(partial(compiler._compile, name, *build[name], flags, after, defined)) for name in objects
        ]
    for each in done:
        each.result()
    return list(objects)


def _samples_read(program: str, pure: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What a program that is given the folder of the samples prints, in a process of its own."""
    command = [sys.executable, "-c", program, str(ROOT / "data" / "issues"), *arguments]
    environment = {**os.environ, PURE: pure}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def _different() -> str:
    """Where the claims of the samples differ, or what stopped the compiled modules; empty where they are the same."""
    found = []
    for pure in ("0", "1"):
        done = _samples_read(_CLAIMS, pure)
        if done.returncode:
            return done.stderr[-2000:]
        found.append(done.stdout.splitlines())
    compiled, plain = found
    if compiled[0] == "0" or plain[0] != "0":
        return f"{compiled[0]} and {plain[0]} compiled modules were in use"
    pairs = zip_longest(compiled[1:], plain[1:], fillvalue="no claim")
    return next((f"{one} for {other}" for one, other in pairs if one != other), "" if plain[1:] else "no claims at all")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
