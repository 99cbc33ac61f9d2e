"""What can happen to letters: a request for assistance, a fault report, the free words of a rating."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AssistanceAsked:
    """Please have somebody call me."""


@dataclass(frozen=True)
class ReportAsked:
    """Something is wrong here. `page` is the name of the page on which."""

    page: str


@dataclass(frozen=True)
class TopicChosen:
    """What the letter is about."""

    topic: str


@dataclass(frozen=True)
class WritingAsked:
    """I want to say it in my own words."""


@dataclass(frozen=True)
class LetterKept:
    """The letter is durable on disk."""

    number: str


@dataclass(frozen=True)
class LetterFailed:
    """It could not be written; nothing was sent."""


ResidentLetterEvent = AssistanceAsked | ReportAsked | TopicChosen | WritingAsked
MachineLetterEvent = LetterKept | LetterFailed
