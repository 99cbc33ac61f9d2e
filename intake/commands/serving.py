"""Serving: the contract, the operator's page, and the contract as a document."""

from __future__ import annotations

import json
import os
import ssl
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from fastapi import FastAPI

from intake import keys
from intake.commands.shared import DEFAULT_DATA, Data, Database, Objects, fail, open_store
from offline_queue.limits import OWN, Limits

_CHOSEN = "KIOSK_INTAKE_CHOSEN"
"""Environment variable in which `serve` hands its workers where their data lie."""


def serve(
    host: Annotated[str, typer.Option(help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8420,
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
    workers: Annotated[int, typer.Option(min=1, help="Processes; more than one needs --database.")] = 1,
    slots: Annotated[int, typer.Option(min=1, help="Terminals that empty their queues at a time, a worker.")] = 64,
    part_bytes: Annotated[int, typer.Option(min=1, help="The largest part that is taken.")] = OWN.part_bytes,
    submission_bytes: Annotated[int, typer.Option(min=1, help="All parts together.")] = OWN.submission_bytes,
    media_type: Annotated[
        list[str] | None, typer.Option(help="A format of scans that is taken; may be given again. Any without.")
    ] = None,
    public_url: Annotated[
        str, typer.Option(help="Where residents' telephones reach this server, for the pages of proofs.")
    ] = "",
    certificate: Annotated[Path | None, typer.Option(help="TLS certificate (PEM).")] = None,
    key: Annotated[Path | None, typer.Option(help="Its key (PEM).")] = None,
    client_ca: Annotated[Path | None, typer.Option(help="Ask terminals for a certificate of this authority.")] = None,
) -> None:
    """Run the server."""
    import uvicorn

    open_store(data, database, objects).close()
    keys.load(data / "keys")
    # workers are processes of their own: what they need reaches them by environment
    sizes = {"part_bytes": part_bytes, "submission_bytes": submission_bytes, "media_types": tuple(media_type or ())}
    limits = OWN.narrowed(OWN.model_copy(update=sizes)).model_dump()
    os.environ[_CHOSEN] = json.dumps([str(data), database, objects, slots, limits, public_url])
    try:
        uvicorn.run(
            "intake.commands.serving:worker",
            factory=True,
            host=host,
            port=port,
            workers=workers,
            log_level="critical",
            server_header=False,
            ssl_certfile=certificate,
            ssl_keyfile=key,
            ssl_ca_certs=str(client_ca) if client_ca else None,
            ssl_cert_reqs=ssl.CERT_REQUIRED if client_ca else ssl.CERT_NONE,
        )
    except SystemExit:
        fail("not_started", f"cannot listen at {host}:{port}", "give another --port, or end what listens there", False)


def worker() -> FastAPI:
    """The application of one worker, from what `serve` was told."""
    from intake.server import make_app

    data, database, objects, slots, limits, public_url = json.loads(os.environ[_CHOSEN])
    store = open_store(Path(data), database, objects)
    taken = Limits.model_validate(limits)
    return make_app(store, keys.load(Path(data) / "keys"), slots, limits=taken, public_url=public_url)


def operator(
    host: Annotated[str, typer.Option(help="Address to listen at; it has no sign-on of its own.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8421,
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
) -> None:
    """Serve the operator's page: terminals, cases, ratings, reports."""
    import uvicorn

    from intake.figures import Figures
    from intake.operator import make_operator_app

    store = open_store(data, database, objects)
    pages = make_operator_app(Figures(store.engine), lambda: datetime.now().astimezone())
    typer.echo(f"http://{host}:{port}/")
    try:
        uvicorn.run(pages, host=host, port=port, log_level="critical", server_header=False)
    except SystemExit:
        fail("not_started", f"cannot listen at {host}:{port}", "give another --port, or end what listens there", False)


def openapi() -> None:
    """The contract as OpenAPI 3.1, made from the server."""
    import tempfile

    import yaml

    from intake.server import make_app

    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder), "", "")
        typer.echo(yaml.safe_dump(make_app(store, keys.load(Path(folder))).openapi(), sort_keys=False), nl=False)
        store.close()
