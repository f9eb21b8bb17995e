"""The scanner: a printed page as a picture, a little turned and noisy."""

from __future__ import annotations

import io

import numpy as np
import pypdfium2 as pdfium
from PIL import Image

DPI, SKEW, NOISE = 200, 0.7, 12.0


def scan(pdf: bytes, number: int = 0, dpi: int = DPI, skew: float = SKEW, noise: float = NOISE) -> bytes:
    """One page at ``dpi``, turned by ``skew`` degrees, with Gaussian noise of so many grey levels, as PNG."""
    with pdfium.PdfDocument(pdf) as file:
        picture = file[number].render(scale=dpi / 72).to_pil().convert("L")
    turned = picture.rotate(skew, resample=Image.Resampling.BICUBIC, expand=False, fillcolor=255)
    grains = np.random.default_rng(7).normal(0.0, noise, (turned.height, turned.width))
    noisy = np.clip(np.asarray(turned, dtype=np.float64) + grains, 0, 255).astype(np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(noisy).save(buffer, "PNG")
    return buffer.getvalue()
