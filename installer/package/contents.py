"""What is in each package, and what it needs of the system."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """A Debian package of ours.

    `home` is where its virtual environment lies. `extras` are those of pyproject.toml; of their requirements `without`
    are left out. `modules` are the top ones that have to be importable before it is packed. `folder` under `installer/`
    holds `root/` (files as they lie on the system), `DEBIAN/` (maintainer scripts and questions) and
    `lintian-overrides`; `units` are those of `installer/units`, `shipped` other files or folders of `installer`, with
    the place that each goes to.
    """

    name: str
    folder: str
    home: Path
    extras: tuple[str, ...]
    without: tuple[str, ...]
    command: str
    entry: str
    modules: tuple[str, ...]
    units: tuple[str, ...]
    documents: tuple[str, ...]
    shipped: tuple[tuple[str, Path], ...]
    depends: tuple[str, ...]
    recommends: tuple[str, ...]
    suggests: tuple[str, ...]
    summary: str
    description: str
    has_screens: bool = False


PYTHON = ("python3 (>= 3.11)", "python3 (<< 3.12)")
"""The environment links Debian's Python, and the wheels are made for this one."""

TERMINAL = Package(
    name="neighbourhood-kiosk",
    folder="terminal",
    home=Path("/opt/kiosk"),
    # a technician plays a visit on the very machine before the first resident does, city and devices simulated
    extras=("simulators", "sane", "intake"),
    # PostgreSQL and S3 are for the city's side of a fleet
    without=("psycopg", "boto3"),
    command="kiosk",
    entry="kiosk.cli",
    modules=("kiosk", "intake"),
    units=(
        "kiosk-screens.service",
        "kiosk-sync.service",
        "kiosk-update.service",
        "kiosk-update.timer",
        "kiosk-update-undo.service",
    ),
    documents=(
        "install.md",
        "setup.md",
        "doctor.md",
        "staff.md",
        "security.md",
        "updates.md",
        "metrics.md",
        "licences.md",
    ),
    shipped=(
        # the program copies them to their places (kiosk/lockdown/places.py)
        ("lockdown", Path("/usr/share/neighbourhood-kiosk/lockdown")),
        ("answers.toml", Path("/usr/share/doc/neighbourhood-kiosk/examples/answers.toml")),
    ),
    depends=(
        *PYTHON,
        # PySide6's wheels ask for it
        "libc6 (>= 2.34)",
        "libstdc++6",
        "libgcc-s1",
        "zlib1g",
        "systemd (>= 252)",
        "udev",
        "adduser",
        "debconf (>= 0.5) | debconf-2.0",
        # the compositor, and who hands it panel and touch without a login
        "cage",
        "seatd",
        # without which Debian's cage does not start, although nothing of ours uses X
        "xwayland",
        # slips and pages
        "fonts-noto-cjk",
        # what Qt's libraries link
        "libegl1",
        "libgl1",
        "libxkbcommon0",
        "libdbus-1-3",
        "libfontconfig1",
        "libglib2.0-0",
        "libpulse0",
        "libwayland-client0",
        "libwayland-cursor0",
        "libwayland-egl1",
        "libdrm2",
        "libgbm1",
        "libx11-6",
        "libxext6",
        "libxrandr2",
        # devices: second barcode reader, USB, scanners
        "libzbar0",
        "libusb-1.0-0",
        "libsane1",
        # sentences with numbers or names are spoken, not recorded
        "espeak-ng",
    ),
    # staff restart the machine from their pages by the rule that polkitd reads; nftables is the lock-down's firewall
    recommends=("chrony | time-daemon", "libgl1-mesa-dri", "polkitd", "nftables"),
    suggests=(
        # for the lock-down: usbguard lets in nothing new as soon as it is installed, so it comes last (docs/install.md)
        "usbguard",
        "unattended-upgrades",
        # carries the metrics on
        "prometheus-node-exporter",
        # only with COMPOSITOR=x11 in /etc/kiosk/screens.env
        "xinit",
        "xserver-xorg-core",
        "xserver-xorg-input-libinput",
        "xserver-xorg-legacy",
        "libxcb-cursor0",
    ),
    summary="self-service terminal of a community station",
    description=(
        "A resident lays an identity card on the reader, answers one question at a\n"
        "time, scans papers, and takes a printed slip. What was handed in is sealed\n"
        "before it touches the disk and reaches the city once.\n"
        "This package holds the screens, the drivers of card readers, document\n"
        "scanners and receipt printers, the agent that sends, and a simulation of\n"
        "all around it to rehearse with."
    ),
    has_screens=True,
)

INTAKE = Package(
    name="neighbourhood-kiosk-intake",
    folder="intake",
    home=Path("/opt/kiosk-intake"),
    extras=("intake",),
    # the wheel is the terminal's too; the server needs nothing of screens, pictures and devices
    without=(
        "PySide6-Essentials",
        "PySide6-Addons",
        "pyserial",
        "pyusb",
        "hidapi",
        "python-escpos",
        "opencv-python-headless",
        "numpy",
        "zxing-cpp",
        "pyzbar",
        "img2pdf",
        "pypinyin",
        "rule-engine",
        "rtoml",
        "structlog",
        "segno",
        "pillow",
        "requests",
    ),
    command="kiosk-intake",
    entry="intake.cli",
    modules=("intake",),
    units=("kiosk-intake.service",),
    documents=("install.md", "queue.md", "updates.md", "intake-api.yaml", "licences.md"),
    shipped=(),
    depends=(
        *PYTHON,
        "libc6 (>= 2.34)",
        "systemd (>= 252)",
        "adduser",
        "debconf (>= 0.5) | debconf-2.0",
    ),
    recommends=(),
    suggests=("postgresql",),
    summary="reference intake server for neighbourhood kiosks",
    description=(
        "The city's side of the contract: takes what terminals send, once, answers\n"
        "with signed receipts, and shows an operator what arrived. With SQLite and\n"
        "a folder, or PostgreSQL and S3-compatible storage for a fleet."
    ),
)

PACKAGES = (TERMINAL, INTAKE)
