"""Cuts the font that stands in where a machine has no Chinese one: ``assets/fonts/`` and ``assets/fonts.css``.

    python scripts/subset_font.py /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc

Needs ``fonttools`` and ``brotli``, which the app itself does not: run it only to renew the font. Characters are
ordered by how often the page's words, the sample issues and the lexicons use them, then by GB 2312, and cut into
slices; a browser fetches only the slices that a page needs, and none where a named Chinese font is installed.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "fonts"
STYLE = ROOT / "assets" / "fonts.css"
FAMILY = "Baoshu Sans SC"
CHINESE_FACE = 2
"""The Simplified Chinese face of the Noto Sans CJK collection."""
SLICE = 140
EXTRA = "　、。〈〉《》「」『』【】〔〕—…·‘’“”！（），－．／：；？～￥％＋＝≈≥≤＜＞△▽◇◆□■○●⚑✓✕×÷±−→‹›①②③④⑤⑥⑦⑧⑨⑩㎡"


def main() -> None:
    """Writes every slice and the style that names them."""
    source = Path(sys.argv[1])
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.woff2"):
        old.unlink()
    rules = []
    for number, characters in enumerate(slices(ordered())):
        name = f"baoshu-sans-sc-{number:02d}.woff2"
        cut(source, characters, FOLDER / name)
        rules.append(rule(name, characters))
    STYLE.write_text("/* Made by scripts/subset_font.py. The font: assets/fonts/LICENSE.txt */\n" + "".join(rules))


def ordered() -> list[str]:
    """Characters, the likeliest first: ASCII and signs, the page's own words, the samples, the lexicons, GB 2312."""
    standard = [
        bytes([row, cell]).decode("gb2312", "ignore") for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)
    ]
    used = [character for paths in texts() for character in by_use(paths)]
    ascii_signs = [chr(code) for code in range(0x20, 0x7F)]
    return list(dict.fromkeys([*ascii_signs, *EXTRA, *used, *filter(None, standard)]))


def by_use(paths: Iterable[Path]) -> list[str]:
    """The Chinese characters of the texts, the most used first."""
    used: Counter[str] = Counter()
    for path in paths:
        used.update(path.read_text(encoding="utf-8", errors="ignore"))
    return [character for character, _ in used.most_common() if "\u4e00" <= character <= "\u9fff"]


def texts() -> Iterable[list[Path]]:
    """What the page shows, in the order of how surely it is shown."""
    yield [*(ROOT / "dashboard" / "words").glob("*.py"), ROOT / "etl" / "schema.py"]
    yield sorted((ROOT / "data" / "issues").glob("*.txt"))
    yield sorted((ROOT / "etl" / "lexicon").glob("*.csv"))


def slices(characters: list[str]) -> list[list[str]]:
    """ASCII and signs, which Chinese fonts may lack, then Chinese in pieces of equal size."""
    chinese = [character for character in characters if "\u4e00" <= character <= "\u9fff"]
    signs = [character for character in characters if character not in set(chinese)]
    return [signs, *(chinese[start : start + SLICE] for start in range(0, len(chinese), SLICE))]


def cut(source: Path, characters: list[str], target: Path) -> None:
    """Writes the glyphs of the characters as WOFF2, without features that text on a page does not use."""
    options = subset.Options(flavor="woff2", font_number=CHINESE_FACE, layout_features=["locl"], hinting=False)
    font = subset.load_font(str(source), options)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=[ord(character) for character in characters])
    worker.subset(font)
    subset.save_font(font, str(target), options)


def rule(name: str, characters: list[str]) -> str:
    """The @font-face of one slice; its range lets a browser leave it alone."""
    codes = sorted(ord(character) for character in characters)
    runs: list[list[int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    span = ",".join(f"U+{low:X}" if low == high else f"U+{low:X}-{high:X}" for low, high in runs)
    return (
        f'@font-face{{font-family:"{FAMILY}";font-weight:400;font-display:swap;'
        f'src:url("fonts/{name}") format("woff2");unicode-range:{span}}}\n'
    )


if __name__ == "__main__":
    main()
