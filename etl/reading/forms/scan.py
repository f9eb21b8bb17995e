"""Scanned pages: PNG and JPEG pictures, recognised."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Any

from PIL import Image, UnidentifiedImageError

from etl.reading.document import Document
from etl.reading.error import ReadingError
from etl.reading.limit import refuse_size
from etl.reading.page.document import PageWriter
from etl.reading.page.recogniser import MAX_PIXELS, recognised_page, require_recogniser
from etl.reading.signature import signature

if TYPE_CHECKING:
    import numpy as np

SIZE_LIMIT = 100 * 1024 * 1024  # bytes


class Scan:
    """A picture of one page."""

    name = "scan"

    def recognises(self, data: bytes) -> bool:
        """Whether the bytes open as PNG or JPEG does."""
        return signature(data) in ("PNG", "JPEG")

    def read(self, data: bytes, source_uri: str) -> Document:
        """The document; raises ReadingError for a damaged or huge picture, or where the recogniser is missing."""
        refuse_size(len(data), SIZE_LIMIT, source_uri)
        require_recogniser(source_uri)
        page = recognised_page(_pixels(data, source_uri), 0)
        return PageWriter([page]).document(self.name, "ocr", source_uri)


def _pixels(data: bytes, source_uri: str) -> np.ndarray[Any, Any]:
    import numpy as np

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of size: checked here
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    raise _refused(source_uri, f"{picture.width}×{picture.height} 像素过大", "too many pixels")
                return np.ascontiguousarray(np.asarray(picture.convert("RGB"))[:, :, ::-1])
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        if isinstance(error, ReadingError):
            raise
        raise _refused(source_uri, f"不是完好的图片（{error}）", f"no sound picture ({error})") from error


def _refused(source_uri: str, problem: str, english: str) -> ReadingError:
    return ReadingError(
        source_uri, "全文", problem, "请重新扫描或另存", f"whole file: {english}; scan or save it again"
    )


FORM = Scan()
