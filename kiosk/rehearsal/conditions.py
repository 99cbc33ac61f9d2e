"""How a paper may lie and be lit, by name: each a setting of several knobs of the camera at once."""

from __future__ import annotations

from typing import Any

from drivers.simulators.document_camera import SimulatedCamera

CLEAN: dict[str, Any] = {
    "blur": 0,
    "dark": 0.0,
    "shadow": 0.0,
    "glare": False,
    "hand": False,
    "pile": False,
    "shift": 0,
    "turn": 0,
}
"""The camera's knobs, as they are for a paper that lies well."""

_OTHERWISE: dict[str, dict[str, Any]] = {
    "clean": {},
    "blurred": {"blur": 6},
    "upside_down": {"turn": 180},
    "sideways": {"turn": 90},
    "glare": {"glare": True},
    "dark": {"dark": 0.8},
    "shadow": {"shadow": 0.7},
    "hand": {"hand": True},
    "pile": {"pile": True},
    "cut_off": {"shift": 650},
}

CONDITIONS = {name: CLEAN | knobs for name, knobs in _OTHERWISE.items()}
"""Values of the camera's knobs in each."""


def condition_of(camera: SimulatedCamera) -> str:
    """The name of what the camera is set to; empty for a mixture."""
    return next((name for name, knobs in CONDITIONS.items() if all(getattr(camera, k) == knobs[k] for k in knobs)), "")


def make_so(camera: SimulatedCamera, name: str) -> None:
    """Set the camera's knobs to the condition of this name."""
    for knob, value in CONDITIONS[name].items():
        setattr(camera, knob, value)
