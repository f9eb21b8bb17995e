"""The page behind a claim, by what the store offers the dashboard: frames, pictures, addresses."""

from __future__ import annotations

import io
from collections.abc import Hashable
from typing import Any

import pandas as pd
import pytest
from PIL import Image

from etl.refresh.run import refresh
from etl.store import NoPictureError, Store, frames, page_picture, source_url
from tests.forms.issues import SAMPLES, sample_sheet
from tests.forms.pdf import pdf_of
from tests.forms.site import bundle_of

PDF, WEB, TEXT = "样例工业报-2019-03-28", "样例工业报-2019-11-28", "样例工业报-2025-07-02"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("issues")
    (folder / "a.pdf").write_bytes(pdf_of(["样例工业报", "2019年3月28日", "本报讯 利润增长7.2%。", "产量下降1.5%。"]))
    (folder / "b.zip").write_bytes(bundle_of(sample_sheet(SAMPLES[2]), "cena"))
    (folder / "c.txt").write_text(sample_sheet(SAMPLES[0]).text, encoding="utf-8")
    made = Store(tmp_path_factory.mktemp("store"))
    outcome = refresh(folder, made)
    assert sorted(outcome.new) == sorted((PDF, WEB, TEXT)), outcome.set_aside
    return made


def claims_of(store: Store, issue_id: str) -> list[dict[Hashable, Any]]:
    table = pd.read_parquet(store.claims_path)
    return table[table["issue_id"] == issue_id].to_dict("records")


def test_a_number_on_a_pdf_page_is_framed_where_the_picture_is_dark(store: Store) -> None:
    claims = claims_of(store, PDF)
    assert [claim["value_text"] for claim in claims] == ["7.2%", "1.5%"]
    picture = Image.open(io.BytesIO(page_picture(store, PDF, 0, 800))).convert("L")
    assert picture.width == 800
    for claim in claims:
        (frame,) = frames(store, PDF, claim["source_start"], claim["source_end"])
        across, down = picture.size
        box = (int(frame.x0 * across), int(frame.y0 * down), int(frame.x1 * across), int(frame.y1 * down))
        assert 0 < box[2] - box[0] < 0.2 * across
        assert min(picture.crop(box).tobytes()) < 128


def test_a_web_article_leads_to_its_address_and_has_no_picture(store: Store) -> None:
    claim = claims_of(store, WEB)[0]
    assert source_url(store, WEB, claim["source_start"]) == (
        "https://paper.example/pc/content/201911/28/content_1.html"
    )
    assert frames(store, WEB, 0, 100) == []
    with pytest.raises(NoPictureError):
        page_picture(store, WEB, 0)


def test_text_has_neither(store: Store) -> None:
    assert frames(store, TEXT, 0, 100) == []
    assert source_url(store, TEXT, 0) is None
    with pytest.raises(NoPictureError, match="没有页面图像"):
        page_picture(store, TEXT, 0)


def test_a_page_that_is_not_there(store: Store) -> None:
    with pytest.raises(NoPictureError, match="只有 1 页"):
        page_picture(store, PDF, 1)
    with pytest.raises(KeyError):
        frames(store, "没有这一期", 0, 1)


def test_damage_to_the_places_is_found(store: Store) -> None:
    assert store.verify() == []
    digest = store.known()[PDF].places_sha256
    assert digest is not None
    path = store.archive.path(digest)
    kept = path.read_bytes()
    path.unlink()
    try:
        assert any(digest in line for line in store.verify())
    finally:
        path.write_bytes(kept)
