"""The screens' process, as the soak sees it from outside: started, told a visit, found dead."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kiosk.rehearsal.processes import ended, environment, start

END_WAIT = 60.0
"""Seconds that its end may take."""

ONE_ARENA = {"MALLOC_ARENA_MAX": "1"}
"""glibc keeps freed memory for each thread apart, and a visit starts dozens of them: what is held swung by 20 MB."""

SCREENS = "kiosk.rehearsal.soak.screens"


class ScreensProcess:
    """Runs kiosk.rehearsal.soak.screens with `arguments`; what it says on stderr is added to the file `log`."""

    def __init__(self, arguments: tuple[str, ...], log: Path) -> None:
        told, self._tell = os.pipe()
        self._hear, said = os.pipe()
        # through a pipe: while its disk is full it cannot write a file
        self._errors, complained = os.pipe()
        around = environment() | ONE_ARENA
        self._process = start(SCREENS, arguments, around=around, given=told, out=said, errors=complained)
        for end in (told, said, complained):
            os.close(end)
        self._copying = threading.Thread(target=self._copy, args=(log,), name="log", daemon=True)
        self._copying.start()
        self._messages = self._spoken()

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    def next(self) -> dict[str, Any] | None:
        """What it says next; None when it is dead."""
        return next(self._messages, None)

    def tell(self, line: str) -> None:
        """Tell it a line; one that is dead does not hear."""
        try:
            os.write(self._tell, f"{line}\n".encode())
        except BrokenPipeError:
            return

    def end(self) -> list[dict[str, Any]]:
        """Have it end in good order; its last words."""
        os.close(self._tell)
        self._tell = -1
        return list(self._messages)

    def bury(self, kill: bool = False) -> int:
        """Its exit code once it has ended, negative for the signal that killed it."""
        if kill:
            self._process.kill()
        code = ended(self._process, END_WAIT)
        self._copying.join()
        for end in (self._tell, self._hear, self._errors):
            if end >= 0:
                os.close(end)
        return code

    def _spoken(self) -> Iterator[dict[str, Any]]:
        heard = b""
        while piece := os.read(self._hear, 1 << 16):
            # killed in the middle of a word it says half of it, which is left out
            *whole, heard = (heard + piece).split(b"\n")
            for line in whole:
                yield json.loads(line)

    def _copy(self, log: Path) -> None:
        with log.open("ab", buffering=0) as file:
            while piece := os.read(self._errors, 1 << 16):
                file.write(piece)
