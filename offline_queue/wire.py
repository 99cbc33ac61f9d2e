"""The contract with the city: what travels between terminal and intake. `docs/intake-api.yaml` is made from it."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any, Literal, TypeVar

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

FORMAT: Literal["kiosk-submission-1"] = "kiosk-submission-1"
"""Name and version of the sealed format; part of every seal."""

FORM_PART = "form"
"""Name of the part that holds the form; the others are scans."""

MAX_PART_BYTES = 32 << 20
MAX_MANIFEST_BYTES = 256 << 10
MAX_PARTS = 100

ACKNOWLEDGEMENT_TYPE = "application/vnd.kiosk.acknowledgement+jws"
"""Media type of an acknowledgement: a compact JWS (RFC 7515), EdDSA (RFC 8037)."""

KEYS_TYPE = "application/vnd.kiosk.keys+jws"
"""Media type of the city's keys, signed likewise."""

UPLOAD_TYPE = "application/partial-upload"
UPLOAD_VERSION = "8"
"""Resumable Uploads for HTTP, draft-ietf-httpbis-resumable-upload: media type of a piece, and interop version."""

PROBLEM_TYPE = "application/problem+json"
"""RFC 9457."""

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
SubmissionId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
PartName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$")]
TerminalNumber = Annotated[str, StringConstraints(pattern=r"^([0-9]{4}|[0-9]{6})$")]
AreaCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_:]{0,80}$")]
"""A rule, an office or a device as the catalogue names it; empty where there is none."""

Base64 = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]*={0,2}$", max_length=16384)]


class WireError(Exception):
    """Bytes from outside that are not what the contract says. The text holds nothing of them."""


class Suite(StrEnum):
    """How a submission is sealed: a closed list, with room for the national SM suite."""

    X25519 = "AES256GCM-HPKE-X25519"
    HYBRID = "AES256GCM-HPKE-MLKEM768-X25519"


class Message(BaseModel):
    """Base of all messages: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Part(Message):
    """A sealed part: its name, its place, and the ciphertext's SHA-256 and size in bytes."""

    part: PartName
    index: int = Field(ge=0, lt=MAX_PARTS)
    media_type: str = Field(max_length=100)
    digest: Digest
    size: int = Field(ge=0, le=MAX_PART_BYTES)


class Manifest(Message):
    """A submission: all that is readable of it, the wrapped key, and its parts. The first part is the form."""

    format: Literal["kiosk-submission-1"]
    id: SubmissionId
    service_code: str = Field(min_length=1, max_length=50)
    terminal: TerminalNumber
    offline_number: str = Field(max_length=40)
    sequence: int = Field(ge=1)
    sealed_at: str = Field(max_length=40)
    suite: Suite
    key_id: str = Field(max_length=64)
    wrapped_key: Base64
    parts: tuple[Part, ...] = Field(min_length=1, max_length=MAX_PARTS)


class Acknowledgement(Message):
    """Proof that the intake holds a submission: its id, its manifest's digest, the number it got."""

    id: SubmissionId
    digest: Digest
    acceptance_number: str = Field(max_length=40)
    received_at: str = Field(max_length=40)


class Registration(Message):
    """A terminal introduces itself with a code from the city. `public_key` is Ed25519, raw, base64."""

    model_config = ConfigDict(defer_build=False)  # the intake's framework warns of a parameter that is made late

    code: str = Field(min_length=4, max_length=64)
    public_key: Base64
    area: AreaCode
    station: str = Field(max_length=100)


class SealingKey(Message):
    """A public key of the intake to seal to."""

    key_id: str = Field(max_length=64)
    suite: Suite
    public_key: Base64


class Registered(Message):
    """What the terminal gets: its number, the key to seal to, the key that signs for the city (Ed25519, raw).

    Earlier signing keys are still believed: an acknowledgement may be as old as the outage that delayed it.
    """

    terminal: TerminalNumber
    sealing_key: SealingKey
    signing_key: Base64
    earlier_signing_keys: tuple[Base64, ...] = Field(default=(), max_length=20)


class CityKeys(Message):
    """The keys in use now, signed by one that the terminal knows already."""

    sealing_key: SealingKey
    signing_key: Base64
    earlier_signing_keys: tuple[Base64, ...] = Field(default=(), max_length=20)


