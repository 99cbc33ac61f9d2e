"""A page of a step, before `present` puts header, progress and overlay around it."""

from __future__ import annotations

from kiosk.page import Action, Body, Header, Page
from kiosk.pages.scene import Scene


def blank(
    scene: Scene,
    name: str,
    title: str,
    body: Body,
    lead: str = "",
    error: str = "",
    back: Action | None = None,
    primary: Action | None = None,
) -> Page:
    """What the step itself decides of its page."""
    return Page(
        name=name,
        language=scene.language,
        header=Header("", ()),
        progress=None,
        cancel=None,
        title=title,
        lead=lead,
        error=error,
        body=body,
        back=back,
        primary=primary,
        overlay=None,
    )
