"""docs/security.md: every threat has its test, and every test that it names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[2]
TEXT = (TESTS.parent / "docs" / "security.md").read_text("utf-8")
CHAPTERS = [part.partition("\n") for part in re.split(r"(?m)^## ", TEXT)[1:]]
THREATS = {title: body for title, _, body in CHAPTERS if "| They try |" in body}
EXIST = {
    name
    for file in TESTS.rglob("test_*.py")
    for name in re.findall(r"(?m)^\s*(?:async )?def (test_\w+)", file.read_text("utf-8"))
}


def rows(body: str) -> list[list[str]]:
    lines = [line for line in body.splitlines() if line.startswith("| ") and not line.startswith("| They try")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_all_who_may_try_something_are_there():
    assert set(THREATS) == {
        "A stolen terminal",
        "A hostile resident at the glass",
        "A hostile USB device",
        "A hostile network",
        "Curious staff",
    }


@pytest.mark.parametrize("who", THREATS)
def test_everything_that_is_tried_has_its_test_or_the_reason_why_not(who):
    assert len(rows(THREATS[who])) >= 5
    for tried, stops, shown in rows(THREATS[who]):
        assert stops, tried
        named = re.findall(r"`(test_\w+)`", shown)
        assert named or shown.startswith("none: "), tried
        assert not set(named) - EXIST, "no such test"
