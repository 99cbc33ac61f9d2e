"""Locks a terminal down, says how far it is, and undoes it; below `root`, which is `/` but in tests and images."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from config.settings import Settings
from kiosk.lockdown.places import CONFIGURATION, FILES, MASKED, UNITS, USB_RULES, WANTED, shipped
from kiosk.lockdown.ruleset import TABLE, ruleset
from kiosk.lockdown.ways import looked_up, ways
from offline_queue.files import write_durably

ROOT = Path("/")

OWNER = 0
"""Whose the configuration is: root's."""

COMMAND_WAIT = 60.0
"""Seconds that a command of the system may take."""

RELOADS = (
    ("systemctl", "daemon-reload"),
    ("systemctl", "kill", "-s", "HUP", "systemd-logind"),
    # the command sysctl is not in every Debian
    ("systemctl", "restart", "systemd-sysctl.service"),
    ("udevadm", "control", "--reload"),
)
"""What makes the running system see the files."""


@dataclass(frozen=True)
class Found:
    """One part of the lock-down: whether it holds, and if not what to do."""

    part: str
    good: bool
    says: str = ""


def apply(settings: Settings, root: Path = ROOT) -> Iterator[Found]:
    """Lock down; says what was done, and what could not be. Raises OSError."""
    folder = shipped()
    for name, place in FILES.items():
        target = root / place
        target.parent.mkdir(parents=True, exist_ok=True)
        write_durably(target, _content(folder / name, settings), mode=0o644)
    for place, to in WANTED.items():
        _link(root / place, to)
    for unit in MASKED:
        _link(root / UNITS / unit, "/dev/null")
    yield Found("files", True, f"{len(FILES)} written, {len(MASKED)} units masked")
    _take_configuration(root / CONFIGURATION)
    yield from _configuration(root)
    yield _guarded(folder, root)
    if root == ROOT:
        for command in RELOADS:
            done = _run(command)
            yield Found(command[0], done == "", done)
        yield firewall(settings)


def _content(file: Path, settings: Settings) -> bytes:
    switch = "1" if settings.lockdown.updates else "0"
    return file.read_text("utf-8").replace("@SWITCH@", switch).encode()


def _link(place: Path, to: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.is_symlink() and str(place.readlink()) == to:
        return
    place.unlink(missing_ok=True)
    place.symlink_to(to)


def _take_configuration(file: Path) -> None:
    """It and its folder are root's again, as before the first start, and nobody else writes there."""
    if not file.parent.is_dir():
        return
    os.chown(file.parent, OWNER, OWNER)
    file.parent.chmod(0o755)
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError:
        return
    with os.fdopen(descriptor, "rb") as opened:
        content = opened.read()
    # a new file, since somebody may still hold the old one open for writing
    write_durably(file, content, mode=0o644)


def _configuration(root: Path) -> Iterator[Found]:
    file = root / CONFIGURATION
    if file.parent.is_dir():
        theirs = [str(path) for path in (file.parent, file) if path.exists() and not _only_roots(path)]
        says = f"{', '.join(theirs)} can be changed by others than root; run: kiosk lockdown apply"
        yield Found("configuration", not theirs, says if theirs else "")


def _only_roots(path: Path) -> bool:
    found = path.lstat()
    others = stat.S_ISLNK(found.st_mode) or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return found.st_uid == OWNER and not others


def _guarded(folder: Path, root: Path) -> Found:
    """What is plugged in now, and one stick."""
    if root != ROOT or shutil.which("usbguard") is None:
        return Found("usb", False, "install usbguard and apply again: until then any USB device is let in")
    made = subprocess.run(["usbguard", "generate-policy"], capture_output=True, timeout=COMMAND_WAIT, check=False)
    if made.returncode != 0 or not made.stdout:
        return Found("usb", False, "usbguard did not say what is plugged in")
    write_durably(root / USB_RULES, made.stdout + (folder / "usbguard.conf").read_bytes())
    started = _run(("systemctl", "restart", "usbguard"))
    return Found("usb", started == "", started or "what is plugged in now, and one stick")


def firewall(settings: Settings) -> Found:
    """Load the rules, all at once; while a name is not known, those that hold already stay."""
    found = ways(settings)
    addresses = looked_up(found)
    unknown = sorted(host for host, known in addresses.items() if not known)
    if unknown and _run(("nft", "list", "table", *TABLE.split())) == "":
        return Found("firewall", False, f"not known just now: {', '.join(unknown)}; the rules stay as they were")
    rules = ruleset(found, addresses, settings.lockdown.maintenance)
    said = _run(("nft", "-f", "-"), rules)
    if said:
        return Found("firewall", False, said)
    return Found("firewall", not unknown, f"not known yet: {', '.join(unknown)}" if unknown else "")


def _run(command: tuple[str, ...], given: str = "") -> str:
    """What a command complains of, empty when it did its work."""
    try:
        done = subprocess.run(command, input=given, capture_output=True, text=True, timeout=COMMAND_WAIT, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{command[0]}: {type(error).__name__}"
    return "" if done.returncode == 0 else (done.stderr.strip().splitlines() or [f"{command[0]}: {done.returncode}"])[0]


def undo(root: Path = ROOT) -> Iterator[Found]:
    """Take away what `apply` has put there. Raises OSError."""
    for place in (*FILES.values(), *WANTED):
        (root / place).unlink(missing_ok=True)
    for unit in MASKED:
        mask = root / UNITS / unit
        if mask.is_symlink() and str(mask.readlink()) == "/dev/null":
            mask.unlink()
    yield Found("files", True, "taken away")
    if root == ROOT:
        for command in (*RELOADS, ("nft", "delete", "table", *TABLE.split())):
            said = _run(command)
            yield Found(command[0], said == "", said)
        yield Found("usb", True, f"{USB_RULES} stays: edit it, or stop usbguard")


def status(settings: Settings, root: Path = ROOT) -> Iterator[Found]:
    """Each part as it stands now."""
    folder = shipped()
    for name, place in FILES.items():
        target = root / place
        good = target.is_file() and target.read_bytes() == _content(folder / name, settings)
        yield Found(name, good, "" if good else f"/{place} is missing or was changed; run: kiosk lockdown apply")
    for unit in MASKED:
        mask = root / UNITS / unit
        good = mask.is_symlink() and str(mask.readlink()) == "/dev/null"
        yield Found(unit, good, "" if good else "it can be started; run: kiosk lockdown apply")
    yield from _configuration(root)
    if root != ROOT:
        return
    yield from _kernel(folder / "sysctl.conf")
    said = _run(("nft", "list", "table", *TABLE.split()))
    yield Found("firewall", said == "", said)
    running = _run(("systemctl", "is-active", "--quiet", "usbguard"))
    yield Found("usb", running == "", "" if running == "" else "usbguard does not run: any USB device is let in")


def _kernel(file: Path) -> Iterator[Found]:
    for key, wanted in settings_of(file.read_text("utf-8")).items():
        place = Path("/proc/sys") / key.replace(".", "/")
        try:
            now = place.read_text().strip()
        except OSError:
            continue
        if now != wanted:
            yield Found(key, False, f"is {now}, not {wanted}; run: kiosk lockdown apply, or restart the machine")


def settings_of(text: str) -> dict[str, str]:
    """The lines of a sysctl file."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {key.strip(): value.strip() for key, _, value in (line.partition("=") for line in lines)}
