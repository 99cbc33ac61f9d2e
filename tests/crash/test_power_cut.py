"""The power goes: what was not flushed is gone, as on a real disk. Every promise must be back after the remount."""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
import struct
import subprocess
from datetime import UTC, datetime

import pytest

from offline_queue.outbox import Attachment, Outbox
from offline_queue.wire import Manifest, digest_of

FS_IOC_SHUTDOWN = 0x8004587D
"""_IOR('X', 125, __u32), linux/fs.h (EXT4_IOC_SHUTDOWN in fs/ext4/ext4.h)."""

NO_LOG_FLUSH = 2
"""EXT4_GOING_FLAGS_NOLOGFLUSH: the journal's unwritten part is lost too."""

SCAN = Attachment("scan-1", "image/jpeg", bytes(range(256)) * 1200)


class Disk:
    """An ext4 file system of its own, whose power can be cut."""

    def __init__(self, image, place):
        self._image, self.place = image, place

    def mount(self):
        subprocess.run(["mount", "-o", "loop", str(self._image), str(self.place)], check=True, capture_output=True)

    def cut(self):
        descriptor = os.open(self.place, os.O_RDONLY)
        fcntl.ioctl(descriptor, FS_IOC_SHUTDOWN, struct.pack("I", NO_LOG_FLUSH))
        os.close(descriptor)

    def unmount(self):
        subprocess.run(["umount", str(self.place)], check=True, capture_output=True)


@pytest.fixture
def disk(tmp_path):
    if os.geteuid() != 0:
        pytest.skip("cutting the power of a disk needs root")
    if not (maker := shutil.which("mkfs.ext4", path="/usr/sbin:/sbin:/usr/bin")):
        pytest.skip("there is no mkfs.ext4 (Debian: e2fsprogs)")
    image, place = tmp_path / "disk.img", tmp_path / "disk"
    place.mkdir()
    with image.open("wb") as file:
        # room for the longest lap between two fresh starts, 1,900 submissions of which every other has a scan
        file.truncate(1 << 30)
    subprocess.run([maker, "-q", str(image)], check=True, capture_output=True)
    made = Disk(image, place)
    try:
        made.mount()
    except subprocess.CalledProcessError:
        pytest.skip("this machine has no loop devices for us")
    yield made
    subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)


def whole(outbox, identity):
    raw, parts = outbox.contents.export(identity)
    manifest = Manifest.model_validate_json(raw)
    return all(digest_of(parts[entry.digest]) == entry.digest for entry in manifest.parts)


def laps_of_log(path):
    """How often the write-ahead log was begun anew in place: its checkpoint sequence (SQLite file format, 4.1)."""
    with path.open("rb") as file:
        return struct.unpack(">4I", file.read(16))[3]


@pytest.mark.timeout(900)
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_every_promise_is_back_after_a_power_cut(disk, alone, victim, long_run):
    data = disk.place / "terminal"
    shutil.copytree(alone, data)
    os.sync()
    promised, laps = [], 0

    def screens(write):
        with Outbox.open(data) as outbox:
            for number in range(1_000_000):
                scans = [SCAN] if number % 2 else []
                write(outbox.submit({"service_code": "x"}, scans, now=datetime.now(UTC)).id)

    for round_ in range(100 if long_run else 8):
        taker = victim(screens)
        # the longer rounds go on until the log has been copied back and is written from its start again
        enough = 3 if round_ % 4 else 400
        written = b""
        while written.count(b"\n") < enough:
            piece = taker.read()
            assert piece, f"the screens ended by themselves in round {round_}"
            written += piece
        laps = max(laps, laps_of_log(data / "outbox.sqlite-wal"))
        disk.cut()
        promised += written.decode().split("\n")[:-1]
        taker.kill()
        disk.unmount()
        disk.mount()
        with Outbox.open(data) as outbox:
            there = {item.id: item.state for item in outbox.items()}
            assert set(promised) <= there.keys(), f"lost in round {round_}"
            assert all(whole(outbox, identity) for identity in promised[-20:])
        if len(promised) > 1500:
            shutil.rmtree(data)
            shutil.copytree(alone, data)
            os.sync()
            promised.clear()
    assert laps > 0, "the log was never written anew in place"


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_the_cut_is_a_real_one(disk, victim):
    """The control: a queue without flushes loses what it promised."""

    def careless(write):
        connection = sqlite3.connect(disk.place / "careless.sqlite", isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("CREATE TABLE item (id INTEGER PRIMARY KEY)")
        for number in range(1_000_000):
            connection.execute("INSERT INTO item DEFAULT VALUES")
            write(str(number))

    taker = victim(careless)
    written = b""
    while written.count(b"\n") < 50:
        written += taker.read()
    disk.cut()
    taker.kill()
    disk.unmount()
    disk.mount()
    kept = 0
    if (disk.place / "careless.sqlite").exists():
        connection = sqlite3.connect(disk.place / "careless.sqlite")
        try:
            kept = connection.execute("SELECT count(*) FROM item").fetchone()[0]
        except sqlite3.Error:
            pass
        finally:
            connection.close()
    assert kept < written.count(b"\n")
