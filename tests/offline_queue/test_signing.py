"""Signatures on requests: written by us, read by a library that knows the whole RFC."""

from __future__ import annotations

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver, InvalidSignature
from http_message_signatures.algorithms import ED25519
from hypothesis import given
from hypothesis import strategies as st

from offline_queue.signing import COVERED, Signer

KEY = Ed25519PrivateKey.generate()


class Keys(HTTPSignatureKeyResolver):
    def resolve_public_key(self, key_id):
        assert key_id == "0042"
        return KEY.public_key()


def request(method, url, body):
    made = requests.Request(method, url).prepare()
    made.headers.update(Signer("0042", KEY).headers(method, made.url, body))
    return made


def verified(made, body):
    covered = COVERED if body is None else (*COVERED, "content-digest")
    verifier = HTTPMessageVerifier(signature_algorithm=ED25519, key_resolver=Keys())
    return verifier.verify(made, require_components=covered, body=body)


HOSTS = st.sampled_from(["127.0.0.1:8420", "Intake.Example", "intake.example:443", "[::1]:80", "市.example:8443"])
PATHS = st.sampled_from(["", "/", "/v1/parts/" + "0" * 64, "/city/v1/terminals/self/news/0", "/a%20b/市"])


@given(
    st.sampled_from(["PUT", "GET", "HEAD", "PATCH", "POST"]),
    st.sampled_from(["http", "https"]),
    HOSTS,
    PATHS,
    st.one_of(st.none(), st.binary(max_size=300)),
)
def test_what_is_signed_here_is_verified_there(method, scheme, host, path, body):
    [result] = verified(request(method, f"{scheme}://{host}{path}", body), body)
    assert result.label == "terminal"


@pytest.mark.parametrize(
    "change",
    [
        lambda made: setattr(made, "method", "POST"),
        lambda made: setattr(made, "url", made.url + "0"),
        lambda made: setattr(made, "url", made.url.replace("intake", "elsewhere")),
        lambda made: made.headers.update({"Content-Digest": made.headers["Content-Digest"].replace("=:", "=:A", 1)}),
    ],
)
def test_a_changed_request_is_not_verified(change):
    made = request("PUT", "https://intake.example/v1/ratings/1", b"body")
    change(made)
    with pytest.raises(InvalidSignature):
        verified(made, b"body")


def test_a_changed_body_is_not_verified():
    with pytest.raises(InvalidSignature):
        verified(request("PUT", "https://intake.example/v1/ratings/1", b"body"), b"Body")
