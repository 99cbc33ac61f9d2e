"""The terminal's key as a credential of systemd: no plain copy stays, the unit and root still have it."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from offline_queue import credentials, sealed_key
from offline_queue.credentials import KEY_FILE, SEALED_FILE, KeyKept, key_kept, terminal_key
from offline_queue.errors import OutboxError
from offline_queue.sealed_key import CannotSeal


def public(key):
    return key.public_key().public_bytes_raw()


@pytest.fixture
def systemd():
    """The real systemd-creds; its host key is made at the first use."""
    if shutil.which("systemd-creds") is None:
        pytest.skip("there is no systemd-creds (systemd 250 or newer)")
    if os.geteuid() != 0:
        pytest.skip("sealing to this host needs root")
    try:
        sealed_key.seal("x", b"y")
    except CannotSeal as reason:
        pytest.skip(f"this machine cannot seal: {reason}")


def test_a_new_key_is_never_a_plain_file(systemd, tmp_path):
    data = tmp_path / "new"
    credentials.seal_key(data)
    assert key_kept(data) is KeyKept.SEALED
    assert {path.name for path in data.iterdir()} == {SEALED_FILE}
    assert (data / SEALED_FILE).stat().st_mode & 0o777 == 0o600
    first = public(terminal_key(data))
    credentials.seal_key(data)
    assert public(terminal_key(data)) == first, "sealing again keeps the key"


def test_a_plain_key_is_sealed_and_gone(systemd, alone):
    before = credentials.load(alone)
    secret = (alone / KEY_FILE).read_bytes()
    credentials.seal_key(alone)
    assert not (alone / KEY_FILE).exists()
    assert not any(secret in path.read_bytes() for path in alone.rglob("*") if path.is_file())
    assert public(credentials.load(alone).key) == public(before.key)


def test_a_unit_gets_it_in_the_clear(systemd, alone, tmp_path, monkeypatch):
    before = public(credentials.load(alone).key)
    credentials.seal_key(alone)
    handed = tmp_path / "handed"
    handed.mkdir()
    # what systemd does for LoadCredentialEncrypted=
    command = ["systemd-creds", "decrypt", str(alone / SEALED_FILE), str(handed / KEY_FILE), f"--name={KEY_FILE}"]
    subprocess.run(command, check=True, capture_output=True)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(handed))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert public(credentials.load(alone).key) == before


def test_a_credential_under_another_name_does_not_open(systemd):
    sealed = sealed_key.seal("terminal.key", b"secret")
    assert sealed_key.unseal("terminal.key", sealed) == b"secret"
    for name, credential in (("other", sealed), ("terminal.key", sealed[:-8]), ("terminal.key", b"")):
        with pytest.raises(CannotSeal):
            sealed_key.unseal(name, credential)


def test_without_systemd_it_stays_a_file(alone, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotSeal, match="not installed"):
        credentials.seal_key(alone)
    assert key_kept(alone) is KeyKept.FILE
    assert (alone / KEY_FILE).stat().st_mode & 0o777 == 0o600


def test_who_may_not_open_it_is_told_what_to_do(systemd, alone, monkeypatch, tmp_path):
    credentials.seal_key(alone)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OutboxError, match="by its unit or as root"):
        credentials.load(alone)


def test_enrolment_seals_and_says_how_units_load_it(systemd, intake, run_kiosk, tmp_path, form):
    data, config = tmp_path / "data", tmp_path / "kiosk.toml"
    config.write_text(f'data_dir = "{data}"\n[intake]\nurl = "{intake.url}"\n')
    code = intake.call("enrol-code").strip()
    done = run_kiosk("enrol", "--intake", intake.url, "--code", code, "--seal-key", config=config)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "terminal 0001"
    assert f"LoadCredentialEncrypted={KEY_FILE}:{data / SEALED_FILE}" in done.stdout
    assert '"key": "sealed"' in run_kiosk("queue", "status", "--json", config=config).stdout
    done = run_kiosk("sync", "--drain", config=config)
    assert done.returncode == 0, done.stderr


def test_enrolment_says_when_it_stays_a_file(intake, run_kiosk, tmp_path, monkeypatch):
    data, config = tmp_path / "data", tmp_path / "kiosk.toml"
    config.write_text(f'data_dir = "{data}"\n[intake]\nurl = "{intake.url}"\n')
    code = intake.call("enrol-code").strip()
    monkeypatch.setenv("PATH", str(tmp_path))
    done = run_kiosk("enrol", "--intake", intake.url, "--code", code, "--seal-key", config=config)
    assert done.returncode == 0, done.stderr
    assert "plain file of mode 0600" in done.stdout
    assert (data / KEY_FILE).stat().st_mode & 0o777 == 0o600
    assert '"key": "file"' in run_kiosk("queue", "status", "--json", config=config).stdout
