"""Whether two pictures show the same: fonts may be smoothed in another way on another machine, nothing else."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageChops

TOLERANCE = {8: 40, 24: 11}
"""Seen through squares of this many pixels, no square may differ in any colour by more than this, of 255. The small
squares find a stroke that is missing, the large ones a colour that is slightly another. Switching the hinting of fonts
off, which other machines may do, makes 34 and 9."""

FAILED = Path("build/pictures")
"""Where today's picture and the difference are kept when a comparison fails."""


def alike(today: Image.Image, kept: Image.Image) -> bool:
    """Whether two pictures show the same."""
    if today.size != kept.size:
        return False
    for square, most in TOLERANCE.items():
        difference = ImageChops.difference(today.convert("RGB").reduce(square), kept.convert("RGB").reduce(square))
        if max(high for _, high in difference.getextrema()) > most:
            return False
    return True


def check(today: Image.Image, kept: Path, renew: str) -> None:
    """Hold today's picture against the one that is kept; `renew` is the command that keeps today's."""
    assert kept.exists(), f"{kept} is not there yet; look at what it shows, then: {renew}"
    with Image.open(kept) as image:
        image.load()
    if alike(today, image):
        return
    FAILED.mkdir(parents=True, exist_ok=True)
    today.save(FAILED / kept.name)
    both = ImageChops.difference(today.convert("RGB"), image.convert("RGB"))
    both.save(FAILED / f"{kept.stem}-difference.png")
    raise AssertionError(f"{kept} looks different: see {FAILED}/{kept.stem}*.png; if it is meant: {renew}")
