"""Submissions that come by hand instead of over the line: the same rules, once in effect all the same."""

from __future__ import annotations

import base64
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from intake.keys import CityKeys
from intake.server import check_form, check_opens, refuse_withdrawn
from intake.signed import Refusal
from intake.store import Store, Stored
from offline_queue.bundle import unpack
from offline_queue.wire import WireError, digest_of, sign


class Withdrawn(WireError):
    """It was withdrawn at the city meanwhile; nothing is to be done."""


def take_in(store: Store, keys: CityKeys, data: bytes) -> tuple[Stored, bool]:
    """Keep the submission of a file; what is stored, and whether it was new. Raises WireError, Withdrawn."""
    bundle = unpack(data)
    terminal = store.terminal(bundle.manifest.terminal)
    if terminal is None:
        raise WireError("it is of a terminal that is not registered here")
    bundle.check(Ed25519PublicKey.from_public_bytes(base64.b64decode(terminal.public_key)))
    known = store.find(bundle.manifest.id)
    if known is not None and known.withdrawn:
        raise Withdrawn("it was withdrawn")
    for digest, ciphertext in bundle.parts.items():
        store.put_part(digest, ciphertext)
    try:
        check_form(bundle.manifest)
        filed = check_opens(store, keys, bundle.manifest)
    except Refusal as refusal:
        raise WireError(refusal.problem.title) from None
    done = store.put_submission(
        bundle.raw,
        bundle.manifest,
        terminal.area,
        datetime.now().astimezone(),
        lambda proof: sign(proof, keys.signing[0]),
        filing=filed,
    )
    if done is None or done[0].digest != digest_of(bundle.raw):
        raise WireError("another submission has this id or offline number")
    try:
        refuse_withdrawn(store, done[0], bundle.manifest, digest_of(bundle.raw))
    except Refusal as refusal:
        raise Withdrawn(refusal.problem.title) from None
    return done
