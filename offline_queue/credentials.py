"""What enrolment leaves under `data_dir`: the terminal's own key, its number, the city's keys."""

from __future__ import annotations

import base64
import json
import os
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from offline_queue import sealed_key
from offline_queue.errors import NotEnrolled, OutboxError
from offline_queue.files import flush_folder, write_durably
from offline_queue.wire import Registered, WireError, parse

KEY_FILE = "terminal.key"
SEALED_FILE = "terminal.key.cred"
CITY_FILE = "city.json"


class KeyKept(StrEnum):
    """How the terminal's key is kept: a file of mode 0600, sealed by systemd, handed to us by it, or not at all."""

    FILE = "file"
    SEALED = "sealed"
    HANDED = "handed"
    NONE = "none"


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
    path = f"{data_dir}/{CITY_FILE}"
    try:
        state = os.stat(path)  # noqa: PTH116 - a third of the time of Path, before every submission
        return _city(path, (state.st_ino, state.st_mtime_ns, state.st_size))
    except FileNotFoundError:
        raise NotEnrolled from None
    except (OSError, WireError):
        raise _unreadable(data_dir) from None


@lru_cache(maxsize=4)
def _city(path: str, _: tuple[int, int, int]) -> Registered:
    return parse(Registered, Path(path).read_bytes())


def _unreadable(data_dir: Path) -> OutboxError:
    return OutboxError(f"the keys under {data_dir} cannot be read; enrol the terminal again")


def _key(data_dir: Path) -> Ed25519PrivateKey:
    """Handed by systemd, else from our file, else unsealed by hand. Raises OutboxError, OSError, ValueError."""
    handed, plain, sealed = _handed(), data_dir / KEY_FILE, data_dir / SEALED_FILE
    if handed is not None or plain.exists() or not sealed.exists():
        return Ed25519PrivateKey.from_private_bytes((handed or plain).read_bytes())
    try:
        return Ed25519PrivateKey.from_private_bytes(sealed_key.unseal(KEY_FILE, sealed.read_bytes()))
    except sealed_key.CannotSeal as error:
        raise OutboxError(f"the terminal's key is sealed; run this by its unit or as root ({error})") from None


def _handed() -> Path | None:
    """The key that systemd hands to a unit (LoadCredential=, LoadCredentialEncrypted=)."""
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    path = Path(folder) / KEY_FILE if folder else None
    return path if path is not None and path.exists() else None


def key_kept(data_dir: Path) -> KeyKept:
    """How the terminal's key lies here."""
    if (data_dir / KEY_FILE).exists():
        return KeyKept.FILE
    if (data_dir / SEALED_FILE).exists():
        return KeyKept.SEALED
    return KeyKept.HANDED if _handed() is not None else KeyKept.NONE


def terminal_key(data_dir: Path) -> Ed25519PrivateKey:
    """The terminal's key; made, and durable with mode 0600, when there is none. Raises OutboxError."""
    try:
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        # a unit that was to be handed the key and was not must not come up as somebody else
        if key_kept(data_dir) is KeyKept.NONE and not os.environ.get("CREDENTIALS_DIRECTORY"):
            write_durably(data_dir / KEY_FILE, Ed25519PrivateKey.generate().private_bytes_raw())
        return _key(data_dir)
    except (OSError, ValueError):
        raise OutboxError(f"the terminal's key under {data_dir} cannot be made or read") from None


def seal_key(data_dir: Path) -> None:
    """Have the terminal's key, made now when there is none, only sealed. Raises OutboxError, sealed_key.CannotSeal.

    A new key is never in the clear on the disk. When it cannot be sealed, nothing was changed.
    """
    plain, sealed = data_dir / KEY_FILE, data_dir / SEALED_FILE
    if key_kept(data_dir) in (KeyKept.SEALED, KeyKept.HANDED):
        return
    try:
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        secret = plain.read_bytes() if plain.exists() else Ed25519PrivateKey.generate().private_bytes_raw()
        credential = sealed_key.seal(KEY_FILE, secret)
        if sealed_key.unseal(KEY_FILE, credential) != secret:
            raise sealed_key.CannotSeal("what was sealed does not open again")
        write_durably(sealed, credential)
        plain.unlink(missing_ok=True)
        flush_folder(data_dir)
    except OSError:
        raise OutboxError(f"{data_dir} cannot be written") from None


def store_city(data_dir: Path, city: Registered) -> None:
    """Keep what the city gave. Raises OutboxError."""
    try:
        write_durably(data_dir / CITY_FILE, json.dumps(city.model_dump(mode="json"), indent=1).encode())
    except OSError:
        raise OutboxError(f"{data_dir} cannot be written") from None
