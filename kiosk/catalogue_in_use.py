"""Which catalogue the terminal works with: the newest of the city that it can read, else the one that ships with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from config import catalogue
from config.catalogue import Catalogue
from config.catalogue_text import CatalogueError
from offline_queue import catalogue_shelf
from offline_queue.errors import OutboxError
from offline_queue.wire import WireError


@dataclass(frozen=True)
class InUse:
    """A catalogue and its version, 0 when it ships with the program; `passed_over`: newer ones, with the reason."""

    catalogue: Catalogue
    version: int
    passed_over: tuple[tuple[int, str], ...] = ()

    def note(self) -> str:
        """One line a version for the log: what is in use, and why nothing newer is."""
        which = f"version {self.version} of the city" if self.version else "the one that ships with the program"
        lines = [f"catalogue: {which}, {len(self.catalogue)} services"]
        lines += [f"catalogue: version {version} cannot be used: {reason}" for version, reason in self.passed_over]
        return "\n".join(lines)


def take_up(data_dir: Path) -> InUse:
    """The catalogue to work with from now on. Raises CatalogueError when not even the one that ships can be read."""
    passed_over: list[tuple[int, str]] = []
    for version in catalogue_shelf.versions(data_dir):
        try:
            files = catalogue_shelf.read(data_dir, version).files
            return InUse(catalogue.from_files(Path(f"catalogue-{version}"), files), version, tuple(passed_over))
        except (CatalogueError, WireError, OutboxError) as error:
            passed_over.append((version, str(error).splitlines()[0]))
    return InUse(catalogue.load(), 0, tuple(passed_over))
