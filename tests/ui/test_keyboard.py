"""The keyboard on the glass is ours, in a process that has read in no other before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LATER = """
import sys
sys.path.insert(0, sys.argv[1])
from sample_pages import PAGES
from ui.application import make_application
from ui.screens import Screens

application = make_application(["kiosk"])
screens = Screens(width=1080, height=1920)
for name in ("zh-attract", "zh-home", "zh-search"):
    screens.show(PAGES[name])
    screens.window.requestActivate()
    application.processEvents()
    screens.forget()
screens.show(PAGES["zh-search"])
for _ in range(4):
    application.processEvents()
    screens.window.grabWindow()
print(len(application.allWindows()))
screens.close()
"""


def test_a_visit_that_ended_without_it_brings_no_keyboard_of_qts_own() -> None:
    """Forgetting reaches Qt's input method, which then would make a window with a keyboard of its own style."""
    here = Path(__file__).parent
    done = subprocess.run(
        [sys.executable, "-c", LATER, str(here)], capture_output=True, text=True, timeout=60, check=True
    )
    assert (done.stdout, done.stderr) == ("1\n", "")
