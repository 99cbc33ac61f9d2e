"""The files of a terminal that is locked down, and the units that nobody may start."""

from __future__ import annotations

from pathlib import Path

SHIPPED = (Path("/usr/share/neighbourhood-kiosk/lockdown"), Path(__file__).parents[2] / "installer" / "lockdown")
"""Where they come from: the package's folder, else the one of the sources."""

FILES = {
    "logind.conf": "etc/systemd/logind.conf.d/50-kiosk.conf",
    "sysctl.conf": "etc/sysctl.d/90-kiosk.conf",
    "modprobe.conf": "etc/modprobe.d/kiosk.conf",
    "stick.rules": "etc/udev/rules.d/90-kiosk-stick.rules",
    "kiosk-stick@.service": "etc/systemd/system/kiosk-stick@.service",
    "kiosk-firewall.service": "etc/systemd/system/kiosk-firewall.service",
    "kiosk-firewall.timer": "etc/systemd/system/kiosk-firewall.timer",
    "upgrades.conf": "etc/apt/apt.conf.d/52kiosk-upgrades",
}
"""What lies where, below the root."""

WANTED = {
    "etc/systemd/system/sysinit.target.wants/kiosk-firewall.service": "/etc/systemd/system/kiosk-firewall.service",
    "etc/systemd/system/timers.target.wants/kiosk-firewall.timer": "/etc/systemd/system/kiosk-firewall.timer",
}
"""Links by which systemd starts them."""

MASKED = (
    "getty@.service",
    "autovt@.service",
    "serial-getty@.service",
    "console-getty.service",
    "container-getty@.service",
    "debug-shell.service",
    "ctrl-alt-del.target",
)
"""Consoles to log in at, and the keys that restart the machine."""

UNITS = "etc/systemd/system"

USB_RULES = "etc/usbguard/rules.conf"
"""Made from the devices that are plugged in, so it is no file of ours to copy."""


CONFIGURATION = "etc/kiosk/kiosk.toml"
"""The terminal's user writes it at the first start, in its folder; whoever can change it can change the firewall."""


def shipped() -> Path:
    """The folder of the files. Raises FileNotFoundError."""
    for folder in SHIPPED:
        if (folder / "sysctl.conf").is_file():
            return folder
    raise FileNotFoundError(str(SHIPPED[0]))
