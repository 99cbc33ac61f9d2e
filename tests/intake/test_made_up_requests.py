"""The intake held against its own document: thousands of made-up requests, signed and unsigned, none surprises it."""

from __future__ import annotations

import base64
import threading
import time
from datetime import datetime
from pathlib import Path

import pytest
import requests
import schemathesis
import uvicorn
import yaml
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from http_message_signatures import HTTPMessageSigner, HTTPSignatureKeyResolver
from http_message_signatures.algorithms import ED25519
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from intake import keys
from intake.catalogues import Catalogues
from intake.objects import Folder
from intake.server import make_app
from intake.store import Store
from offline_queue.signing import COVERED

DOCUMENT = yaml.safe_load((Path(__file__).parents[2] / "docs" / "intake-api.yaml").read_text())

schemathesis.serializer.alias("application/partial-upload", "application/octet-stream")
OPERATIONS = [found.ok() for found in schemathesis.openapi.from_dict(DOCUMENT).get_all_operations()]

KEY = Ed25519PrivateKey.generate()


class Resolver(HTTPSignatureKeyResolver):
    def resolve_private_key(self, key_id):
        return KEY


@pytest.fixture(scope="module")
def city(tmp_path_factory, free_port):
    """An intake in this process, with one terminal."""
    folder = tmp_path_factory.mktemp("city")
    store = Store(f"sqlite:///{folder / 'intake.sqlite'}", Folder(folder / "parts"))
    public = base64.b64encode(KEY.public_key().public_bytes_raw()).decode()
    store.register(store.new_code(), public, "370102", "甸柳社区")
    city_keys = keys.load(folder / "keys")
    files = {"one.toml": b'code = "one"'}
    Catalogues(store.engine, store.objects).publish(files, city_keys.signing[0], datetime.now().astimezone())
    app = make_app(store, city_keys)
    server = uvicorn.Server(uvicorn.Config(app, port=free_port(), log_level="critical"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    with requests.Session() as session:
        yield f"http://127.0.0.1:{server.config.port}", session
    server.should_exit = True
    thread.join()
    store.close()


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_every_answer_is_one_that_the_document_names(operation, city):
    @given(operation.as_strategy())
    @settings(max_examples=60, suppress_health_check=list(HealthCheck))
    def hold(case):
        for signed in (True, False):
            ask(case, signed, *city)

    hold()


def ask(case, signed, url, session):
    asked = case.as_transport_kwargs(base_url=url)
    asked.pop("cookies", None)
    request = requests.Request(**asked).prepare()
    if signed:
        body = request.body.encode() if isinstance(request.body, str) else request.body
        signer = HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=Resolver())
        for header in ("Content-Digest", "Signature", "Signature-Input"):
            request.headers.pop(header, None)
        signer.sign(request, key_id="0001", covered_component_ids=COVERED, body=body or None, label="terminal")
    answer = session.send(request, allow_redirects=False, timeout=20)
    assert answer.status_code < 500 or answer.json()["type"] == "unavailable"
    case.validate_response(answer, checks=(status_code_conformance, response_schema_conformance))
