"""How the page of a material begins."""

from __future__ import annotations

from config.papers import Material
from kiosk.visit.application import Application
from kiosk.visit.steps import Camera, Scanning


def take_up(application: Application, material: Material, returning: bool = False, armed: bool = True) -> Scanning:
    """The page of one material: with what was kept of it before, else with the live picture.

    Not `armed`, the paper that still lies there from before is not taken by itself.
    """
    paper = application.paper(material.id)
    pages = paper.pages if paper else ()
    camera = Camera.KEPT if pages else Camera.LIVE
    looked = max(len(pages) - 1, 0)
    return Scanning(application, material, camera, armed=armed, pages=pages, looked=looked, returning=returning)
