"""From the threads of devices and queue onto the screens' thread."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Signal

from drivers.document_scanner.page import PreviewFrame
from kiosk.visit.events import Event


class Mailbox(QObject):
    """Brings what other threads say onto the screens' thread, in order. Of frames only the newest counts."""

    happened = Signal(int, object)
    frame = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._newest: PreviewFrame | None = None

    def post(self, serial: int, event: Event) -> None:
        """From any thread: something happened."""
        self.happened.emit(serial, event)

    def offer(self, frame: PreviewFrame) -> None:
        """From any thread: a live frame; one that was not yet shown is dropped for it."""
        with self._lock:
            pending = self._newest is not None
            self._newest = frame
        if not pending:
            self.frame.emit()

    def take(self) -> PreviewFrame | None:
        """The newest frame, once."""
        with self._lock:
            frame, self._newest = self._newest, None
        return frame
