"""`python3 -m installer.package`: both packages into `dist/`, the same bytes each time from the same commit."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

from installer.package import archive, bill, environment, system_files, trim, wheels
from installer.package.contents import PACKAGES, Package
from installer.package.shell import Failed, say
from installer.package.source import Source, export

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Exit code 0 when the packages lie in the folder asked for, 3 with one line when something is missing."""
    options = _options()
    # modes, order of words and times must not hang on who builds, or where
    os.umask(0o022)
    os.environ |= {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    os.environ.pop("PYTHONPATH", None)
    try:
        work = options.work.resolve()
        source = export(ROOT, work / "source", options.version)
        os.environ["SOURCE_DATE_EPOCH"] = str(source.epoch)
        tools = environment.tools(work / "tools", source.lock)
        ours = wheels.ours(tools, source, work / "ours")
        for package in PACKAGES:
            if options.only in ("", package.name):
                _build(package, source, tools, ours, work, options)
    except Failed as failure:
        sys.stderr.write(f"deb: {failure}\n")
        return 3
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make deb", description=__doc__)
    parser.add_argument("--version", default="", help="another version than the project's")
    parser.add_argument("--only", default="", choices=["", *(package.name for package in PACKAGES)])
    parser.add_argument("--quick", action="store_true", help="hardly compressed, for trials")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="folder for the packages")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "deb", help="folder to build in")
    return parser.parse_args()


def _build(package: Package, source: Source, tools: Path, ours: Path, work: Path, options: argparse.Namespace) -> None:
    say(f"{package.name} {source.version}")
    tree = work / package.name
    shutil.rmtree(tree, ignore_errors=True)
    wanted = wheels.pinned(tools, source, package, work)
    home = tree / package.home.relative_to("/")
    environment.make(tools, home, [*wanted, ours])
    modules = environment.site_packages(home)
    if package.has_screens:
        environment.record_voices(home, work / "voices")
        trim.trim_qt(modules / "PySide6")
    trim.trim_modules(modules)
    environment.settle(tree, home)
    environment.prove(home, package)
    environment.prove_movable(tree)
    bill.write(bill.tool(work / "bill", source), home, source, package, tree)
    environment.prove_movable(tree)
    system_files.lay(tree, source, package)
    say(f"  {archive.pack(tree, source, package, options.out, options.quick)}")


if __name__ == "__main__":
    sys.exit(main())
