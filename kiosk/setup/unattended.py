"""A first start without anybody before the glass: the same deeds, from a file of answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from config.settings import Settings, SettingsError
from kiosk.setup import configuration, draft_file
from kiosk.setup.answers_file import Answers
from kiosk.setup.deeds import Deeds, standing
from kiosk.setup.effects import NoteDraft
from kiosk.setup.steps import Draft, Setup


class Failed(Exception):
    """A deed did not succeed; `trouble` as in EnrolmentAnswered, or "pin", "disk"."""

    def __init__(self, trouble: str) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def settings_with(settings: Settings, answers: Answers) -> Settings:
    """What the terminal will work with."""
    return Settings.model_validate(configuration.merged(settings.model_dump(exclude_unset=True), answers.table()))


def missing(answers: Answers, deeds: Deeds) -> Iterator[str]:
    """Secrets that the file does not give and that are not here yet, by key."""
    setup = _standing(answers, deeds)
    if not (setup.enrolled or answers.enrolment.later or answers.enrolment.code):
        yield "enrolment.code: give the code from the city, or later = true"
    if not (setup.pinned or answers.staff.pin):
        yield "staff.pin: give the PIN of the staff"


def set_up(answers: Answers, deeds: Deeds) -> Iterator[str]:
    """Do it all, and tell each thing that was done. Raises SettingsError before anything is done, Failed."""
    if wrong := [*missing(answers, deeds)]:
        raise SettingsError("\n".join(wrong))
    setup = _standing(answers, deeds)
    # should the power fail, this and the glass go on from here
    deeds.note(NoteDraft(setup.draft, "enrol", setup.registered))
    if not setup.enrolled and answers.enrolment.code:
        if trouble := deeds.enrol(setup.draft, answers.enrolment.code):
            # nothing was done: there is nothing to go on with
            if setup.registered is None:
                draft_file.forget(deeds.data_dir)
            raise Failed(trouble)
        yield "enrolled"
    if answers.staff.pin:
        if not deeds.keep_pin(answers.staff.pin):
            raise Failed("disk")
        yield "PIN set"
    table = answers.table()
    table["devices"] = dict(_devices(answers, deeds))
    if (authority := deeds.settings.intake.ca_file) is not None:
        # also the one that lay beside the configuration
        table["intake"]["ca_file"] = str(authority)
    try:
        deeds.keep_table(table)
    except (OSError, ValueError):
        raise Failed("disk") from None
    for kind in table["devices"]:
        yield f"{kind}: {table['devices'][kind]['driver']}"
    yield f"configuration: {deeds.file}"


def _standing(answers: Answers, deeds: Deeds) -> Setup:
    setup, _, _ = standing(deeds.settings, deeds.file)
    draft = Draft(answers.station.name, answers.station.area, answers.intake.url)
    return replace(setup, draft=draft)


def _devices(answers: Answers, deeds: Deeds) -> Iterator[tuple[str, dict[str, object]]]:
    """Those of the file as they stand there, whether plugged in or not; the others as they were found."""
    named = answers.table().get("devices", {})
    yield from named.items()
    if answers.devices.find:
        for found in deeds.look():
            if found.kind not in named and found.driver:
                yield found.kind, {"driver": found.driver, **found.options}
