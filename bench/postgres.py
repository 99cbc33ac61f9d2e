"""A PostgreSQL of our own on a socket, gone when it is left."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.work import work_of


class NotInstalled(Exception):
    """There is no PostgreSQL here."""


@contextmanager
def postgres(folder: Path, durable: bool = True) -> Iterator[str]:
    """SQLAlchemy's URL of a new, empty database under `folder`. Raises NotInstalled."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not programs:
        raise NotInstalled("PostgreSQL is not installed (Debian: postgresql)")
    # the server refuses to run as root
    owner = "postgres" if os.geteuid() == 0 else None
    if owner:
        shutil.chown(folder, owner)

    def run(*arguments: str) -> None:
        subprocess.run(arguments, check=True, capture_output=True, user=owner, cwd="/", timeout=60)

    pg_ctl, data = str(programs[-1] / "pg_ctl"), str(folder / "data")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync={'on' if durable else 'off'}"
    run(pg_ctl, "initdb", "-D", data, "-o", "-A trust -U intake --no-sync")
    run(pg_ctl, "start", "-w", "-D", data, "-o", options, "-l", str(folder / "log"))
    try:
        yield f"postgresql+psycopg://intake@/postgres?host={folder}"
    finally:
        run(pg_ctl, "stop", "-m", "immediate", "-D", data)


@contextmanager
def place() -> Iterator[Path]:
    """A folder for a measurement, gone when it is left; the database goes into its `pg`.

    Not under build/: the database runs as another user, who must reach it.
    """
    folder = Path(tempfile.mkdtemp(dir="/var/tmp"))
    folder.chmod(0o755)
    (folder / "pg").mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def worked(folder: Path) -> float:
    """Seconds of processor time of the database under `folder`."""
    return work_of(int((folder / "data" / "postmaster.pid").read_text().split()[0]))
