"""A small secret as a credential of systemd: sealed to the TPM where there is one, else to a key of this host.

The unit that lists it with LoadCredentialEncrypted= is handed it in the clear, in memory; root can open it by hand.
With a TPM a stolen disk does not open it; without one the host's key (/var/lib/systemd/credential.secret) does, so that
one belongs on another disk than the data.
"""

from __future__ import annotations

import subprocess

PATIENCE = 30.0
"""Seconds for systemd-creds; a TPM takes about one."""


class CannotSeal(Exception):
    """This machine cannot seal or unseal; one line why."""


def seal(name: str, secret: bytes) -> bytes:
    """The credential, as text for a file. Raises CannotSeal."""
    # no PCRs: bound to the state of the firmware it would be lost with the next update of it
    return _run("encrypt", "--with-key=auto", "--tpm2-pcrs=", f"--name={name}", "-", "-", given=secret)


def unseal(name: str, credential: bytes) -> bytes:
    """The secret. Raises CannotSeal, also when it is of another machine or name."""
    return _run("decrypt", f"--name={name}", "-", "-", given=credential)


def _run(*arguments: str, given: bytes) -> bytes:
    try:
        done = subprocess.run(
            ["systemd-creds", *arguments], input=given, capture_output=True, timeout=PATIENCE, check=False
        )
    except FileNotFoundError:
        raise CannotSeal("systemd-creds is not installed (systemd 250 or newer)") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotSeal(f"systemd-creds did not run ({type(error).__name__})") from None
    if done.returncode != 0:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise CannotSeal(f"systemd-creds says: {lines[-1][:200] if lines else 'nothing'}")
    return done.stdout
