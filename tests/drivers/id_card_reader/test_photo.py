"""The plug-in point for decoders of a card's photograph."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from drivers.id_card_reader import photo
from drivers.simulators.people import PHOTO


def plugged(monkeypatch, *decoders):
    points = [SimpleNamespace(load=lambda decoder=decoder: decoder) for decoder in decoders]
    monkeypatch.setattr(photo, "entry_points", lambda group: points if group == "kiosk.photo_decoders" else [])


def broken(block):
    raise OSError("license of 欧阳泉")


def test_without_a_decoder_there_is_no_picture():
    assert photo.decode_photo(PHOTO) is None


@pytest.mark.parametrize("bad", [broken, lambda block: b"junk", lambda block: None, lambda block: "text"])
def test_a_broken_decoder_stops_nothing(monkeypatch, bad):
    plugged(monkeypatch, bad)
    assert photo.decode_photo(PHOTO) is None
    plugged(monkeypatch, bad, lambda block: b"BM" + block[:2])
    assert photo.decode_photo(PHOTO) == b"BMWL"
