"""What a screen reader sees of the application, as JSON lines. Runs under Debian's own Python, which has `gi`.

Started inside a session bus and an X server of its own: session.py PYTHON APP
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version is asked for first

MARK = "answer "
"""Before each answer: the bus has its own word on the same output."""

PATIENCE = 20.0
"""Seconds until what is waited for counts as missing."""

STATES = (Atspi.StateType.FOCUSABLE, Atspi.StateType.FOCUSED, Atspi.StateType.SHOWING, Atspi.StateType.ENABLED,
          Atspi.StateType.CHECKED)  # fmt: skip


def turn() -> None:
    """Let events in."""
    while GLib.MainContext.default().iteration(False):
        pass


def until(condition):
    """What `condition` gives once it is true."""
    end = time.monotonic() + PATIENCE
    while True:
        turn()
        found = condition()
        if found or time.monotonic() > end:
            return found
        time.sleep(0.02)


class Session:
    """The application, and what is heard from it."""

    def __init__(self, python: str, app: str) -> None:
        self.app = subprocess.Popen([python, app], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.said: list[dict] = []
        threading.Thread(target=self.listen, daemon=True).start()
        self.announced: list[str] = []
        self.listener = Atspi.EventListener.new(lambda event: self.announced.append(str(event.any_data)))
        self.listener.register("object:announcement")

    def listen(self) -> None:
        for line in self.app.stdout:
            self.said.append(json.loads(line))

    def root(self):
        desk = Atspi.get_desktop(0)
        return desk.get_child_at_index(0) if desk.get_child_count() else None

    def items(self, item=None):
        item = item or self.root()
        if item is None:
            return
        yield item
        for at in range(item.get_child_count()):
            child = item.get_child_at_index(at)
            if child is not None:
                yield from self.items(child)

    def tree(self):
        found = []
        for item in self.items():
            states = item.get_state_set()
            action = item.get_action_iface()
            place = item.get_component_iface()
            box = place.get_extents(Atspi.CoordType.WINDOW) if place else None
            found.append({
                "role": item.get_role_name(), "name": item.get_name(), "description": item.get_description(),
                "states": [state.value_nick for state in STATES if states.contains(state)],
                "actions": [action.get_action_name(n) for n in range(action.get_n_actions())] if action else [],
                "box": [box.x, box.y, box.width, box.height] if box else None,
            })  # fmt: skip
        return found

    def find(self, name: str, role: str):
        return next((i for i in self.items() if i.get_name() == name and i.get_role_name() == role), None)

    def show(self, page: str) -> None:
        self.said.clear()
        self.announced.clear()
        self.app.stdin.write(page + "\n")
        self.app.stdin.flush()
        until(lambda: any(line.get("shown") == page for line in self.said) and self.root() is not None)
        self.said.clear()

    def answer(self, command: dict):
        do = command["do"]
        if do == "show":
            self.show(command["page"])
            return True
        if do == "tree":
            wanted = command.get("name")
            return until(lambda: [t for t in [self.tree()] if not wanted or wanted in {i["name"] for i in t}])[0:1]
        if do == "announced":
            return until(lambda: [a for a in self.announced if command["text"] in a])
        item = until(lambda: self.find(command["name"], command["role"]))
        if item is None:
            return None
        if do == "press":
            item.get_action_iface().do_action(0)
        elif do == "type":
            item.get_editable_text_iface().set_text_contents(command["text"])
        elif do == "focus":
            item.get_component_iface().grab_focus()
            return until(lambda: item.get_state_set().contains(Atspi.StateType.FOCUSED))
        return until(lambda: [line["intent"] for line in self.said if "intent" in line])


def main() -> None:
    """Answer until the input ends."""
    Atspi.init()
    session = Session(*sys.argv[1:])
    for line in sys.stdin:
        sys.stdout.write(f"{MARK}{json.dumps(session.answer(json.loads(line)), ensure_ascii=False)}\n")
        sys.stdout.flush()
    session.app.stdin.close()
    session.app.wait(timeout=10)


main()
