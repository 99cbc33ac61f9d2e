"""The Chinese font of the machine, for what a printer cannot set by itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PIL import ImageFont

FILES = (
    (Path("/usr/share/fonts/opentype/noto/NotoSansCJK-{weight}.ttc"), 2, 7),
    (Path("/usr/share/fonts/truetype/noto/NotoSansSC-{weight}.otf"), 0, 0),
)
"""Where Debian's fonts-noto-cjk puts it; simplified-Chinese faces of the collection: 2, and 7 with fixed width."""


@cache
def han_font(size: int, bold: bool = False, fixed: bool = False) -> ImageFont.FreeTypeFont | None:
    """Noto Sans CJK SC at `size` pixels, None where it is not installed; `fixed`: Latin letters half as wide as Han."""
    for pattern, face, fixed_face in FILES:
        path = Path(str(pattern).format(weight="Bold" if bold else "Regular"))
        if path.is_file():
            return ImageFont.truetype(str(path), size, index=fixed_face if fixed else face)
    return None
