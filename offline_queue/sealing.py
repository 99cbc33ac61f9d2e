"""Sealing: form and scans encrypted to the city's public key before anything touches the disk.

One random AES-256-GCM key per submission, wrapped with HPKE (RFC 9180). Each part is bound to its submission, name,
place and key by additional data, so that no part can be moved. The terminal cannot open what it sealed.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import uuid_utils
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
)
from cryptography.hazmat.primitives.hpke import Suite as Hpke

from offline_queue.letters import Picture
from offline_queue.wire import FORMAT, Manifest, Part, Sealed, SealingKey, Suite, WireError, digest_of

NONCE = 12
"""Bytes of a GCM nonce (NIST SP 800-38D, section 8.2.2: random, far fewer than 2**32 for one key)."""

_MLKEM_PUBLIC = 1184
_MLKEM_SEED = 64
"""Bytes of an ML-KEM-768 public key and private seed (FIPS 203); X25519 keys of 32 bytes follow them."""

_KEMS = {Suite.X25519: KEM.X25519, Suite.HYBRID: KEM.MLKEM768_X25519}

PrivateKey = X25519PrivateKey | MLKEM768X25519PrivateKey
PublicKey = X25519PublicKey | MLKEM768X25519PublicKey


@dataclass(frozen=True, repr=False)
class Plain:
    """A part in the clear: only ever in memory."""

    part: str
    media_type: str
    data: bytes


@dataclass(frozen=True, repr=False)
class DataKey:
    """The key of one submission: its id, the city's key it is wrapped to, the cipher, the wrapped key (base64)."""

    submission: str
    key: SealingKey
    cipher: AESGCM
    wrapped: str


@dataclass(frozen=True, repr=False)
class SealedPart:
    """A part's entry for the manifest, and its ciphertext."""

    entry: Part
    ciphertext: bytes


def data_key(key: SealingKey) -> DataKey:
    """A new data key and the id of the submission that will use it. Raises WireError when the public key is none."""
    # the time in a version 7 is that of its making, which may be earlier than the sealing: nothing is ordered by it
    submission = str(uuid_utils.uuid7())
    secret = AESGCM.generate_key(256)
    wrapped = _hpke(key.suite).encrypt(secret, _public(key), info=_info(submission, key.key_id))
    return DataKey(submission, key, AESGCM(secret), base64.b64encode(wrapped).decode())


def seal(data_key: DataKey, plains: Sequence[Plain]) -> tuple[SealedPart, ...]:
    """The sealed parts of the one submission that `data_key` is for."""
    sealed = []
    for index, plain in enumerate(plains):
        nonce = os.urandom(NONCE)
        bound = _bound(data_key.submission, plain.part, index, data_key.key.key_id)
        ciphertext = nonce + data_key.cipher.encrypt(nonce, plain.data, bound)
        entry = Part(
            part=plain.part,
            index=index,
            media_type=plain.media_type,
            digest=digest_of(ciphertext),
            size=len(ciphertext),
        )
        sealed.append(SealedPart(entry, ciphertext))
    return tuple(sealed)


def open_key(manifest: Manifest, key: PrivateKey) -> bytes:
    """The data key of a submission. Raises WireError."""
    try:
        wrapped = base64.b64decode(manifest.wrapped_key, validate=True)
        opened = _hpke(manifest.suite).decrypt(wrapped, key, info=_info(manifest.id, manifest.key_id))
    except Exception:  # the library raises its own types for each way in which a wrapped key can be wrong
        raise WireError("the key of the submission cannot be unwrapped") from None
    if len(opened) != 32:
        raise WireError("the key of the submission has another length")
    return opened


def open_part(manifest: Manifest, entry: Part, ciphertext: bytes, data_key: bytes) -> bytes:
    """A part in the clear. Raises WireError when it was changed or moved."""
    bound = _bound(manifest.id, entry.part, entry.index, manifest.key_id)
    try:
        return AESGCM(data_key).decrypt(ciphertext[:NONCE], ciphertext[NONCE:], bound)
    except (InvalidTag, ValueError):
        raise WireError("a part of the submission does not open") from None


