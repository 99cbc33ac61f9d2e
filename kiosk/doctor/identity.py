"""Who the terminal is, and whether the city knows it."""

from __future__ import annotations

import stat
from collections.abc import Iterator

from kiosk.doctor.finding import Finding, Ground, Verdict
from offline_queue import credentials
from offline_queue.credentials import KEY_FILE, KeyKept
from offline_queue.errors import NotEnrolled, OutboxError
from offline_queue.wire import CityKeys, Registered

ENROL = "run: kiosk enrol --intake URL --code CODE, with a code from the city"


def enrolment(ground: Ground) -> Iterator[Finding]:
    """A city knows this terminal, and gave it its keys."""
    if ground.data_dir is None:
        return
    try:
        city = credentials.load_city(ground.data_dir)
    except NotEnrolled:
        yield Finding("enrolment", Verdict.BAD, "no city knows this terminal yet", ENROL)
    except OutboxError:
        yield Finding("enrolment", Verdict.BAD, "what the city gave cannot be read", ENROL)
    else:
        yield Finding("enrolment", Verdict.GOOD, f"terminal {city.terminal}")


def keys(ground: Ground) -> Iterator[Finding]:
    """The terminal's own key is there, works, and is nobody else's."""
    city = _enrolled(ground)
    if ground.data_dir is None or city is None:
        return
    path = ground.data_dir / KEY_FILE
    try:
        credentials.load(ground.data_dir)
    except NotEnrolled:
        yield Finding("keys", Verdict.BAD, "the terminal's own key is missing", ENROL)
        return
    except OutboxError as error:
        yield Finding("keys", Verdict.BAD, str(error), "run this as the user of the terminal; else enrol it again")
        return
    kept = credentials.key_kept(ground.data_dir)
    if kept is KeyKept.FILE and stat.S_IMODE(path.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
        yield Finding("keys", Verdict.BAD, f"{path} can be read by other users", f"run: chmod 600 {path}")
    elif ground.city is not None and ground.city.keys is not None and _renewed(city, ground.city.keys):
        yield Finding(
            "keys", Verdict.CARE, "the city seals with a newer key", "have the agent run: it is fetched within a day"
        )
    else:
        yield Finding("keys", Verdict.GOOD, f"the terminal's key is kept as: {kept.value}")


def _enrolled(ground: Ground) -> Registered | None:
    try:
        return None if ground.data_dir is None else credentials.load_city(ground.data_dir)
    except OutboxError:
        return None


def _renewed(ours: Registered, theirs: CityKeys) -> bool:
    return ours.sealing_key.key_id != theirs.sealing_key.key_id


def intake(ground: Ground) -> Iterator[Finding]:
    """The city's server answers, and it is the city's."""
    if ground.settings is None or ground.city is None:
        return
    url, city = ground.settings.intake.url, ground.city
    if city.trouble is None:
        yield Finding("intake", Verdict.GOOD, f"{url} answers with the city's signature")
    else:
        yield Finding("intake", Verdict.BAD, f"{url}: {city.reason}", ground.say(f"staff.remedy_{city.trouble.value}"))
