"""Pictures of printed pages: one page of a PDF file or a scan, drawn as PNG."""

from __future__ import annotations

import io

MAX_PIXELS = 40_000_000  # of a picture that is drawn
MAX_SOURCE_PIXELS = 120_000_000  # of a scan that it is drawn from


class NoPictureError(ValueError):
    """The source has no such page, or no pages at all."""


def page_png(source: bytes, page: int, width: int) -> bytes:
    """The page (from 0) of a PDF, PNG or JPEG file as a PNG file ``width`` pixels wide.

    Call it in a worker (`etl.isolation`): the bytes are foreign. Raises NoPictureError.
    """
    if source.lstrip()[:5] == b"%PDF-":
        return _of_pdf(source, page, width)
    if page == 0 and source.startswith((b"\x89PNG", b"\xff\xd8\xff")):
        return _of_scan(source, width)
    raise NoPictureError(f"来源没有第 {page + 1} 页的图像 · the source has no picture of page {page + 1}")


def _of_pdf(source: bytes, page: int, width: int) -> bytes:
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(source) as file:
        if not 0 <= page < len(file):
            raise NoPictureError(f"来源只有 {len(file)} 页 · the source has {len(file)} pages")
        across, down = file[page].get_size()
        scale = min(width / across, (MAX_PIXELS / (across * down)) ** 0.5)
        picture = file[page].render(scale=scale).to_pil().convert("RGB")
    if picture.width == width + 1:  # pdfium rounds up
        picture = picture.crop((0, 0, width, picture.height))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def _of_scan(source: bytes, width: int) -> bytes:
    from PIL import Image

    with Image.open(io.BytesIO(source), formats=("PNG", "JPEG")) as picture:
        if picture.width * picture.height > MAX_SOURCE_PIXELS:
            raise NoPictureError("来源图像过大 · the source's picture is too large")
        height = max(round(picture.height * width / picture.width), 1)
        drawn = picture.convert("RGB").resize((width, min(height, MAX_PIXELS // width)))
    buffer = io.BytesIO()
    drawn.save(buffer, "PNG")
    return buffer.getvalue()
