"""The city's keys: to open submissions, to sign acknowledgements. Made at first use, mode 0600; several over time.

One more, `held.key`, is the secret of the digests under which papers of people are held; it does not change.

Files are `opening.key`, `opening-2.key` … and `signing.key` …: the highest number is in use, the others still open
what was sealed to them, and still prove what they signed.
"""

from __future__ import annotations

import base64
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from offline_queue.sealing import PrivateKey, generate, private_key, public_bytes
from offline_queue.wire import CityKeys as PublicKeys
from offline_queue.wire import SealingKey, Suite, WireError, digest_of, sign

SUITE = Suite.HYBRID
"""For new keys: secret also from someone who stores today's traffic and has a quantum computer later."""

X25519_BYTES = 32
"""Length of a raw X25519 private key (RFC 7748); a file of another length is a hybrid key."""


@dataclass(frozen=True, repr=False)
class CityKeys:
    """All keys; the newest signing key first."""

    sealing: SealingKey
    opening: dict[str, PrivateKey]
    signing: tuple[Ed25519PrivateKey, ...]
    held: bytes

    def opening_for(self, key_id: str) -> PrivateKey:
        """The private key of a sealing key. Raises WireError."""
        try:
            return self.opening[key_id]
        except KeyError:
            raise WireError("it is sealed to a key that is not ours") from None

    @property
    def signing_public(self) -> tuple[Ed25519PublicKey, ...]:
        """The public halves, newest first."""
        return tuple(key.public_key() for key in self.signing)

    @property
    def public(self) -> PublicKeys:
        """What terminals are told."""
        newest, *earlier = (base64.b64encode(key.public_bytes_raw()).decode() for key in self.signing_public)
        return PublicKeys(sealing_key=self.sealing, signing_key=newest, earlier_signing_keys=tuple(earlier))

    def signed_public(self) -> bytes:
        """The same, signed by each key on a line of its own: a terminal knows one of them."""
        return b"\n".join(sign(self.public, key) for key in self.signing)


def load(folder: Path) -> CityKeys:
    """The keys under `folder`, made when there are none. Raises OSError, ValueError."""
    folder.mkdir(parents=True, exist_ok=True)
    opening = _all(folder, "opening") or [_secret(folder / "opening.key", generate(SUITE))]
    signing = _all(folder, "signing") or [_secret(folder / "signing.key", _new_signing())]
    pairs = [_pair(raw) for raw in opening]
    held = folder / "held.key"
    return CityKeys(
        sealing=pairs[-1][0],
        opening={public.key_id: private for public, private in pairs},
        signing=tuple(Ed25519PrivateKey.from_private_bytes(raw) for raw in reversed(signing)),
        held=held.read_bytes() if held.exists() else _secret(held, secrets.token_bytes(32)),
    )


def rotate(folder: Path, suite: Suite = SUITE) -> CityKeys:
    """Make new keys, in use from now on; the old ones stay. Raises OSError, ValueError."""
    load(folder)
    for name, fresh in (("opening", generate(suite)), ("signing", _new_signing())):
        _secret(folder / f"{name}-{len(_all(folder, name)) + 1}.key", fresh)
    return load(folder)


def _pair(raw: bytes) -> tuple[SealingKey, PrivateKey]:
    suite = Suite.X25519 if len(raw) == X25519_BYTES else Suite.HYBRID
    public = public_bytes(suite, raw)
    sealing = SealingKey(key_id=digest_of(public)[:16], suite=suite, public_key=base64.b64encode(public).decode())
    return sealing, private_key(suite, raw)


def _new_signing() -> bytes:
    return Ed25519PrivateKey.generate().private_bytes_raw()


def _all(folder: Path, name: str) -> list[bytes]:
    """All keys of a name, the oldest first."""
    paths = [folder / f"{name}.key"]
    while (path := folder / f"{name}-{len(paths) + 1}.key").exists():
        paths.append(path)
    return [path.read_bytes() for path in paths if path.exists()]


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
