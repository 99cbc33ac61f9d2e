"""Messages of the contract: hostile bytes are messages or one named error."""

from __future__ import annotations

import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from offline_queue.health import Health
from offline_queue.letters import Assistance, Rating, Report, Stop
from offline_queue.news import News
from offline_queue.wire import (
    Acknowledgement,
    CityKeys,
    Known,
    Manifest,
    Problem,
    Query,
    Registered,
    Registration,
    WireError,
    parse,
    sign,
    verify,
)

KEY = Ed25519PrivateKey.generate()
PROOF = Acknowledgement(
    id="01934f00-0000-7000-8000-000000000000",
    digest="0" * 64,
    acceptance_number="37010226112400013",
    received_at="2026-11-24T10:31:00+00:00",
)
MODELS = [
    Acknowledgement,
    Assistance,
    CityKeys,
    Health,
    Known,
    Manifest,
    News,
    Problem,
    Query,
    Rating,
    Registered,
    Registration,
    Report,
    Stop,
]

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=200)
@given(st.sampled_from(MODELS), st.one_of(st.binary(max_size=200), values.map(lambda v: json.dumps(v).encode())))
def test_hostile_bytes_are_a_message_or_a_named_error(model, raw):
    try:
        parse(model, raw)
    except WireError as error:
        assert str(error) == f"not a {model.__name__}"


def test_what_was_signed_is_believed():
    assert verify(Acknowledgement, sign(PROOF, KEY), [KEY.public_key()]) == PROOF


@settings(max_examples=300)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=4))
def test_one_changed_byte_is_noticed(at, piece):
    token = sign(PROOF, KEY)
    at %= len(token)
    torn = (token[:at] + piece + token[at + len(piece) :])[: len(token)]
    if torn == token:
        return
    try:
        # the last character of a base64 text has bits that mean nothing
        assert verify(Acknowledgement, torn, [KEY.public_key()]) == PROOF
        assert at + len(piece) >= len(token)
    except WireError:
        return


@given(st.binary(max_size=200))
def test_hostile_tokens_are_named_errors(raw):
    with pytest.raises(WireError):
        verify(Acknowledgement, raw, [KEY.public_key()])


def test_another_algorithm_is_refused():
    head, payload, _ = sign(PROOF, KEY).split(b".")
    forged = b"eyJhbGciOiJub25lIn0." + payload
    with pytest.raises(WireError):
        verify(Acknowledgement, forged + b"." + head, [KEY.public_key()])
