"""The machine that an update works on: its packages, its units, the program as it answers, through their commands."""

from __future__ import annotations

import fcntl
import json
import os
import pwd
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.updates.undo import install

UNITS = ("kiosk-sync.service", "kiosk-screens.service")

START_WAIT = 960.0
"""Seconds until both have said that they are ready: as long as the screens' unit gives them (TimeoutStartSec=)."""

SETTLE = 60.0
"""Seconds for which both must go on by themselves."""

LOOKS = 5
"""How often, so many seconds apart, the doctor is asked before a new fault counts."""

FRONTEND_LOCK = Path("/var/lib/dpkg/lock-frontend")
"""Held by whoever installs packages; dpkg fails meanwhile."""

ANSWER_WAIT = 180.0
"""Seconds that the doctor, or any other command, may take."""


@dataclass(frozen=True)
class Machine:
    """`owner` is the user whom data and devices belong to; `options` (--config FILE) go to each of our commands."""

    owner: int
    options: tuple[str, ...] = ()
    settle: float = SETTLE
    looks: int = LOOKS

    def packages_busy(self) -> bool:
        """Whether another tool is installing packages."""
        try:
            with FRONTEND_LOCK.open("r+b") as file:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            # there is none, or it is not ours to look at
            return False
        return False

    def install(self, package: Path) -> bool:
        """Whether dpkg has installed a package."""
        return install(package)

    def stop(self) -> None:
        """End screens and agent."""
        self._systemctl("stop", *UNITS)

    def start(self) -> bool:
        """Whether screens and agent say that they are ready (Type=notify)."""
        self._systemctl("daemon-reload")
        return self._systemctl("start", *UNITS, wait=START_WAIT) is not None

    def goes_on(self) -> bool:
        """Whether both go on by themselves: the service manager has started neither again."""
        before = self._restarts()
        time.sleep(self.settle)
        return self._systemctl("is-active", *UNITS) is not None and self._restarts() == before

    def version(self) -> str:
        """The version that the program tells of itself; empty when it does not even do that."""
        answer = self._answer("update", "status", "--json")
        return str(answer.get("program", "")) if isinstance(answer, dict) else ""

    def faults(self) -> frozenset[str] | None:
        """The checks that fail (see docs/doctor.md); None when the doctor does not answer."""
        answer = self._answer("doctor", "--json")
        if not isinstance(answer, list):
            return None
        return frozenset(str(one.get("check")) for one in answer if one.get("verdict") == "bad")

    def _restarts(self) -> bytes | None:
        return self._systemctl("show", "--property=NRestarts", "--value", *UNITS)

    def _systemctl(self, *words: str, wait: float = ANSWER_WAIT) -> bytes | None:
        return _ran(["systemctl", *words], wait, (0,))

    def _answer(self, *words: str) -> Any:
        command = ["kiosk", *words, *self.options]
        # the doctor ends with 3 when something fails
        said = _ran(command, ANSWER_WAIT, (0, 3), self.owner if os.geteuid() == 0 else None)
        try:
            return json.loads(said or b"")
        except ValueError:
            return None


def _ran(command: Sequence[str], wait: float, good: tuple[int, ...], user: int | None = None) -> bytes | None:
    """What a command says; None when it ends badly or not in time."""
    who: dict[str, Any] = {}
    if user is not None:
        account = pwd.getpwuid(user)
        groups = os.getgrouplist(account.pw_name, account.pw_gid)
        home = os.environ | {"HOME": account.pw_dir}
        who = {"user": user, "group": account.pw_gid, "extra_groups": groups, "env": home}
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, timeout=wait, check=False, **who
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode in good else None
