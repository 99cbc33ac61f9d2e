"""The door from staff's steps to their pages."""

from __future__ import annotations

from typing import assert_never

from kiosk.page import Page
from kiosk.pages.scene import Scene
from kiosk.pages.staff import entering, guides, overview, queue, settings, trials
from kiosk.visit.staff.places import (
    CameraTrial,
    CardTrial,
    Closing,
    Counting,
    Exporting,
    Guide,
    Levels,
    Overview,
    Reprinting,
    Restarting,
    SlipTrial,
    SoundTrial,
    TouchTrial,
    Waiting,
)
from kiosk.visit.staff.steps import StaffStep, Unlocking
from kiosk.visit.steps import Visit


def staff(visit: Visit, step: StaffStep, scene: Scene) -> Page:
    """Any page of staff."""
    if isinstance(step, Unlocking):
        return entering.entering(step, scene, visit.card)
    match at := step.at:
        case Overview():
            return overview.overview(step, scene, visit.closed)
        case Guide():
            return guides.guide(at, step.lights, scene)
        case CardTrial():
            return trials.card(at, scene, visit.card)
        case CameraTrial():
            return trials.camera(at, scene)
        case SlipTrial():
            return trials.slip(at, scene)
        case SoundTrial():
            return trials.sound(at, scene)
        case TouchTrial():
            return trials.touch(at, scene)
        case Waiting():
            return queue.waiting(at, step.lights, scene)
        case Exporting():
            return queue.exporting(at, step.lights, scene)
        case Reprinting():
            return queue.reprinting(at, scene)
        case Counting(today):
            return queue.counting(today, scene)
        case Levels():
            return settings.levels(at, scene)
        case Closing():
            return settings.closing(scene)
        case Restarting():
            return settings.restarting(at, step.lights, scene)
    assert_never(at)
