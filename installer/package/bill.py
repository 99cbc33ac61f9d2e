"""What is in a package and under which licence, as CycloneDX: for whoever watches for faults in libraries."""

from __future__ import annotations

from pathlib import Path

from installer.package.contents import Package
from installer.package.environment import PYTHON
from installer.package.shell import run
from installer.package.source import Source

NAME = "sbom.cdx.json"


def tool(folder: Path, source: Source) -> Path:
    """The program that writes it, in an environment of its own. Raises Failed."""
    if not (folder / "bin" / "python").exists():
        run([PYTHON, "-m", "venv", folder])
    lock = source.folder / "installer" / "package" / "sbom.lock"
    run([folder / "bin" / "python", "-m", "pip", "install", "-q", "--no-deps", "--require-hashes", "-r", lock])
    return folder / "bin" / "cyclonedx-py"


def write(tool: Path, home: Path, source: Source, package: Package, tree: Path) -> None:
    """Into the documents of the package, from what really lies in its environment. Its time is the commit's."""
    goal = tree / "usr/share/doc" / package.name / NAME
    goal.parent.mkdir(parents=True, exist_ok=True)
    project: list[str | Path] = ["--pyproject", source.folder / "pyproject.toml", "--mc-type", "application"]
    run([tool, "environment", *project, "--output-reproducible", "-o", goal, home / "bin" / "python3"])
