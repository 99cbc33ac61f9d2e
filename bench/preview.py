"""The live picture: frames a second of 1920 by 1080 on one core, decoded, the page found, its rest watched.

The peer decodes with OpenCV and finds with the bare contour recipe.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

import cv2
import numpy as np

from bench.pages import PEER, bare
from bench.row import Row
from bench.synthetic_pages import scene
from drivers.document_scanner.camera import PREVIEW
from drivers.document_scanner.detect import find_page
from drivers.document_scanner.jpeg_wire import picture_in
from drivers.document_scanner.stillness import Stillness

SECONDS = 3.0
"""How long each is measured."""


def frames() -> list[bytes]:
    """A dozen JPEG frames: papers on a dark mat and on wood."""
    found = []
    for number in range(12):
        picture = scene(("dark mat", "wood")[number % 2], "A4", number).image
        resized = cv2.resize(picture, PREVIEW, interpolation=cv2.INTER_AREA)
        found.append(cv2.imencode(".jpg", resized, [cv2.IMWRITE_JPEG_QUALITY, 85])[1].tobytes())
    return found


def per_second(work: Callable[[bytes], object], shown: list[bytes]) -> float:
    """How many frames a second `work` gets through."""
    work(shown[0])
    count, began = 0, time.perf_counter()
    while (took := time.perf_counter() - began) < SECONDS:
        work(shown[count % len(shown)])
        count += 1
    return count / took


def rows() -> list[Row]:
    """Both, on one core."""
    shown, stillness = frames(), Stillness()
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)

    def ours(frame: bytes) -> None:
        image = picture_in(frame, PREVIEW[0] * PREVIEW[1])
        if image is not None:
            stillness.feed(find_page(image, thorough=False).corners, time.monotonic())

    def peer(frame: bytes) -> None:
        image = cv2.imdecode(np.frombuffer(frame, np.uint8), cv2.IMREAD_COLOR)
        if image is not None:
            bare(np.asarray(image, dtype=np.uint8))

    try:
        return [
            Row("preview: 1920 by 1080 on one core", "a second", per_second(ours, shown), per_second(peer, shown), PEER)
        ]
    finally:
        cv2.setNumThreads(threads)
        os.sched_setaffinity(0, cores)
