"""The city's keys: one to open submissions, one to sign acknowledgements. Made at first use, mode 0600."""

from __future__ import annotations

import base64
import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from offline_queue.sealing import PrivateKey, generate, private_key, public_bytes
from offline_queue.wire import SealingKey, Suite, digest_of

SUITE = Suite.HYBRID
"""For new keys: secret also from someone who stores today's traffic and has a quantum computer later."""


@dataclass(frozen=True, repr=False)
class CityKeys:
    """Both keys and their public halves."""

    opening: PrivateKey
    sealing: SealingKey
    signing: Ed25519PrivateKey

    @property
    def signing_public(self) -> str:
        """Ed25519, raw, base64."""
        return base64.b64encode(self.signing.public_key().public_bytes_raw()).decode()


def load(folder: Path) -> CityKeys:
    """The keys under `folder`, made when there are none. Raises OSError, ValueError."""
    folder.mkdir(parents=True, exist_ok=True)
    opening = _secret(folder / "opening.key", generate(SUITE))
    signing = _secret(folder / "signing.key", Ed25519PrivateKey.generate().private_bytes_raw())
    public = public_bytes(SUITE, opening)
    sealing = SealingKey(key_id=digest_of(public)[:16], suite=SUITE, public_key=base64.b64encode(public).decode())
    return CityKeys(private_key(SUITE, opening), sealing, Ed25519PrivateKey.from_private_bytes(signing))


def _secret(path: Path, fresh: bytes) -> bytes:
    """The bytes at `path`; `fresh` ones when it is new. Of two first starts at once one wins, and both use its key."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(fresh)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(temporary, path)
    except FileExistsError:
        pass
    finally:
        temporary.unlink()
    return path.read_bytes()