def seal_words(letter: str, words: str, key: SealingKey) -> Sealed:
    """A few words for one letter. Raises WireError when the public key is none."""
    box = _hpke(key.suite).encrypt(words.encode(), _public(key), info=_info(letter, key.key_id))
    return Sealed(suite=key.suite, key_id=key.key_id, box=base64.b64encode(box).decode())


def open_words(letter: str, sealed: Sealed, key: PrivateKey) -> str:
    """The words of a letter. Raises WireError."""
    try:
        box = base64.b64decode(sealed.box, validate=True)
        return _hpke(sealed.suite).decrypt(box, key, info=_info(letter, sealed.key_id)).decode()
    except Exception:  # the library raises its own types for each way in which a box can be wrong
        raise WireError("the words of the letter do not open") from None


def seal_picture(letter: str, picture: bytes, key: SealingKey) -> tuple[Picture, bytes]:
    """A JPEG for one letter, and its ciphertext. Raises WireError for no public key, ValueError for a large picture."""
    box = _hpke(key.suite).encrypt(picture, _public(key), info=_picture_info(letter, key.key_id))
    entry = Picture(suite=key.suite, key_id=key.key_id, media_type="image/jpeg", digest=digest_of(box), size=len(box))
    return entry, box


def open_picture(letter: str, entry: Picture, ciphertext: bytes, key: PrivateKey) -> bytes:
    """The picture of a letter. Raises WireError."""
    try:
        return _hpke(entry.suite).decrypt(ciphertext, key, info=_picture_info(letter, entry.key_id))
    except Exception:  # the library raises its own types for each way in which a box can be wrong
        raise WireError("the picture of the letter does not open") from None


def generate(suite: Suite) -> bytes:
    """A new private key, raw: for the hybrid the ML-KEM seed and the X25519 key."""
    x25519 = X25519PrivateKey.generate().private_bytes_raw()
    if suite is Suite.X25519:
        return x25519
    return MLKEM768PrivateKey.generate().private_bytes_raw() + x25519


def private_key(suite: Suite, raw: bytes) -> PrivateKey:
    """A private key out of the bytes of `generate`."""
    if suite is Suite.X25519:
        return X25519PrivateKey.from_private_bytes(raw)
    return MLKEM768X25519PrivateKey(
        MLKEM768PrivateKey.from_seed_bytes(raw[:_MLKEM_SEED]), X25519PrivateKey.from_private_bytes(raw[_MLKEM_SEED:])
    )


def public_bytes(suite: Suite, raw: bytes) -> bytes:
    """The public key, raw, that belongs to a private one."""
    if suite is Suite.X25519:
        return X25519PrivateKey.from_private_bytes(raw).public_key().public_bytes_raw()
    mlkem = MLKEM768PrivateKey.from_seed_bytes(raw[:_MLKEM_SEED]).public_key().public_bytes_raw()
    return mlkem + X25519PrivateKey.from_private_bytes(raw[_MLKEM_SEED:]).public_key().public_bytes_raw()


@lru_cache(maxsize=4)
def _public(key: SealingKey) -> PublicKey:
    try:
        raw = base64.b64decode(key.public_key, validate=True)
        if key.suite is Suite.X25519:
            return X25519PublicKey.from_public_bytes(raw)
        return MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(raw[:_MLKEM_PUBLIC]),
            X25519PublicKey.from_public_bytes(raw[_MLKEM_PUBLIC:]),
        )
    except ValueError:
        raise WireError("the city's sealing key is no key") from None


def _hpke(suite: Suite) -> Hpke:
    return Hpke(_KEMS[suite], KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def _info(submission: str, key_id: str) -> bytes:
    return f"{FORMAT}\n{submission}\n{key_id}".encode()


def _picture_info(letter: str, key_id: str) -> bytes:
    return _info(letter, key_id) + b"\npicture"


def _bound(submission: str, part: str, index: int, key_id: str) -> bytes:
    return f"{FORMAT}\n{submission}\n{part}\n{index}\n{key_id}".encode()
