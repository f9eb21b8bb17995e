"""Reads a bundle of the replica: enough of an e-paper reader for tests of everything around it."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from html import unescape

from etl.model import Issue
from etl.reading import ReadingError
from etl.reading.bundle import read_bundle
from tests.sample import make_issue

_BODY = re.compile(r"<(?:founder-content|div id=\"ozoom\")>(.*?)</(?:founder-content|div)>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def read_replica(data: bytes, source_uri: str) -> Issue:
    """The issue in the bundle: a sentence for every paragraph of its articles."""
    bundle = read_bundle(data, source_uri)
    sentences: list[str] = []
    for entry in bundle.of_role("article"):
        body = bundle.bodies[entry.name]
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError:
            text = body.decode("gb18030")
        found = _BODY.search(text)
        if found is None:
            raise ReadingError(source_uri, entry.name, "没有正文", "请检查", "no body; check it")
        paragraphs = re.split(r"<[Pp]>", found.group(1))
        sentences += [each for raw in paragraphs if (each := unescape(_TAG.sub("", raw)).strip("　\xa0 \n"))]
    if bundle.publication is None or bundle.issue_date is None:
        raise ReadingError(source_uri, "manifest", "没有日期", "请补上", "no date; add it")
    issue = make_issue(bundle.publication, bundle.issue_date, sentences, source_uri)
    return replace(issue, sha256=sha256(data).hexdigest())
