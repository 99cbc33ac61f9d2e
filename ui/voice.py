"""Plays sentences one after the other: recorded ones from their files, all others as an engine speaks them.

Nothing here waits: the engine is a process that is asked for one sentence and ends; what it said is kept in memory
until it was played. Without an engine what is not recorded is passed over, without a sound server everything is.
"""

from __future__ import annotations

import ctypes
import os
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import PySide6
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QProcess, QStandardPaths, QTimer, QUrl, Slot
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer

from ui import voices

FFMPEG_ERRORS = 16
"""FFmpeg's AV_LOG_ERROR: below it every sentence leaves two lines on standard error, past Qt's own rules."""


def _quieten() -> None:
    """FFmpeg, which a player has loaded."""
    for library in (Path(PySide6.__file__).parent / "Qt" / "lib").glob("libavutil.so.??"):
        with suppress(OSError):
            ctypes.CDLL(str(library), mode=os.RTLD_NOLOAD | os.RTLD_NOW).av_log_set_level(FFMPEG_ERRORS)


class Voice(QObject):
    """One voice for the process."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[str] = deque()
        self._language = ""
        self._engine: QProcess | None = None
        self._spoken = QBuffer()
        self._output = QAudioOutput()
        self._player = QMediaPlayer()
        self._player.setAudioOutput(self._output)
        self._player.mediaStatusChanged.connect(self._played)
        _quieten()

    def set(self, volume: float, speed: float) -> None:
        """From 0 to 1, and 1 as recorded; also for the sentence being said."""
        self._output.setVolume(volume)
        self._player.setPlaybackRate(speed)

    def say(self, language: str, texts: Sequence[str]) -> None:
        """Say these, and no longer what was being said."""
        self.stop()
        self._language = language
        self._waiting.extend(texts)
        self._next()

    def stop(self) -> None:
        """Say nothing more, and keep nothing of it."""
        self._waiting.clear()
        if self._engine is not None:
            self._engine.finished.disconnect()
            self._engine.kill()
            self._engine.finished.connect(self._engine.deleteLater)
            self._engine = None
        self._player.stop()
        self._player.setSource(QUrl())
        self._spoken.close()
        self._spoken.setData(QByteArray())

    @Slot()
    def _next(self) -> None:
        device = QMediaDevices.defaultAudioOutput()
        if not self._waiting or device.isNull():
            self._waiting.clear()
            return
        if self._output.device() != device:
            self._output.setDevice(device)
        text = self._waiting.popleft()
        recorded = voices.recording(self._language, text)
        if recorded.exists():
            self._player.setSource(QUrl.fromLocalFile(str(recorded)))
            self._player.play()
        else:
            self._synthesize(text)

    def _synthesize(self, text: str) -> None:
        program, *arguments = voices.command(self._language)
        if not QStandardPaths.findExecutable(program):
            QTimer.singleShot(0, self._next)
            return
        engine = self._engine = QProcess(self)
        engine.finished.connect(self._synthesized)
        engine.start(program, arguments)
        engine.write(voices.spelled(text).encode())
        engine.closeWriteChannel()

    @Slot()
    def _synthesized(self) -> None:
        engine, self._engine = self._engine, None
        if engine is None:
            return
        self._spoken.close()
        self._spoken.setData(engine.readAllStandardOutput())
        engine.deleteLater()
        self._spoken.open(QIODevice.OpenModeFlag.ReadOnly)
        self._player.setSourceDevice(self._spoken)
        self._player.play()

    @Slot(QMediaPlayer.MediaStatus)
    def _played(self, status: QMediaPlayer.MediaStatus) -> None:
        # the player must not be given another source while it tells of this one
        if status in (QMediaPlayer.MediaStatus.EndOfMedia, QMediaPlayer.MediaStatus.InvalidMedia):
            QTimer.singleShot(0, self._next)
