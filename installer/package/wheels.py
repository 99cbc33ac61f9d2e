"""The wheels of a package: its dependencies as the lock pins them, hashes checked, and our own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from installer.package.contents import Package
from installer.package.shell import Failed, run
from installer.package.source import Source

COMPILER = {"CFLAGS": "-g0 -O2", "LDFLAGS": "-Wl,--build-id=none"}
"""What is compiled here (python-sane) holds no path of this machine."""


def ours(tools: Path, source: Source, folder: Path) -> Path:
    """The project's own wheel."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.whl"):
        old.unlink()
    run([tools, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", folder, source.folder])
    return next(folder.glob("*.whl"))


def pinned(tools: Path, source: Source, package: Package, work: Path) -> list[Path]:
    """The wheels of everything that the package needs, from the network or pip's cache. Raises Failed."""
    entries = dict(locked(source.lock.read_text("utf-8")))
    asked = work / f"{package.name}.in"
    asked.write_text("\n".join(requirements(source, package)) + "\n", "utf-8")
    plain = work / "constraints.txt"
    plain.write_text("".join(f"{name}=={entry.split()[0].partition('==')[2]}\n" for name, entry in entries.items()))
    report = work / f"{package.name}.json"
    pip: list[str | Path] = [tools, "-m", "pip"]
    run([*pip, "install", "-q", "--dry-run", "--ignore-installed", "--report", report, "-c", plain, "-r", asked])
    names = sorted(canonical(item["metadata"]["name"]) for item in json.loads(report.read_text())["install"])
    if unknown := [name for name in names if name not in entries]:
        raise Failed(f"not in the lock: {', '.join(unknown)}; run: make lock")
    hashed = work / f"{package.name}.lock"
    hashed.write_text("\n".join(entries[name] for name in names) + "\n", "utf-8")
    folder = work / f"{package.name}-wheels"
    for old in folder.glob("*.whl"):
        old.unlink()
    run(
        [*pip, "wheel", "-q", "--no-deps", "--no-build-isolation", "--require-hashes", "-w", folder, "-r", hashed],
        more=COMPILER,
    )
    return sorted(folder.glob("*.whl"))


def requirements(source: Source, package: Package) -> list[str]:
    """The lines of pyproject.toml that the package stands for."""
    extras = source.project["optional-dependencies"]
    lines = [*source.project["dependencies"], *(line for extra in package.extras for line in extras[extra])]
    left_out = {canonical(name) for name in package.without}
    return [line for line in lines if canonical(re.split(r"[\[<>=!~ ]", line)[0]) not in left_out]


def locked(text: str) -> Iterator[tuple[str, str]]:
    """Name and whole entry, hashes with it, of each pinned dependency."""
    for entry in re.findall(r"^[A-Za-z0-9][^\\\n]*==[^\\\n]*(?:\\\n[^\\\n]*)*", text, re.MULTILINE):
        yield canonical(entry.partition("==")[0]), entry


def canonical(name: str) -> str:
    """A name as PyPI compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
