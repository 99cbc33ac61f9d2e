"""The hand of a soak at the bench: what it does to the simulators behind the wires of the real drivers."""

from __future__ import annotations

from drivers.document_scanner.page import Image
from drivers.id_card_reader.card import IdCard
from drivers.simulators.module_logic import Fault
from drivers.simulators.papers import PAPERS
from drivers.simulators.people import card_of
from kiosk.rehearsal.bench import Bench
from kiosk.rehearsal.soak.plan import Planned, Trouble


class WireHand:
    """Works a bench as `soak_doubles.DoubleHand` works the doubles."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._papers: tuple[Image, ...] = tuple(PAPERS[name]() for name in ("lease", "title"))
        self._unplugged = ""

    def lay_card(self, person: IdCard) -> None:
        """Lay a card on the reader."""
        self._bench.reader.insert(card_of(person))

    def take_card(self) -> None:
        """Take it away."""
        self._bench.reader.remove()

    def lay_paper(self, plan: Planned, number: int) -> None:
        """Lay the n-th paper of a visit under the camera; whose it is, no paper of ours says."""
        self._bench.camera.lay(self._papers[(plan.number + number) % len(self._papers)])

    def trouble(self, trouble: Trouble) -> None:
        """Break something."""
        bench = self._bench
        match trouble:
            case Trouble.CARD_MOVED:
                bench.reader.fault(Fault.CARD_PULLED_AWAY)
            case Trouble.CARD_REJECTED:
                bench.reader.fault(Fault.CARD_REJECTED)
            case Trouble.READER_LOST:
                bench.reader.unplug()
                self._unplugged = "reader"
            case Trouble.NO_PAGE:
                bench.camera.lift()
            case Trouble.SCANNER_LOST:
                bench.camera.unplug()
                self._unplugged = "camera"
            case Trouble.PRINTER_UNSURE:
                bench.printer.silent = True
            case Trouble.PRINTER_OUT:
                bench.printer.cover_open = True

    def mend(self) -> None:
        """Everything as it should be; slips that were printed are thrown away, as they would fill the memory."""
        bench = self._bench
        bench.reader.clear_faults()
        if self._unplugged == "reader":
            bench.reader.plug()
        if self._unplugged == "camera":
            bench.camera.plug()
        self._unplugged = ""
        bench.camera.lift()
        bench.printer.silent = bench.printer.cover_open = False
        bench.printer.slips.clear()
        bench.printer.retracted.clear()
