"""Takes the pictures of every page and of the slip, from the sample pages of the tests, and writes screens.md.

`make screens` calls it; a test compares what it took with today's screens.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEvent

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "ui"))

from likeness import alike
from sample_pages import CHAPTERS, PAGES, setting_up
from sample_pages.book import shown

from config import catalogue
from drivers.receipt_printer.escpos_wire import job
from drivers.simulators.desk_scene import Scene, draw, place
from drivers.simulators.escpos_parser import Parser
from drivers.simulators.paper_roll import PaperRoll
from drivers.simulators.papers import PAPERS
from kiosk.page import Page, ScanBody
from kiosk.receipt import acceptance_slip
from kiosk.visit.promises import promised, years_of
from kiosk.visit.receipts import Receipt, ReceiptLine
from kiosk.visit.view import PLAIN, View
from kiosk.words import Words
from ui.application import make_application
from ui.engine import png
from ui.gallery.light import light
from ui.screens import Screens

HERE = Path(__file__).parent
PICTURES = HERE / "screens"
DOCUMENT = HERE / "screens.md"
UPRIGHT, ACROSS = (1080, 1920), (1920, 1080)
COLUMNS = 4

WAYS = {
    "across": ("On a panel across", "zh", PLAIN, ACROSS),
    "large": ("In large print", "zh", View(large_print=True), UPRIGHT),
    "contrast": ("Light on black", "zh", View(high_contrast=True), UPRIGHT),
    "low": ("Lowered, for residents who sit", "zh", View(lowered=True), UPRIGHT),
    "en": ("In English", "en", PLAIN, UPRIGHT),
}
"""Other ways to see a page: what they are called, language, view, panel."""

CHOSEN = ("attract", "home", "guide", "choice", "number", "text", "review", "done")
"""The pages that are taken in the other ways too."""


SETTING_UP = (
    *("setup-welcome", "setup-name", "setup-area", "setup-city", "setup-reach-failed", "setup-devices", "setup-enrol"),
    *("setup-code-wrong", "setup-pin", "setup-check", "setup-done", "setup-pending"),
)
"""The pages of the first start; two of them also across and in English."""


@dataclass(frozen=True)
class Shot:
    """A page as it is taken."""

    name: str
    page: Page
    size: tuple[int, int] = UPRIGHT


def shots() -> Iterator[Shot]:
    """Every page as everybody finds it, and the chosen ones in the other ways."""
    for names in CHAPTERS.values():
        for name in names:
            yield Shot(name, PAGES[f"zh-{name}"])
    for name in SETTING_UP:
        yield Shot(name, setting_up.page(name))
    for name in ("setup-devices", "setup-check"):
        yield Shot(f"{name}-across", setting_up.page(name), ACROSS)
        yield Shot(f"{name}-en", setting_up.page(name, "en"))
    for way, (_, language, view, size) in WAYS.items():
        for name in CHOSEN:
            yield Shot(f"{name}-{way}", shown(PAGES[f"{language}-{name}"], view), size)


class Photographer:
    """Takes shots, one panel at a time, in a window in which nothing moves."""

    def __init__(self) -> None:
        self._application = make_application(["screens"])
        self._application.styleHints().setCursorFlashTime(0)
        self._size = (0, 0)
        self._screens: Screens | None = None

    def take(self, shot: Shot) -> Image.Image:
        """The picture of a page, at half its size, whatever was shown before."""
        screens = self._on(shot.size)
        screens.forget()
        screens.show(shot.page)
        if isinstance(shot.page.body, ScanBody):
            scene = Scene((640, 360), PAPERS["lease"](), blur=2)
            screens.show_frame(draw(scene, 0), tuple(map(tuple, place(scene))))
        screens.window.requestActivate()
        # things find their places while they are drawn
        for _ in range(2):
            self._application.processEvents()
            # an event loop that runs would delete what pages left behind
            self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            # no proposals: they come when they are ready
            self._application.inputMethod().reset()
            picture = png(screens.window)
        return Image.open(io.BytesIO(picture)).convert("RGB").reduce(2)

    def _on(self, size: tuple[int, int]) -> Screens:
        # two windows at once would share one keyboard
        if self._screens is None or size != self._size:
            self.close()
            self._size = size
            self._screens = Screens(width=size[0], height=size[1], motion=False)
        return self._screens

    def close(self) -> None:
        """Close the window."""
        if self._screens is not None:
            self._screens.close()
            self._screens = None


def slip() -> Image.Image:
    """The slip of an invented resident, as a printer for paper of 80 mm prints it."""
    offered = catalogue.load()
    service = next(service for service in offered if len(service.materials) > 2)
    deferred = ((service.materials[0], date(2026, 11, 29)),)
    sealed = datetime(2026, 11, 24, 10, 30)
    promise = promised(service.limit, sealed.date(), years_of(offered.years))
    line = ReceiptLine(service, "37010226112400076", False, service.limit, promise, sealed)
    receipt = Receipt((line,), service.name, sealed, "欧*泉", "138****7216", (), deferred, "zh")
    lines = acceptance_slip(receipt, Words.load(HERE.parent / "ui" / "translations"), "甸柳社区便民服务站")
    roll, parser = PaperRoll(), Parser()
    fed = [roll.feed(item) for part in job(lines, roll.dots) for item in parser.feed(part)]
    return Image.open(io.BytesIO(next(slip.png for slip in fed if slip)))


def document() -> str:
    """The text of screens.md."""
    lines = [
        "# The screens",
        "",
        "Every page, taken by `make screens` from the page values that the tests walk through; a test compares these",
        "pictures with today's screens. The panel stands upright, 1080 by 1920; here half of that. All people are",
        "invented. The components by themselves: `kiosk run --gallery`.",
    ]
    for title, names in CHAPTERS.items():
        lines += ["", f"## {title}", "", *_grid(names, "")]
    lines += ["", "## The first start of a terminal", "", *_grid(SETTING_UP, ""), "", "See [setup.md](setup.md)."]
    for way, (title, *_) in WAYS.items():
        lines += ["", f"## {title}", "", *_grid(CHOSEN, f"-{way}")]
    return "\n".join([*lines, "", "## The slip", "", "![](screens/slip.png)", ""])


def _grid(names: Sequence[str], way: str) -> Iterator[str]:
    yield "| " * COLUMNS + "|"
    yield "|---" * COLUMNS + "|"
    for start in range(0, len(names), COLUMNS):
        row = names[start : start + COLUMNS]
        yield "".join(f"| ![{name}](screens/{name}{way}.png)<br>{name} " for name in row) + "|"


def main() -> None:
    """Take them all, and keep those that look different from what is there."""
    PICTURES.mkdir(exist_ok=True)
    photographer = Photographer()
    kept = {PICTURES / "slip.png"}
    for shot in shots():
        path = PICTURES / f"{shot.name}.png"
        _keep(photographer.take(shot), path)
        kept.add(path)
    photographer.close()
    _keep(slip(), PICTURES / "slip.png")
    for old in set(PICTURES.glob("*.png")) - kept:
        old.unlink()
    DOCUMENT.write_text(document(), "utf-8")


def _keep(picture: Image.Image, path: Path) -> None:
    if path.exists():
        with Image.open(path) as old:
            if alike(picture, old):
                return
    light(picture.convert("RGB")).save(path, optimize=True)


if __name__ == "__main__":
    # drawn alike on every machine
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    main()
