"""Reads Qt in and prints, as JSON, what is missing; a process of its own (`python -m kiosk.doctor.probe`)."""

from __future__ import annotations

import json
import re
import sys

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFontDatabase, QRawFont
from PySide6.QtQml import QQmlComponent, QQmlEngine

from ui.application import FAMILY, make_application
from ui.engine import QML

LETTERS = "\u529e\u9f98"
"""One of every day, and a rare one: people are called so."""

_IMPORT = re.compile(r"^import (Qt[\w.]+)$", re.MULTILINE)


def main() -> None:
    """Look, and say."""
    application = make_application(sys.argv[:1])
    engine = QQmlEngine()
    wanted = {name for file in QML.rglob("*.qml") for name in _IMPORT.findall(file.read_text("utf-8"))}
    modules = [name for name in sorted(wanted) if not _is_there(engine, name)]
    fonts = [] if FAMILY in QFontDatabase.families() and _draws() else [FAMILY]
    # pages never print, so this is the last line
    sys.stdout.write(json.dumps({"modules": modules, "fonts": fonts}) + "\n")
    engine.deleteLater()
    application.processEvents()


def _is_there(engine: QQmlEngine, module: str) -> bool:
    component = QQmlComponent(engine)
    component.setData(f"import QtQml\nimport {module}\nQtObject {{}}".encode(), QUrl())
    return not component.isError()


def _draws() -> bool:
    font = QRawFont.fromFont(make_application([]).font(), QFontDatabase.WritingSystem.SimplifiedChinese)
    return all(font.supportsCharacter(ord(letter)) for letter in LETTERS)


if __name__ == "__main__":
    main()
