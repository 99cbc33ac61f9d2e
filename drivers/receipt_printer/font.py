"""The Chinese font of the machine, for what a printer cannot set by itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PIL import ImageFont

FILES = (
    (Path("/usr/share/fonts/opentype/noto/NotoSansCJK-{weight}.ttc"), 2),
    (Path("/usr/share/fonts/truetype/noto/NotoSansSC-{weight}.otf"), 0),
)
"""Where Debian's fonts-noto-cjk puts it; in the collection the simplified-Chinese face is number 2."""


@cache
def han_font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont | None:
    """Noto Sans CJK SC at `size` pixels, None where it is not installed."""
    for pattern, face in FILES:
        path = Path(str(pattern).format(weight="Bold" if bold else "Regular"))
        if path.is_file():
            return ImageFont.truetype(str(path), size, index=face)
    return None
