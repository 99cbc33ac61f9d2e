"""Parts of documents that a program makes; each stands between two marks, which name the program."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

DOCS = Path(__file__).parent


class Parts:
    """The parts of a page that `script` makes, by name."""

    def __init__(self, page: str, script: str, made: Mapping[str, Callable[[], str]]) -> None:
        self.path = DOCS / page
        self._script = Path(script).name
        self._made = made

    def renewed(self, text: str) -> str:
        """The page with its parts as they are now. Raises ValueError where a mark is missing."""
        for name, make in self._made.items():
            begin, end = f"<!-- {name}: made by docs/{self._script} -->", f"<!-- end of {name} -->"
            head, tail = text.index(begin) + len(begin), text.index(end)
            text = f"{text[:head]}\n\n{make()}\n\n{text[tail:]}"
        return text

    def main(self) -> None:
        """Print the parts; with --write put them into the page."""
        if "--write" in sys.argv[1:]:
            self.path.write_text(self.renewed(self.path.read_text("utf-8")), "utf-8")
        else:
            print("\n\n".join(make() for make in self._made.values()))
