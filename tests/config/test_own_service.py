"""The page on writing a service builds one that works, piece by piece, and tells the mistakes that are really told."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from typer.testing import CliRunner

from config import catalogue, checking
from config.catalogue import SHIPPED
from config.papers import Demand
from config.questions import Check, FieldKind
from kiosk.commands.catalogue import app

PAGE = Path("docs/catalogue.md").read_text("utf-8")
CARD = Path(__file__).parent / "library" / "library-card.toml"
OTHERS = [file for folder in SHIPPED for file in sorted(folder.glob("*.toml"))]


def test_the_pieces_of_the_page_are_the_service():
    assert "".join(re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)) == CARD.read_text("utf-8")


def test_the_commands_of_the_page_do_what_it_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for folder in SHIPPED:
        (tmp_path / "config").mkdir(exist_ok=True)
        shutil.copytree(folder, tmp_path / "config" / folder.name)
    shutil.copytree(CARD.parent, tmp_path / "library")
    commands = re.findall(r"^kiosk catalogue ((?:schema|check) [^#\n]*)", PAGE, re.MULTILINE)
    assert len(commands) == 2
    for command in commands:
        done = CliRunner().invoke(app, command.split())
        assert done.exit_code == 0, done.output
    assert (tmp_path / "library" / "schemas" / "service.json").is_file(), "which the first line of the file names"


def test_the_service_is_none_of_ours_and_goes_with_them():
    assert checking.complaints([CARD, *OTHERS]) == []
    together = catalogue.load(CARD.parent, *SHIPPED)
    assert len(together) == len(catalogue.load()) + 1
    card = together.find("demo-library-card")
    assert card is not None
    assert card in together.in_group(together.find_group(card.group))


def test_the_mistake_on_the_page_is_told_in_these_words(tmp_path):
    spoilt = tmp_path / CARD.name
    text = CARD.read_text("utf-8")
    at = text.rindex("'plastic'")
    spoilt.write_text(text[:at] + "'plastik'" + text[at + len("'plastic'") :], "utf-8")
    told = re.findall(r"```text\n(.*?)\n```", PAGE, re.DOTALL)[0]
    assert [one.removeprefix(f"{tmp_path}/") for one in checking.complaints([spoilt, *OTHERS])] == [told]


def test_every_kind_of_question_paper_and_check_is_on_the_page():
    for names in (FieldKind, Check, Demand):
        assert [name.value for name in names if f"`{name.value}`" not in PAGE] == []
