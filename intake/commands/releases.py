"""New versions of the terminals' program: the key that signs them, and their publishing."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Annotated

import typer

from intake.commands.shared import DEFAULT_DATA, Data, Database, Json, Objects, fail, open_store

Key = Annotated[Path, typer.Option("--key", help="File of the release key; keep it off the server, on a stick.")]


def release_key(key: Annotated[Path, typer.Argument(metavar="FILE", help="Made when it is not there.")]) -> None:
    """Make the key that signs releases; prints its public half, for [updates] keys of every terminal."""
    from intake import releases

    try:
        made = releases.release_key(key)
    except (OSError, ValueError):
        fail("bad_key", f"{key} cannot be made, or holds no release key", "name another file", False)
    typer.echo(base64.b64encode(made.public_key().public_bytes_raw()).decode())


def publish_release(
    package: Annotated[Path, typer.Argument(metavar="FILE.deb", help="The terminal's package (make deb).")],
    version: Annotated[
        str, typer.Option(help="The version of the program in it, like 1.4.2; so says the package too.")
    ],
    key: Key,
    data: Data = DEFAULT_DATA,
    database: Database = "",
    objects: Objects = "",
    as_json: Json = False,
) -> None:
    """Offer a version to all terminals, which install it at night; publish the first one too, as the way back."""
    from intake.releases import ReleaseRefused, Releases
    from intake.releases import release_key as existing

    if not key.is_file():
        fail("bad_key", f"there is no release key {key}", "kiosk-intake release-key FILE makes one", as_json)
    store = open_store(data, database, objects)
    try:
        release = Releases(store.engine, store.objects).publish(package, version, existing(key))
    except ReleaseRefused as refusal:
        fail("bad_release", str(refusal), "nothing was published", as_json)
    except (OSError, ValueError) as error:
        fail("bad_release", f"package or key cannot be read ({type(error).__name__})", "name the files", as_json)
    typer.echo(json.dumps(release.model_dump(mode="json")) if as_json else f"{release.version} {release.digest}")
