"""A process that speaks as the terminal does, told on standard input what: `say LANGUAGE TEXT|TEXT`, `stop`,
`chime CUE`. Recordings are looked for in the folder of its one argument."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSocketNotifier

from kiosk.pages.cues import Cue
from ui import audible, voices
from ui.application import make_application

voices.FOLDER = Path(sys.argv[1])
application = make_application(["speaker"])
voice = audible.a_voice()
chimes = audible.the_chimes()
if voice is None or chimes is None:
    sys.exit("there is no sound server")
voice.set(1.0, 1.0)


def obey() -> None:
    """One line of orders."""
    word, _, rest = sys.stdin.readline().strip().partition(" ")
    if word == "say":
        language, _, texts = rest.partition(" ")
        voice.say(language, texts.split("|"))
    elif word == "stop":
        voice.stop()
    elif word == "chime":
        chimes.play(Cue(rest), 1.0)
    else:
        application.quit()


told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
told.activated.connect(obey)
application.exec()
