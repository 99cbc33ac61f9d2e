"""What enrolment leaves under `data_dir`: the terminal's own key, its number, the city's keys."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from offline_queue.files import write_durably
from offline_queue.wire import Registered, WireError, parse

KEY_FILE = "terminal.key"
CITY_FILE = "city.json"


class OutboxError(Exception):
    """The queue cannot do what was asked; one plain line without personal data."""


class NotEnrolled(OutboxError):
    """This terminal has no key of the city yet."""

    def __init__(self) -> None:
        super().__init__("this terminal is not enrolled with a city")


@dataclass(frozen=True, repr=False)
class Credentials:
    """The terminal's Ed25519 key and what the city gave it."""

    key: Ed25519PrivateKey
    city: Registered

    @property
    def signing_key(self) -> Ed25519PublicKey:
        """The key with which the city signs acknowledgements."""
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(self.city.signing_key))


def load(data_dir: Path) -> Credentials:
    """The credentials of an enrolled terminal. Raises NotEnrolled, OutboxError."""
    try:
        key = Ed25519PrivateKey.from_private_bytes((data_dir / KEY_FILE).read_bytes())
        credentials = Credentials(key, parse(Registered, (data_dir / CITY_FILE).read_bytes()))
        _ = credentials.signing_key
    except FileNotFoundError:
        raise NotEnrolled from None
    except (OSError, ValueError, WireError):
        raise OutboxError(f"the keys under {data_dir} cannot be read; enrol the terminal again") from None
    return credentials


def terminal_key(data_dir: Path) -> Ed25519PrivateKey:
    """The terminal's key; made, and durable with mode 0600, when there is none. Raises OutboxError."""
    path = data_dir / KEY_FILE
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            write_durably(path, Ed25519PrivateKey.generate().private_bytes_raw())
        return Ed25519PrivateKey.from_private_bytes(path.read_bytes())
    except (OSError, ValueError):
        raise OutboxError(f"the terminal's key at {path} cannot be made or read") from None


def store_city(data_dir: Path, city: Registered) -> None:
    """Keep what the city gave. Raises OutboxError."""
    try:
        write_durably(data_dir / CITY_FILE, json.dumps(city.model_dump(mode="json"), indent=1).encode())
    except OSError:
        raise OutboxError(f"{data_dir} cannot be written") from None
