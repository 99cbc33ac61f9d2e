"""Plays a scenario at a terminal while the bench records it, then plays the recording: SCENARIO FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path

from config.scenario import read
from kiosk.rehearsal.player import Player
from kiosk.rehearsal.record import Record
from kiosk.rehearsal.recorder import Recorder
from kiosk.rehearsal.recording import Recording
from kiosk.rehearsal.rehearse import Rehearsal
from kiosk.rehearsal.stage import Stage

scenario, folder = read(Path(sys.argv[1])), Path(sys.argv[2])
stage = Stage(folder / "recorded", scenario.size)
recorder = Recorder(stage.bench)


def heard(touched):
    """Told after it took effect: the page that showed before is the one it was touched on."""
    recorder.watch(lambda: touched.page)
    recorder.touched(touched.intent, touched.value)
    recorder.watch(lambda: stage.terminal.page)


stage.heard = heard
with stage:
    stage.rig.hold(scenario.held)
    recorder.watch(lambda: stage.terminal.page)
    recording = Recording(recorder, stage.rig, scenario.size, scenario.held)
    recording.start()
    stage.begin()
    Player(stage, scenario, Record("recorded", scenario.title), None).play()
    recording.stop("A session at the bench")
    (folder / "recording.toml").write_text(recording.text)
again = Record("replayed", scenario.title)
with Rehearsal(folder / "replayed") as rehearsal:
    rehearsal.play(read(folder / "recording.toml"), again, folder / "replayed" / "out", None)
sys.exit(again.failure or 0)
