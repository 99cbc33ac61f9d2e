"""The configuration: one file, environment above it, every mistake named."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.settings import SettingsError, load

GOOD = """
data_dir = "/tmp/kiosk-test"
[intake]
url = "https://intake.example/"
[station]
name = "甸柳社区"
[screen]
motion = false
[devices.id_card_reader]
driver = "samv"
port = "/dev/ttyUSB0"
baud = 115200
"""


@pytest.fixture
def file(tmp_path):
    def make(text):
        path = tmp_path / "kiosk.toml"
        path.write_text(text) if isinstance(text, str) else path.write_bytes(text)
        return path

    return make


def test_a_good_file(file):
    made = load(file(GOOD))
    assert made.intake.url == "https://intake.example"
    assert made.devices.id_card_reader.driver == "samv"
    assert made.devices.id_card_reader.options == {"port": "/dev/ttyUSB0", "baud": 115200}
    assert made.devices.receipt_printer is None
    assert not made.screen.motion


def test_environment_stands_above_the_file(file, monkeypatch):
    monkeypatch.setenv("KIOSK_INTAKE__URL", "http://127.0.0.1:9")
    monkeypatch.setenv("KIOSK_STATION__AREA", "370199")
    monkeypatch.setenv("KIOSK_DEVICES__RECEIPT_PRINTER__DRIVER", "escpos")
    made = load(file(GOOD))
    assert (made.intake.url, made.station.area) == ("http://127.0.0.1:9", "370199")
    assert made.devices.receipt_printer.driver == "escpos"
    assert made.station.name == "甸柳社区"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("data_dir =", "not TOML"),
        ('colour = "red"', "colour"),
        ('[intake]\nurl = "http://intake.example"', "intake.url"),
        ('[intake]\nurl = "intake.example"', "intake.url"),
        ('[station]\narea = "37"', "station.area"),
        ('[devices.id_card_reader]\nport = "x"', "driver"),
        (b"\xff\xfe", "kiosk.toml"),
    ],
)
def test_mistakes_are_named(file, text, named):
    with pytest.raises(SettingsError, match=named):
        load(file(text))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(SettingsError, match="no configuration file"):
        load(tmp_path / "none.toml")


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=200), st.text(max_size=100).map(lambda t: (GOOD + t).encode("utf-8", "replace"))))
def test_hostile_files_are_settings_or_one_named_error(file, content):
    try:
        load(file(content))
    except SettingsError as error:
        assert str(error)
