"""The intake's package brings every library that the server imports, wherever it does so."""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import grimp
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from installer.package.contents import INTAKE

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]


def brought() -> set[str]:
    """What pip installs into the package: what is asked for, and what that needs."""
    left_out = {canonicalize_name(name) for name in INTAKE.without}
    asked = [
        *PROJECT["dependencies"],
        *(one for extra in INTAKE.extras for one in PROJECT["optional-dependencies"][extra]),
    ]
    ahead, found = [Requirement(one) for one in asked], set()
    while ahead:
        wanted = ahead.pop()
        name = canonicalize_name(wanted.name)
        applies = wanted.marker is None or any(wanted.marker.evaluate({"extra": one}) for one in ("", *wanted.extras))
        if name in left_out or name in found or not applies:
            continue
        found.add(name)
        try:
            ahead += [Requirement(one) for one in requires(name) or () if "extra ==" not in one]
        except PackageNotFoundError:
            continue
    return found


def test_the_package_of_the_intake_brings_all_that_the_server_imports():
    graph = grimp.build_graph("intake", "offline_queue", include_external_packages=True, cache_dir=None)
    ours = {module for module in graph.modules if module.split(".")[0] == "intake"}
    reached = ours | {found for module in ours for found in graph.find_upstream_modules(module)}
    names = {name.split(".")[0] for name in reached} - set(sys.stdlib_module_names) - {"intake", "offline_queue"}
    makers = packages_distributions()
    missing = {name for name in names if not {canonicalize_name(maker) for maker in makers.get(name, ())} & brought()}
    assert missing == set()
