"""The catalogue as the city publishes it: versions that only go up, each a signed document that never changes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from intake import promises, services
from intake.database import insert
from intake.objects import Objects
from intake.tables import CATALOGUE
from offline_queue.catalogue_bundle import MAX_FILE_BYTES, MAX_VERSION, pack, unpack
from offline_queue.wire import WireError, digest_of


class CatalogueRefused(Exception):
    """A catalogue cannot be published; the text names file and mistake, a line each."""


class Catalogues:
    """Published versions: numbers in the database, documents among the objects."""

    def __init__(self, engine: sa.Engine, objects: Objects) -> None:
        self._engine = engine
        self._objects = objects

    def latest(self) -> tuple[int, str] | None:
        """Number and document's digest of the newest version; None before the first."""
        with self._engine.connect() as connection:
            query = sa.select(CATALOGUE.c.version, CATALOGUE.c.digest).order_by(CATALOGUE.c.version.desc()).limit(1)
            row = connection.execute(query).first()
        return None if row is None else (row.version, row.digest)

    def document(self, digest: str) -> bytes | None:
        """A published document."""
        return self._objects.get(_name(digest))

    def publish(
        self, files: Mapping[str, bytes], key: Ed25519PrivateKey, now: datetime, version: int | None = None
    ) -> int:
        """Publish these files as the next version, or as `version`; its number. What is published already stays so.

        Raises CatalogueRefused.
        """
        latest = self.latest()
        if latest is not None and version is None and self._says(latest[1], key) == files:
            return latest[0]
        last = 0 if latest is None else latest[0]
        number = last + 1 if version is None else version
        if not last < number <= MAX_VERSION:
            raise CatalogueRefused(f"versions only go up: it must be above {last}")
        try:
            raw = pack(number, files, key)
        except WireError as error:
            raise CatalogueRefused(str(error)) from None
        # the document first: a version without one could not be fetched
        self._objects.put(_name(digest_of(raw)), raw)
        values = {"version": number, "digest": digest_of(raw), "published": now.isoformat(timespec="seconds")}
        with self._engine.begin() as connection:
            row = insert(connection, CATALOGUE).values(**values).on_conflict_do_nothing()
            if connection.execute(row.returning(CATALOGUE.c.version)).first() is None:
                raise CatalogueRefused(f"version {number} was published at the same instant; try again")
            services.take_over(connection, files.values())
            promises.take_over(connection, files.values())
        return number

    def _says(self, digest: str, key: Ed25519PrivateKey) -> Mapping[str, bytes] | None:
        try:
            return unpack(self.document(digest) or b"", [key.public_key()]).files
        except WireError:
            return None


def read_folders(folders: Sequence[Path]) -> dict[str, bytes]:
    """The files of some folders, as far as the city's side can judge them: TOML, each with a code of its own.

    Whether a terminal can show them says `kiosk catalogue check`. Raises CatalogueRefused with every mistake.
    """
    paths: list[Path] = []
    for folder in folders:
        found = sorted(folder.glob("*.toml")) if folder.is_dir() else []
        if not found:
            raise CatalogueRefused(f"{folder}: there is no service file (*.toml)")
        paths += found
    files: dict[str, bytes] = {}
    codes: dict[str, str] = {}
    mistakes: list[str] = []
    for path in paths:
        if path.name in files:
            mistakes.append(f"{path.name}: there are two files of this name")
        try:
            files[path.name] = path.read_bytes()
            code = _code(files[path.name])
        except OSError:
            mistakes.append(f"{path.name}: cannot be read")
        except CatalogueRefused as mistake:
            mistakes.append(f"{path.name}: {mistake}")
        else:
            if code in codes:
                mistakes.append(f"{path.name}: the code {code} is that of {codes[code]}")
            codes[code] = path.name
    if mistakes:
        raise CatalogueRefused("\n".join(mistakes))
    return files


def _code(raw: bytes) -> str:
    if len(raw) > MAX_FILE_BYTES:
        raise CatalogueRefused(f"larger than {MAX_FILE_BYTES} bytes")
    try:
        code = tomllib.loads(raw.decode("utf-8")).get("code")
    except UnicodeDecodeError:
        raise CatalogueRefused("not UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError):
        raise CatalogueRefused("not TOML") from None
    if not isinstance(code, str) or not code:
        raise CatalogueRefused("it has no code")
    return code


def _name(digest: str) -> str:
    return f"catalogue/{digest}"
