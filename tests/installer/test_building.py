"""What goes into the packages: nothing that the program imports is left out, and everything is pinned."""

import re
import tomllib
from pathlib import Path, PurePosixPath

import PySide6
import pytest

from installer.package import archive, trim, wheels
from installer.package.contents import PACKAGES
from installer.package.source import Source

QT = Path(PySide6.__file__).parent
SOURCES = [Path(name) for name in ("kiosk", "drivers", "ui", "offline_queue", "config")]


def texts(pattern):
    return [path.read_text("utf-8") for folder in SOURCES for path in folder.rglob(pattern)]


def test_every_qt_module_that_we_import_stays():
    used = {name for text in texts("*.py") for name in re.findall(r"(?:from|import) PySide6\.(Qt\w+)", text)}
    assert {"QtQuick", "QtMultimedia"} <= used <= set(trim.BINDINGS)
    for name in used:
        assert trim.kept(PurePosixPath(f"{name}.abi3.so"))


def test_every_qml_module_that_we_or_qts_own_pages_import_stays():
    used = {name for text in texts("*.qml") for name in re.findall(r"(?m)^import (Qt[\w.]*)", text)}
    assert "QtQuick.VirtualKeyboard" in used
    waiting, seen = set(used), set()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        folder = PurePosixPath("Qt/qml", *name.split("."))
        manifest = QT / folder / "qmldir"
        assert manifest.exists()
        assert trim.kept(folder / "qmldir"), name
        needed = re.findall(r"(?m)^(?:depends|import|default import) (Qt[\w.]*)", manifest.read_text())
        for page in manifest.parent.glob("*.qml"):
            needed += re.findall(r"(?m)^import (Qt[\w.]*)", page.read_text("utf-8"))
        waiting |= set(needed) - seen
    assert len(seen) > 12


@pytest.mark.parametrize(
    "path",
    [
        "Qt/plugins/platforms/libqwayland.so",
        "Qt/plugins/platforms/libqxcb.so",
        "Qt/plugins/platforms/libqoffscreen.so",
        "Qt/plugins/multimedia/libffmpegmediaplugin.so",
        "Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "Qt/plugins/imageformats/libqsvg.so",
    ],
)
def test_plug_ins_that_are_loaded_by_name_stay(path):
    assert (QT / path).exists()
    assert trim.kept(PurePosixPath(path))


@pytest.mark.parametrize(
    "path",
    [
        "QtWebEngineCore.abi3.so",
        "QtCore.pyi",
        "designer",
        "include/QtCore/pyside6_qtcore_python.h",
        "Qt/qml/QtQuick3D/qmldir",
        "Qt/qml/QtQuick/Controls/Material/Button.qml",
        "Qt/plugins/sqldrivers/libqsqlite.so",
        "Qt/plugins/platforms/libqvnc.so",
        "Qt/libexec/QtWebEngineProcess",
    ],
)
def test_what_a_terminal_never_uses_is_left_out(path):
    assert not trim.kept(PurePosixPath(path))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_every_requirement_is_pinned_with_hashes(package):
    source = Source(Path.cwd(), "0" * 40, 0, "1.0")
    entries = dict(wheels.locked(source.lock.read_text("utf-8")))
    asked = wheels.requirements(source, package)
    for line in asked:
        entry = entries[wheels.canonical(re.split(r"[\[<>=!~ ]", line)[0])]
        assert "--hash=sha256:" in entry
    named = {wheels.canonical(re.split(r"[\[<>=!~ ]", line)[0]) for line in asked}
    assert not named & {wheels.canonical(name) for name in package.without}
    everything = [
        *source.project["dependencies"],
        *(line for extra in source.project["optional-dependencies"].values() for line in extra),
    ]
    known = {wheels.canonical(re.split(r"[\[<>=!~ ]", line)[0]) for line in everything}
    assert {wheels.canonical(name) for name in package.without} <= known, "a name that is left out is one"


def test_what_writes_the_bill_of_materials_is_pinned_with_hashes():
    folder = Path("installer/package")
    [asked] = [line for line in (folder / "sbom.in").read_text().splitlines() if not line.startswith("#")]
    entries = dict(wheels.locked((folder / "sbom.lock").read_text()))
    assert entries["cyclonedx-bom"].startswith(f"{asked} ")
    assert all("--hash=sha256:" in entry for entry in entries.values())


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_a_control_file_is_well_formed(package):
    lines = archive.control_file(package, "1.2", "amd64", 42).splitlines()
    fields = [line.partition(":")[0] for line in lines if not line.startswith(" ")]
    assert {"Package", "Version", "Architecture", "Maintainer", "Depends", "Description"} <= set(fields)
    assert len(fields) == len(set(fields))
    assert all(len(line) <= 80 for line in lines if line.startswith(" "))
    assert tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]["scripts"][package.command] == (
        f"{package.entry}:main"
    )
