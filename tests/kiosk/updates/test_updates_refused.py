"""What is not installed, whoever laid it there."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from typer.testing import CliRunner

from kiosk.commands.update import app
from kiosk.updates import record
from kiosk.updates.apply import Came
from offline_queue.release_shelf import NEWEST, RUNNING
from tests.kiosk.updates.stand import DEB


def swapped(package):
    package.write_bytes(package.read_bytes().replace(b"version=1.1", b"version=6.6"))


def linked(package):
    shutil.copy(package, package.with_suffix(".other"))
    package.unlink()
    package.symlink_to(package.with_suffix(".other"))


def piped(package):
    package.unlink()
    os.mkfifo(package)


@pytest.mark.parametrize("change", [swapped, linked, piped, lambda path: path.write_bytes(DEB), Path.unlink])
def test_nothing_of_the_folder_that_the_terminals_user_can_write_is_believed(stand, change):
    change(stand.offer(NEWEST, "1.1"))
    assert stand.apply() is Came.NOT_PROVED
    assert stand.calls == []
    assert record.read(stand.settings.state_dir) is None
    assert not stand.shelf.is_whole(stand.shelf.release(NEWEST)), "so that the agent fetches it anew"
    assert list(stand.settings.state_dir.glob("*.new")) == []


def test_what_is_foreign_older_too_large_or_without_a_way_back_is_not_installed(stand):
    stand.offer(NEWEST, "1.1", key=Ed25519PrivateKey.generate())
    assert stand.apply() is Came.NOTHING
    for version in ("0.9", "1.0", "1.0.0"):
        stand.offer(NEWEST, version)
        assert stand.apply(at_once=True) is Came.NOTHING, "a downgrade is refused"
    stand.offer(NEWEST, "1.1", needs_bytes=1 << 40)
    assert stand.apply() is Came.NO_ROOM
    stand.offer(NEWEST, "1.1")
    stand.offer(RUNNING, "0.9")
    assert stand.apply() is Came.NO_WAY_BACK
    assert stand.calls == []


def test_without_a_key_nothing_is_taken(tmp_path):
    config = tmp_path / "kiosk.toml"
    config.write_text(f'data_dir = "{tmp_path}"\n')
    done = CliRunner().invoke(app, ["apply", "--json", "--config", str(config)])
    assert done.exit_code == 4
    assert json.loads(done.stdout)["error"]["code"] == "no_release_key"
    config.write_text(f'data_dir = "{tmp_path}"\n[updates]\nkeys = ["AAAA"]\n')
    assert "updates.keys" in CliRunner().invoke(app, ["status", "--config", str(config)]).stderr
