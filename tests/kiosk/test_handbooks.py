"""The handbooks say what the program says, and hang together as a site."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from config import catalogue
from drivers.model import ADVICE, GROUPS, ErrorCode, Health, Mender, Status
from kiosk.pages.scene import Scene
from kiosk.pages.staff.overview import title_of
from kiosk.visit.staff.lights import Lights, QueueLights
from kiosk.visit.staff.places import StickTrouble
from kiosk.visit.staff.tasks import CITYS_OWN, CLOCK_OFF, tasks_of
from kiosk.words import Words
from offline_queue.transport import Trouble

STAFF = Path("docs/handbooks/staff.md").read_text("utf-8")
POSTER = Path("docs/handbooks/poster-a3.html").read_text("utf-8")

DEVICES = tuple(GROUPS)
QUEUE = QueueLights(0, 0, 0, None, "", None, 61 << 30, True, 0.0)
TAKEN = ("none", "others", "before")
"""What may be said of a stick's acknowledgements when none was new."""


def told(words: Words) -> set[str]:
    """Every trouble that the program can name to staff, as it says it: from the code, so that a new one is missed."""
    keys = {f"staff.stick_{trouble.value}" for trouble in StickTrouble} | {f"staff.taken_{what}" for what in TAKEN}
    keys |= {f"staff.remedy_{kind}" for kind in CITYS_OWN} | {f"attract.out_{device}_1" for device in DEVICES}
    keys |= {"attract.full_1", "attract.card_1", "attract.down", "broken.title", "closed.title"}
    said = {words.say("zh", key) for key in keys}
    scene = Scene(catalogue.load(), "站", words, "zh")
    for lights in every_light(words):
        said |= {title_of(task, lights, scene) for task in tasks_of(lights)}
    return {title.removeprefix("2 ") for title in said}


def every_light(words: Words) -> Iterator[Lights]:
    """Each trouble alone: what a device may feel or warn of, the line, disk, clock and queue."""
    felt = [code for code, advice in ADVICE.items() if advice.mender is not Mender.RESIDENT]
    for code in (*felt, ErrorCode.PRESENTER_FULL):
        yield Lights(tuple((device, Health(Status.OFFLINE, code)) for device in DEVICES), QUEUE)
    warnings = tuple(key.removeprefix("staff.warning_") for key in words.keys("zh") if key.startswith("staff.warning_"))
    yield Lights((("receipt_printer", Health(Status.ONLINE, None, warnings)),), QUEUE)
    for kind in Trouble:
        yield Lights((), replace(QUEUE, line=kind.value))
    yield Lights((), replace(QUEUE, room=False, set_aside=2, clock_offset=2 * CLOCK_OFF))
    yield Lights((), None)


def rows() -> set[str]:
    """What the handbook's tables say that stands on the screen."""
    return set(re.findall(r"^\| \*\*(.+?)\*\* \|", STAFF, re.MULTILINE))


def test_whatever_trouble_the_program_names_to_staff_has_a_row_in_their_handbook(words):
    assert told(words) - rows() == set()


def test_the_handbook_has_no_row_for_what_no_screen_says(words):
    assert rows() - told(words) == set()


def test_the_poster_is_that_of_todays_catalogue(tmp_path):
    made = tmp_path / "poster.html"
    subprocess.run([sys.executable, "docs/poster.py", "--out", str(made)], check=True, timeout=60)
    assert made.read_text("utf-8") == POSTER, "run: python docs/poster.py"
    assert all(service.name.zh in POSTER for service in catalogue.load())


def test_a_station_prints_its_own_poster(tmp_path):
    made = tmp_path / "poster.html"
    told = ["--station", "<站>", "--hours", "8:30–17:30", "--phone", "0531-88010000", "--out", str(made)]
    subprocess.run([sys.executable, "docs/poster.py", *told], check=True, timeout=60)
    assert all(words in made.read_text("utf-8") for words in ("&lt;站&gt;", "8:30–17:30", "0531-88010000"))


def test_all_documents_make_a_site_without_broken_links(tmp_path):
    shutil.copytree("docs", tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text(Path("mkdocs.yml").read_text())
    done = subprocess.run(
        [str(Path(sys.executable).with_name("zensical")), "build", "--strict", "-f", "mkdocs.yml"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "build" / "site" / "handbooks" / "staff.html").is_file()
