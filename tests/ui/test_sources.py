"""What must hold of the files of ui/ as they are: every drawing there, every colour and word from its one place."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

import kiosk.pages
import ui
from config.catalogue import PACKAGES, SERVICES
from ui.pictures import ROLES

UI = Path(ui.__path__[0])
ICONS = {path.stem for path in (UI / "icons").glob("*.svg")}
DRAWINGS = {path.stem for path in (UI / "drawings").glob("*.svg")}
QML = sorted((UI / "qml").rglob("*.qml"))

ICON_PLACES = {"Action": 2, "action": 2, "Note": 1, "NoticeBody": 0}
"""Which argument of these calls names a drawing."""


def icons_of_pages() -> set[str]:
    """Drawings named in kiosk/pages."""
    found = set()
    for file in Path(kiosk.pages.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            at = ICON_PLACES.get(called)
            if at is None:
                continue
            named = [k.value for k in node.keywords if k.arg == "icon"]
            for value in [*node.args[at : at + 1], *named]:
                if isinstance(value, ast.Constant) and value.value:
                    found.add(value.value)
    return found


def named_in_catalogue(key: str) -> set[str]:
    """Drawings named in the catalogue, as `icon` or as `sample`."""
    files = [*SERVICES.glob("*.toml"), *PACKAGES.glob("*.toml")]
    found: set[str] = set()

    def collect(value: object) -> None:
        if isinstance(value, dict):
            if isinstance(value.get(key), str):
                found.add(value[key])
            for inner in value.values():
                collect(inner)
        elif isinstance(value, list):
            for inner in value:
                collect(inner)

    for file in files:
        collect(tomllib.loads(file.read_text("utf-8")))
    return found


def test_every_drawing_that_is_named_is_there() -> None:
    named = icons_of_pages() | named_in_catalogue("icon")
    assert len(named) > 20
    for file in QML:
        named |= set(re.findall(r'(?:name|icon): "([a-z0-9-]+)"', file.read_text("utf-8")))
    assert named - ICONS == set()


def test_every_sample_is_drawn_in_the_colours_of_the_theme() -> None:
    assert named_in_catalogue("sample") | {"paper", "id-card"} <= DRAWINGS
    for file in (UI / "drawings").glob("*.svg"):
        used = set(re.findall(r'(?:fill|stroke)="([^"]+)"', file.read_text("utf-8")))
        assert used <= {*ROLES, "none"}, file.name


@pytest.mark.parametrize("file", QML, ids=lambda file: file.name)
def test_pages_have_no_words_and_no_colours_of_their_own(file: Path) -> None:
    text = re.sub(r"//.*", "", file.read_text("utf-8"))
    if file.parent.name != "theme":
        assert re.findall(r'"#[0-9A-Fa-f]{3,8}"', text) == []
    strings = set(re.findall(r'"([^"\n]*)"', text)) - {"Noto Sans CJK SC", "，", "，\\n"}
    assert [word for word in strings if re.search(r"[\u4e00-\u9fff]|[A-Za-z]+ [A-Za-z]+", word)] == []


@pytest.mark.parametrize("file", QML, ids=lambda file: file.name)
def test_sizes_go_through_the_theme(file: Path) -> None:
    text = re.sub(r"//.*", "", file.read_text("utf-8"))
    literal = (
        r"^\s*(?:width|height|x|y|spacing|radius|font\.pixelSize|size|anchors\.\w*[mM]argins?): -?[2-9]\d*(?:\.\d+)?$"
    )
    assert re.findall(literal, text, re.MULTILINE) == []


def declared(name: str) -> set[str]:
    """What a file of the theme has to give."""
    text = (UI / "qml" / "theme" / f"{name}.qml").read_text("utf-8")
    return set(re.findall(r"(?:property \w+|function) (\w+)", text))


@pytest.mark.parametrize("file", QML, ids=lambda file: file.name)
def test_the_theme_has_what_is_asked_of_it(file: Path) -> None:
    text = re.sub(r"//.*", "", file.read_text("utf-8"))
    for group, name in (("Theme", "Theme"), ("Theme.colours", "Colours"), ("Theme.drawn", "Drawn")):
        asked = set(re.findall(rf"\b{re.escape(group)}\.(\w+)", text))
        assert asked - declared(name) == set()
