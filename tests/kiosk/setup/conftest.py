"""An intake for all tests of a folder, and deeds without devices."""

from __future__ import annotations

import pytest

from config.settings import Settings
from kiosk.setup.deeds import Deeds


@pytest.fixture
def deeds():
    """Makes deeds for a data folder, a configuration and a city."""

    def made(data, file, url="https://intake.city.example"):
        return Deeds(Settings.model_validate({"data_dir": data, "intake": {"url": url}}), file, tuple)

    return made


@pytest.fixture(scope="session")
def office(tmp_path_factory, free_port, intake_process):
    """One intake for all: a code is good once, whoever asks for it."""
    process = intake_process(tmp_path_factory.mktemp("city"), free_port())
    process.start()
    yield process
    process.stop()
