"""The contract as a document is the contract as served."""

from __future__ import annotations

import socket
from pathlib import Path

import requests
import yaml
from typer.testing import CliRunner

from intake.cli import app

DOCUMENT = Path(__file__).parents[2] / "docs" / "intake-api.yaml"


def test_the_document_is_what_the_server_says():
    made = CliRunner().invoke(app, ["openapi"])
    assert made.exit_code == 0
    assert yaml.safe_load(DOCUMENT.read_text()) == yaml.safe_load(made.stdout), (
        "run: kiosk-intake openapi > docs/intake-api.yaml"
    )


def test_an_unknown_number_is_told_with_the_next_step(tmp_path):
    told = CliRunner().invoke(app, ["show", "37010226112400013", "--data", str(tmp_path), "--json"])
    assert told.exit_code == 3
    assert '"code": "not_found"' in told.stdout


def test_a_taken_port_is_told_with_the_next_step(tmp_path, free_port):
    with socket.create_server(("127.0.0.1", free_port())) as server:
        told = CliRunner().invoke(app, ["serve", "--port", str(server.getsockname()[1]), "--data", str(tmp_path)])
    assert told.exit_code == 3
    assert "another --port" in told.stderr


def test_codes_are_printed_alone_and_differ(tmp_path):
    codes = {CliRunner().invoke(app, ["enrol-code", "--data", str(tmp_path)]).stdout for _ in range(3)}
    assert len(codes) == 3
    assert all(len(code.strip().split()) == 1 for code in codes)


def test_what_the_framework_cannot_read_is_refused_in_our_words(intake):
    for path, body, status in (("/v1/terminals", b"\xff\xfe{", 422), ("/v1/nowhere", b"{}", 404)):
        headers = {"Content-Type": "application/json"}
        answer = requests.post(intake.url + path, data=body, headers=headers, timeout=20)
        assert (answer.status_code, answer.json()["status"]) == (status, status)
        assert answer.headers["Content-Type"] == "application/problem+json"
