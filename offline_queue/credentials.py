"""What enrolment leaves under `data_dir`: the terminal's own key, its number, the city's keys."""

from __future__ import annotations

import base64
import json
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from offline_queue.errors import NotEnrolled, OutboxError
from offline_queue.files import write_durably
from offline_queue.wire import Registered, WireError, parse

KEY_FILE = "terminal.key"
CITY_FILE = "city.json"


@dataclass(frozen=True, repr=False)
class Credentials:
    """The terminal's Ed25519 key and what the city gave it."""

    key: Ed25519PrivateKey
    city: Registered

    @property
    def signing_keys(self) -> tuple[Ed25519PublicKey, ...]:
        """The keys with which the city signs acknowledgements, the newest first."""
        return signing_keys(self.city)


def signing_keys(city: Registered) -> tuple[Ed25519PublicKey, ...]:
    """The keys with which a city signs, the newest first."""
    return tuple(
        Ed25519PublicKey.from_public_bytes(base64.b64decode(key))
        for key in (city.signing_key, *city.earlier_signing_keys)
    )


def load(data_dir: Path) -> Credentials:
    """The credentials of an enrolled terminal. Raises NotEnrolled, OutboxError."""
    city = load_city(data_dir)
    try:
        credentials = Credentials(_key(data_dir), city)
        _ = credentials.signing_keys
    except FileNotFoundError:
        raise NotEnrolled from None
    except (OSError, ValueError):
        raise _unreadable(data_dir) from None
    return credentials


def load_city(data_dir: Path) -> Registered:
    """What the city gave; read again only when the file has changed. Raises NotEnrolled, OutboxError."""
    path = data_dir / CITY_FILE
    try:
        state = path.stat()
        return _city(path, (state.st_ino, state.st_mtime_ns, state.st_size))
    except FileNotFoundError:
        raise NotEnrolled from None
    except (OSError, WireError):
        raise _unreadable(data_dir) from None


@lru_cache(maxsize=4)
def _city(path: Path, _: tuple[int, int, int]) -> Registered:
    return parse(Registered, path.read_bytes())


def _unreadable(data_dir: Path) -> OutboxError:
    return OutboxError(f"the keys under {data_dir} cannot be read; enrol the terminal again")


def _key(data_dir: Path) -> Ed25519PrivateKey:
    """From systemd where it hands us the key (LoadCredentialEncrypted=), else from our file."""
    handed = os.environ.get("CREDENTIALS_DIRECTORY")
    path = Path(handed) / KEY_FILE if handed else data_dir / KEY_FILE
    if not path.exists():
        path = data_dir / KEY_FILE
    return Ed25519PrivateKey.from_private_bytes(path.read_bytes())


def terminal_key(data_dir: Path) -> Ed25519PrivateKey:
    """The terminal's key; made, and durable with mode 0600, when there is none. Raises OutboxError."""
    path = data_dir / KEY_FILE
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        if not path.exists() and not os.environ.get("CREDENTIALS_DIRECTORY"):
            write_durably(path, Ed25519PrivateKey.generate().private_bytes_raw())
        return _key(data_dir)
    except (OSError, ValueError):
        raise OutboxError(f"the terminal's key at {path} cannot be made or read") from None


def store_city(data_dir: Path, city: Registered) -> None:
    """Keep what the city gave. Raises OutboxError."""
    try:
        write_durably(data_dir / CITY_FILE, json.dumps(city.model_dump(mode="json"), indent=1).encode())
    except OSError:
        raise OutboxError(f"{data_dir} cannot be written") from None
