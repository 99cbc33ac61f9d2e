"""A terminal that is brought up: packages, units and doctor of the tests' own."""

from __future__ import annotations

import json
import os
import runpy
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from config.settings import UpdateSettings
from kiosk import starts
from kiosk.updates import apply as applying
from kiosk.updates import machine, undo
from kiosk.updates.apply import Site
from kiosk.updates.machine import Machine
from offline_queue.database import FILE, VERSION
from offline_queue.outbox import Outbox
from offline_queue.release_shelf import NEWEST, RUNNING, Shelf
from offline_queue.releases import Architecture, Release
from offline_queue.wire import digest_of, sign

ROOT = Path(__file__).parents[3]
DEB = b"!<arch>\ndebian-binary"
KEY = Ed25519PrivateKey.generate()
NIGHT = datetime(2026, 11, 25, 2, 30)
FORM = {"service_code": "jn-insurance-proof", "applicant": {"name": "欧阳泉"}, "answers": {}}
SCRIPTS = {
    "dpkg": """
        for last; do :; done
        version=$(sed -n 's/.*version=//p' "$last")
        echo "dpkg $version $SYSTEMD_OFFLINE" >> $STAND/calls
        [ ! -e $STAND/program ] || rm -rf $(cat $STAND/program)
        echo $version > $STAND/installed
        [ ! -e $STAND/dpkg-$version ]
    """,
    "systemctl": """
        version=$(cat $STAND/installed)
        echo "systemctl $1 $version" >> $STAND/calls
        case $1 in
        start)
            [ ! -e $STAND/migrates-$version ] || cp $STAND/migrates-$version $QUEUE
            [ ! -e $STAND/not_started-$version ] || exit 1 ;;
        show)
            [ ! -e $STAND/ended-$version ] || echo once more >> $STAND/restarts
            cat $STAND/restarts ;;
        esac
    """,
    "kiosk": """
        version=$(cat $STAND/installed)
        case $1 in
        update)
            [ ! -e $STAND/program-$version ] || exit 1
            echo "{\\"program\\": \\"$version\\"}" ;;
        doctor)
            cat $STAND/doctor-$version 2>/dev/null || echo '[{"check": "disk", "verdict": "good"}]'
            [ ! -e $STAND/mends-itself-$version ] || rm -f $STAND/doctor-$version ;;
        esac
    """,
}
"""The last word of dpkg is a package, in which only its version stands. A file that is named after a trouble and a
version makes that trouble."""


@dataclass
class Stand:
    """A terminal of version 1.0 with two submissions that wait, to which 1.1 has come."""

    folder: Path
    data: Path
    settings: UpdateSettings

    def __post_init__(self):
        self.folder.mkdir()
        (self.folder / "calls").touch()
        (self.folder / "restarts").touch()
        self.says("installed", "1.0")
        self.shelf = Shelf(self.data, (KEY.public_key(),), Architecture.AMD64)
        with Outbox.open(self.data) as outbox:
            for _ in range(2):
                outbox.submit(FORM, [], now=datetime.now(UTC))
        self.offer(RUNNING, "1.0")
        self.offer(NEWEST, "1.1")

    def says(self, name, content=""):
        (self.folder / name).write_text(content)

    def offer(self, name, version, key=KEY, more=b"", **fields):
        content = DEB + more + f"\nversion={version}\n".encode()
        release = Release(
            version=version,
            architecture=Architecture.AMD64,
            **({"size": len(content), "digest": digest_of(content), "needs_bytes": 1} | fields),
        )
        self.shelf.keep(name, sign(release, key))
        self.shelf.package(release).write_bytes(content)
        return self.shelf.package(release)

    @property
    def installed(self):
        return (self.folder / "installed").read_text().strip()

    @property
    def calls(self):
        return (self.folder / "calls").read_text().splitlines()

    def site(self, now=NIGHT):
        return Site(
            settings=self.settings,
            shelf=self.shelf,
            queue=self.data / FILE,
            program=self.installed,
            schema=VERSION,
            home=self.data,
            machine=Machine(owner=os.getuid(), settle=0.0, looks=2),
            now=lambda: now,
            forget_crashes=lambda: starts.ended(self.data),
        )

    def apply(self, now=NIGHT, at_once=False):
        return applying.apply(self.site(now), at_once)

    def boot(self):
        """The machine is switched on, and the unit that takes back what was not proved runs before all else."""
        if (self.settings.state_dir / undo.TRIAL).exists():
            with pytest.raises(SystemExit) as ended:
                runpy.run_path(str(self.settings.state_dir / undo.COPY), run_name="__main__")
            assert ended.value.code == 0

    def quick(self, patch):
        """The scripts' work without their processes."""

        def installed(package):
            self.says("installed", package.read_text().partition("version=")[2].strip())
            return True

        def ran(command, *_):
            if command[1] == "update":
                return json.dumps({"program": self.installed}).encode()
            doctor = self.folder / f"doctor-{self.installed}"
            return doctor.read_bytes() if command[1] == "doctor" and doctor.exists() else b"[]"

        patch.setattr(undo, "install", installed)
        patch.setattr(machine, "install", installed)
        patch.setattr(machine, "_ran", ran)

    def waiting(self):
        """As the version before finds the queue."""
        with Outbox.open(self.data) as outbox:
            return outbox.tally().waiting


NEW_FAULT = '[{"check": "queue", "verdict": "bad"}, {"check": "disk", "verdict": "bad"}]'
