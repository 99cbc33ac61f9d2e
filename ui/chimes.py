"""The short sounds: soft sine tones, made when they are first played."""

from __future__ import annotations

import array
import math
from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices

from kiosk.pages.cues import Cue

RATE = 22050
"""Samples a second."""

PEAK = 9000
"""Of 32,767: below speech."""

FADE = 0.012
"""Seconds in which a tone begins, so that it does not click."""

TONES: dict[Cue, tuple[tuple[float, float], ...]] = {
    Cue.TOUCH: ((880.0, 0.05),),
    Cue.CARD: ((659.3, 0.11), (880.0, 0.16)),
    Cue.DONE: ((523.3, 0.14), (659.3, 0.14), (784.0, 0.30)),
    Cue.SLIP: ((784.0, 0.12), (784.0, 0.20)),
    Cue.ERROR: ((392.0, 0.16), (329.6, 0.26)),
}
"""Hertz and seconds, one tone after the other: up is good, down wants a look."""


@cache
def chime(cue: Cue) -> bytes:
    """Samples of 16 bits, one channel."""
    samples = array.array("h")
    for hertz, seconds in TONES[cue]:
        count = int(RATE * seconds)
        for index in range(count):
            time = index / RATE
            swell = min(1.0, time / FADE) * (1.0 - index / count) ** 2
            samples.append(int(PEAK * swell * math.sin(2 * math.pi * hertz * time)))
    return samples.tobytes()


class Chimes:
    """Plays them, the newest alone."""

    def __init__(self) -> None:
        self._format = QAudioFormat()
        self._format.setSampleRate(RATE)
        self._format.setChannelCount(1)
        self._format.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._device = QAudioDevice()
        self._sink: QAudioSink | None = None
        self._samples = QBuffer()

    def play(self, cue: Cue, volume: float) -> None:
        """At a volume from 0 to 1; nothing where there is no device."""
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            return
        if self._sink is None or device != self._device:
            self._device, self._sink = device, QAudioSink(device, self._format)
        self._sink.stop()
        self._samples.close()
        self._samples.setData(QByteArray(chime(cue)))
        self._samples.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink.setVolume(volume)
        self._sink.start(self._samples)
