"""Drawings and plain grounds."""

from __future__ import annotations

from ui.gallery.state import CONTENT, Say, State


def card(say: Say) -> tuple[State, ...]:
    """A sheet."""
    del say
    return (State("empty", width=480, height=200),)


def icon(say: Say) -> tuple[State, ...]:
    """A drawing of one line, in the sizes of its places."""
    del say
    names = ("house", "id-card", "printer", "camera")
    return (
        *(State(name, {"name": name}) for name in names),
        State("large", {"name": "hand-helping"}, measures={"size": 128}),
    )


def tick_box(say: Say) -> tuple[State, ...]:
    """The box of what may be ticked."""
    del say
    return State("empty", {"ticked": False}), State("ticked", {"ticked": True})


def spring_rings(say: Say) -> tuple[State, ...]:
    """Three jets."""
    del say
    return (State("quiet", width=CONTENT),)


def id_card_drawing(say: Say) -> tuple[State, ...]:
    """Nobody's card."""
    del say
    return (State("lying"),)


def reader_drawing(say: Say) -> tuple[State, ...]:
    """The reader, by what the terminal sees."""
    del say
    return tuple(State(seen, {"seen": seen}, CONTENT, 520) for seen in ("waiting", "reading", "failed", "unavailable"))
