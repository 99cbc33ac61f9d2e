"""Translations: Qt Linguist takes our files, and another language needs no code."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import ui
from config.catalogue import Catalogue
from config.catalogue_text import Text
from kiosk.commands.voices import sentences
from kiosk.intents import event_for
from kiosk.pages.present import present
from kiosk.pages.scene import Scene
from kiosk.visit import events as ev
from kiosk.words import Words, WordsError

TRANSLATIONS = ui.TRANSLATIONS
WIDE = frozenset("“”‘’，。：；（）")

UYGHUR = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ug_CN">
<context>
    <name>language</name>
    <message id="language.name"><translation>ئۇيغۇرچە</translation></message>
    <message id="language.title"><translation type="unfinished"></translation></message>
</context>
</TS>
"""


@pytest.fixture
def three(tmp_path: Path) -> Words:
    folder = tmp_path / "translations"
    shutil.copytree(TRANSLATIONS, folder)
    (folder / "ug.ts").write_text(UYGHUR)
    return Words.load(folder)


@pytest.mark.parametrize("language", sorted(file.stem for file in TRANSLATIONS.glob("*.ts")))
def test_qt_takes_the_files_whole(language: str, tmp_path: Path, words: Words) -> None:
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    out = tmp_path / "out.qm"
    done = subprocess.run(
        [lrelease, TRANSLATIONS / f"{language}.ts", "-qm", out], capture_output=True, text=True, timeout=60, check=True
    )
    assert f"Generated {len(words.keys(language))} translation(s)" in done.stdout + done.stderr
    assert "0 unfinished" in done.stdout + done.stderr


def test_another_language_is_one_file(three: Words, words: Words, services: Catalogue, player, to_review, now) -> None:
    assert three.languages[0] == "zh"
    assert set(three.languages) == {*words.languages, "ug"}
    player.play(*to_review)
    asked = event_for("language", "", services, three.languages, now)
    player.play(asked)
    overlay = present(player.visit, Scene(services, "站", three, "zh")).overlay
    offered = [(action.label, action.value) for action in overlay.actions]
    assert [value for _, value in offered] == list(three.languages)
    assert {("中文", "zh"), ("English", "en"), ("ئۇيغۇرچە", "ug")} <= set(offered)
    before = player.step
    player.play(event_for("language", "ug", services, three.languages, now))
    assert (player.visit.language, player.step) == ("ug", before)
    page = present(player.visit, Scene(services, "站", three, "ug"))
    assert page.overlay is None
    assert page.primary.label == three.say("zh", "review.submit"), "what has no words yet is said in Chinese"


def test_a_language_that_is_not_there_is_never_chosen(words: Words, services: Catalogue, now) -> None:
    assert event_for("language", "qqq", services, words.languages, now) == ev.LanguageAsked()


def test_words_of_a_service_may_come_in_more_languages() -> None:
    text = Text.model_validate({"zh": "居住登记", "en": "Residence", "ug": "ئولتۇراق"})
    assert [text.in_language(code) for code in ("zh", "en", "ug")] == ["居住登记", "Residence", "ئولتۇراق"]
    assert text.in_language("mn") == "居住登记"
    with pytest.raises(ValueError, match="String should match"):
        Text.model_validate({"zh": "一", "en": "one", "English": "one"})


@pytest.mark.parametrize("text", ["", "<TS", UYGHUR.replace("language.title", "language.name")])
def test_a_broken_file_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "zh.ts").write_text(text)
    with pytest.raises(WordsError, match=r"zh\.ts"):
        Words.load(tmp_path)


def test_english_has_no_signs_that_a_chinese_typeface_draws_a_character_wide() -> None:
    for language, text in sentences():
        assert language != "en" or not WIDE & set(text), text


def test_the_slip_has_one_name_and_its_code_too() -> None:
    for language, text in sentences():
        assert language != "zh" or not any(word in text for word in ("受理条", "方码")), text
