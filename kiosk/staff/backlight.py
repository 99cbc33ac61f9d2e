"""The brightness of a panel whose light the kernel sets (/sys/class/backlight, Documentation/ABI/stable)."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

LIGHTS = Path("/sys/class/backlight")


def brightness(lights: Path = LIGHTS) -> int | None:
    """Percent of the panel's light, None where it cannot be set from here."""
    with suppress(OSError, ValueError):
        for light in sorted(lights.iterdir()):
            most = int((light / "max_brightness").read_text())
            if most > 0 and os.access(light / "brightness", os.W_OK):
                return round(100 * int((light / "brightness").read_text()) / most)
    return None


def set_brightness(percent: int, lights: Path = LIGHTS) -> None:
    """Set every light that can be set; one that refuses stays as it is."""
    with suppress(OSError):
        for light in sorted(lights.iterdir()):
            with suppress(OSError, ValueError):
                most = int((light / "max_brightness").read_text())
                (light / "brightness").write_text(str(max(1, round(most * percent / 100))))
