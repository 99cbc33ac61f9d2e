"""Which catalogue the terminal works with: the newest of the city that it can use, else the one that ships with it.

A version is read and tried once, by whoever meets it first: the agent before it lies here, else the screens, beside
their loop. What was found is kept beside it. How it is tried is for whoever calls to say, as it takes all the pages of
the screens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from config import catalogue
from config.catalogue import Catalogue
from config.catalogue_text import CatalogueError
from offline_queue import catalogue_shelf, catalogue_verdicts
from offline_queue.catalogue_bundle import Edition
from offline_queue.catalogue_shelf import Judge
from offline_queue.errors import OutboxError
from offline_queue.wire import WireError

Trial = Callable[[Catalogue], str]
"""Tries a catalogue that can be read: what is wrong in one line, empty when it can be used. Never raises."""


@dataclass(frozen=True)
class InUse:
    """A catalogue and its version, 0 when it ships with the program; `passed_over`: newer ones, with the reason;
    `open`: newer ones that nobody has tried yet."""

    catalogue: Catalogue
    version: int
    passed_over: tuple[tuple[int, str], ...] = ()
    open: tuple[int, ...] = ()

    def note(self) -> str:
        """One line a version for the log: what is in use, and why nothing newer is."""
        which = f"version {self.version} of the city" if self.version else "the one that ships with the program"
        lines = [f"catalogue: {which}, {len(self.catalogue)} services"]
        lines += [f"catalogue: version {version} cannot be used: {reason}" for version, reason in self.passed_over]
        return "\n".join(lines)


def untried(_: Catalogue) -> str:
    """No trial: for whoever only looks something up. Nothing is kept of it."""
    return ""


class _Unusable(Exception):
    """A version that cannot be used; the text says why."""


class _Open(Exception):
    """A version that nobody has tried yet."""


def take_up(data_dir: Path, trial: Trial | None) -> InUse:
    """The catalogue to work with from now on; without a trial, of those that were tried before.

    Raises CatalogueError when not even the one that ships can be read.
    """
    passed_over: list[tuple[int, str]] = []
    still_open: list[int] = []
    for version in catalogue_shelf.versions(data_dir):
        try:
            usable = _usable(data_dir, version, trial)
            return InUse(usable, version, tuple(passed_over), tuple(still_open))
        except _Open:
            still_open.append(version)
        except (_Unusable, WireError, OutboxError) as error:
            passed_over.append((version, str(error).splitlines()[0]))
    return InUse(catalogue.load(), 0, tuple(passed_over), tuple(still_open))


def judge(data_dir: Path, trial: Trial) -> Judge:
    """What tries a version before it is kept. Whatever comes of it, the version is kept, with its verdict."""

    def judged(edition: Edition, digest: str) -> None:
        with suppress(_Unusable):
            _tried(data_dir, edition.version, digest, edition.files, trial)

    return judged


def try_open(data_dir: Path, judge: Judge) -> None:
    """Have those judged that nobody has tried, the newest first, until one can be used."""
    for version in catalogue_shelf.versions(data_dir):
        with suppress(WireError, OutboxError):
            digest = catalogue_shelf.digest(data_dir, version)
            if catalogue_verdicts.known(data_dir, version, digest) is None:
                judge(catalogue_shelf.read(data_dir, version), digest)
            verdict = catalogue_verdicts.known(data_dir, version, digest)
            if verdict is not None and not verdict.wrong:
                return


def _usable(data_dir: Path, version: int, trial: Trial | None) -> Catalogue:
    digest = catalogue_shelf.digest(data_dir, version)
    verdict = catalogue_verdicts.known(data_dir, version, digest)
    if verdict is not None and verdict.wrong:
        raise _Unusable(verdict.wrong)
    if verdict is not None:
        trial = untried
    if trial is None:
        raise _Open
    return _tried(data_dir, version, digest, catalogue_shelf.read(data_dir, version).files, trial)


def _tried(data_dir: Path, version: int, digest: str, files: Mapping[str, bytes], trial: Trial) -> Catalogue:
    """The catalogue of a version that can be used; what is found is kept. Raises _Unusable."""
    try:
        read = catalogue.from_files(Path(f"catalogue-{version}"), files)
    except CatalogueError as error:
        wrong = str(error).splitlines()[0]
    else:
        wrong = trial(read)
    if wrong or trial is not untried:
        # a disk that takes no note has it tried again at the next start
        with suppress(OutboxError):
            catalogue_verdicts.remember(data_dir, version, digest, wrong)
    if wrong:
        raise _Unusable(wrong)
    return read
