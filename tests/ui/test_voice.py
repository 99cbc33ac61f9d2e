"""What comes out of the loudspeaker: a sound server of our own, whose output is recorded and looked at."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from ui import voices

MISSING = [tool for tool in ("pulseaudio", "parec", "espeak-ng", "opusenc") if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}")

RATE = 22050
PATIENCE = 30.0
LOUD = 500
"""Of 32,767: what is certainly a sound."""

GAP = 30
"""Tenths of a second: a sound server that plays into nothing may hold two seconds back."""

TONE = 440.0
"""Hertz of the recording that stands for a human voice."""


class Loudspeaker:
    """What is heard, in tenths of a second, from the first sound on."""

    def __init__(self, environment: dict[str, str]) -> None:
        command = ["parec", "-d", "cap.monitor", "--raw", "--format=s16le", "--channels=1", f"--rate={RATE}"]
        command += ["--latency-msec=100"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)

    def tenth(self) -> np.ndarray:
        """The next tenth of a second."""
        assert self._process.stdout is not None
        return np.frombuffer(self._process.stdout.read(RATE // 10 * 2), np.int16)

    def until(self, condition: Callable[[np.ndarray], bool]) -> list[np.ndarray]:
        """All tenths up to the one of which the condition is true."""
        heard, end = [], time.monotonic() + PATIENCE
        while not heard or not condition(heard[-1]):
            assert time.monotonic() < end, "waited in vain"
            heard.append(self.tenth())
        return heard

    def sound(self) -> np.ndarray:
        """From the first sound until it is silent for longer than between two sentences."""
        heard, quiet = self.until(loud)[-1:], 0
        while quiet < GAP:
            heard.append(self.tenth())
            quiet = 0 if loud(heard[-1]) else quiet + 1
            assert len(heard) < 10 * PATIENCE, "does not end"
        return np.concatenate(heard[:-GAP])

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


def loud(samples: np.ndarray) -> bool:
    return bool(np.abs(samples.astype(int)).max() > LOUD)


def strongest(samples: np.ndarray) -> float:
    """The frequency that is heard most, in hertz."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(spectrum.argmax() * RATE / len(samples))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the recordings."""
    return tmp_path_factory.mktemp("voices")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A sound server that plays into nothing, in a folder of its own."""
    run = tmp_path_factory.mktemp("run")
    run.chmod(0o700)
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PULSE_", "XDG_"))} | {
        "XDG_RUNTIME_DIR": str(run),
        "HOME": str(run),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    modules = ["-L", "module-null-sink sink_name=cap rate=22050 channels=1", "-L", "module-native-protocol-unix"]
    server = subprocess.Popen(
        ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", *modules],
        env=environment,
        stderr=subprocess.DEVNULL,
    )
    end = time.monotonic() + PATIENCE
    while not (run / "pulse" / "native").exists():
        assert server.poll() is None and time.monotonic() < end, "the sound server did not start"
        time.sleep(0.02)
    yield environment
    server.kill()
    server.wait()


@pytest.fixture(scope="module")
def loudspeaker(environment: dict[str, str]) -> Iterator[Loudspeaker]:
    loudspeaker = Loudspeaker(environment)
    loudspeaker.tenth()
    yield loudspeaker
    loudspeaker.close()


@pytest.fixture(scope="module")
def tell(environment: dict[str, str], folder: Path) -> Iterator[Callable[[str], None]]:
    """Gives orders to a process that speaks as the terminal does; it complains of nothing."""
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("speaker.py")), str(folder)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
    )

    def tell(order: str) -> None:
        assert process.stdin is not None
        process.stdin.write(f"{order}\n")
        process.stdin.flush()

    yield tell
    try:
        _, complaints = process.communicate("end\n", timeout=PATIENCE)
    finally:
        process.kill()
    assert complaints == ""


def record(folder: Path, language: str, text: str, seconds: float) -> None:
    """A recording that is a tone."""
    samples = (10000 * np.sin(2 * np.pi * TONE * np.arange(int(RATE * seconds)) / RATE)).astype(np.int16)
    with wave.open(str(folder / "tone.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    name = voices.recording(language, text).name
    subprocess.run(["opusenc", "--quiet", str(folder / "tone.wav"), str(folder / name)], check=True)


def test_what_is_recorded_is_played_and_what_is_not_is_spoken_after_it(
    loudspeaker: Loudspeaker, tell: Callable[[str], None], folder: Path
) -> None:
    record(folder, "zh", "请把身份证放在亮灯处", 1.5)
    tell("say zh 请把身份证放在亮灯处|还差 5 位")
    heard = loudspeaker.sound()
    recorded, spoken = heard[: int(1.4 * RATE)], heard[int(1.7 * RATE) :]
    assert abs(strongest(recorded) - TONE) < 5
    assert loud(spoken), "another sentence"
    assert abs(strongest(spoken) - TONE) > 20


def test_who_leaves_hears_no_more(loudspeaker: Loudspeaker, tell: Callable[[str], None], folder: Path) -> None:
    record(folder, "zh", "很长", 20.0)
    tell("say zh 很长|还差 5 位")
    loudspeaker.until(loud)
    tell("stop")
    heard = loudspeaker.until(lambda samples: not loud(samples))
    assert len(heard) < 20, "at once, but for what the sound server has already"
    assert not any(loud(loudspeaker.tenth()) for _ in range(15)), "nor what was to come"


def test_a_short_sound_is_short(loudspeaker: Loudspeaker, tell: Callable[[str], None]) -> None:
    tell("chime done")
    assert 0.3 * RATE < len(loudspeaker.sound()) < 1.2 * RATE
    tell("chime touch")
    assert len(loudspeaker.sound()) < 0.5 * RATE
