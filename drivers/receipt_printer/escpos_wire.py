"""ESC/POS, pure: a slip becomes bytes. Root of all numbers: Epson's command reference.

Text goes out in Chinese mode. A line with a character that the printer's font lacks, or that takes four bytes, which
many printers set as junk, is drawn as a picture instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import segno
from PIL import Image, ImageDraw

from drivers.receipt_printer.escpos_text import encode, printable, wrap
from drivers.receipt_printer.font import han_font
from drivers.receipt_printer.slip import Align, Line, QrCode, Rule, SlipElement, Space

INIT = b"\x1b@"
CHINESE_ON = b"\x1c&"
FEED_AND_CUT = b"\x1dVA\x30"
"""GS V 65 n: feed to the cutter and n dots more, then cut."""
FENCE = b"\x1dr\x01"
"""GS r 1: answered when it reaches the head of the queue, so everything before it has been processed."""
CANCEL = bytes.fromhex("10140801031401060208") + b"\x10\x05\x02" + INIT
"""DLE DC4 8 (clear all buffers), DLE ENQ 2 (recover, clearing), ESC @ (clear the line): heard even while offline."""
FLUSH = bytes(72 * 256 + 8)
"""Zeros that fill up the longest picture command that may have broken off; outside of one they mean nothing."""
AUTOMATIC_STATUS = b"\x1da\x0e"
"""GS a: tell online/offline, error and paper by yourself."""
EJECTOR_STATUS = b"\x1de\x06"

COLUMN = 12
"""Dots of a column: font A is 12 wide, a Chinese character 24."""
LINE_HEIGHT = 34
"""Dots from line to line, as ESC 3 sets it."""
STRIP = 256
"""Rows of one raster command, so that status stays reachable and small buffers do not overflow."""
QR_MODULE = 6
"""Dots of a QR module: 0.75 mm at 203 dpi (0.5 mm is the least)."""
QR_BORDER = 4
"""Quiet zone in modules (ISO/IEC 18004)."""
INK = 150
"""Grey below which a dot is burnt: drawn letters stay as heavy as the printer's own."""
RULE_SPACE = 12
"""Dots above and below a rule of two dots."""

_REAL_TIME = re.compile(rb"\x10([\x04\x05\x14])")


def query(n: int) -> bytes:
    """DLE EOT n: real-time status."""
    return bytes((0x10, 0x04, n))


def process_id(token: bytes) -> bytes:
    """GS ( H: answer with this token of four bytes once everything before it is printed."""
    return b"\x1d(H\x06\x0000" + token


def feed(dots: int) -> bytes:
    """ESC J: feed paper."""
    return bytes((0x1B, 0x4A, dots))


def rows(chunk: bytes) -> int:
    """Dots of paper that a chunk of `job` moves."""
    if chunk.startswith(b"\x1dv0"):
        return int.from_bytes(chunk[6:8], "little")
    if chunk.startswith(b"\x1bJ"):
        return chunk[2]
    if chunk.startswith(b"\x1bd"):
        return chunk[2] * LINE_HEIGHT
    return LINE_HEIGHT if chunk.endswith(b"\n") else chunk[-1] if chunk == FEED_AND_CUT else 0


def job(slip: Sequence[SlipElement], dots: int, repertoire: str = "gb18030") -> Iterator[bytes]:
    """The slip as chunks of bytes for paper of `dots` printable dots, cut included.

    `repertoire` is the Python codec of the characters that the printer's font has.
    """
    yield INIT + CHINESE_ON + bytes((0x1B, 0x33, LINE_HEIGHT))
    for element in slip:
        match element:
            case Line():
                yield from _line(element, dots, repertoire)
            case Rule():
                yield feed(RULE_SPACE)
                yield from _raster(Image.new("L", (dots, 2), 0))
                yield feed(RULE_SPACE)
            case Space(lines):
                yield bytes((0x1B, 0x64, min(lines, 255)))
            case QrCode(data):
                yield from _raster(_qr(data, dots))
    yield FEED_AND_CUT


def _line(line: Line, dots: int, repertoire: str) -> Iterator[bytes]:
    scale = 2 if line.scale >= 2 else 1
    size = 0x11 if scale == 2 else 0
    centred = line.align is Align.CENTRE
    style = bytes(
        (0x1B, 0x61, int(centred), 0x1B, 0x45, int(line.bold), 0x1D, 0x21, size, 0x1C, 0x21, 0x0C * (scale - 1))
    )
    for row in wrap(printable(line.text), dots // (COLUMN * scale)):
        encoded = encode(row, repertoire)
        if encoded is None:
            yield from _raster(_drawn(row, scale, line.bold, centred, dots))
        else:
            yield style + encoded + b"\n"
    if scale == 2:
        yield feed(8)


def _raster(picture: Image.Image) -> Iterator[bytes]:
    """GS v 0 in strips, without the white to the right."""
    from escpos.image import EscposImage

    yield b"\x1ba\x00"
    picture = picture.point(lambda level: 0 if level < INK else 255)
    ink = picture.point(lambda level: 255 - level).getbbox()
    width = ink[2] if ink else 1
    for top in range(0, picture.height, STRIP):
        strip = EscposImage(picture.crop((0, top, width, min(top + STRIP, picture.height))))
        header = b"\x1dv0\x00" + strip.width_bytes.to_bytes(2, "little") + strip.height.to_bytes(2, "little")
        yield header + harmless(strip.to_raster_format())


def harmless(raster: bytes) -> bytes:
    """The picture without real-time commands in its bits, which some models obey even there: one dot more each."""
    return _REAL_TIME.sub(lambda found: b"\x18" + found[1], raster)


def _qr(data: str, dots: int) -> Image.Image:
    matrix = segno.make_qr(data, error="m").matrix
    side = len(matrix) * QR_MODULE
    top = QR_BORDER * QR_MODULE
    picture = Image.new("L", (dots, side + 2 * top), 255)
    draw = ImageDraw.Draw(picture)
    left = (dots - side) // 2
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                corner = (left + x * QR_MODULE, top + y * QR_MODULE)
                draw.rectangle((*corner, corner[0] + QR_MODULE - 1, corner[1] + QR_MODULE - 1), fill=0)
    return picture


def _drawn(text: str, scale: int, bold: bool, centred: bool, dots: int) -> Image.Image:
    picture = Image.new("L", (dots, LINE_HEIGHT * scale), 255)
    font = han_font(2 * COLUMN * scale, bold, fixed=True)
    draw = ImageDraw.Draw(picture)
    if font is None:
        text = "".join(c if c.isascii() else "?" for c in text)
    width = int(draw.textlength(text, font=font))
    draw.text((max(0, (dots - width) // 2) if centred else 0, 0), text, fill=0, font=font)
    return picture
