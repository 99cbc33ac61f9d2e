"""The terminal that is brought up."""

from __future__ import annotations

import os

import pytest

from config.settings import UpdateSettings
from offline_queue.database import FILE
from tests.kiosk.updates.stand import SCRIPTS, Stand


@pytest.fixture
def stand(tmp_path, alone, monkeypatch):
    path = tmp_path / "bin"
    path.mkdir()
    for name, script in SCRIPTS.items():
        (path / name).write_text(f"#!/bin/sh\n{script}")
        (path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{path}:{os.environ['PATH']}")
    monkeypatch.setenv("STAND", str(tmp_path / "stand"))
    monkeypatch.setenv("QUEUE", str(alone / FILE))
    return Stand(tmp_path / "stand", alone, UpdateSettings(state_dir=tmp_path / "state"))
