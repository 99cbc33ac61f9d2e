"""The units as systemd itself reads them, without one that runs."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from installer.package.contents import PACKAGES

UNITS = Path("installer/units")
NAMES = sorted(path.name for path in UNITS.glob("*.service"))
ROOTS = ("kiosk-update-undo.service", "kiosk-update.service")
"""Run dpkg, and so as root, once and not for ever."""
MOST, MOST_OF_ROOT = 2.0, 4.0
"""Exposure, of 10: what a unit without any of it has is 9.2."""

pytestmark = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here")


@pytest.fixture
def system(tmp_path):
    """A folder that has units and commands where the packages put them."""
    shutil.copytree(UNITS, tmp_path / "usr/lib/systemd/system")
    commands = [tmp_path / "usr/libexec/neighbourhood-kiosk/screens"]
    commands += [tmp_path / "usr/libexec/neighbourhood-kiosk/end-screens"]
    commands += [tmp_path / "usr/bin/python3", tmp_path / "usr/bin/systemctl"]
    commands += [tmp_path / package.home.relative_to("/") / "bin" / package.command for package in PACKAGES]
    for command in commands:
        command.parent.mkdir(parents=True, exist_ok=True)
        command.write_text("#!/bin/sh\n")
        command.chmod(0o755)
    return tmp_path


def analyze(*words):
    return subprocess.run(["systemd-analyze", *map(str, words)], capture_output=True, text=True, check=False)


def test_systemd_knows_every_line_and_finds_every_command(system):
    said = analyze("verify", f"--root={system}", "--man=no", "--recursive-errors=no", *NAMES)
    assert (said.stderr, said.returncode) == ("", 0)


def test_a_unit_with_a_mistake_would_be_found(system):
    unit = system / "usr/lib/systemd/system" / NAMES[0]
    unit.write_text(unit.read_text().replace("ProtectHome=", "ProtectHouse="))
    assert "ProtectHouse" in analyze("verify", f"--root={system}", "--man=no", NAMES[0]).stderr


@pytest.mark.parametrize("name", NAMES)
def test_exposure_is_low_and_told_in_the_documents(name):
    said = analyze("security", "--offline=true", "--no-pager", UNITS / name)
    score = re.search(r"Overall exposure level for \S+: ([\d.]+)", said.stdout)[1]
    assert float(score) <= (MOST_OF_ROOT if name in ROOTS else MOST)
    assert f"| `{name}` | {score} |" in Path("docs/security.md").read_text("utf-8")


@pytest.mark.parametrize("name", ROOTS)
def test_a_unit_of_root_has_no_rights_that_dpkg_does_not_need(name):
    text = (UNITS / name).read_text()
    assert "\nNoNewPrivileges=yes\n" in text
    kept = re.search(r"^CapabilityBoundingSet=(.+)$", text, re.MULTILINE)[1].split()
    assert not {"CAP_SYS_ADMIN", "CAP_SYS_MODULE", "CAP_NET_ADMIN", "CAP_SYS_PTRACE", "CAP_SYS_TIME"} & {*kept}


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ROOTS])
def test_a_unit_is_nobody_who_may_become_more(name):
    text = (UNITS / name).read_text()
    for line in (
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "CapabilityBoundingSet=",
        "LimitCORE=0",
        "Restart=always",
    ):
        assert f"\n{line}\n" in text
    assert re.search(r"^MemoryMax=\d+[MG]$", text, re.MULTILINE)
    assert re.search(r"^User=kiosk", text, re.MULTILINE)
    assert "\nPAMName=" not in text, "a session takes the processes out of the unit, and their word with them"


def test_each_unit_is_in_one_package():
    timers = [path.name for path in UNITS.glob("*.timer")]
    assert sorted(unit for package in PACKAGES for unit in package.units) == sorted([*NAMES, *timers])
