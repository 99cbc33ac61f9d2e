"""The handbooks say what the program says, and hang together as a site."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from config import catalogue

STAFF = Path("docs/handbooks/staff.md").read_text("utf-8")
POSTER = Path("docs/handbooks/poster-a3.html").read_text("utf-8")

TASKS = (
    *(f"remedy.{code}" for code in ("paper_out", "cover_open", "paper_jam", "cutter", "presenter_full", "overheated")),
    *(f"remedy.{code}" for code in ("no_device", "offline", "timeout", "no_answer", "hardware")),
    *("remedy.no_picture", "remedy.not_authorised"),
    *(f"staff.warning_{what}" for what in ("paper_low", "slip_waiting", "small_picture")),
    *(f"staff.remedy_{what}" for what in ("line", "name", "certificate", "portal", "not-trusted", "busy", "server")),
    *(f"staff.remedy_{what}" for what in ("disk_full", "disk_broken", "clock_off", "set_aside")),
)
"""Titles of what staff are told to do."""


@pytest.mark.parametrize("task", TASKS)
def test_what_the_screen_tells_staff_to_do_stands_in_their_handbook(task, words):
    said = words.say("zh", task, count=0).removeprefix("0 ")
    assert f"**{said}**" in STAFF


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
