"""Recorded sentences: one for all that is said the same way every time, and each can be played."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from typer.testing import CliRunner

import kiosk.commands.voices as command
from kiosk.page import PlaceBody
from kiosk.pages.narration import narration
from kiosk.pages.present import present
from kiosk.visit import events as ev
from kiosk.visit.view import ViewAspect
from ui import voices

MISSING = [tool for tool in ("espeak-ng", "opusenc", "opusinfo") if shutil.which(tool) is None]
recorded = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}")

SENTENCES = [("zh", "请把身份证放在亮灯处"), ("en", "Put your card where the light is"), ("zh", "打 12345，全天有人接")]


@pytest.fixture
def record(tmp_path, monkeypatch):
    """Records the sentences given, in a folder of its own."""
    monkeypatch.setattr(voices, "FOLDER", tmp_path / "voices")

    def record(sentences):
        monkeypatch.setattr(command, "sentences", lambda: iter(sentences))
        return CliRunner().invoke(command.app)

    return record


@recorded
def test_every_sentence_has_a_recording_and_what_nobody_says_any_more_has_none(record):
    assert record(SENTENCES).exit_code == 0
    for language, text in SENTENCES:
        told = subprocess.check_output(["opusinfo", str(voices.recording(language, text))], text=True)
        assert "Playback length: 0m:0" in told
    times = {path: path.stat().st_mtime_ns for path in voices.FOLDER.iterdir()}
    assert "2 sentences" in record(SENTENCES[:2]).output
    assert {path: path.stat().st_mtime_ns for path in voices.FOLDER.iterdir()}.items() < times.items()
    assert len(list(voices.FOLDER.iterdir())) == 2


def test_without_the_engine_it_is_told_what_to_install(record, monkeypatch):
    monkeypatch.setenv("PATH", "/nonexistent")
    told = record(SENTENCES[:1])
    assert told.exit_code == 3
    assert "install espeak-ng and opus-tools" in told.output


def test_what_is_fixed_is_recorded_and_nothing_else(words, services):
    sentences = set(command.sentences())
    assert all(text.strip() and "{" not in text for _, text in sentences)
    assert ("zh", words.say("zh", "leave.title")) in sentences
    assert ("en", words.say("en", "leave.title")) in sentences
    for service in services:
        for field in service.fields:
            assert {("zh", field.question.zh), ("en", field.question.en)} <= sentences


def test_most_of_a_visit_is_recorded(player, to_review, scene):
    sentences = set(command.sentences())
    player.play(ev.ViewToggled(ViewAspect.SPOKEN))
    pages = [present(player.play(event).visit, scene) for event in to_review]
    # 18,000 places have names
    asked = (page for page in pages if not isinstance(page.body, PlaceBody))
    said = {text for page in asked for utterance in narration(page) for text in utterance.texts}
    known = {text for text in said if ("zh", text) in sentences}
    assert len(known) > 0.8 * len(said), said - known


def test_numbers_are_read_digit_by_digit_and_quantities_are_not():
    assert voices.spelled("打 12345，全天有人接") == "打 1 2 3 4 5，全天有人接"
    assert voices.spelled("3701 0226 1124 0007 6") == "3 7 0 1 0 2 2 6 1 1 2 4 0 0 0 7 6"
    assert voices.spelled("2026 年 11 月 29 日前，5 个工作日") == "2026 年 11 月 29 日前，5 个工作日"


def test_a_sentence_is_told_from_the_same_in_another_language():
    assert voices.recording("zh", "OK") != voices.recording("en", "OK")
