"""From a picture to a capture: the one way that all drivers of this class share."""

from __future__ import annotations

from drivers.document_scanner.codes import read_codes
from drivers.document_scanner.detect import find_page
from drivers.document_scanner.enhance import whitened
from drivers.document_scanner.page import Capture, Corners, Image, Verdict
from drivers.document_scanner.rectify import as_jpeg, rectify
from drivers.document_scanner.upright import upright
from drivers.document_scanner.verdicts import judge, sharpness


def capture_of(image: Image, flat: bool = False) -> Capture:
    """The page in a picture, straightened, turned upright, judged, cleaned, as JPEG; its codes.

    `flat` says that the picture comes from a scanner's glass or feeder: where no page is seen in it, it is the page.
    """
    size = (image.shape[1], image.shape[0])
    found = find_page(image)
    corners = found.corners
    if corners is None and flat:
        corners = _whole(size)
    if corners is None:
        verdict = Verdict.CUT_OFF if found.cut_off else Verdict.NO_PAGE
        return Capture(size, None, (verdict,), sharpness(image), read_codes(image), None)
    page = upright(rectify(image, corners))
    sharp = sharpness(page)
    return Capture(size, corners, judge(page, sharp), sharp, read_codes(page), as_jpeg(whitened(page)))


def _whole(size: tuple[int, int]) -> Corners:
    right, bottom = float(size[0] - 1), float(size[1] - 1)
    return (0.0, 0.0), (right, 0.0), (right, bottom), (0.0, bottom)
