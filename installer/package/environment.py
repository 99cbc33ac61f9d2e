"""The virtual environment of a package, made where it is built so that it works where it is installed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from installer.package.contents import Package
from installer.package.shell import Failed, run
from installer.package.wheels import locked

PYTHON = Path("/usr/bin/python3")
"""Debian's; a terminal has no other."""

LAUNCHER = """\
#!{home}/bin/python3 -Iu
import sys

from {entry} import main

sys.exit(main())
"""
"""-u: the journal gets a line when it is written. -I: no module comes from the folder one stands in, or from the
caller's environment."""


def tools(folder: Path, lock: Path) -> Path:
    """The Python of an environment that has pip and the pinned setuptools. Raises Failed."""
    python = folder / "bin" / "python"
    if not python.exists():
        run([PYTHON, "-m", "venv", folder])
    pinned = folder.parent / "tools.lock"
    pinned.write_text(dict(locked(lock.read_text("utf-8")))["setuptools"] + "\n", "utf-8")
    run([python, "-m", "pip", "install", "-q", "--no-deps", "--require-hashes", "-r", pinned])
    return python


def site_packages(home: Path) -> Path:
    """Where the modules of the environment at `home` lie."""
    return next((home / "lib").glob("python3.*")) / "site-packages"


def make(tools: Path, home: Path, wheels: Sequence[Path]) -> None:
    """An environment in `home` with these wheels in it, nothing compiled yet."""
    run([PYTHON, "-m", "venv", "--without-pip", home])
    pip: list[str | Path] = [tools, "-m", "pip", "--python", home / "bin" / "python"]
    run([*pip, "install", "-q", "--no-index", "--no-deps", "--no-compile", *wheels])


# -I ignores what the environment says of bytecode as well; -B: written too early, it would name this folder.
def record_voices(home: Path, kept: Path) -> None:
    """The sentences of the pages, as `make voices` does; `kept` holds those of the last time. Raises Failed."""
    voices = site_packages(home) / "ui" / "voices"
    if kept.exists():
        shutil.copytree(kept, voices)
    run([home / "bin" / "python", "-IB", "-c", "from kiosk.cli import main; main()", "voices"])
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(voices, kept)


def settle(tree: Path, home: Path) -> None:
    """What names the folder that it was built in, or is of no use on a terminal, goes; then all is compiled."""
    for name in ("bin", "include", "lib64"):
        _remove_all_but_python(home / name)
    version = run([PYTHON, "-c", "import platform; print(platform.python_version())"]).strip()
    (home / "pyvenv.cfg").write_text(f"home = /usr/bin\ninclude-system-site-packages = false\nversion = {version}\n")
    modules = site_packages(home)
    for record in modules.glob("*.dist-info/*"):
        if record.name in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json"):
            record.unlink()
    # Qt's Python support would be unpacked and compiled at every start (as in setup.sh)
    if (modules / "shiboken6").exists():
        run([home / "bin" / "python3", "-IB", "-c", "import shiboken6"], more={"SBK_EMBED": "no"})
    where: list[str | Path] = ["-s", tree, "-p", "/", "--invalidation-mode", "unchecked-hash"]
    run([home / "bin" / "python3", "-m", "compileall", "-q", "-f", *where, modules])


def _remove_all_but_python(folder: Path) -> None:
    if folder.is_symlink() or folder.name == "include":
        folder.unlink() if folder.is_symlink() else shutil.rmtree(folder, ignore_errors=True)
        return
    for path in folder.iterdir() if folder.exists() else ():
        if not re.fullmatch(r"python3?", path.name):
            path.unlink()


def launcher(tree: Path, package: Package) -> None:
    """The command of the package in its environment."""
    path = tree / package.home.relative_to("/") / "bin" / package.command
    path.write_text(LAUNCHER.format(home=package.home, entry=package.entry), "utf-8")
    path.chmod(0o755)


def prove_movable(tree: Path) -> None:
    """No file in it names the folder that it was built in. Raises Failed."""
    trace = str(tree).encode()
    for path in sorted(tree.rglob("*")):
        if path.is_file() and not path.is_symlink() and trace in path.read_bytes():
            raise Failed(f"{path} names the folder that it was built in")


def prove(home: Path, package: Package) -> None:
    """Everything that the program may import is there. Raises Failed."""
    done = run(
        [home / "bin" / "python3", "-IB", "-c", _PROOF, *package.modules],
        Path("/"),
        {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"},
    )
    if done.strip() != "all there":
        raise Failed(f"{package.name} would not run: {done.strip()}")


_PROOF = """
import importlib, pkgutil, sys
wrong = []
skipped = ("migrations", "conformance")
tops = [importlib.import_module(name) for name in sys.argv[1:]]
for found in [found for top in tops for found in pkgutil.walk_packages(top.__path__, top.__name__ + ".")]:
    if not any(word in found.name for word in skipped):
        try:
            importlib.import_module(found.name)
        except ImportError as error:
            wrong.append(f"{found.name}: {error}")
print("; ".join(wrong) or "all there")
"""
