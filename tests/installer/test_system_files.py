"""Scripts, questions, device rules and users of the packages, as far as no root is needed to try them."""

import itertools
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from config.settings import load
from installer.package.contents import PACKAGES, TERMINAL
from kiosk.lockdown import places

INSTALLER = Path("installer")
SCRIPTS = sorted(
    path
    for path in INSTALLER.rglob("*")
    if path.is_file() and path.suffix != ".py" and path.read_bytes().startswith(b"#!/bin/sh")
)
PARTS = sorted((INSTALLER / "package_test").glob("*.sh"))
UDEV = INSTALLER / "terminal/root/usr/lib/udev/rules.d/70-neighbourhood-kiosk.rules"


@pytest.mark.parametrize("script", [*SCRIPTS, *PARTS], ids=str)
def test_a_script_can_be_read_by_the_shell(script):
    said = subprocess.run(["sh", "-n", script], capture_output=True, text=True, check=False)
    assert (said.stderr, said.returncode) == ("", 0)


@pytest.mark.parametrize("script", SCRIPTS, ids=str)
def test_a_script_that_is_started_may_be_started(script):
    assert script.stat().st_mode & 0o111 == 0o111


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_a_package_has_all_its_parts(package):
    folder = INSTALLER / package.folder
    assert {path.name for path in (folder / "DEBIAN").iterdir()} == {"postinst", "prerm", "postrm", "templates"}
    assert all((Path("docs") / name).is_file() for name in package.documents)
    for script in ("postinst", "prerm", "postrm"):
        text = (folder / "DEBIAN" / script).read_text()
        assert "set -e\n" in text
        assert all(unit in text for unit in package.units)
    for name, place in package.shipped:
        assert (INSTALLER / name).exists()
        assert place.is_absolute()
    overrides = (folder / "lintian-overrides").read_text().splitlines()
    for above, line in itertools.pairwise(overrides):
        assert line.startswith(("#", f"{package.name}: "))
        assert above.startswith(("#", f"{package.name}: ")), "a reason stands above"


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_the_question_of_purging_is_well_formed_and_no_is_the_answer_of_nobody(package):
    text = (INSTALLER / package.folder / "DEBIAN/templates").read_text("utf-8")
    fields = dict(re.findall(r"^([A-Z][A-Za-z_.8-]*): (.+)$", text, re.MULTILINE))
    assert fields["Template"].startswith(f"{package.name}/erase-")
    assert (fields["Type"], fields["Default"]) == ("boolean", "false")
    assert fields["Description"].endswith("?")
    assert fields["Description-zh_CN.UTF-8"].endswith("？")
    assert all(re.match(r"[A-Z][\w.-]*: | \S", line) for line in text.splitlines())
    assert fields["Template"].rpartition("/")[2] in (INSTALLER / package.folder / "DEBIAN/postrm").read_text()


def test_device_rules_are_lines_of_matches_and_names_below_our_folder():
    rule = re.compile(r'([A-Z]+(\{\w+\})?(==|!=|\+=|=)"[^"]*")(, ([A-Z]+(\{\w+\})?(==|!=|\+=|=)"[^"]*"))*')
    lines = [line for line in UDEV.read_text().splitlines() if line and not line.startswith("#")]
    names = set()
    for line in lines:
        assert rule.fullmatch(line), line
        names |= set(re.findall(r'SYMLINK\+="([^"]+)"', line))
    assert names == {"kiosk/id-card-reader", "kiosk/receipt-printer", "kiosk/camera"}


def test_the_settings_that_are_shipped_can_be_used_as_they_are_and_with_all_that_they_propose(tmp_path):
    shipped = INSTALLER / "terminal/root/etc/kiosk/kiosk.toml"
    assert load(shipped).data_dir == Path("/var/lib/kiosk")
    assert tomllib.loads(shipped.read_text("utf-8")) == {}, "the first start would propose what is only an example"
    proposed = tmp_path / "kiosk.toml"
    proposed.write_text(re.sub(r"(?m)^# (?=\[|\w+ = )", "", shipped.read_text("utf-8")), "utf-8")
    devices = load(proposed).devices
    assert devices.id_card_reader and devices.document_scanner and devices.receipt_printer
    assert set(tomllib.loads(proposed.read_text("utf-8"))) == {"intake", "station", "devices"}


def test_the_lock_downs_files_lie_where_the_program_looks_for_them():
    assert ("lockdown", places.SHIPPED[0]) in TERMINAL.shipped
    assert (INSTALLER / "lockdown/sysctl.conf").is_file()


def test_the_terminals_command_gives_up_root_but_for_roots_own_work():
    command = (INSTALLER / "terminal/root/usr/bin/kiosk").read_text()
    assert 'case "${1:-} ${2:-}" in\n"lockdown "* | "update apply") ;;\n*)\n' in command
    assert "setpriv --reuid=kiosk" in command


def test_an_upgrade_never_ends_the_update_that_it_may_be():
    removal = (INSTALLER / "terminal/DEBIAN/prerm").read_text().partition('if [ "$1" = remove ]')
    assert "kiosk-update.service" not in removal[0]
    assert "stop kiosk-update.service" in removal[2]
    started = re.search(r'^STARTED="(.+)"$', (INSTALLER / "terminal/DEBIAN/postinst").read_text(), re.MULTILINE)[1]
    assert {*started.split()} == {"kiosk-sync.service", "kiosk-screens.service", "kiosk-update.timer"}


def test_a_users_name_is_the_same_wherever_it_stands():
    users = (INSTALLER / "terminal/root/usr/lib/sysusers.d/neighbourhood-kiosk.conf").read_text()
    groups = set(re.findall(r"^m kiosk (\S+)$", users, re.MULTILINE))
    unit = (INSTALLER / "units/kiosk-screens.service").read_text()
    assert groups == set(re.search(r"^SupplementaryGroups=(.+)$", unit, re.MULTILINE)[1].split())
    assert TERMINAL.home == Path("/opt/kiosk")
