"""Plays a scenario at a terminal while the bench records it, then plays the recording: SCENARIO FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path

from config.scenario import read
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.player import Player
from kiosk.rehearsal.recorder import Recorder
from kiosk.rehearsal.recording import Recording
from kiosk.rehearsal.rehearse import rehearse
from kiosk.rehearsal.rig import Rig
from kiosk.terminal import Terminal
from ui.application import make_application
from ui.screens import Screens

scenario, folder = read(Path(sys.argv[1])), Path(sys.argv[2])
application = make_application(sys.argv[:1])
with Bench() as bench, Rig(folder / "recorded", bench) as rig:
    rig.hold(scenario.held)
    width, height = scenario.size
    recorder, screens = Recorder(bench), Screens(width=width, height=height)
    screens.intent.connect(recorder.touched)
    terminal = Terminal(rig.settings, screens, bench.clock.now)
    recorder.watch(lambda: terminal.shell.page)
    recording = Recording(recorder, rig, scenario.size, scenario.held)
    recording.start()
    Player(terminal, bench, rig, None).play(scenario)
    recording.stop("A session at the bench")
    (folder / "recording.toml").write_text(recording.text)
    terminal.close()
    application.processEvents()
rehearse(read(folder / "recording.toml"), folder / "replayed", None)