class Sealed(Message):
    """A few words sealed by themselves (HPKE, one shot), bound to the letter they are in."""

    suite: Suite
    key_id: str = Field(max_length=64)
    box: Base64


class CaseState(StrEnum):
    """Where a case stands. ASKED and ANSWERED are those of a request for assistance."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    SUPPLEMENT = "supplement"
    DONE = "done"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ASKED = "asked"
    ANSWERED = "answered"


class Progress(Message):
    """Where a case stands, and in both languages what comes next.

    Of a refusal: by which rule, which office says more, and the service that may be had instead.
    """

    acceptance_number: str = Field(max_length=40)
    state: CaseState
    zh: str = Field(max_length=500)
    en: str = Field(max_length=500)
    changed_at: str = Field(max_length=40)
    reason: Name = ""
    office: Name = ""
    successor: str = Field(default="", max_length=50)


class Query(Message):
    """Which of these does the intake hold?"""

    ids: tuple[SubmissionId, ...] = Field(max_length=1000)


class Known(Message):
    """Those of the ids asked for that the intake holds, with the digests of their manifests."""

    known: dict[SubmissionId, Digest] = Field(max_length=1000)


class ProblemKind(StrEnum):
    """The closed list of problems (RFC 9457 `type`)."""

    MISSING_PARTS = "missing-parts"
    CONTENT_CONFLICT = "content-conflict"
    INVALID = "invalid"
    NOT_TRUSTED = "terminal-not-trusted"
    TOO_LARGE = "too-large"
    NOT_FOUND = "not-found"
    WITHDRAWN = "withdrawn"
    OFFSET = "wrong-offset"
    UNAVAILABLE = "unavailable"


PERMANENT = frozenset({ProblemKind.CONTENT_CONFLICT, ProblemKind.INVALID, ProblemKind.TOO_LARGE, ProblemKind.WITHDRAWN})
"""Problems of the submission itself: trying again cannot help."""


class Problem(BaseModel):
    """A refusal in our own words; anything else with an error status is noise of the line."""

    type: ProblemKind
    title: str = Field(default="", max_length=400)
    status: int = Field(ge=400, le=599)
    missing: tuple[Digest, ...] = Field(default=(), max_length=MAX_PARTS)


M = TypeVar("M", bound=BaseModel)


def parse(model: type[M], raw: bytes) -> M:
    """A message out of JSON bytes. Raises WireError."""
    try:
        return model.model_validate_json(raw)
    except ValidationError:
        raise WireError(f"not a {model.__name__}") from None


def digest_of(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def sign(message: Message, key: Ed25519PrivateKey) -> bytes:
    """A message as a compact JWS; what it does not say is left out, so that an older reader misses nothing."""
    head = _base64url(b'{"alg":"EdDSA"}') + b"." + _base64url(message.model_dump_json(exclude_defaults=True).encode())
    return head + b"." + _base64url(key.sign(head))


def verify(model: type[M], token: bytes, keys: Iterable[Ed25519PublicKey]) -> M:
    """The message out of a JWS, if one of the keys signed it. Raises WireError."""
    parts = token.split(b".")
    if len(parts) != 3:
        raise WireError(f"not a signed {model.__name__}")
    try:
        header: Any = json.loads(_unbase64url(parts[0]))
        signature, payload = _unbase64url(parts[2]), _unbase64url(parts[1])
    except (ValueError, RecursionError):
        raise WireError(f"not a signed {model.__name__}") from None
    if header != {"alg": "EdDSA"}:
        raise WireError(f"the {model.__name__} is signed in another way")
    if not any(_signed_by(key, signature, parts[0] + b"." + parts[1]) for key in keys):
        raise WireError(f"the {model.__name__} is not signed by a key we know")
    return parse(model, payload)


def _signed_by(key: Ed25519PublicKey, signature: bytes, data: bytes) -> bool:
    try:
        key.verify(signature, data)
    except InvalidSignature:
        return False
    return True


def _base64url(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def _unbase64url(data: bytes) -> bytes:
    return base64.b64decode(data + b"=" * (-len(data) % 4), altchars=b"-_", validate=True)
