"""What emptying the queue costs beside a bare session that sends the same bytes, signed ahead, to the same intake."""

from __future__ import annotations

import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import ParamSpec

import requests

from bench.city import Intake
from bench.row import Row
from offline_queue import credentials
from offline_queue.client import BYTES, JSON, Client
from offline_queue.enrol import enrol
from offline_queue.outbox import Attachment, Outbox
from offline_queue.sync import Agent

P = ParamSpec("P")

ROUNDS = 15

PAYLOADS = {"1 KiB": (1024, 0, 30), "64 KiB": (65536, 0, 30), "form and 2 scans, 1 MB": (4096, 2, 10)}
"""Bytes of the form, scans of 0.5 MB, submissions a round. Many short rounds, so that both meet the same machine."""


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
    enrol(data, intake.url, None, intake.codes(1)[0], "370102", "bench")
    client = Client(intake.url, None, credentials.load(data))
    with Outbox.open(data) as outbox, requests.Session() as bare:
        for _ in range(ROUNDS):
            _submit(outbox, form, scans, count)
            ours.append(count / _timed(_drain, outbox, client))
            _submit(outbox, form, scans, count)
            signed = _signed(client, outbox, count)
            theirs.append(count / _timed(_send_all, bare, signed))
            # these are at the city already: the agent only learns of it
            _drain(outbox, client)
    client.close()
    return Row(f"drain, {name}", "/s", statistics.median(ours), statistics.median(theirs), "bare session, signed ahead")


def _drain(outbox: Outbox, client: Client) -> None:
    if not Agent(outbox, client, _at_once).drain(60.0):
        raise SystemExit("the agent did not empty its queue")


def _at_once(_low: float, _high: float) -> float:
    return 0.0


def _timed(work: Callable[P, object], *given: P.args, **named: P.kwargs) -> float:
    began = time.perf_counter()
    work(*given, **named)
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
    """The requests for the newest submissions, as the client sends them one after the other."""
    signed = []
    for item in outbox.items()[-count:]:
        exported = outbox.contents.export(item.id)
        if exported is None:
            raise SystemExit("a submission is gone")
        manifest, parts = exported
        signed += [client.signed("PUT", f"/v1/parts/{digest}", part, BYTES) for digest, part in parts.items()]
        signed.append(client.signed("PUT", f"/v1/submissions/{item.id}", manifest, JSON))
    return signed
