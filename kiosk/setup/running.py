"""Runs a first start: keeps how it stands, shows its pages, has its deeds done one after the other on a worker."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Protocol

from kiosk.page import Page
from kiosk.pages.scene import Scene
from kiosk.setup import effects as ef
from kiosk.setup import events as se
from kiosk.setup.advance import advance
from kiosk.setup.deeds import Deeds, standing
from kiosk.setup.going import begin
from kiosk.setup.present import present, scene_of


class Screen(Protocol):
    """What shows pages."""

    def show(self, page: Page) -> None:
        """Show a page."""


class Runner:
    """On the thread of the screens. `post` brings what the worker answers back there; `ended` is called at the end."""

    def __init__(
        self,
        deeds: Deeds,
        scene: Scene,
        screen: Screen,
        post: Callable[[se.Event], None],
        ended: Callable[[], None],
    ) -> None:
        self._deeds = deeds
        self._scene = scene
        self._screen = screen
        self._post = post
        self._ended = ended
        self._page: Page | None = None
        self._work: queue.SimpleQueue[ef.Effect] = queue.SimpleQueue()
        threading.Thread(target=self._worker, name="setup", daemon=True).start()
        self.setup, effects = begin(*standing(deeds.settings, deeds.file))
        self._carry_out(effects)

    @property
    def page(self) -> Page:
        """What is shown."""
        return present(self.setup, scene_of(self.setup, self._scene))

    def handle(self, event: se.Event) -> None:
        """Something happened."""
        self.setup, effects = advance(self.setup, event, self._scene.words.languages)
        self._carry_out(effects)

    def _carry_out(self, effects: tuple[ef.Effect, ...]) -> None:
        for effect in effects:
            if isinstance(effect, ef.Begin):
                self._ended()
            else:
                self._work.put(effect)
        page = self.page
        if page != self._page:
            self._page = page
            self._screen.show(page)

    def _worker(self) -> None:
        while True:
            answer = self._done(self._work.get())
            if answer is not None:
                self._post(answer)

    def _done(self, effect: ef.Effect) -> se.Event | None:
        match effect:
            case ef.TryLine(url):
                return se.LineTried(url, *self._deeds.try_line(url))
            case ef.LookForDevices():
                return se.DevicesFound(self._deeds.look())
            case ef.Enrol(draft, code):
                return se.EnrolmentAnswered(self._deeds.enrol(draft, code))
            case ef.CheckPin(digits):
                return se.PinChecked(*self._deeds.check_pin(digits))
            case ef.KeepPin(digits):
                return se.PinKept(self._deeds.keep_pin(digits))
            case ef.KeepConfiguration(draft):
                return se.ConfigurationKept(self._deeds.keep(draft))
            case ef.NoteDraft():
                self._deeds.note(effect)
        return None
