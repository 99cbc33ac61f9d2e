"""The catalogues that this terminal has from the city, under `data_dir/catalogue`: a file a version, as it came.

Each is signed, and checked again whenever it is read: what was changed on the disk counts for nothing. Which of them
the screens can use is for the screens to say; the newest few stay, so that a version that none can use does no harm.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from offline_queue import catalogue_verdicts, credentials
from offline_queue.catalogue_bundle import Edition, unpack
from offline_queue.catalogue_verdicts import FOLDER
from offline_queue.errors import OutboxError
from offline_queue.files import flush_folder, write_durably
from offline_queue.wire import WireError, digest_of

KEPT = 3
"""Versions that stay: the newest, and two to fall back to; beside them the newest that was found good."""

Judge = Callable[[Edition, str], None]
"""Tries a version whose document has this SHA-256, and keeps the verdict."""

_NAME = re.compile(r"[1-9][0-9]{0,9}\.json", re.ASCII)


def unjudged(edition: Edition, digest: str) -> None:
    """Nobody tries it here; the screens will."""


def versions(data_dir: Path) -> list[int]:
    """The versions that lie here, the newest first."""
    folder = data_dir / FOLDER
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return []
    return sorted((int(name.removesuffix(".json")) for name in names if _NAME.fullmatch(name)), reverse=True)


def read(data_dir: Path, version: int) -> Edition:
    """A version. Raises WireError when it is not what the city signed, OutboxError when it cannot be read."""
    return _checked(data_dir, _raw(data_dir, version), version)


def digest(data_dir: Path, version: int) -> str:
    """The SHA-256 of a version's document. Raises OutboxError."""
    return digest_of(_raw(data_dir, version))


def newest_digest(data_dir: Path) -> str:
    """The SHA-256 of the newest document that is whole, empty without one: what is asked for is anything else."""
    for version in versions(data_dir):
        with suppress(WireError, OutboxError):
            raw = _raw(data_dir, version)
            _checked(data_dir, raw, version)
            return digest_of(raw)
    return ""


def keep(data_dir: Path, raw: bytes, judge: Judge = unjudged) -> int:
    """Keep a document, durable; its version. Raises WireError when it is not to be believed, OutboxError."""
    return put(data_dir, raw, believed(data_dir, raw), judge)


def believed(data_dir: Path, raw: bytes) -> Edition:
    """The version in a document. Raises WireError when it is not to be believed, OutboxError.

    A version older than what is here, or another content under the same number, is refused: an old catalogue is signed
    as well as a new one.
    """
    edition = unpack(raw, credentials.signing_keys(credentials.load_city(data_dir)))
    here = [version for version in versions(data_dir) if _whole(data_dir, version)]
    if here and edition.version < here[0]:
        raise WireError(f"version {edition.version} of the catalogue is older than ours, {here[0]}")
    if edition.version in here and read(data_dir, edition.version) != edition:
        raise WireError(f"there are two catalogues of version {edition.version}")
    return edition


def put(data_dir: Path, raw: bytes, edition: Edition, judge: Judge) -> int:
    """Keep a document that is believed, durable; its version. Raises OutboxError.

    It is judged before it lies here, so that the screens never meet one that nobody has tried.
    """
    judge(edition, digest_of(raw))
    try:
        if not (data_dir / FOLDER).is_dir():
            (data_dir / FOLDER).mkdir(mode=0o700)
            flush_folder(data_dir)
        write_durably(_path(data_dir, edition.version), raw)
    except OSError:
        raise OutboxError(f"the catalogue could not be written under {data_dir}") from None
    here = versions(data_dir)
    good = next((number for number in here if _is_good(data_dir, number)), 0)
    for old in (number for number in here[KEPT:] if number != good):
        with suppress(OSError):
            _path(data_dir, old).unlink()
    return edition.version


def _is_good(data_dir: Path, version: int) -> bool:
    verdict = catalogue_verdicts.known(data_dir, version)
    return verdict is not None and not verdict.wrong


def _path(data_dir: Path, version: int) -> Path:
    return data_dir / FOLDER / f"{version}.json"


def _raw(data_dir: Path, version: int) -> bytes:
    try:
        return _path(data_dir, version).read_bytes()
    except OSError:
        raise OutboxError(f"version {version} of the catalogue cannot be read") from None


def _whole(data_dir: Path, version: int) -> bool:
    try:
        read(data_dir, version)
    except (WireError, OutboxError):
        return False
    return True


def _checked(data_dir: Path, raw: bytes, version: int) -> Edition:
    edition = unpack(raw, credentials.signing_keys(credentials.load_city(data_dir)))
    if edition.version != version:
        raise WireError("the catalogue has another version than its name")
    return edition
