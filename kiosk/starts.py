"""How often the terminal was started without having ended well: a fault that every start meets must not blink for ever.

Kept under `data_dir` with the boot that it belongs to, in seconds that no clock moves.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from offline_queue.clocks import boot, uptime
from offline_queue.files import write_durably
from offline_queue.locks import held

FILE = "starts.json"
LOCK = "screens.lock"

MOST = 3
"""Starts within `WITHIN` that did not end well, after which the terminal says that it is out of service."""

WITHIN = 300.0
"""Seconds; and so long it stays so, then it tries again by itself."""


class Running(Exception):
    """Another terminal runs on this data."""


class Unwritable(Exception):
    """Nothing can be written under `data_dir`."""


class _Starts(BaseModel):
    model_config = ConfigDict(extra="forbid")

    boot: str
    at: tuple[float, ...]


@contextmanager
def only_terminal(data_dir: Path) -> Iterator[None]:
    """One terminal at a time: an advisory lock that ends with the process. Raises Running, Unwritable."""
    with ExitStack() as stack:
        try:
            data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
            stack.enter_context(held(data_dir / LOCK, wait=False))
        except BlockingIOError:
            raise Running from None
        except OSError:
            raise Unwritable from None
        yield


def recent(data_dir: Path) -> int:
    """How many starts of late did not end well; a file that cannot be read tells of none."""
    return len(_read(data_dir))


def begun(data_dir: Path) -> None:
    """Note a start; a disk that takes no note counts none."""
    noted = json.dumps({"boot": boot(), "at": [*_read(data_dir), uptime()]})
    with suppress(OSError):
        write_durably(data_dir / FILE, noted.encode())


def ended(data_dir: Path) -> None:
    """The terminal ended as it was asked to: all is forgotten."""
    with suppress(OSError):
        (data_dir / FILE).unlink(missing_ok=True)


def _read(data_dir: Path) -> list[float]:
    try:
        kept = _Starts.model_validate_json((data_dir / FILE).read_bytes())
    except (OSError, ValueError):
        return []
    now = uptime()
    return [at for at in kept.at if kept.boot == boot() and 0 <= now - at < WITHIN]
