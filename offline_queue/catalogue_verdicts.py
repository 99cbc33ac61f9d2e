"""What was found of the city's catalogues when they were tried before use, beside them under `data_dir/catalogue`.

Kept, so that a version is tried once and not at every start. A verdict names the document's SHA-256; that something is
wrong holds only for the program that found it, as a newer one may know better.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from offline_queue.errors import OutboxError
from offline_queue.files import flush_folder, write_durably
from offline_queue.wire import Digest, Message, WireError, parse

FILE = "verdicts"
"""No name of a document, which are all numbers."""

FOLDER = "catalogue"

LONGEST = 300
"""Characters of what is wrong that are kept."""

_MOST = 50


class Verdict(Message):
    """Of one document: what is wrong with it, empty when nothing is, and the program that tried it."""

    digest: Digest
    wrong: str = Field(max_length=LONGEST)
    program: str = Field(max_length=40)


class _Verdicts(Message):
    versions: dict[Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,9}$")], Verdict] = Field(max_length=_MOST)


def program() -> str:
    """The version of this program."""
    try:
        return version("neighbourhood-kiosk")
    except PackageNotFoundError:
        return ""


def known(data_dir: Path, number: int, digest: str = "") -> Verdict | None:
    """The verdict on a version, of this document if one is named; None when it is to be tried."""
    found = _read(data_dir).get(str(number))
    if found is None or digest not in ("", found.digest) or (found.wrong and found.program != program()):
        return None
    return found


def remember(data_dir: Path, number: int, digest: str, wrong: str) -> None:
    """Keep a verdict, durable. Raises OutboxError."""
    verdict = Verdict(digest=digest, wrong=wrong[:LONGEST], program=program())
    versions = {**_read(data_dir), str(number): verdict}
    newest = sorted(versions, key=int)[-_MOST:]
    message = _Verdicts(versions={name: versions[name] for name in newest})
    try:
        if not (data_dir / FOLDER).is_dir():
            (data_dir / FOLDER).mkdir(mode=0o700)
            flush_folder(data_dir)
        write_durably(data_dir / FOLDER / FILE, message.model_dump_json().encode())
    except OSError:
        raise OutboxError(f"what was found of version {number} of the catalogue could not be written") from None


def _read(data_dir: Path) -> dict[str, Verdict]:
    """All verdicts; none of a file that is not there or not ours, and each version is tried again."""
    try:
        return dict(parse(_Verdicts, (data_dir / FOLDER / FILE).read_bytes()).versions)
    except (OSError, WireError):
        return {}
