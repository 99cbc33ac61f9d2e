"""No module of ours knows another in a circle, not even by the types that only a type checker reads."""

from __future__ import annotations

from graphlib import TopologicalSorter

import grimp

PACKAGES = ("kiosk", "drivers", "ui", "offline_queue", "config", "intake")


def test_no_modules_import_each_other_in_a_circle():
    # without its cache, which confuses options and then tells of old imports
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    TopologicalSorter({module: graph.find_modules_directly_imported_by(module) for module in graph.modules}).prepare()
