"""One resident of a soak: comes, goes through the pages, and leaves when the plan says so, or is cut off."""

from __future__ import annotations

from datetime import date
from random import Random

from config.catalogue import Catalogue
from kiosk.intents import Intent
from kiosk.rehearsal.soak import disk
from kiosk.rehearsal.soak.acts import STRIDE, Acts
from kiosk.rehearsal.soak.plan import LONGEST, Kill, Planned, Trouble
from kiosk.rehearsal.soak.stand import Stand

MOST_TOUCHES = 250
"""Of one visit; whoever has not come through by then walks away."""

LONG_GONE = 2400.0
"""Seconds of the visit's own time after which nobody can be waited for any more, in large print and unhurried."""

TURNING_AWAY = ("advise", "match", "cases", "cases-list", "case")
"""Pages at which a visit ends well without anything handed in."""


class Resident:
    """Plays one planned visit."""

    def __init__(self, stand: Stand, plan: Planned, catalogue: Catalogue, today: date) -> None:
        self._stand, self._plan = stand, plan
        self._rng = Random(plan.seed)  # noqa: S311
        self._acts = Acts(stand, plan, catalogue, self._rng, today)
        self._dies_at = self._rng.randint(1, LONGEST)
        self.last = ""

    def visit(self) -> str:
        """How it ended: `finished`, `left` by walking away, `stopped` by the button, `advised` that it is not for them
        or, after asking for cases, told of them, `lost` for who found no way on.

        `last` is then the page at which it ended.
        """
        stand, plan = self._stand, self._plan
        if plan.trouble not in (None, Trouble.DISK_FULL):
            stand.hand.trouble(plan.trouble)
        try:
            ending = self._through()
            if plan.killed is not None:
                stand.die(self.last)
        finally:
            stand.hand.take_card()
            stand.hand.mend()
            disk.make_room()
        self._gone()
        stand.noticed()
        return ending

    def _through(self) -> str:
        plan = self._plan
        self._acts.touch(Intent.LANGUAGE, plan.language)
        for view in plan.views:
            self._acts.touch(Intent.VIEW, view.value)
        self._acts.touch(Intent.START)
        while not self._stand.shell.at_rest:
            self.last = self._stand.name
            if plan.killed is Kill.AT_A_TOUCH and self._acts.touches >= self._dies_at:
                self._stand.die(self.last)
            if plan.leaves_after is not None and self._acts.touches >= plan.leaves_after:
                return self._leave()
            if self._acts.touches >= MOST_TOUCHES or not self._acts.act():
                return "advised" if self.last in TURNING_AWAY else "lost"
        return "finished"

    def _leave(self) -> str:
        if not self._plan.by_button or self._stand.shell.page.cancel is None:
            return "left"
        self._acts.touch(Intent.LEAVE)
        self._acts.touch(Intent.LEAVE_CONFIRMED)
        return "stopped"

    def _gone(self) -> None:
        """Nobody touches anything until the terminal rests; then a while at rest."""
        waited = 0.0
        while not self._stand.shell.at_rest and waited < LONG_GONE:
            if self._stand.name == "sealing":
                self._stand.until(lambda: self._stand.name != "sealing", 0.05)
            self._stand.pass_time(STRIDE)
            waited += STRIDE
        for _ in range(self._rng.randint(1, 15)):
            self._stand.pass_time(STRIDE)
