"""What a first start asks the machine for; each is answered by an event, but for notes and the end."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.setup.steps import Draft


@dataclass(frozen=True)
class TryLine:
    """Ask whether a city's intake answers there."""

    url: str


@dataclass(frozen=True)
class LookForDevices:
    """Look which are there."""


@dataclass(frozen=True, repr=False)
class Enrol:
    """Introduce this terminal with a code."""

    draft: Draft
    code: str


@dataclass(frozen=True, repr=False)
class CheckPin:
    """Compare a PIN; of none, whether one may be tried."""

    digits: str


@dataclass(frozen=True, repr=False)
class KeepPin:
    """A new PIN."""

    digits: str


@dataclass(frozen=True)
class KeepConfiguration:
    """Write it down for good."""

    draft: Draft


@dataclass(frozen=True)
class NoteDraft:
    """Should the power fail: what was answered, the step to go on with, and what the city was told (see Setup)."""

    draft: Draft
    at: str
    registered: tuple[str, str, str] | None = None


@dataclass(frozen=True)
class Begin:
    """All is set up: let the terminal begin."""


Effect = TryLine | LookForDevices | Enrol | CheckPin | KeepPin | KeepConfiguration | NoteDraft | Begin
