"""Takes from Noto Sans CJK what Korean documents need and writes it into `ilson/documents/official/fonts`.

`python -m fonts` needs the package fonts-noto-cjk of Debian 12; the same fonts give the same files.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]

ROOT = Path(__file__).parent.parent
WEIGHTS = ("Regular", "Bold")
FAMILY = "Noto Sans CJK KR"
ALIKE = {0x223C: 0x7E}
"""What Noto lacks, drawn as what looks alike: from 14:00 to 16:00 is written with a tilde operator."""
RANGES = (
    range(0x20, 0x7F),  # ASCII
    range(0xA0, 0x180),  # Latin-1, Latin extended A
    range(0x2000, 0x2070),  # punctuation
    range(0x2070, 0x20D0),  # superscripts, currencies
    range(0x2100, 0x2400),  # letter-like signs, numbers, arrows, mathematics, technical
    range(0x2460, 0x27C0),  # circled numbers, lines, shapes, signs
    range(0x2B00, 0x2C00),  # arrows, shapes
    range(0x3000, 0x3040),  # CJK punctuation
    range(0x3130, 0x3190),  # Hangul letters
    range(0x3200, 0x3400),  # enclosed Hangul, units
    range(0xAC00, 0xD7A4),  # Hangul, all 11,172 syllables
    range(0xFF01, 0xFFE7),  # full-width forms
)


def ks_x_1001() -> Iterator[int]:
    """Yield the characters of KS X 1001, 4,888 Hanja among them."""
    for lead in range(0xA1, 0xFE):
        for trail in range(0xA1, 0xFF):
            yield from map(ord, bytes((lead, trail)).decode("euc_kr", "ignore"))


def subset(font: TTFont) -> None:
    """Leave in the font what Korean documents need."""
    features = ["kern", "ccmp"]  # no forms of other countries
    subsetter = Subsetter(Options(layout_features=features, hinting=False, notdef_outline=True, name_IDs=["*"]))
    subsetter.populate(unicodes={*ks_x_1001(), *(code for each in RANGES for code in each)})
    subsetter.subset(font)
    for table in font["cmap"].tables:
        table.cmap.update({code: table.cmap[alike] for code, alike in ALIKE.items() if alike in table.cmap})


def main() -> None:
    """Write one file for each weight."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--noto", type=Path, default=Path("/usr/share/fonts/opentype/noto"), help="folder of the fonts")
    parser.add_argument("--out", type=Path, default=ROOT / "ilson" / "documents" / "official" / "fonts")
    given = parser.parse_args()
    for weight in WEIGHTS:
        collection = TTCollection(given.noto / f"NotoSansCJK-{weight}.ttc", recalcTimestamp=False)
        font = next(font for font in collection.fonts if font["name"].getDebugName(1) == FAMILY)
        subset(font)
        font.save(given.out / f"NotoSansCJKkr-{weight}.otf")


if __name__ == "__main__":
    main()
