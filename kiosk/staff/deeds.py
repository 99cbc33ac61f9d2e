"""What staff ask for, carried out: the one place through which every deed of theirs goes.

Levels and the closing are set at once and written behind; all that takes a moment is done on a thread of its own.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from drivers.id_card_reader.card import IdCard
from drivers.model import CancelToken, IdCardReader
from kiosk.audit import AuditEvent, Note, unnoted
from kiosk.device_host import DeviceHost
from kiosk.printing import print_slip
from kiosk.staff import kept
from kiosk.staff.backlight import brightness, set_brightness
from kiosk.staff.counts import Counts
from kiosk.staff.means import Lit, Means
from kiosk.staff.slips import Station, slip_again, trial_slip
from kiosk.staff.stick import stick_in
from kiosk.visit import events as ev
from kiosk.visit.effects import Milestone
from kiosk.visit.masks import masked_id_number, masked_name
from kiosk.visit.staff import effects as sf
from kiosk.visit.staff import events as se
from kiosk.visit.staff.lights import Lights, QueueLights
from kiosk.visit.staff.places import Issued, Restart, StickTrouble, Today
from kiosk.visit.staff.steps import CardCheck

TRIAL_WAIT = 6.0
"""Seconds of one wait for a card; it is asked for again as long as the page shows. So soon it is said of a card that it
cannot be read (compare kiosk.visit.delays.CARD_READING)."""


class Deeds:
    """Works for a shell; `do` is called on the screens' thread. `hosts` are the devices by class."""

    def __init__(
        self,
        means: Means,
        lit: Lit,
        hosts: Mapping[str, DeviceHost[Any]],
        station: Station,
        now: Callable[[], datetime],
        note: Note = unnoted,
    ) -> None:
        self._means, self._lit, self._hosts, self._station, self._now = means, lit, hosts, station, now
        self._note = note
        self._kept = kept.load(means.data_dir)
        self._counts = Counts(means.data_dir)
        self._writing = threading.Lock()
        self._carrying = threading.Event()
        if self._kept.volume is not None:
            means.set_volume(self._kept.volume)
        if self._kept.brightness is not None:
            set_brightness(self._kept.brightness)

    @property
    def closed(self) -> str:
        """Why the terminal is closed, empty while it serves."""
        return self._kept.closed

    def count(self, milestone: Milestone) -> None:
        """One more of these today."""
        self._elsewhere(lambda: self._counts.count(milestone, self._now()))

    def do(self, effect: sf.StaffEffect, post: ev.Post) -> None:
        """Carry out an effect; returns at once."""
        self._note_deed(effect)
        match effect:
            case sf.SetVolume(percent):
                self._means.set_volume(percent)
                self._keep(volume=percent)
            case sf.SetBrightness(percent):
                set_brightness(percent)
                self._keep(brightness=percent)
            case sf.KeepClosed(reason):
                self._keep(closed=reason)
            case sf.StopCarrying():
                self._carrying.clear()
            case sf.TryCard():
                self._read(_masked, post)
            case sf.ReadStaffCard():
                self._read(self._identified, post)
            case sf.Try(sf.TrialOf.SLIP, language):
                print_slip(self._hosts["receipt_printer"], trial_slip(self._station, self._now(), language), post)
            case sf.Try(sf.TrialOf.SOUND, language):
                sentence = self._station.words.say(language, "staff.sound_sentence")
                post(se.SoundPlayed(self._means.try_sound(language, sentence)))
            case sf.Try():
                # card and camera are tried by effects of their own, the glass by fingers
                pass
            case sf.Reprint(issued, language):
                print_slip(self._hosts["receipt_printer"], slip_again(self._station, issued, language), post)
            case _:
                self._elsewhere(lambda: self._work(effect, post))

    def _note_deed(self, effect: sf.StaffEffect) -> None:
        match effect:
            case sf.Try(what):
                self._note(AuditEvent.STAFF_DEED, deed=effect.deed.value, what=what.value)
            case sf.KeepClosed(reason):
                self._note(AuditEvent.OUT_OF_SERVICE if reason else AuditEvent.IN_SERVICE, why="staff")
            case _ if isinstance(effect, sf.DeedEffect):
                self._note(AuditEvent.STAFF_DEED, deed=effect.deed.value)

    def _read(self, told: Callable[[IdCard], ev.Event], post: ev.Post) -> None:
        """Wait for a card; `told` makes of it, on the reader's thread, what may leave that."""

        def job(driver: IdCardReader, cancel: CancelToken) -> None:
            event = told(driver.read_card(TRIAL_WAIT, cancel))
            if not cancel.cancelled:
                post(event)

        reader: DeviceHost[IdCardReader] = self._hosts["id_card_reader"]
        reader.ask(job, lambda code: post(se.StaffCardFailed(code)))

    def _identified(self, card: IdCard) -> ev.Event:
        number = None if self._means.cards is None else self._means.cards.number_of(card.id_number)
        if number is None:
            self._note(AuditEvent.STAFF_CARD, verdict="refused")
        else:
            self._note(AuditEvent.STAFF_CARD, verdict="accepted", card=number)
        return se.StaffCardRead(number is not None)

    def _card_check(self) -> CardCheck:
        if self._means.cards is None:
            return CardCheck.NOT_NEEDED
        return CardCheck.AWAITED if self._means.cards.any() else CardCheck.NONE_ADDED

    def _check_pin(self, digits: str, post: ev.Post) -> None:
        verdict, wait = self._means.check_pin(digits)
        if digits:
            self._note(AuditEvent.STAFF_PIN, verdict=verdict.value, seconds=round(wait))
        post(se.PinAnswered(verdict, wait, self._card_check()))

    def _work(self, effect: sf.StaffEffect, post: ev.Post) -> None:
        match effect:
            case sf.CheckPin(digits):
                self._check_pin(digits, post)
            case sf.LookAround():
                for host in self._hosts.values():
                    host.look()
                devices = tuple((device, host.health) for device, host in self._hosts.items())
                post(se.LightsSeen(Lights(devices, self._queue_lights())))
            case sf.SendNow():
                self._lit.send_now()
            case sf.LookForStick():
                post(se.StickSeen(stick_in(self._means.find_sticks())))
            case sf.Export(stick):
                self._export(stick, post)
            case sf.TakeIn(stick):
                self._take_in(stick, post)
            case sf.FindSlips(tail):
                post(se.SlipsFound(self._issued(tail)))
            case sf.SeeLevels():
                volume = self._means.volume if self._kept.volume is None else self._kept.volume
                post(se.LevelsSeen(volume, brightness()))
            case sf.CountToday():
                post(se.TodayCounted(self._today()))
            case sf.BeginAnew(what):
                self._begin_anew(what, post)

    def _queue_lights(self) -> QueueLights | None:
        try:
            return self._lit.queue_lights()
        except Exception:  # a queue that cannot be read is a light too
            return None

    def _issued(self, tail: str) -> tuple[Issued, ...]:
        # of a queue that cannot be read no slip can be printed, and the lights tell why
        with suppress(Exception):
            return self._means.shelf.issued(tail, self._now().date())
        return ()

    def _today(self) -> Today:
        counted, lights = self._counts.today(self._now()), self._queue_lights()
        submitted: tuple[tuple[str, int], ...] = ()
        with suppress(Exception):
            submitted = self._means.shelf.submitted(self._now().date())
        begun, finished, slips = (counted.milestones.get(milestone, 0) for milestone in Milestone)
        return Today(begun, finished, slips, submitted, 0 if lights is None else lights.waiting, counted.last)

    def _export(self, stick: str, post: ev.Post) -> None:
        folder = self._means.find_sticks().get(stick)
        if folder is None:
            post(se.CarryingEnded(StickTrouble.GONE))
            return
        self._carrying.set()
        trouble = self._means.shelf.export(
            folder, lambda done, total: post(se.Carried(done, total)), lambda: not self._carrying.is_set()
        )
        post(se.CarryingEnded(trouble))

    def _take_in(self, stick: str, post: ev.Post) -> None:
        folder = self._means.find_sticks().get(stick)
        if folder is None:
            post(se.CarryingEnded(StickTrouble.GONE))
            return
        self._carrying.set()
        taken = self._means.shelf.take_in(
            folder, lambda done, total: post(se.Carried(done, total)), lambda: not self._carrying.is_set()
        )
        if taken is None:
            post(se.CarryingEnded(StickTrouble.QUEUE))
            return
        self._note(AuditEvent.TAKEN_IN, count=taken.now)
        post(se.TakenIn(taken))

    def _begin_anew(self, what: Restart, post: ev.Post) -> None:
        if what is Restart.DEVICES:
            for host in self._hosts.values():
                host.reset()
        elif not self._means.begin_anew(what):
            post(se.RestartFailed())

    def _keep(self, **changed: str | int) -> None:
        self._kept = self._kept.model_copy(update=changed)
        self._elsewhere(self._write)

    def _write(self) -> None:
        # the newest, whichever thread comes first; a disk that takes nothing has a light of its own
        with self._writing, suppress(OSError):
            kept.save(self._means.data_dir, self._kept)

    def _elsewhere(self, work: Callable[[], None]) -> None:
        threading.Thread(target=work, name="deeds", daemon=True).start()


def _masked(card: IdCard) -> ev.Event:
    """What may leave the reader's thread of a card on trial."""
    return se.CardTried(card.document.value, masked_name(card.name or card.name_en), masked_id_number(card.id_number))
