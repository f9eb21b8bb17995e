"""``make forms``: every issue in every form, how many of its claims each form gives, and where its frames stand.

Takes some minutes, most of them for recognising scans. Pictures of framed numbers go to ``build/forms``.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import Browser

from etl.model import Issue
from etl.picture import page_png
from etl.reading import read_issue
from tests.forms.agreement import facts_of, meanings_of, share
from tests.forms.broken import broken_sheet, whole_sentences
from tests.forms.browser import chromium
from tests.forms.frames import claim_frames, misframed
from tests.forms.issues import FRONT_PAGE, ROOT, SAMPLES, sample_sheet, sheet_at
from tests.forms.printer import LAYOUTS, page_html, print_pdf
from tests.forms.scanner import scan
from tests.forms.sheet import Sheet
from tests.forms.site import STRUCTURES, bundle_of
from tests.forms.word import docx_of
from tests.reading.accounting import sentences_of

PICTURES = ROOT / "build" / "forms"
WIDTH = 1600
PAGE, BROADSHEET = (280, 400), (390, 545)


def sheets() -> Iterator[tuple[str, Sheet]]:
    """The issues: five samples, the one with twelve broken sentences, and the real front page where it is."""
    yield from ((name, sample_sheet(name)) for name in SAMPLES)
    yield "broken", broken_sheet()
    if FRONT_PAGE.exists():
        yield FRONT_PAGE.stem, sheet_at(FRONT_PAGE)


def forms_of(name: str, sheet: Sheet, browser: Browser) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The forms of an issue, each made when it is asked for."""
    size = BROADSHEET if name == FRONT_PAGE.stem else PAGE
    yield from ((structure, partial(bundle_of, sheet, structure)) for structure in STRUCTURES)
    yield "docx", partial(docx_of, sheet)
    for layout in LAYOUTS:
        yield f"pdf {layout}", partial(print_pdf, browser, page_html(sheet, layout, *size))
    yield "scan", lambda: scan(print_pdf(browser, page_html(sheet, "bands", *size)))


def measure() -> None:
    """Prints one line for every issue in every form."""
    print(f"{'issue':28} {'form':12} {'claims':>7} {'facts':>7} {'meanings':>9} {'whole':>7} {'frames':>9} {'s':>6}")
    with chromium() as browser:
        for name, sheet in sheets():
            wanted = read_issue(sheet.text.encode(), "x.txt")
            for form, made in forms_of(name, sheet, browser):
                data = made()
                started = time.perf_counter()
                issue = read_issue(data, "x")
                seconds = time.perf_counter() - started
                print(_line(name, form, data, issue, wanted, seconds), flush=True)
                if form in ("pdf grid", "scan"):
                    draw(f"{name}-{form.replace(' ', '-')}", data, issue)


def _line(name: str, form: str, data: bytes, issue: Issue, wanted: Issue, seconds: float) -> str:
    claims = sum(meanings_of(wanted).values())
    facts, meanings = share(facts_of(wanted), facts_of(issue)), share(meanings_of(wanted), meanings_of(issue))
    frames = whole = ""
    if form.startswith("pdf"):
        wrong, count = misframed(issue, data)
        frames = f"{count - len(wrong)}/{count}"
    if name == "broken":
        text = {"".join(sentence.text.split()).removeprefix("本报讯") for sentence in sentences_of(issue)}
        whole = f"{sum(each in text for each in whole_sentences())}/{len(whole_sentences())}"
    return f"{name:28} {form:12} {claims:7} {facts:7.1%} {meanings:9.1%} {whole:>7} {frames:>9} {seconds:6.2f}"


def draw(name: str, data: bytes, issue: Issue) -> Path:
    """The first page with every number framed."""
    picture = Image.open(io.BytesIO(page_png(data, 0, WIDTH)))
    pen = ImageDraw.Draw(picture)
    for _, frames in claim_frames(issue):
        for frame in frames:
            if frame.page == 0:
                across, down = picture.size
                edges = (frame.x0 * across - 2, frame.y0 * down - 2, frame.x1 * across + 2, frame.y1 * down + 2)
                pen.rectangle(edges, outline=(220, 30, 30), width=2)
    PICTURES.mkdir(parents=True, exist_ok=True)
    path = PICTURES / f"{name}.png"
    picture.save(path)
    return path


if __name__ == "__main__":
    measure()
