"""The city's acknowledgements on their way home on a stick: each that proves itself is taken in, whatever others do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kiosk.staff.stick import acknowledgements
from kiosk.visit.staff.places import NOTHING_TAKEN, Taken
from offline_queue.answers import NotDelivered
from offline_queue.client import MAX_ANSWER, Client
from offline_queue.dispatch import Dispatch
from offline_queue.outbox import Outbox
from offline_queue.witness import Witness

_HAD = ("acknowledged", "purged")
_ASKED = "SELECT s.sequence, s.digest, t.state FROM submission s JOIN standing t USING (sequence) WHERE t.id = ?"


def take_in(
    outbox: Outbox,
    client: Client,
    witness: Witness,
    folder: Path,
    carried: Callable[[int, int], None],
    stopped: Callable[[], bool],
) -> Taken:
    """Take in what lies in a folder; what became of each. What was taken in before stays as it is. Raises OutboxError.

    `carried` is told how many of how many were looked at, `stopped` asked before each.
    """
    paths, dispatch, taken = acknowledgements(folder), Dispatch(outbox, witness), NOTHING_TAKEN
    carried(0, len(paths))
    for number, path in enumerate(paths, start=1):
        if stopped():
            break
        taken = _taken(outbox, client, dispatch, path, taken)
        carried(number, len(paths))
    return taken


def _taken(outbox: Outbox, client: Client, dispatch: Dispatch, path: Path, taken: Taken) -> Taken:
    """Those before, and this one. The signature counts for the submission of the file's name, and for no other."""
    # ids are ASCII, and a name that is no text could not even be asked for
    row = outbox.database.row(_ASKED, path.stem) if path.stem.isascii() else None
    if row is None:
        return replace(taken, others=taken.others + 1)
    try:
        token = _read(path)
        proof = client.proof(token, path.stem, row["digest"])
    except (OSError, NotDelivered):
        return replace(taken, refused=(*taken.refused, path.name))
    if row["state"] in _HAD:
        return replace(taken, before=taken.before + 1)
    dispatch.acknowledged(row["sequence"], proof.acceptance_number, token)
    return replace(taken, now=taken.now + 1)


def _read(path: Path) -> bytes:
    """No more than an acknowledgement has, and nothing that is no file: a stick may carry anything. Raises OSError."""
    if not path.is_file():
        raise OSError("not a file")
    with path.open("rb") as file:
        return file.read(MAX_ANSWER)
