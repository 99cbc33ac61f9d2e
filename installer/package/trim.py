"""What of Qt a terminal does not need: 650 MB come with the wheels, 150 are packed.

Named is what stays; what Qt's own files need in turn follows from them. Libraries follow from what links them.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from installer.package.shell import run

BINDINGS = (
    "QtCore", "QtGui", "QtNetwork", "QtOpenGL", "QtQml", "QtQuick", "QtSvg", "QtMultimedia",
    # rehearsals touch the screens with it
    "QtTest", "QtWidgets",
)  # fmt: skip
"""Modules of PySide6: those that we import, and those that these load themselves."""

QML = (
    "QtQml", "QtQml/Models", "QtQml/WorkerScript",
    "QtQuick", "QtQuick/Window", "QtQuick/Layouts", "QtQuick/Shapes", "QtQuick/Templates",
    "QtQuick/Controls", "QtQuick/Controls/Basic", "QtQuick/Controls/Basic/impl", "QtQuick/Controls/impl",
    # the keyboard brings up nothing at all when one of its engines is missing
    "QtQuick/VirtualKeyboard/**",
    # which the keyboard imports
    "QtMultimedia", "Qt/labs/folderlistmodel",
)  # fmt: skip
"""Folders of QML modules, without what lies below them unless it is named; `**`: with all below."""

PLUGINS = (
    "egldeviceintegrations", "generic", "iconengines", "imageformats", "multimedia", "platforminputcontexts",
    "platforms", "wayland-graphics-integration-client", "wayland-shell-integration", "xcbglintegrations",
)  # fmt: skip
"""Kinds of plug-ins."""

NOT_PLUGINS = ("libqpdf.so", "libqvnc.so", "libqvkkhrdisplay.so", "libqtuiotouchplugin.so", "libqevdevtabletplugin.so")
"""Of those kinds, what opens a port or pulls in more than it is worth."""


CLOUD = ("s3", "sts", "sso", "sso-oidc")
"""Of the services that botocore describes: storage, and where its credentials may come from."""


def kept(path: PurePosixPath) -> bool:
    """Whether a file of the folder PySide6 stays; libraries that others link stay as well (`linked`)."""
    top, *below = path.parts
    if path.suffix in (".pyi", ".qmltypes") or path.name == "plugins.qmltypes":
        return False
    if top == "Qt" and below:
        return _kept_of_qt(below[0], PurePosixPath(*below[1:]))
    if top.endswith(".abi3.so") and top.startswith("Qt"):
        return top.partition(".")[0] in BINDINGS
    return top in ("support", "py.typed") or top.endswith(".py") or top.startswith("libpyside6")


def _kept_of_qt(kind: str, path: PurePosixPath) -> bool:
    if kind == "qml":
        folder = str(path.parent)
        return any(folder == name or (name.endswith("/**") and f"{folder}/".startswith(name[:-2])) for name in QML)
    if kind == "plugins":
        return path.parts[0] in PLUGINS and path.name not in NOT_PLUGINS
    return False


def trim_modules(modules: Path) -> None:
    """Remove from a folder of installed packages what only whoever develops them needs."""
    for path in [*modules.rglob("tests"), *modules.glob("*/include"), *modules.glob("botocore/data/*/")]:
        if path.is_dir() and not (path.parent.name == "data" and path.name in CLOUD):
            shutil.rmtree(path)
    for path in modules.rglob("*.pyi"):
        path.unlink()


def trim_qt(pyside: Path) -> None:
    """Remove from the folder PySide6 whatever is not `kept` and not linked by what is."""
    for path in sorted(pyside.rglob("*")):
        if not path.is_dir() and not kept(PurePosixPath(path.relative_to(pyside))) and path.parent.name != "lib":
            path.unlink()
    libraries = pyside / "Qt" / "lib"
    needed = linked([path for path in pyside.rglob("*.so*") if path.parent != libraries], libraries)
    for path in libraries.iterdir():
        if path.name not in needed:
            path.unlink()
    for name in ("include", "typesystems", "glue", "doc", "scripts"):
        shutil.rmtree(pyside / name, ignore_errors=True)
    for folder in sorted((path for path in pyside.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def linked(files: Iterable[Path], libraries: Path) -> set[str]:
    """Names in the folder `libraries` that these files need, directly or through others of them."""
    waiting, found = list(files), set[str]()
    while waiting:
        for name in _needed(waiting.pop()):
            if name not in found and (libraries / name).exists():
                found.add(name)
                waiting.append(libraries / name)
    return found


def _needed(file: Path) -> list[str]:
    return re.findall(r"\(NEEDED\).*\[(.+)\]", run(["readelf", "-d", file]))
