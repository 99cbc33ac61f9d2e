"""Who is told what became of submissions and of the line, to write it down where it cannot be taken out again."""

from __future__ import annotations

from typing import Protocol


class Witness(Protocol):
    """Submissions go by their offline numbers. Nothing here raises or waits."""

    def acknowledged(self, number: str, acceptance_number: str) -> None:
        """The city holds it."""

    def quarantined(self, number: str, reason: str) -> None:
        """Refused for good (a wire.ProblemKind), or damaged (any other reason)."""

    def sent_again(self, number: str) -> None:
        """The city has lost it, and is sent it once more."""

    def purged(self, number: str) -> None:
        """Its sealed data were dropped here."""

    def line(self, trouble: str) -> None:
        """The line changed: the name of its trouble (transport.Trouble), empty when it is back."""

    def head(self) -> tuple[int, str]:
        """The newest line that was written down: its number and its SHA-256 in hexadecimal; 0 and nothing before."""


class Unwitnessed:
    """Nothing is written down."""

    def acknowledged(self, number: str, acceptance_number: str) -> None:
        """See Witness."""

    def quarantined(self, number: str, reason: str) -> None:
        """See Witness."""

    def sent_again(self, number: str) -> None:
        """See Witness."""

    def purged(self, number: str) -> None:
        """See Witness."""

    def line(self, trouble: str) -> None:
        """See Witness."""

    def head(self) -> tuple[int, str]:
        """See Witness."""
        return 0, ""


UNWITNESSED = Unwitnessed()
