"""What pages are made of, whatever they are about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a coloured mark means; the theme gives each its colours."""

    PLAIN = "plain"
    SPRING = "spring"
    GOOD = "good"
    ATTENTION = "attention"


@dataclass(frozen=True)
class Action:
    """Something the resident can touch. `icon` is the name of a drawing in ui/icons, or empty; `on` is whether a
    switch is on, None for what is no switch."""

    intent: str
    label: str
    icon: str = ""
    value: str = ""
    enabled: bool = True
    on: bool | None = None


@dataclass(frozen=True)
class Choice:
    """One of several cards or chips to touch."""

    action: Action
    hint: str = ""
    chosen: bool = False


@dataclass(frozen=True)
class Badge:
    """A small pill of words."""

    label: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Fact:
    """A figure and what it is."""

    value: str
    label: str


@dataclass(frozen=True)
class Note:
    """A line with an icon, a title and perhaps a second line."""

    title: str
    icon: str = ""
    hint: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Moment:
    """A point of the timeline."""

    when: str
    what: str
    tone: Tone = Tone.PLAIN
