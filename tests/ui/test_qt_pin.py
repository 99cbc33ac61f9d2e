"""Why PySide6 is pinned: on Python 3.11, 6.12.0 drops a reference to None at each call that returns None."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 2000
"""6.12.0 lost one reference a call and aborted after some 5,000."""


def test_calls_that_return_none_keep_none_alive() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < CALLS / 10
