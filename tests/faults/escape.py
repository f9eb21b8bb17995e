"""Promise 16: no URL leads to a place that is not allowed, no path out of its folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from etl.extraction import Steps
from etl.reading import ReadingError
from etl.reading.bundle import Fetched, read_bundle, write_bundle
from etl.refresh.run import Options, of_folder, refresh_sources
from etl.source.web.address import Gate
from etl.source.web.client import Client, Manners
from etl.source.web.fault import AddressRefusedError, FetchError
from etl.store import Store
from tests.faults.tally import Tally
from tests.replica.server import Site, serving
from tests.sample import make_issue, percent_claims, read_sample, write_sample
from tests.source.urls import PRIVATE, REFUSED

PATHS = (
    "../x",
    "..\\x",
    "/etc/passwd",
    "a/../../x",
    "x/../y",
    "C:\\x",
    "\x00",
    "",
    ".",
    "..",
    "a\nb",
    "con:1",
    "~/x",
    "%2e%2e/x",
)


def prove(folder: Path, count: int) -> Tally:
    """URLs as they are, as redirects, and by what their host resolves to; links out of a folder; names in a bundle."""
    tally = Tally(16, "网址与路径：不出许可之外 · URLs and paths")
    for case, kept in (*_targets(), *_redirects(), *_resolutions(), *_links(folder), *_names()):
        if tally.tried >= count:
            break
        tally.expect(kept, case)
        tally.note(case.partition(" ")[0])
    return tally


def _targets() -> Iterator[tuple[str, bool]]:
    gate = Gate(frozenset({"paper.example"}))
    for url in REFUSED:
        try:
            yield f"url {url!r} became {gate.target(url)}", False
        except AddressRefusedError:
            yield f"url {url!r}", True


def _redirects() -> Iterator[tuple[str, bool]]:
    """A site sends the client to every forbidden URL; a trap on another port sees whether it came."""
    site, trap = Site(), Site()
    trap.put({"/": "secret"})
    with serving(site) as url, serving(trap) as other:
        port = int(url.rpartition(":")[2])
        gate = Gate(frozenset({"127.0.0.1"}), frozenset({port}), private=True)
        client = Client(gate, Manners(delay=0, attempts=1))
        for number, target in enumerate((*REFUSED, f"{other}/", other.replace("127.0.0.1", "localhost"))):
            if "\r" in target or "\x00" in target or not target.isascii() or not target:
                continue  # no header can carry it
            site.redirects[f"/{number}"] = target
            site.put({f"/{number}": "x"})
            site.spoil(f"/{number}", "redirect")
            try:
                reached = client.get(f"{url}/{number}").url
                yield f"redirect {target!r} led to {reached}", reached.startswith(f"{url}/") and trap.log == []
            except FetchError:
                yield f"redirect {target!r}", trap.log == []


def _resolutions() -> Iterator[tuple[str, bool]]:
    for address in PRIVATE:
        gate = Gate(frozenset({"paper.example"}), resolve=lambda _host, _port, address=address: ["8.8.8.8", address])  # type: ignore[misc]
        try:
            gate.address(gate.target("http://paper.example/"))
            yield f"address {address} was let through", False
        except AddressRefusedError:
            yield f"address {address}", True


def _links(folder: Path) -> Iterator[tuple[str, bool]]:
    outside = write_sample(folder / "secret" / "a.txt", make_issue("密报", sentences=("增长9%。",)))
    papers = folder / "papers"
    write_sample(papers / "good.txt", make_issue("样报", sentences=("增长1%。",)))
    targets = [
        outside,
        Path("/etc/passwd"),
        Path("../secret/a.txt"),
        Path("../secret"),
        Path("/dev/zero"),
        Path("/nowhere"),
    ]
    for number, target in enumerate(targets):
        (papers / f"link{number}.txt").symlink_to(target)
    store = Store(folder / "store")
    outcome = refresh_sources([of_folder(papers)], store, Options(steps=Steps(read_sample, percent_claims)))
    aside = {each.source_uri for each in outcome.set_aside}
    for number, target in enumerate(targets):
        yield f"link {target}", f"papers/link{number}.txt" in aside
    yield "table of the linked folder", set(store.known()) == {"样报-2019-03-28"}


def _names() -> Iterator[tuple[str, bool]]:
    for name in PATHS:
        bundle = write_bundle([Fetched("https://paper.example/node_01.html", "page", "", b"<html></html>")])
        forged = bundle.replace(b"0001-node_01.html", name.encode()[:17].ljust(17, b"_"))
        try:
            found = read_bundle(forged, "forged")
            yield f"name {name!r}", all("/" not in entry.name and ".." not in entry.name for entry in found.entries)
        except ReadingError:
            yield f"name {name!r}", True
