"""Families of receipt printers: what each can say, set and move. One line of a table instead of a driver each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Presenter:
    """A slot that holds the cut slip. `present` follows the cut; `full_status` asks by DLE EOT 20, else by GS e 6."""

    present: bytes
    full_status: bool
    retract: bytes = b"\x1de\x02"
    eject: bytes = b"\x1de\x05"


@dataclass(frozen=True)
class Profile:
    """One family.

    `fixed_bits`: status bytes carry the constant bits, so that noise is told from answers. `automatic_status`: GS a.
    `process_id`: GS ( H answers from behind the job. `repertoire`: the Python codec whose two-byte characters the
    font has.
    """

    repertoire: str = "gb18030"
    fixed_bits: bool = True
    automatic_status: bool = False
    process_id: bool = False
    presenter: Presenter | None = None


PROFILES = {
    "generic": Profile(),
    "generic-gb2312": Profile(repertoire="gb2312"),
    "generic-gbk": Profile(repertoire="gbk"),
    # Epson: automatic status and process id response (ESC/POS command reference).
    "epson": Profile(automatic_status=True, process_id=True),
    # Custom VKP80 and compatible: full status; GS e 3 presents. Its step is not published: 12 steps are uncertain.
    "custom": Profile(fixed_bits=False, presenter=Presenter(present=b"\x1de\x03\x0c", full_status=True)),
    # PTI Reliance: ejector status byte; steps of 7 mm, so 11 are 77 mm.
    "reliance": Profile(presenter=Presenter(present=b"\x1de\x03\x0b", full_status=False)),
    # KPM210 family: steps of 0.625 mm, so 120 are 75 mm.
    "kpm": Profile(presenter=Presenter(present=b"\x1de\x03\x78", full_status=False)),
}
"""By the name of the option `model`. Sources: makers' programming guides as restated in open drivers."""
