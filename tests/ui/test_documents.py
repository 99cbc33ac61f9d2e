"""The pictures in docs/screens.md show today's screens."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from likeness import check
from PySide6.QtGui import QGuiApplication

DOCS = Path(__file__).parents[2] / "docs"
RENEW = "make screens"


def read_in() -> Any:
    """docs/screens.py, which is no module of ours."""
    spec = importlib.util.spec_from_file_location("screens_of_docs", DOCS / "screens.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


screens = read_in()
SHOTS = {shot.name: shot for shot in screens.shots()}


@pytest.fixture(scope="module")
def photographer(application: QGuiApplication) -> Iterator[Any]:
    """Takes pictures."""
    flash = application.styleHints().cursorFlashTime()
    photographer = screens.Photographer()
    yield photographer
    photographer.close()
    application.styleHints().setCursorFlashTime(flash)


@pytest.mark.parametrize("name", SHOTS)
def test_a_page_looks_as_in_the_documents(photographer: Any, name: str) -> None:
    check(photographer.take(SHOTS[name]), screens.PICTURES / f"{name}.png", RENEW)


def test_the_slip_looks_as_in_the_documents() -> None:
    check(screens.slip(), screens.PICTURES / "slip.png", RENEW)


def test_the_text_names_every_picture_and_none_is_left_over() -> None:
    assert screens.DOCUMENT.read_text("utf-8") == screens.document(), RENEW
    kept = {file.name for file in screens.PICTURES.iterdir()}
    assert kept == {f"{name}.png" for name in SHOTS} | {"slip.png"}
    assert max(file.stat().st_size for file in screens.PICTURES.iterdir()) < 60_000
