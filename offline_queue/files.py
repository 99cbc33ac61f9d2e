"""Files written so that a power cut at any instant leaves the old one or the new one."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path


def write_durably(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Write, flush, rename over `path`, flush the folder. Raises OSError; nothing half-written stays behind."""
    write_all_durably(path.parent, {path.name: data}, mode)


def write_all_durably(folder: Path, contents: Mapping[str, bytes], mode: int = 0o600) -> None:
    """Several files of one folder, by name; the folder is flushed once, behind them all. Raises OSError."""
    written: list[tuple[Path, Path]] = []
    try:
        for name, data in contents.items():
            temporary = folder / f".{name}.{secrets.token_hex(4)}.new"
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
            written.append((temporary, folder / name))
            with os.fdopen(descriptor, "wb") as file:
                if mode & ~0o600:
                    # others are to read it, and the umask of our units would keep them from it
                    os.fchmod(descriptor, mode)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        for temporary, path in written:
            temporary.replace(path)
    except BaseException:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)
        raise
    flush_folder(folder)


def flush_folder(folder: Path) -> None:
    """Make renames and deletions in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
