"""Everything of a package outside its environment: units, device rules, settings, documents."""

from __future__ import annotations

import gzip
import shutil
from email.utils import formatdate
from pathlib import Path

from installer.package import environment
from installer.package.contents import Package
from installer.package.source import Source

MAINTAINER = "Neighbourhood kiosk maintainers <maintainers@neighbourhood-kiosk.invalid>"

UNITS = Path("usr/lib/systemd/system")


def lay(tree: Path, source: Source, package: Package) -> None:
    """Put them into the tree, then give everything in it the modes that Debian asks for."""
    installer = source.folder / "installer"
    shutil.copytree(installer / package.folder / "root", tree, dirs_exist_ok=True, symlinks=True)
    for unit in package.units:
        _copy(installer / "units" / unit, tree / UNITS / unit)
    for name, place in package.shipped:
        origin = installer / name
        for path in sorted(origin.iterdir()) if origin.is_dir() else [origin]:
            goal = tree / place.relative_to("/")
            _copy(path, goal / path.name if origin.is_dir() else goal)
    environment.launcher(tree, package)
    documents = tree / "usr/share/doc" / package.name
    _copy(installer / package.folder / "copyright", documents / "copyright")
    _packed(documents / "changelog.gz", changelog(source, package))
    _packed(documents / "CHANGES.md.gz", (source.folder / "CHANGELOG.md").read_text("utf-8"))
    for name in package.documents:
        _copy(source.folder / "docs" / name, documents / name)
    _copy(installer / package.folder / "lintian-overrides", tree / "usr/share/lintian/overrides" / package.name)
    _modes(tree)


def changelog(source: Source, package: Package) -> str:
    """The newest entry in Debian's form; what changed is told in CHANGES.md beside it."""
    date = formatdate(source.epoch)
    commit = f"Built from {source.commit[:12]}; see CHANGES.md.gz."
    return f"{package.name} ({source.version}) stable; urgency=medium\n\n  * {commit}\n\n -- {MAINTAINER}  {date}\n"


def _copy(origin: Path, goal: Path) -> None:
    goal.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(origin, goal)


def _packed(goal: Path, text: str) -> None:
    goal.parent.mkdir(parents=True, exist_ok=True)
    goal.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _modes(tree: Path) -> None:
    for path in tree.rglob("*"):
        if path.is_symlink():
            continue
        runs = path.is_dir() or (path.stat().st_mode & 0o100 and ".so" not in path.name and _starts_as_program(path))
        path.chmod(0o755 if runs else 0o644)


def _starts_as_program(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4).startswith((b"\x7fELF", b"#!"))
