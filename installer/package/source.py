"""The source that is packed: a commit of the project, its date and its version."""

from __future__ import annotations

import re
import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from installer.package.shell import Failed, run, say


@dataclass(frozen=True)
class Source:
    """An exported commit; `epoch` are the seconds of its date, `version` the packages'."""

    folder: Path
    commit: str
    epoch: int
    version: str

    @property
    def lock(self) -> Path:
        """Every pinned dependency with its hashes."""
        return self.folder / "installer" / "requirements.lock"

    @property
    def project(self) -> dict[str, Any]:
        """The table `project` of pyproject.toml."""
        table: dict[str, Any] = tomllib.loads((self.folder / "pyproject.toml").read_text("utf-8"))["project"]
        return table


def export(project: Path, folder: Path, version: str) -> Source:
    """The newest commit of `project` in `folder`, under another version if one is given. Raises Failed."""
    commit = run(["git", "rev-parse", "HEAD"], project).strip()
    epoch = int(run(["git", "log", "-1", "--format=%ct", commit], project))
    if run(["git", "status", "--porcelain", "--untracked-files=no"], project).strip():
        say(f"what is not committed is not packed; this is {commit[:12]}")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    tar = folder.with_suffix(".tar")
    run(["git", "archive", "-o", tar, commit], project)
    run(["tar", "-xf", tar, "-C", folder])
    tar.unlink()
    own = str(Source(folder, commit, epoch, "").project["version"])
    if version:
        _renumber(folder / "pyproject.toml", own, version)
    return Source(folder, commit, epoch, version or own)


def _renumber(file: Path, own: str, version: str) -> None:
    # what a Debian and a Python version have in common
    if not re.fullmatch(r"\d+(\.\d+){1,3}", version):
        raise Failed(f"{version} is no version; give numbers and dots, as 1.4.2")
    file.write_text(file.read_text("utf-8").replace(f'version = "{own}"', f'version = "{version}"', 1), "utf-8")
