"""The Qt application, with an environment in which nothing typed is remembered."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtGui import QFont, QGuiApplication

FAMILY = "Noto Sans CJK SC"

ENVIRONMENT = {
    "QT_IM_MODULE": "qtvirtualkeyboard",
    "QT_VIRTUALKEYBOARD_STYLE": "kiosk",
    # No floating keyboard of Qt's own, which comes where something could be typed and ours is not read in yet.
    "QT_VIRTUALKEYBOARD_DESKTOP_DISABLE": "1",
    # The keyboard keeps a dictionary of what was typed under this folder, and proposes it to the next resident.
    # userDataReset() does not help; a folder that cannot exist keeps it out of files and memory alike.
    "XDG_CONFIG_HOME": "/dev/null",
    # The pictures that we work on are small: a pool of threads costs more memory than it gains time.
    "OPENBLAS_NUM_THREADS": "1",
    # What Qt would say at every start: no pipewire for key sounds, and no folder for that dictionary.
    "QT_LOGGING_RULES": "qt.multimedia*=false;qt.qml.propertyCache*=false;qt.virtualkeyboard*=false",
}


def make_application(arguments: Sequence[str]) -> QGuiApplication:
    """The one application of the process; the environment must be set before it is made."""
    os.environ.update(ENVIRONMENT)
    if folder := os.environ.get("XDG_RUNTIME_DIR"):
        # the sound server's client would keep its cookie in the folder that cannot exist, and complain
        os.environ.setdefault("PULSE_COOKIE", f"{folder}/kiosk-pulse-cookie")
    existing = QGuiApplication.instance()
    application = existing if isinstance(existing, QGuiApplication) else QGuiApplication(list(arguments))
    application.setFont(QFont(FAMILY))
    return application
