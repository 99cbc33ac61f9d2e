"""The rig: what stands around a terminal, as processes of their own: the city's server and the sync agent.

What an operator types beside them is called here, since a process for each word would take longer than the visit.
"""

from __future__ import annotations

import json
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from typer.testing import CliRunner

from config.settings import Settings, load
from drivers.simulators.people import PEOPLE
from intake import cli as intake
from kiosk.exits import CommandError
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.ports import free_port
from kiosk.rehearsal.processes import end, environment, start
from offline_queue import doorbell
from offline_queue.enrol import enrol as register
from offline_queue.outbox import Outbox, Tally

READY_WAIT = 30.0
"""Seconds a process may take to be ready."""

HELD = dict.fromkeys(("resident", "elder"), ("photo", "household_book"))
"""What the city holds of the people of a demonstration; of everybody else it holds nothing."""


class Rig:
    """Intake, sync agent and bench in `folder`; the terminal's data lies in `folder/terminal`."""

    def __init__(self, folder: Path, bench: Bench) -> None:
        self._folder = folder
        self._bench = bench
        self._port = free_port()
        self._intake: subprocess.Popen[bytes] | None = None
        self._sync: subprocess.Popen[bytes] | None = None
        self.config = folder / "kiosk.toml"

    @property
    def settings(self) -> Settings:
        """The terminal's configuration."""
        return load(self.config)

    @property
    def agent(self) -> int:
        """The process of the sync agent."""
        return self._sync.pid if self._sync is not None else 0

    @property
    def city(self) -> int:
        """The process of the city's server."""
        return self._intake.pid if self._intake is not None else 0

    def __enter__(self) -> Self:
        self._folder.mkdir(parents=True, exist_ok=True)
        line, authority = self._bench.line, self._folder.resolve() / "city.pem"
        line.lead_to(self._port)
        authority.write_bytes(line.authority)
        data = json.dumps(str(self._folder.resolve() / "terminal"))
        self.config.write_text(
            f'data_dir = {data}\n\n[intake]\nurl = "{line.url}"\nca_file = {json.dumps(str(authority))}\n\n'
            f'[station]\nname = "甸柳社区便民服务站"\narea = "370102"\n\n{self._bench.configuration()}'
        )
        try:
            self.intake_up()
            code = self.intake("enrol-code").strip()
            settings = self.settings
            register(settings.data_dir, line.url, authority, code, settings.station.area, settings.station.name)
            self.agent_up()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *exc: object) -> None:
        self._stop()

    def intake_up(self) -> None:
        """Start the city's server and wait until it answers."""
        self._intake = self._start(
            "intake", "intake.cli", "serve", "--port", str(self._port), "--data", str(self._folder / "intake")
        )
        deadline = time.monotonic() + READY_WAIT
        while not self._answers():
            if self._intake.poll() is not None or time.monotonic() > deadline:
                raise CommandError("intake", "the intake did not start", f"read {self._folder / 'intake.log'}")
            time.sleep(0.05)

    def intake_down(self) -> None:
        """Stop the city's server: the line is down."""
        end(self._intake)
        self._intake = None

    def agent_up(self) -> None:
        """Start the sync agent; without effect on one that runs."""
        if self._sync is None or self._sync.poll() is not None:
            self._sync = self._start("sync", "kiosk.cli", "sync", "--config", str(self.config))

    def kill_agent(self) -> None:
        """End the sync agent as a power cut would."""
        if self._sync is not None:
            self._sync.kill()
            self._sync.wait()

    def drain(self, deadline: float) -> None:
        """End the agent and send everything that is left, letters too. Raises CommandError after so many seconds."""
        end(self._sync)
        last = self._start(
            "sync", "kiosk.cli", "sync", "--config", str(self.config), "--drain", "--deadline", f"{deadline:.0f}"
        )
        if last.wait(timeout=deadline + READY_WAIT) != 0:
            raise CommandError("not_drained", "something was not sent", f"read {self._folder / 'sync.log'}")

    def works(self) -> bool:
        """Whether server and agent run."""
        return all(process is not None and process.poll() is None for process in (self._intake, self._sync))

    def queue(self) -> tuple[Tally, str]:
        """How the queue stands, and what is wrong with the line."""
        with Outbox.open(self._folder / "terminal") as outbox:
            trouble = outbox.notes.trouble()
            return outbox.tally(), "" if trouble is None else trouble.kind

    def skip_waits(self) -> None:
        """Whatever the agent waits for is over, as though the time had passed."""
        with Outbox.open(self._folder / "terminal") as outbox:
            with outbox.database.writing() as connection:
                connection.execute("DELETE FROM wait")
            doorbell.ring(outbox.folder)

    def intake(self, *arguments: str) -> str:
        """What `kiosk-intake` answers."""
        done = CliRunner().invoke(intake.app, [*arguments, "--data", str(self._folder / "intake")])
        if done.exit_code != 0:
            reason = done.output.strip().splitlines()
            raise CommandError("intake", f"{arguments[0]} failed: {reason[-1] if reason else ''}", "see its --help")
        return done.stdout

    def hold(self, held: Mapping[str, Sequence[str]]) -> None:
        """Papers that the city holds already, by the short name of the person."""
        records = [(PEOPLE[name].person, material) for name, materials in held.items() for material in materials]
        if not records:
            return
        file = self._folder / "held.toml"
        tables = (
            f'[[held]]\nid_number = "{person.id_number}"\nname = "{person.name}"\n'
            f'material = "{material}"\nreference = "SAMPLE-{number}"\n'
            for number, (person, material) in enumerate(records)
        )
        file.write_text("\n".join(tables), "utf-8")
        try:
            self.intake("hold", str(file))
        finally:
            # an office's own records, which are nobody's to find here
            file.unlink()

    def listed(self) -> list[dict[str, Any]]:
        """What the city's list says of each submission."""
        found: list[dict[str, Any]] = json.loads(self.intake("list", "--json"))
        return found

    def since(self, before: Collection[str]) -> list[str]:
        """The ids of what the city holds beside `before`, oldest first."""
        return [item["id"] for item in self.listed() if item["id"] not in before]

    def shown(self, identity: str) -> dict[str, Any]:
        """A submission that the city holds, whole."""
        found: dict[str, Any] = json.loads(self.intake("show", identity, "--json"))
        return found

    def scans(self, submission: str, out: Path) -> list[Path]:
        """The scans of a submission, written to `out`, in the order of the submission."""
        out.mkdir(parents=True, exist_ok=True)
        self.intake("scans", submission, "--out", str(out))
        return sorted(out.iterdir())

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/v1/limits", timeout=1):
                return True
        except urllib.error.HTTPError as answer:
            answer.close()
            return True
        except OSError:
            return False

    def _start(self, name: str, module: str, *arguments: str) -> subprocess.Popen[bytes]:
        with (self._folder / f"{name}.log").open("ab") as log:
            return start(module, arguments, around=environment(), out=log, errors=log)

    def _stop(self) -> None:
        end(self._sync)
        end(self._intake)
