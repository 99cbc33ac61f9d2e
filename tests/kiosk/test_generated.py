"""What a program makes of the documents is what this code makes."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


SCRIPTS = ("audit_table", "house", "metrics_table", "scenario_tables", "submission_way", "visit_graph")


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_was_made_of_a_document_is_not_stale(script, monkeypatch):
    monkeypatch.setattr(sys, "path", [str(DOCS), *sys.path])
    parts = runpy.run_path(str(DOCS / f"{script}.py"))["PARTS"]
    text = parts.path.read_text("utf-8")
    assert text == parts.renewed(text), f"run: python docs/{script}.py --write"


def test_a_page_without_its_mark_is_not_written(monkeypatch):
    monkeypatch.setattr(sys, "path", [str(DOCS), *sys.path])
    parts = runpy.run_path(str(DOCS / "house.py"))["PARTS"]
    with pytest.raises(ValueError, match="substring not found"):
        parts.renewed("nothing to be renewed here")


@pytest.mark.parametrize(
    ("file", "name"), [("kiosk/shell.py", "Shell.gone"), ("kiosk/shell.py", "_submit"), ("kiosk/form.py", "Form.of")]
)
def test_a_step_of_the_way_that_moved_is_missed(file, name, monkeypatch):
    monkeypatch.setattr(sys, "path", [str(DOCS), *sys.path])
    source_of = runpy.run_path(str(DOCS / "submission_way.py"))["source_of"]
    assert source_of("kiosk/shell.py", "Shell._submit").startswith("def _submit")
    with pytest.raises(ValueError, match="holds no"):
        source_of(file, name)
