"""A visit that is killed, after which nothing personal lies anywhere."""

from __future__ import annotations

import os
import signal
import time
import tomllib
from pathlib import Path

import pytest

from drivers.simulators.people import PEOPLE


@pytest.mark.parametrize("moment", ["identified", "answered", "scanned", "sealed"])
def test_a_kill_at_any_moment_leaves_nothing_personal_behind(tmp_path, kiosk, moment):
    """The scenario stops at the moment and waits; then the process is killed, and every byte written is searched."""
    whole = tomllib.loads(Path("config/scenarios/first-visit.toml").read_text())
    cut = {"identified": "field-lodging", "answered": "scan-lease", "scanned": "review", "sealed": "done"}[moment]
    lines = Path("config/scenarios/first-visit.toml").read_text().split("[[steps]]")
    kept = lines[: next(i for i, step in enumerate(whole["steps"], start=1) if step.get("page") == cut)]
    wait = f'\npage = "{cut}"\n\n[[steps]]\nsees = ["words that never come"]\n'
    script = "[[steps]]".join([*kept, wait]).replace('title = "First', 'timeout = 60.0\ntitle = "First')
    (tmp_path / "scenario.toml").write_text(script)
    places = {"TMPDIR": tmp_path / "tmp", "HOME": tmp_path / "home", "XDG_CACHE_HOME": tmp_path / "cache"}
    for place in places.values():
        place.mkdir()
    environment = {name: str(place) for name, place in places.items()} | {"PYTHONUNBUFFERED": "1"}
    screens = tmp_path / "screens"
    process = kiosk(
        "scenario", "run", str(tmp_path / "scenario.toml"),
        "--data", str(tmp_path / "data"), "--screens", str(screens),
        env=environment, start_new_session=True,
    )  # fmt: skip
    pictures = {
        "identified": "04-identify",
        "answered": "09-phone",
        "scanned": "11-scan-check",
        "sealed": "12-review",
    }
    wait_for(screens / f"{pictures[moment]}.png", process)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    person = PEOPLE["resident"].person
    secrets = (person.name, person.id_number, person.address[:8], "13805317216", "甸柳新村")
    searched = 0
    for path in tmp_path.rglob("*"):
        if path.is_file() and path.name != "scenario.toml" and screens not in path.parents:
            content = path.read_bytes()
            searched += 1
            for secret in secrets:
                for codec in ("utf-8", "utf-16-le", "gb18030"):
                    assert secret.encode(codec) not in content, path
            assert not (content.startswith(b"\xff\xd8\xff") and "terminal" in path.parts), path
    assert searched >= 5


def wait_for(path, process):
    end = time.monotonic() + 60
    while not path.exists():
        assert process.poll() is None, process.stdout.read()
        assert time.monotonic() < end
        time.sleep(0.05)
