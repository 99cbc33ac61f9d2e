"""What a soak proves at its end: nothing lost, nothing twice, nothing strange, no trace of anybody, no traceback."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from intake import keys
from intake.objects import open_objects
from intake.store import Store
from kiosk.audit.ledger import FOLDER
from kiosk.audit.verify import verified
from offline_queue.outbox import Outbox
from offline_queue.sealing import open_key, open_part
from offline_queue.wire import Manifest

CODECS = ("utf-8", "utf-16-le", "gb18030")
"""How names and numbers might be written: as in our files, as on a card, as on a slip."""

HEAD = 4
"""Bytes by which what is looked for is found at first."""

PIECE = 8 << 20
COMPLAINTS = ("Traceback", "error:", "Error:")


def digest(form: Mapping[str, object], scans: Sequence[bytes]) -> str:
    """What a submission says, in one number: its whole form and the bytes of each of its scans."""
    whole = hashlib.sha256(json.dumps(form, sort_keys=True, ensure_ascii=False).encode())
    for scan in scans:
        whole.update(hashlib.sha256(scan).digest())
    return whole.hexdigest()


class Ledger:
    """Which submissions the desk kept, each with its digest, as the screens' process tells it; nothing of a person.

    `cut` are the digests of what was being kept when that process was killed, together what was handed in together.
    """

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.told: set[str] = set()
        self.cut: list[tuple[str, ...]] = []
        self._under_way: dict[int, tuple[str, ...]] = {}

    def begun(self, number: int, digests: Sequence[str]) -> None:
        """The n-th call of the desk has begun."""
        self._under_way[number] = tuple(digests)

    def ended(self, number: int, submissions: Sequence[str]) -> None:
        """The n-th call has kept these, or nothing."""
        digests = self._under_way.pop(number)
        if submissions:
            self.kept |= dict(zip(submissions, digests, strict=True))

    def killed(self) -> None:
        """Nobody will tell how the calls under way have ended."""
        self.cut += self._under_way.values()
        self._under_way.clear()


def at_city(folder: Path) -> list[tuple[str, str]]:
    """Submission and digest of everything that the city holds, opened with its keys."""
    store = Store(f"sqlite:///{folder.resolve() / 'intake.sqlite'}", open_objects(str(folder / "parts")))
    city, found = keys.load(folder / "keys"), []
    try:
        for stored in store.submissions():
            manifest = Manifest.model_validate_json(stored.manifest)
            key = open_key(manifest, city.opening_for(manifest.key_id))
            form, *scans = [
                open_part(manifest, entry, store.part(entry.digest) or b"", key) for entry in manifest.parts
            ]
            found.append((stored.id, digest(json.loads(form), scans)))
    finally:
        store.close()
    return found


def compared(ledger: Ledger, city: Sequence[tuple[str, str]]) -> list[str]:
    """What is wrong between terminal and city: one line for each submission, nothing of a person."""
    kept, held = ledger.kept, dict(city)
    times, contents = Counter(item for item, _ in city), Counter(said for _, said in city)
    cut = {said for together in ledger.cut for said in together}
    wrong = [f"lost: {item}" for item in kept if item not in held]
    wrong += [f"told but never kept: {item}" for item in ledger.told if item not in kept]
    wrong += [f"not ours: {item}" for item, said in held.items() if item not in kept and said not in cut]
    wrong += [f"other content: {item}" for item, said in kept.items() if item in held and held[item] != said]
    wrong += [f"twice: {item}" for item, said in held.items() if times[item] > 1 or contents[said] > 1]
    # of what was handed in together all is there or nothing, whenever the process was killed
    arrived = (sum(contents[said] > 0 for said in together) for together in ledger.cut)
    wrong += [
        f"{there} of {len(of)} kept" for there, of in zip(arrived, ledger.cut, strict=True) if 0 < there < len(of)
    ]
    return wrong


def found_in(folders: Iterable[Path], personal: Iterable[str]) -> list[str]:
    """The files below the folders in which something personal stands, or whose names say it; not what."""
    heads: defaultdict[bytes, set[bytes]] = defaultdict(set)
    for said in personal:
        for codec in CODECS:
            heads[said.encode(codec)[:HEAD]].add(said.encode(codec))
    longest = max((len(said) for many in heads.values() for said in many), default=0)
    files = sorted({path for folder in folders for path in (folder.rglob("*") if folder.is_dir() else (folder,))})
    return [str(path) for path in files if path.is_file() and _holds(path, heads, longest)]


def _holds(path: Path, heads: Mapping[bytes, set[bytes]], longest: int) -> bool:
    if _says(str(path).encode(), heads):
        return True
    tail = b""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            # the queue's reserve is 64 MB of nothing
            if piece.strip(b"\0") and _says(tail + piece, heads):
                return True
            tail = piece[-longest:] if longest else b""
    return False


def _says(content: bytes, heads: Mapping[bytes, set[bytes]]) -> bool:
    for head, whole in heads.items():
        lengths = {len(said) for said in whole}
        at = content.find(head)
        while at >= 0:
            if any(content[at : at + length] in whole for length in lengths):
                return True
            at = content.find(head, at + 1)
    return False


def complaints(logs: Iterable[Path]) -> list[str]:
    """Name and line of every traceback or error in the logs, not what it says."""
    return [
        f"{log.name}:{number}"
        for log in logs
        for number, line in enumerate(log.read_text(errors="replace").splitlines(), start=1)
        if any(word in line for word in COMPLAINTS)
    ]


def unsound(data_dir: Path) -> list[str]:
    """What is wrong with the audit log and the queue's file, after all that they went through."""
    log = verified(data_dir / FOLDER)
    wrong = [f"the audit log: {fault}" for fault in log.faults]
    with Outbox.open(data_dir) as outbox:
        said = [row[0] for row in outbox.database.rows("PRAGMA integrity_check")]
        tally = outbox.tally()
    wrong += [f"the queue's file: {line}" for line in said if line != "ok"]
    left = {"wait": tally.waiting, "were set aside": tally.quarantined, "letters wait": tally.letters}
    return wrong + [f"{count} {what}" for what, count in left.items() if count]
