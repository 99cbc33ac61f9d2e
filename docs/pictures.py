"""Takes the pictures of the documents from the last `make run HEADLESS=1`."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

RUN = Path("build/run")
OUT = Path(__file__).parent / "pictures"

SCREENS = tuple("01-attract 03-guide 04-identify 05-lodging 06-address 10-scan 12-review 13-done 14-rate".split())


def main() -> None:
    """Screens at a third of their size, the slip as it is."""
    OUT.mkdir(exist_ok=True)
    for name in SCREENS:
        picture = Image.open(RUN / "screens" / f"{name}.png").convert("RGB")
        small = picture.resize((picture.width // 3, picture.height // 3), Image.Resampling.LANCZOS)
        small.quantize(128).save(OUT / f"{name[3:]}.png", optimize=True)
    Image.open(RUN / "receipt.png").save(OUT / "receipt.png", optimize=True)


if __name__ == "__main__":
    main()
