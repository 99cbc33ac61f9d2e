"""What the panel needs: Qt with its plug-ins, Chinese letters, voices, and a PIN for its staff."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.doctor.finding import Finding, Ground, Verdict
from kiosk.staff.cards import FILE as CARDS
from kiosk.staff.cards import CardsDamaged, StaffCards
from kiosk.staff.pin import is_set
from ui import voices as recorded

PROBE_WAIT = 60.0
"""Seconds that Qt may take to be read in by a slow disk."""


def display(_: Ground) -> Iterator[Finding]:
    """Qt can be read in with everything that our pages import, and has Chinese letters.

    In a process of its own: a platform or library that is missing ends whoever asks.
    """
    environment = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"} | os.environ
    try:
        done = subprocess.run(
            [sys.executable, "-m", "kiosk.doctor.probe"],
            capture_output=True,
            timeout=PROBE_WAIT,
            env=environment,
            check=True,
        )
        missing = json.loads(done.stdout.splitlines()[-1])
    except (OSError, subprocess.SubprocessError, ValueError, IndexError):
        yield Finding("display", Verdict.BAD, "Qt cannot be started", "install the program again, with its libraries")
        return
    for module in missing["modules"]:
        yield Finding("display", Verdict.BAD, f"Qt lacks {module}", "install the program again, with its libraries")
    for family in missing["fonts"]:
        yield Finding("display", Verdict.BAD, f"the font {family} is missing", "run: apt install fonts-noto-cjk")
    if not missing["modules"] and not missing["fonts"]:
        yield Finding("display", Verdict.GOOD, "Qt, keyboard and Chinese letters are there")


def voices(ground: Ground) -> Iterator[Finding]:
    """What is read aloud: recorded sentences, and an engine for the others."""
    if ground.settings is None:
        return
    if not ground.settings.sound.speech or ground.settings.sound.volume == 0:
        yield Finding("voices", Verdict.GOOD, "pages are not read aloud here")
    elif shutil.which("espeak-ng") is None:
        yield Finding("voices", Verdict.CARE, "names and numbers are not spoken", "run: apt install espeak-ng")
    elif not recorded.FOLDER.is_dir() or not any(recorded.FOLDER.iterdir()):
        yield Finding("voices", Verdict.CARE, "no sentence is recorded: the engine speaks all", "run: kiosk voices")
    else:
        yield Finding("voices", Verdict.GOOD, "recorded, and an engine for the rest")


def staff(ground: Ground) -> Iterator[Finding]:
    """Staff can get at their pages: by a PIN, and by a card where one is needed."""
    if ground.data_dir is None or ground.settings is None:
        return
    if not is_set(ground.data_dir):
        yield Finding("staff_pin", Verdict.CARE, "no PIN is set: staff have no pages", "run: kiosk staff set-pin")
        return
    if ground.settings.staff.card_required:
        yield from _cards(ground.data_dir)
    else:
        yield Finding("staff_pin", Verdict.GOOD, "a PIN is set")


def _cards(data_dir: Path) -> Iterator[Finding]:
    try:
        cards = StaffCards(data_dir).listed()
    except CardsDamaged:
        says = f"the staff cards cannot be read ({CARDS}), and staff have no pages without one"
        yield Finding("staff_pin", Verdict.CARE, says, "remove the file; run: kiosk staff add-card NAME")
        return
    if cards:
        yield Finding("staff_pin", Verdict.GOOD, f"a PIN is set, and {len(cards)} staff card(s) known")
    else:
        says = "a staff card is needed and none was added: staff have no pages"
        yield Finding("staff_pin", Verdict.CARE, says, "run: kiosk staff add-card NAME")
