"""First frames of a camera are dark, wrongly coloured or out of focus: when has it settled?"""

from __future__ import annotations

import cv2

from drivers.document_scanner.page import Image
from drivers.document_scanner.reduce import reduced

FEWEST = 5
MOST = 30
CALM = 3
"""Frames dropped at least and at most, and how many must be alike (OpenCV issue 25688 and peers, fact sheet D3)."""

BRIGHTNESS = 3.0
SHARPNESS = 0.1
"""How far frames that are alike may differ: grey levels of 255, and part of the greater sharpness."""

WORKING = 480
"""Longer side, in pixels, of the copy that is measured."""


class WarmUp:
    """Fed with each frame since the camera was opened."""

    def __init__(self) -> None:
        self._frames = 0
        self._alike = 0
        self._last = (0.0, 0.0)

    @property
    def done(self) -> bool:
        """True once the camera has settled, or has had time enough."""
        return self._frames >= MOST or (self._frames >= FEWEST and self._alike >= CALM)

    def feed(self, image: Image) -> None:
        """One frame."""
        if self.done:
            return
        grey = cv2.cvtColor(reduced(image, WORKING), cv2.COLOR_BGR2GRAY)
        now = float(grey.mean()), float(cv2.Laplacian(grey, cv2.CV_32F).std())
        brighter, sharper = abs(now[0] - self._last[0]), abs(now[1] - self._last[1])
        alike = brighter <= BRIGHTNESS and sharper <= SHARPNESS * max(now[1], self._last[1])
        self._alike = self._alike + 1 if alike and self._frames else 1
        self._frames += 1
        self._last = now
