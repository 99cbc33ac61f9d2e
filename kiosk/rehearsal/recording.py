"""A recorded session as a scenario file: what was done, and what the city must hold after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import rtoml

from kiosk.rehearsal.arrived import given_since, known
from kiosk.rehearsal.recorder import Recorder
from kiosk.rehearsal.rig import Rig

RESTING = "attract"
"""The page on which a scenario begins."""

_NOTES = {
    "own-picture": "A picture of the tester's own was laid here. It is not kept: lay a paper in its place.",
    "old-slip": "A slip of an earlier visit lay under the camera at the start, which no other bench has.",
    "staff": "What was done on staff pages is left out.",
    "no-screen": "No screen was watched: add the pages to wait for and what is touched on them.",
}


class NotNow(Exception):
    """A recording cannot begin here."""


class Recording:
    """Starts and stops `recorder`. With a `rig`, the file says what its city got, and what it `held` before; `size` is
    that of the screen in pixels."""

    def __init__(
        self,
        recorder: Recorder,
        rig: Rig | None = None,
        size: tuple[int, int] | None = None,
        held: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.recorder = recorder
        self.text = ""
        self._rig = rig
        self._size = size
        self._held = held or {}
        self._before: set[str] = set()

    def start(self) -> None:
        """Begin. Raises NotNow while somebody is at the terminal."""
        if self.recorder.page not in ("", RESTING):
            raise NotNow("end the visit first: a recording begins at the resting screen")
        self._before = known(self._rig) if self._rig is not None else set()
        self.text = ""
        self.recorder.start()

    def stop(self, title: str) -> None:
        """End; `text` is the file."""
        slips = self.recorder.slips
        steps = self.recorder.stop()
        if not steps:
            return
        fields: dict[str, Any] = {"title": " ".join(title.split()) or "Recorded at the bench"}
        if self._size is not None:
            fields["size"] = list(self._size)
        fields["timeout"] = round(self.recorder.patience)
        if self._rig is not None:
            fields["held"] = {name: list(papers) for name, papers in self._held.items()}
            fields["submissions"] = given_since(self._rig, self._before)
            if _offline(self._rig, self._before, slips):
                fields["offline"] = True
        comments = "".join(f"# {_NOTES[note]}\n" for note in self.recorder.notes)
        self.text = comments + rtoml.dumps(fields | {"steps": steps})


def _offline(rig: Rig, before: set[str], slips: Sequence[str]) -> bool:
    """Whether the last slip carries offline numbers."""
    last = slips[-1].replace(" ", "") if slips else ""
    stored = [rig.shown(identity) for identity in rig.since(before)]
    return any(item["offline_number"] in last and item["acceptance_number"] not in last for item in stored)
