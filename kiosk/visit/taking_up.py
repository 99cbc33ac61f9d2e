"""How the page of a material begins."""

from __future__ import annotations

from kiosk.visit.application import Application
from kiosk.visit.steps import Camera, Scanning


def take_up(application: Application, index: int, returning: bool = False, armed: bool = True) -> Scanning:
    """The page of one material: with what was kept of it before, else with the live picture.

    Not `armed`, the paper that still lies there from before is not taken by itself.
    """
    paper = application.paper(application.to_scan[index].id)
    pages = paper.pages if paper else ()
    camera = Camera.KEPT if pages else Camera.LIVE
    looked = max(len(pages) - 1, 0)
    return Scanning(application, index, camera, armed=armed, pages=pages, looked=looked, returning=returning)
