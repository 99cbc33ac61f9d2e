"""The desk where applications are handed in: the sealed outbox, as the shell sees it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.form import Filled
from kiosk.pages.outlook import NOTHING_NEW, Figures, Notice, Outlook
from kiosk.report_picture import small_enough
from kiosk.visit.asides import Letter, LetterKind
from kiosk.visit.halts import Halt
from kiosk.visit.staff.lights import QueueLights
from offline_queue.letterbox import Way
from offline_queue.numbers import letter_number
from offline_queue.outbox import Attachment, Outbox, OutboxError
from offline_queue.wire import WireError

FRAME_BYTES = 64 << 10
"""What a PDF of several pages and its seal take beside the pictures; twenty pages take some 10 KiB."""

FORM_BYTES = 1 << 20
"""What the form, and the frames of all papers, take beside the pictures."""


@dataclass(frozen=True)
class Place:
    """Where the terminal stands: the administrative code, and the station's own."""

    area: str = ""
    code: str = ""


NO_PLACE = Place()
"""Nobody said where it stands."""


class OutboxDesk:
    """Seals and stores. Safe to call from any thread, as the outbox is."""

    def __init__(self, outbox: Outbox, place: Place = NO_PLACE) -> None:
        self._outbox = outbox
        self._place = place

    def submit_all(self, forms: Sequence[Filled], now: datetime) -> tuple[tuple[str, str], ...]:
        """Submission id and offline number of each, once all are durable. Raises OutboxError."""
        content = [
            (form, [Attachment(part=scan.part, media_type=scan.media_type, data=scan.data) for scan in scans])
            for form, scans in forms
        ]
        return tuple((kept.id, kept.offline_number) for kept in self._outbox.submit_all(content, now=now))

    def rate(self, service_code: str, level: int, tags: Sequence[str], words: str, day: date) -> None:
        """See kiosk.clerk.LetterDesk."""
        # nobody waits for it: a disk that is full has other troubles
        with suppress(OutboxError):
            self._outbox.letters.rate(service_code, level, tags, words.strip(), day=day, station=self._place.code)

    def stopped(self, halt: Halt, day: date) -> None:
        """See kiosk.clerk.LetterDesk."""
        with suppress(OutboxError):
            self._outbox.letters.stopped(halt.service_code, halt.reason, halt.office, day=day, station=self._place.code)

    def keep_letter(self, letter: Letter, now: datetime) -> str:
        """Store a letter to be sent; its number. Raises OutboxError, ValueError for a picture that is none."""
        words = letter.words.strip()
        if letter.kind is LetterKind.REPORT:
            picture = small_enough(letter.picture) if letter.picture else b""
            return letter_number(
                self._outbox.letters.report(letter.topic, letter.about, words, now=now, picture=picture)
            )
        contact = "\n".join(part for part in (letter.phone, words) if part)
        way = Way(letter.stop, letter.office)
        identity = self._outbox.letters.ask_assistance(
            letter.about, letter.topic, contact, now=now, way=way, area=self._place.area
        )
        return letter_number(identity)

    def queue_lights(self) -> QueueLights:
        """Queue, line, disk and clock. Raises OutboxError, OSError."""
        tally, offset = self._outbox.tally(), self._outbox.notes.fact("clock_offset")
        trouble = self._outbox.notes.trouble()
        return QueueLights(
            waiting=tally.waiting,
            letters=tally.letters,
            set_aside=tally.quarantined,
            last_sent=_local(tally.last_sent),
            line="" if trouble is None else trouble.kind,
            line_since=None if trouble is None else _local(trouble.since),
            free_bytes=self._outbox.reserve.free(),
            room=self._outbox.has_room(),
            clock_offset=float(offset) if offset else None,
            oldest=_local(tally.oldest_sealed_at),
        )

    def send_now(self) -> None:
        """Have the sync agent try now, whatever it waits for."""
        # a disk that takes nothing has a light of its own
        with suppress(OutboxError):
            self._outbox.hurry()

    def outlook(self, now: datetime) -> Outlook:
        """How things stand, as far as the sync agent knows; a queue that cannot be read has worse to tell."""
        with suppress(OutboxError, WireError):
            figures = self._outbox.notes.figures(f"{now:%Y-%m}")
            return Outlook(
                line=self._outbox.notes.trouble() is None,
                waiting=self._outbox.tally().waiting,  # letters are nobody's matter, and some wait for hours by design
                figures=None if figures is None else Figures(figures.rated, figures.good, figures.settled),
                notices=tuple(Notice(said.zh, said.en) for said in self._outbox.notes.announcements(now.date())),
            )
        return NOTHING_NEW

    def has_room(self) -> bool:
        """Whether another application can be kept."""
        return self._outbox.has_room()

    def scan_bytes(self) -> tuple[int, int]:
        """Bytes that one paper with all its pages, and all papers together, may have."""
        limits = self._outbox.notes.limits()
        return limits.part_bytes - FRAME_BYTES, limits.submission_bytes - FORM_BYTES

    def note_device(self, name: str, status: str, error: str) -> None:
        """Keep how a device is; a queue that cannot take it has worse to tell."""
        with suppress(OutboxError):
            self._outbox.notes.note_device(name, status, error)


def _local(moment: str) -> datetime | None:
    """A moment as the queue writes it, in local time."""
    return datetime.fromisoformat(moment).astimezone() if moment else None
