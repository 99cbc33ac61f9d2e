"""One question to the city's server, as the terminal asks it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

from config.settings import IntakeSettings
from offline_queue.answers import MissingParts, NotDelivered, Refused
from offline_queue.credentials import Credentials
from offline_queue.transport import Trouble
from offline_queue.wire import CityKeys


@dataclass(frozen=True)
class City:
    """What came back: the city's keys, or what is wrong with the line (`trouble`, and `reason` in one line).

    `offset` is seconds by which the answer's clock is ahead of ours, None when nothing answered.
    """

    keys: CityKeys | None
    trouble: Trouble | None
    reason: str
    offset: float | None


def asked(intake: IntakeSettings, credentials: Credentials) -> City:
    """Ask for the city's keys, which it signs, and whether it knows this terminal. Never raises."""
    # the network is read in when it is needed
    from offline_queue.client import Client

    with closing(Client(intake.url, intake.ca_file, credentials, identity=intake.identity)) as client:
        try:
            keys = client.keys()
            # of nothing, but only a terminal that the city knows is answered
            client.known(())
        except NotDelivered as failure:
            return City(None, failure.trouble, failure.reason, client.clock_offset or None)
        except (Refused, MissingParts) as refusal:
            return City(None, Trouble.SERVER, str(refusal), client.clock_offset or None)
        return City(keys, None, "", client.clock_offset)
