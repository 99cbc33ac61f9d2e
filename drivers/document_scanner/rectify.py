"""The page seen straight from above."""

from __future__ import annotations

import cv2
import numpy as np

from drivers.document_scanner.page import Corners, Image

QUALITY = 90
"""JPEG quality of stored pages."""


def rectify(image: Image, corners: Corners) -> Image:
    """The page with its perspective taken out, as large as its longer sides are in the picture."""
    quad = np.array(corners, dtype=np.float32)
    sides = np.linalg.norm(np.roll(quad, -1, axis=0) - quad, axis=1)
    width, height = round(float(max(sides[0], sides[2]))), round(float(max(sides[1], sides[3])))
    target = np.array([(0, 0), (width - 1, 0), (width - 1, height - 1), (0, height - 1)], dtype=np.float32)
    straight = cv2.warpPerspective(
        image, cv2.getPerspectiveTransform(quad, target), (width, height), flags=cv2.INTER_CUBIC
    )
    return np.asarray(straight, dtype=np.uint8)


def as_jpeg(image: Image) -> bytes:
    """JPEG bytes."""
    _, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    return data.tobytes()
