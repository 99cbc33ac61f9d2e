"""What emptying the queue costs beside a bare session that sends the same bytes, signed ahead, to the same intake."""

from __future__ import annotations

import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import requests

from bench.fleet import Intake
from bench.row import Row
from offline_queue import credentials
from offline_queue.client import Client, NotDelivered
from offline_queue.enrol import enrol
from offline_queue.outbox import Attachment, Outbox
from offline_queue.sync import Agent
from offline_queue.wire import Manifest

ROUNDS = 5

PAYLOADS = {"1 KiB": (1024, 0, 40), "64 KiB": (65536, 0, 40), "form and 2 scans, 1 MB": (4096, 2, 12)}
"""Bytes of the form, scans of 0.5 MB, submissions a round."""


def rows() -> list[Row]:
    """Submissions a second that the intake has acknowledged."""
    folder = Path(tempfile.mkdtemp(dir="build"))
    intake = Intake(folder / "intake", "", workers=1, slots=8)
    intake.start()
    try:
        return [_row(folder, intake, name, *payload) for name, payload in PAYLOADS.items()]
    finally:
        intake.stop()
        shutil.rmtree(folder)


def _row(folder: Path, intake: Intake, name: str, form: int, scans: int, count: int) -> Row:
    ours, theirs = [], []
    data = folder / name.replace(" ", "-")
    enrol(data, intake.url, None, intake.call("enrol-code").strip(), "370102", "bench")
    client = Client(intake.url, None, credentials.load(data))
    with Outbox.open(data) as outbox, requests.Session() as bare:
        for _ in range(ROUNDS):
            _submit(outbox, form, scans, count)
            ours.append(count / _timed(lambda: Agent(outbox, client, _at_once).drain(60.0)))
            _submit(outbox, form, scans, count)
            signed = _signed(client, outbox, count)
            theirs.append(count / _timed(lambda ready=signed: _send_all(bare, ready)))
            # these are at the city already: the agent only learns of it
            Agent(outbox, client, _at_once).drain(60.0)
    client.close()
    return Row(f"drain, {name}", "/s", statistics.median(ours), statistics.median(theirs), "bare session, signed ahead")


def _at_once(_low: float, _high: float) -> float:
    return 0.0


def _timed(work: Any) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _submit(outbox: Outbox, form: int, scans: int, count: int) -> None:
    for _ in range(count):
        content = {"service_code": "x", "answers": {"text": "x" * form}}
        attached = [Attachment(f"scan-{n}", "image/jpeg", random.randbytes(500_000)) for n in range(scans)]
        outbox.submit(content, attached, now=datetime.now(UTC))


def _send_all(bare: requests.Session, ready: list[requests.PreparedRequest]) -> None:
    for request in ready:
        if bare.send(request).status_code != 201:
            raise SystemExit("the intake did not take what the bare session sent")


def _signed(client: Client, outbox: Outbox, count: int) -> list[requests.PreparedRequest]:
    """The requests for the newest submissions, as the client would send them one after the other."""
    client.backlog = ""
    with _caught() as requests_:
        for item in outbox.items()[-count:]:
            exported = outbox.export(item.id)
            if exported is None:
                raise SystemExit("a submission is gone")
            manifest, parts = exported
            entries = Manifest.model_validate_json(manifest).parts
            for path, body, kind in (
                *((f"/v1/parts/{entry.digest}", parts[entry.digest], "application/octet-stream") for entry in entries),
                (f"/v1/submissions/{item.id}", manifest, "application/json"),
            ):
                try:
                    client._send("PUT", path, body, kind)
                except NotDelivered:
                    requests_[-1].body = body
    return requests_


@contextmanager
def _caught() -> Iterator[list[requests.PreparedRequest]]:
    """Requests of this process are kept instead of sent."""
    kept: list[requests.PreparedRequest] = []
    plain = requests.Session.send

    def keep(_: requests.Session, request: requests.PreparedRequest, **__: Any) -> requests.Response:
        kept.append(request)
        raise requests.ConnectionError

    requests.Session.send = cast(Any, keep)  # type: ignore[method-assign]
    try:
        yield kept
    finally:
        requests.Session.send = plain  # type: ignore[method-assign]
