"""The visits that are measured: whatever the catalogue asks is answered, and each visit ends by itself."""

from __future__ import annotations

from bench.visiting import Terminal
from ui.application import make_application


def test_everybody_comes_for_everything_that_ships(monkeypatch):
    make_application(["bench"])
    monkeypatch.setattr(Terminal, "_show", lambda terminal: None)
    terminal = Terminal()
    # every matter, everybody with whom a catalogue is tried, either language
    for serial in range(0, 96, 3):
        terminal.visit(serial)
    assert terminal.handed_in >= 8
