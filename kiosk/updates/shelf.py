"""The shelf of releases and its fetching, as the configuration says."""

from __future__ import annotations

import platform

from config.settings import Settings
from kiosk.updates import record
from offline_queue.catalogue_verdicts import program
from offline_queue.client import Client
from offline_queue.disk import Reserve
from offline_queue.fetching import Fetching
from offline_queue.release_shelf import Shelf
from offline_queue.releases import ARCHITECTURES, public_keys


def shelf_of(settings: Settings) -> Shelf | None:
    """The shelf; None where no release is to be taken: no key is named, or nothing is made for this machine."""
    architecture = ARCHITECTURES.get(platform.machine())
    if not settings.updates.keys or architecture is None:
        return None
    return Shelf(settings.data_dir, public_keys(settings.updates.keys), architecture)


def fetching_of(settings: Settings, shelf: Shelf, client: Client) -> Fetching:
    """What brings releases to the shelf."""
    state_dir = settings.updates.state_dir
    return Fetching(shelf, client, Reserve(settings.data_dir), program(), lambda: record.told(state_dir))
