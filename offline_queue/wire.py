"""The contract with the city: what travels between terminal and intake. `docs/intake-api.yaml` is made from it."""

from __future__ import annotations

import base64
import hashlib
import json
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

PROBLEM_TYPE = "application/problem+json"
"""RFC 9457."""

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
SubmissionId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
PartName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$")]
TerminalNumber = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
AreaCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]
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
    """What the terminal gets: its number, the key to seal to, the key that signs acknowledgements (Ed25519, raw)."""

    terminal: TerminalNumber
    sealing_key: SealingKey
    signing_key: Base64


class Rating(Message):
    """An anonymous rating: no person, no submission, no time but the day."""

    service_code: str = Field(max_length=50)
    level: int = Field(ge=1, le=5)
    tags: tuple[str, ...] = Field(max_length=20)
    words: str = Field(max_length=1000)
    day: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")


class Query(Message):
    """Which of these does the intake hold?"""

    ids: tuple[SubmissionId, ...] = Field(max_length=1000)


class ProblemKind(StrEnum):
    """The closed list of problems (RFC 9457 `type`)."""

    MISSING_PARTS = "missing-parts"
    CONTENT_CONFLICT = "content-conflict"
    INVALID = "invalid"
    NOT_TRUSTED = "terminal-not-trusted"
    TOO_LARGE = "too-large"
    NOT_FOUND = "not-found"
    UNAVAILABLE = "unavailable"


PERMANENT = frozenset({ProblemKind.CONTENT_CONFLICT, ProblemKind.INVALID, ProblemKind.TOO_LARGE})
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


def sign(acknowledgement: Acknowledgement, key: Ed25519PrivateKey) -> bytes:
    """The acknowledgement as a compact JWS."""
    head = _base64url(b'{"alg":"EdDSA"}') + b"." + _base64url(acknowledgement.model_dump_json().encode())
    return head + b"." + _base64url(key.sign(head))


def verify(token: bytes, key: Ed25519PublicKey) -> Acknowledgement:
    """The acknowledgement out of a JWS, if the intake signed it. Raises WireError."""
    parts = token.split(b".")
    if len(parts) != 3:
        raise WireError("not a signed acknowledgement")
    try:
        header: Any = json.loads(_unbase64url(parts[0]))
        signature, payload = _unbase64url(parts[2]), _unbase64url(parts[1])
        key.verify(signature, parts[0] + b"." + parts[1])
    except (ValueError, RecursionError):
        raise WireError("not a signed acknowledgement") from None
    except InvalidSignature:
        raise WireError("the acknowledgement is not signed by our intake") from None
    if header != {"alg": "EdDSA"}:
        raise WireError("the acknowledgement is signed in another way")
    return parse(Acknowledgement, payload)


def _base64url(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def _unbase64url(data: bytes) -> bytes:
    return base64.b64decode(data + b"=" * (-len(data) % 4), altchars=b"-_", validate=True)
