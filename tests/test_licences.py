"""Every package that we name has its licence named, and a version pinned that Debian 12 can install."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distributions
from pathlib import Path

from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
GROUPS = [PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()]
DEBIAN = "3.11.2"
"""Debian 12's Python, which a fresh machine and a terminal have; a developer's may be newer."""

NAMES = {re.split(r"[\[<>=~ ]", wanted, maxsplit=1)[0].lower() for group in GROUPS for wanted in group}


def test_every_dependency_is_among_the_licences():
    listed = (ROOT / "docs" / "licences.md").read_text("utf-8").lower()
    assert [name for name in sorted(NAMES) if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", listed)] == []


def test_every_dependency_is_pinned():
    lock = (ROOT / "installer" / "requirements.lock").read_text("utf-8")
    assert {name.lower() for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)} >= NAMES


def test_every_package_installs_on_the_python_of_debian():
    wanting = {dist.name: SpecifierSet(dist.metadata.get("Requires-Python", "")) for dist in distributions()}
    assert {name: str(wanted) for name, wanted in wanting.items() if DEBIAN not in wanted} == {}
