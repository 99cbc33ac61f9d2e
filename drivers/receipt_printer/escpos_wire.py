"""ESC/POS, pure: a slip becomes bytes, status bytes become words. Root of all numbers: Epson's command reference.

Text goes out as GB18030 in Chinese mode. A line with a character that needs four bytes there, which many printers
set as junk, is drawn as a picture instead.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

import segno
from PIL import Image, ImageDraw

from drivers.model import ErrorCode, Health, Status
from drivers.receipt_printer.font import han_font
from drivers.receipt_printer.slip import Align, Line, QrCode, Rule, SlipElement, Space

INIT = b"\x1b@"
CHINESE_ON = b"\x1c&"
FEED_AND_CUT = b"\x1dVA\x30"
"""GS V 65 n: feed to the cutter and n dots more, then cut."""
FENCE = b"\x1dr\x01"
"""GS r 1: answered when it reaches the head of the queue, so everything before it has been processed."""
CLEAR = b"\x10\x05\x02"
"""DLE ENQ 2: recover from a recoverable error and clear the buffers."""

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

_REPLACED = str.maketrans({"¥": "￥", "•": "·", "—": "—", "\t": " "})
_NO_LINE_START = frozenset("，。、：；！？）》”’】%")


def query(n: int) -> bytes:
    """DLE EOT n: real-time status."""
    return bytes((0x10, 0x04, n))


def is_status(byte: int) -> bool:
    """Whether a byte can be an answer to DLE EOT: bits 1 and 4 set, bits 0 and 7 clear."""
    return byte & 0x93 == 0x12


def is_fence(byte: int) -> bool:
    """Whether a byte can be an answer to GS r: bits 4 and 7 clear."""
    return byte & 0x90 == 0


def health(answers: Mapping[int, int]) -> Health:
    """Status out of the answers to DLE EOT 1 to 4, by n; those that did not come are left out. None at all: UNKNOWN."""
    if not answers:
        return Health(Status.UNKNOWN, ErrorCode.NO_ANSWER)
    cause, error, paper = answers.get(2, 0x12), answers.get(3, 0x12), answers.get(4, 0x12)
    warnings = ("paper_low",) if paper & 0x0C == 0x0C else ()
    found = [
        (cause & 0x04, Status.USER_ERROR, ErrorCode.COVER_OPEN),
        (cause & 0x20 or paper & 0x60 == 0x60, Status.USER_ERROR, ErrorCode.PAPER_OUT),
        (error & 0x08, Status.USER_ERROR, ErrorCode.CUTTER),
        (error & 0x40, Status.OFFLINE, ErrorCode.OVERHEATED),
        (error & 0x20, Status.HARDWARE_ERROR, ErrorCode.HARDWARE),
        (cause & 0x40, Status.HARDWARE_ERROR, ErrorCode.HARDWARE),
        (answers.get(1, 0x12) & 0x08, Status.OFFLINE, ErrorCode.OFFLINE),
    ]
    for bit, status, code in found:
        if bit:
            return Health(status, code, warnings)
    return Health(Status.ONLINE, None, warnings)


def job(slip: Sequence[SlipElement], dots: int) -> Iterator[bytes]:
    """The slip as chunks of bytes for paper of `dots` printable dots, cut included."""
    yield INIT + CHINESE_ON + bytes((0x1B, 0x33, LINE_HEIGHT))
    for element in slip:
        match element:
            case Line():
                yield from _line(element, dots)
            case Rule():
                yield from _raster(_rule(dots))
            case Space(lines):
                yield bytes((0x1B, 0x64, min(lines, 255)))
            case QrCode(data):
                yield from _raster(_qr(data, dots))
    yield FEED_AND_CUT


def columns(text: str) -> int:
    """Columns that a text takes: two for a wide character, none for a combining mark."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns; Latin words stay whole where they fit, no closing mark begins a line."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in _pieces(paragraph, width):
            fits = columns(line + piece) <= width
            if line and not fits and piece not in _NO_LINE_START:
                lines.append(line.rstrip())
                line = piece.lstrip()
            else:
                line += piece
        lines.append(line.rstrip())
    return lines


def _pieces(paragraph: str, width: int) -> Iterator[str]:
    word = ""
    for character in paragraph:
        if character.isascii() and character != " " and len(word) < width:
            word += character
            continue
        if word:
            yield word
        word = character if character.isascii() and character != " " else ""
        if not word:
            yield character
    if word:
        yield word


def _line(line: Line, dots: int) -> Iterator[bytes]:
    scale = 2 if line.scale >= 2 else 1
    size = 0x11 if scale == 2 else 0
    centred = line.align is Align.CENTRE
    style = bytes(
        (0x1B, 0x61, int(centred), 0x1B, 0x45, int(line.bold), 0x1D, 0x21, size, 0x1C, 0x21, 0x0C * (scale - 1))
    )
    text = "".join(c for c in line.text.translate(_REPLACED) if c == "\n" or c.isprintable())
    for row in wrap(text, dots // (COLUMN * scale)):
        encoded = encode(row)
        if encoded is None:
            yield from _raster(_drawn(row, scale, line.bold, centred, dots))
        else:
            yield style + encoded + b"\n"
    if scale == 2:
        yield bytes((0x1B, 0x4A, 8))


def encode(text: str) -> bytes | None:
    """GB18030 without four-byte codes; None when a character needs one."""
    encoded = bytearray()
    for character in text:
        code = character.encode("gb18030", "replace")
        if len(code) > 2:
            return None
        encoded += code
    return bytes(encoded)


def _raster(picture: Image.Image) -> Iterator[bytes]:
    from escpos.image import EscposImage

    yield b"\x1ba\x00"
    for top in range(0, picture.height, STRIP):
        strip = EscposImage(picture.crop((0, top, picture.width, min(top + STRIP, picture.height))))
        header = b"\x1dv0\x00" + strip.width_bytes.to_bytes(2, "little") + strip.height.to_bytes(2, "little")
        yield header + strip.to_raster_format()


def _rule(dots: int) -> Image.Image:
    picture = Image.new("L", (dots, 26), 255)
    ImageDraw.Draw(picture).rectangle((0, 12, dots, 13), fill=0)
    return picture


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
    font = han_font(2 * COLUMN * scale, bold)
    draw = ImageDraw.Draw(picture)
    if font is None:
        text = "".join(c if encode(c) is not None else "□" for c in text)
    width = int(draw.textlength(text, font=font))
    draw.text((max(0, (dots - width) // 2) if centred else 0, 0), text, fill=0, font=font)
    return picture
