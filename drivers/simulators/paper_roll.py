"""The paper of a simulated printer: draws what would be printed and keeps its text."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from typing import Any

import segno
from PIL import Image, ImageDraw

from drivers.receipt_printer.font import han_font
from drivers.simulators.escpos_parser import Item, Op, Text
from drivers.simulators.paper_text import Decoder

DOTS_PER_MM = 8
"""203 dpi."""

MARGIN = 24
"""White around the printable dots, so that the picture looks like paper."""

PICTURE_MARK = "[图]"

_LEVELS = {48: "l", 49: "m", 50: "q", 51: "h"}
"""Error correction of native QR codes, GS ( k fn 69."""


@dataclass(frozen=True, repr=False)
class PrintedSlip:
    """A slip as it fell out: its text, line by line, and a PNG of the paper."""

    text: str
    png: bytes


@dataclass(frozen=True)
class _Style:
    align: int = 0
    bold: bool = False
    underline: bool = False
    inverse: bool = False
    wide: int = 1
    high: int = 1
    han_wide: int = 1
    han_high: int = 1
    chinese: bool = True
    page: int = 0
    spacing: int = 30


@dataclass
class PaperRoll:
    """Paper of `dots` printable dots. `feed` items; a cut gives back a slip. It begins in Chinese mode."""

    dots: int = 576
    _strips: list[Image.Image] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _style: _Style = field(default_factory=_Style)
    _line: list[tuple[str, _Style]] = field(default_factory=list)
    _decoder: Decoder = field(default_factory=Decoder)
    _stored: Image.Image | None = None
    _qr: tuple[int, str, str] = (3, "l", "")

    @property
    def used_mm(self) -> float:
        """Length of paper since the last cut."""
        return sum(strip.height for strip in self._strips) / DOTS_PER_MM

    def reset(self) -> None:
        """Forget what is not on the paper yet and every style (buffers cleared); what is printed stays printed."""
        self._line.clear()
        self._style, self._decoder, self._stored = _Style(), Decoder(), None

    def feed(self, item: Item) -> PrintedSlip | None:
        """Set one item; a finished slip when it was a cut."""
        if isinstance(item, Text):
            self._write(item.data)
            return None
        match item:
            case Op(b"\n"):
                self._end_line()
            case Op(b"\x1b@"):
                self.reset()
            case Op(b"\x1bd" | b"\x1bJ", data):
                self._end_line(force=False)
                self._blank(data[0] * self._style.spacing if item.name == b"\x1bd" else data[0])
            case Op(b"\x1dv" | b"\x1d(" | b"\x1d8" | b"\x1b*", data):
                self._graphics(item.name, data)
            case Op(b"\x1dV"):
                return self._cut()
            case _:
                self._set(item)
        return None

    def _set(self, item: Op) -> None:
        data, first = item.data, item.data[0] if item.data else 0
        changes: dict[str, Any] = {}
        match item.name:
            case b"\x1ba":
                changes = {"align": first & 3}
            case b"\x1bE" | b"\x1bG":
                changes = {"bold": bool(first & 1)}
            case b"\x1b-" | b"\x1c-":
                changes = {"underline": first & 3 != 0}
            case b"\x1dB":
                changes = {"inverse": bool(first & 1)}
            case b"\x1b3":
                changes = {"spacing": first}
            case b"\x1b2":
                changes = {"spacing": 30}
            case b"\x1bt":
                changes = {"page": first}
            case b"\x1b!":
                changes = {"bold": bool(first & 8), "high": 1 + (first >> 4 & 1), "wide": 1 + (first >> 5 & 1)}
            case b"\x1d!":
                changes = {"wide": (first >> 4 & 7) + 1, "high": (first & 7) + 1}
            case b"\x1c!":
                changes = {"han_wide": 1 + (first >> 2 & 1), "han_high": 1 + (first >> 3 & 1)}
            case b"\x1cW":
                changes = {"han_wide": 1 + (first & 1), "han_high": 1 + (first & 1)}
            case b"\x1c&" | b"\x1c.":
                changes = {"chinese": item.name == b"\x1c&"}
            case b"\x1b$":
                self._move_to(int.from_bytes(data, "little"))
            case b"\x1b\\":
                self._move_to(_width(self._line) + int.from_bytes(data, "little", signed=True))
        self._style = replace(self._style, **changes)

    def _move_to(self, x: int) -> None:
        spaces = (x - _width(self._line)) // 12
        if spaces > 0:
            self._line.append((" " * spaces, replace(self._style, wide=1, inverse=False, underline=False)))

    def _write(self, data: bytes) -> None:
        style = self._style
        text = self._decoder.chinese(data) if style.chinese else self._decoder.latin(data, style.page)
        printable = "".join(character for character in text if character.isprintable())
        if printable:
            self._line.append((printable, style))

    def _end_line(self, force: bool = True) -> None:
        if not self._line and not force:
            return
        self._lines.append("".join(text for text, _ in self._line).rstrip())
        high = max((max(style.high, style.han_high) for _, style in self._line), default=1)
        tallest = 24 * high + 6 if self._line else 0
        strip = Image.new("L", (self.dots, max(self._style.spacing, tallest, 1)), 255)
        align = self._line[0][1].align if self._line else 0
        width = _width(self._line)
        x = {1: (self.dots - width) // 2, 2: self.dots - width}.get(align, 0)
        for text, style in self._line:
            for character in text:
                _set_character(strip, max(x, 0), character, style)
                x += _advance(character, style)
        self._strips.append(strip)
        self._line.clear()

    def _blank(self, rows: int) -> None:
        if rows:
            self._strips.append(Image.new("L", (self.dots, rows), 255))

    def _graphics(self, name: bytes, data: bytes) -> None:
        if name == b"\x1dv":
            self._picture(_bitmap(data[6:], int.from_bytes(data[2:4], "little") * 8, _word(data, 4)), data[1] & 3)
        elif name == b"\x1b*":
            self._picture(_columns(data[3:], _word(data, 1), 24 if data[0] in (32, 33) else 8), 0)
        elif name == b"\x1d(" and data[:1] == b"k":
            self._native_qr(data[3:])
        elif data[:1] == b"L":
            body = data[3:] if name == b"\x1d(" else data[5:]
            if body[1:2] in (b"\x32", b"\x02"):
                self._picture(self._stored, 0)
            elif body[1:2] == b"\x70" and len(body) >= 10:
                self._stored = _bitmap(body[10:], -(-_word(body, 6) // 8) * 8, _word(body, 8))

    def _native_qr(self, body: bytes) -> None:
        """GS ( k for QR codes (cn 49): fn 67 dot size, 69 error level, 80 store, 81 print."""
        size, level, text = self._qr
        match body[:2]:
            case b"1C":
                size = min(max(body[2] if len(body) > 2 else 3, 1), 16)
            case b"1E":
                level = _LEVELS.get(body[2] if len(body) > 2 else 48, "l")
            case b"1P":
                text = body[3:].decode("utf-8", "replace")
            case b"1Q" if text:
                buffer = io.BytesIO()
                segno.make_qr(text, error=level, boost_error=False).save(buffer, kind="png", scale=size, border=0)
                self._picture(Image.open(buffer).convert("L"), 0)
        self._qr = (size, level, text)

    def _picture(self, bits: Image.Image | None, mode: int) -> None:
        if bits is None or not bits.width or not bits.height:
            return
        self._end_line(force=False)
        picture = bits.resize((bits.width * (1 + (mode & 1)), bits.height * (1 + (mode >> 1))))
        strip = Image.new("L", (self.dots, picture.height), 255)
        room = self.dots - picture.width
        strip.paste(picture, ({1: room // 2, 2: room}.get(self._style.align, 0), 0))
        self._strips.append(strip)
        if not self._lines or self._lines[-1] != PICTURE_MARK:
            self._lines.append(PICTURE_MARK)

    def _cut(self) -> PrintedSlip:
        self._end_line(force=False)
        height = sum(strip.height for strip in self._strips) + 4 * MARGIN
        paper = Image.new("L", (self.dots + 2 * MARGIN, height), 255)
        y = 2 * MARGIN
        for strip in self._strips:
            paper.paste(strip, (MARGIN, y))
            y += strip.height
        png = io.BytesIO()
        paper.save(png, "PNG", optimize=True)
        slip = PrintedSlip("\n".join(self._lines), png.getvalue())
        self._strips.clear()
        self._lines.clear()
        return slip


def _word(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")


def _bitmap(data: bytes, width: int, height: int) -> Image.Image | None:
    """Rows of bits, most significant left, 1 black; None when there are too few of them."""
    size = width // 8 * height
    if not size or len(data) < size:
        return None
    return Image.frombytes("1", (width, height), bytes(byte ^ 0xFF for byte in data[:size])).convert("L")


def _columns(data: bytes, width: int, height: int) -> Image.Image | None:
    """Columns of `height` bits, most significant on top."""
    bits = _bitmap(data, height, width)
    return None if bits is None else bits.transpose(Image.Transpose.TRANSPOSE)


def _width(line: list[tuple[str, _Style]]) -> int:
    return sum(_advance(character, style) for text, style in line for character in text)


def _is_han(character: str) -> bool:
    return ord(character) > 0x2FF and not 0x2500 <= ord(character) <= 0x259F


def _advance(character: str, style: _Style) -> int:
    return 24 * max(style.wide, style.han_wide) if _is_han(character) else 12 * style.wide


def _set_character(strip: Image.Image, x: int, character: str, style: _Style) -> None:
    han = _is_han(character)
    wide = max(style.wide, style.han_wide) if han else style.wide
    high = max(style.high, style.han_high) if han else style.high
    cell = Image.new("L", (24 if han else 12, 30), 255)
    font = han_font(24, style.bold, fixed=True)
    draw = ImageDraw.Draw(cell)
    draw.text((0, -6), character, fill=0, font=font)
    if style.underline:
        draw.line((0, 27, cell.width, 27), fill=0, width=2)
    if style.inverse:
        cell = cell.point(lambda value: 255 - value)
    strip.paste(cell.resize((cell.width * wide, cell.height * high), Image.Resampling.NEAREST), (x, 0))
