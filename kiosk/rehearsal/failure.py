"""How a scenario fails."""

from __future__ import annotations


class ScenarioFailed(Exception):
    """What was expected did not show; the text says at which step."""
