"""The application that is read: shows the sample named on each line of its input, and writes what came of it.

Run by session.py with the interpreter of the virtual environment.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSocketNotifier

from kiosk.page import Page, TextBody
from ui.application import ENVIRONMENT, make_application
from ui.screens import Screens

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ.update(ENVIRONMENT)

from sample_pages import PAGES


class App:
    """The screens, answering drafts as the terminal does."""

    def __init__(self) -> None:
        self.application = make_application(["kiosk"])
        self.screens = Screens(width=1080, height=1920)
        self.screens.intent.connect(self.heard)
        self.page: Page | None = None
        self.notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self.notifier.activated.connect(self.told)

    def say(self, **what: object) -> None:
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()

    def told(self) -> None:
        name = os.read(sys.stdin.fileno(), 200).decode().strip()
        if not name:
            self.application.exit()
            return
        self.page = PAGES[name]
        self.screens.show(self.page)
        self.screens.window.requestActivate()
        self.say(shown=name)

    def heard(self, name: str, value: str) -> None:
        page = self.page
        if name == "draft" and page is not None and isinstance(page.body, TextBody):
            self.page = replace(page, body=replace(page.body, text=value))
            self.screens.show(self.page)
        self.say(intent=[name, value])


if __name__ == "__main__":
    app = App()
    app.application.exec()
    app.screens.close()
