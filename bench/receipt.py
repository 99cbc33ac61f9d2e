"""A slip for the printer: milliseconds to make its bytes, and how many there are; the peer prints it as a picture."""

from __future__ import annotations

import contextlib
import io
import time
from collections.abc import Callable

from escpos.printer import Dummy
from PIL import Image

from bench.row import Row
from drivers.receipt_printer.escpos_wire import job
from drivers.receipt_printer.sample import sample_slip
from drivers.receipt_printer.slip import Align, Line, QrCode, Rule, SlipElement, Space
from drivers.simulators.paper_roll import MARGIN
from drivers.simulators.printer_logic import PrinterLogic

SLIP: tuple[SlipElement, ...] = (
    Line("在泉城 全办成", align=Align.CENTRE),
    Line("受理凭条", scale=2, bold=True, align=Align.CENTRE),
    Rule(),
    Line("受理编号"),
    Line("3701 0226 1124 0007 6", scale=2, bold=True),
    Line("居住登记  范*"),
    Rule(),
    *(Line(f"第 {number} 样材料已经收到，一共两页，都看得清楚。") for number in range(1, 13)),
    Space(),
    QrCode("37010226112400076"),
    Line("扫码查进度，或打 12345", align=Align.CENTRE),
)
TRIES = 20
DOTS = 576


def best(work: Callable[[], object]) -> float:
    """The shortest of TRIES runs, in milliseconds."""
    times = []
    for _ in range(TRIES):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times) * 1000


def ours() -> bytes:
    """The slip as our driver sends it."""
    return b"".join(job(SLIP, DOTS))


def paper() -> Image.Image:
    """The same slip as a picture of the paper, DOTS wide."""
    logic = PrinterLogic()
    logic.hear(ours())
    logic.work()
    whole = Image.open(io.BytesIO(logic.slips[0].png)).convert("L")
    return whole.crop((MARGIN, 2 * MARGIN, MARGIN + DOTS, whole.height - 2 * MARGIN))


def peer(picture: Image.Image) -> bytes:
    """The picture through python-escpos, as its users print Chinese."""
    printer = Dummy()
    # it prints at each picture that it does not know the width of the paper
    with contextlib.redirect_stdout(io.StringIO()):
        printer.image(picture, impl="bitImageRaster")
    printer.cut()
    return bytes(printer.output)


def rows() -> list[Row]:
    """Both figures, and the sample slip with rare characters."""
    picture, name = paper(), "python-escpos image"
    return [
        Row("receipt: bytes to transfer", "bytes", len(ours()), len(peer(picture)), name),
        Row("receipt: render", "ms", best(ours), best(lambda: peer(picture)), name),
        Row("receipt: render with rare characters", "ms", best(lambda: b"".join(job(sample_slip(), DOTS)))),
    ]
