"""A tree of files as a Debian package, byte for byte the same each time."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from installer.package.contents import Package
from installer.package.shell import run
from installer.package.source import Source
from installer.package.system_files import MAINTAINER


def pack(tree: Path, source: Source, package: Package, folder: Path, quick: bool) -> Path:
    """The package made of `tree`, in `folder`."""
    architecture = run(["dpkg", "--print-architecture"]).strip()
    control = tree / "DEBIAN"
    shutil.copytree(source.folder / "installer" / package.folder / "DEBIAN", control)
    for script in control.iterdir():
        script.chmod(0o644 if script.name == "templates" else 0o755)
    files = sorted(path for path in tree.rglob("*") if not path.is_dir() and control not in path.parents)
    (control / "md5sums").write_text("".join(_sums(tree, files)))
    conffiles = [f"/{path.relative_to(tree)}\n" for path in files if path.is_relative_to(tree / "etc")]
    (control / "conffiles").write_text("".join(conffiles))
    size = sum(-(-path.lstat().st_size // 1024) for path in files)
    (control / "control").write_text(control_file(package, source.version, architecture, size), "utf-8")
    for path in (tree, *tree.rglob("*")):
        os.utime(path, (source.epoch, source.epoch), follow_symlinks=False)
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / f"{package.name}_{source.version}_{architecture}.deb"
    # threads would cut the stream by their number; xz, since dpkg of UOS and Kylin reads no zstd
    packed = ["-Zgzip", "-z1"] if quick else ["-Zxz", "-z6", "--threads-max=1"]
    run(["dpkg-deb", "--root-owner-group", *packed, "-b", tree, made])
    return made


def _sums(tree: Path, files: list[Path]) -> Iterator[str]:
    for path in files:
        if not path.is_symlink():
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            yield f"{digest}  {path.relative_to(tree)}\n"


def control_file(package: Package, version: str, architecture: str, kilobytes: int) -> str:
    fields = {
        "Package": package.name,
        "Version": version,
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join(package.depends),
        "Recommends": ", ".join(package.recommends),
        "Suggests": ", ".join(package.suggests),
        "Section": "misc",
        "Priority": "optional",
    }
    lines = [f"{name}: {value}\n" for name, value in fields.items() if value]
    description = package.description.replace("\n", "\n ")
    return "".join(lines) + f"Description: {package.summary}\n {description}\n"
