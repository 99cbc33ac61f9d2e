"""From process start to the first frame of home, and memory with the sync agent, beside Chromium in kiosk mode.

Chromium shows a bare page of the same look. Both run on a virtual X screen of their own, one after the other, several
times in turn; the smallest figures count, as anything else on the machine only adds to them.
"""

from __future__ import annotations

import http.server
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.row import Row
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.rig import Rig

ROUNDS = 5
SIZE = (1080, 1920)
PATIENCE = 60.0
PEER = "Chromium --kiosk"
PAGE = Path(__file__).parent / "same_look.html"

# `kiosk run` as it is, with a listener: it tells when the first frame of a page was swapped.
TERMINAL = """
import os, sys
from ui.screens import Screens
show = Screens.show
def told(screens, page):
    show(screens, page)
    if page.name == "attract" and not hasattr(screens, "told"):
        screens.told = True
        screens.window.frameSwapped.connect(lambda: step(screens))
def step(screens):
    if screens.told is True:
        screens.told = "home"
        screens.intent.emit("start", "")
    elif screens.told == "home":
        screens.told = ""
        os.write({pipe}, b"home")
Screens.show = told
sys.argv = ["kiosk", "run", "--windowed", "--size", "{width}x{height}", "--config", "{config}"]
from kiosk.cli import main
main()
"""


@contextmanager
def virtual_screen() -> Iterator[dict[str, str]]:
    """An X screen of the panel's size; the environment to show on it."""
    read, write = os.pipe()
    width, height = SIZE
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as numbers:
            number = numbers.readline().strip()
        shown = {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software"}
        # byte code is kept, as where the program is installed
        yield {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | shown
    finally:
        server.terminate()
        server.wait()


def memory(process: int) -> float:
    """Megabytes of a process and all it started, pages that several share divided among them (PSS)."""
    total = 0.0
    for member in family(process):
        try:
            lines = Path(f"/proc/{member}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(float(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def family(process: int) -> list[int]:
    """A process and all below it."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents.setdefault(int(fields[1]), []).append(int(folder.name))
    found = [process]
    for member in found:
        found += parents.get(member, [])
    return found


def terminal(config: Path, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds to the first frame of home, and megabytes then."""
    read, write = os.pipe()
    code = TERMINAL.format(pipe=write, width=SIZE[0], height=SIZE[1], config=config)
    began = time.monotonic()
    process = subprocess.Popen([sys.executable, "-c", code], env=environment, pass_fds=(write,))
    os.close(write)
    try:
        if not select.select([read], [], [], PATIENCE)[0] or not os.read(read, 4):
            raise RuntimeError("the terminal showed no home")
        return time.monotonic() - began, memory(process.pid)
    finally:
        os.close(read)
        process.terminate()
        process.wait()


class _Beacon(http.server.SimpleHTTPRequestHandler):
    """Serves the page, and hears that its frame was shown."""

    shown: threading.Event

    def do_GET(self) -> None:
        """The page, or the word that it was shown."""
        if self.path == "/shown":
            type(self).shown.set()
            self.send_response(204)
            self.end_headers()
            return
        body = PAGE.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is said."""


def chromium(environment: dict[str, str]) -> tuple[float, float]:
    """Seconds to the second frame of the page, and megabytes then."""
    _Beacon.shown = threading.Event()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Beacon) as server, tempfile.TemporaryDirectory() as profile:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        flags = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update"
        command = ["chromium", "--kiosk", *flags.split(), "--disable-sync", f"--user-data-dir={profile}"]
        began = time.monotonic()
        process = subprocess.Popen(
            [*command, f"http://127.0.0.1:{server.server_port}/"],
            env=environment,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            if not _Beacon.shown.wait(PATIENCE):
                raise RuntimeError("Chromium showed no page")
            return time.monotonic() - began, memory(process.pid)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            server.shutdown()


def rows() -> list[Row]:
    """Both in turn."""
    ours: list[tuple[float, float]] = []
    theirs: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as folder, Bench() as bench, Rig(Path(folder), bench) as rig:
        with virtual_screen() as environment:
            # each once beforehand, so that neither reads its files from the disk
            terminal(rig.config, environment), chromium(environment)
            for _ in range(ROUNDS):
                ours.append(terminal(rig.config, environment))
                theirs.append(chromium(environment))
        agent = memory(rig.agent)
    seconds, megabytes = (min(column) for column in zip(*ours, strict=True))
    their_seconds, their_megabytes = (min(column) for column in zip(*theirs, strict=True))
    return [
        Row("start: process start to the first frame of home", "s", seconds, their_seconds, PEER),
        Row("start: memory, the sync agent counted in", "MB", megabytes + agent, their_megabytes, PEER),
    ]
