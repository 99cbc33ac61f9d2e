"""The paper of a simulated printer: draws what would be printed and keeps its text."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from PIL import Image, ImageDraw

from drivers.receipt_printer.font import han_font
from drivers.simulators.escpos_parser import Item, Op, Text

DOTS_PER_MM = 8
"""203 dpi."""

MARGIN = 24
"""White around the printable dots, so that the picture looks like paper."""

PICTURE_MARK = "[图]"


@dataclass(frozen=True, repr=False)
class PrintedSlip:
    """A slip as it fell out: its text, line by line, and a PNG of the paper."""

    text: str
    png: bytes


@dataclass
class _Style:
    align: int = 0
    bold: bool = False
    wide: int = 1
    high: int = 1
    han_wide: int = 1
    han_high: int = 1
    chinese: bool = False
    spacing: int = 30


@dataclass
class PaperRoll:
    """Paper of `dots` printable dots. `feed` items; a cut gives back a slip."""

    dots: int = 576
    _strips: list[Image.Image] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _style: _Style = field(default_factory=_Style)
    _line: list[tuple[str, _Style]] = field(default_factory=list)
    _line_bytes: bytearray = field(default_factory=bytearray)

    @property
    def used_mm(self) -> float:
        """Length of paper since the last cut."""
        return sum(strip.height for strip in self._strips) / DOTS_PER_MM

    def reset(self) -> None:
        """Everything not cut is thrown away (power off, buffers cleared)."""
        self._strips.clear()
        self._lines.clear()
        self._line.clear()
        self._style = _Style()

    def feed(self, item: Item) -> PrintedSlip | None:
        """Set one item; a finished slip when it was a cut."""
        if isinstance(item, Text):
            self._write(item.data)
            return None
        match item:
            case Op(b"\n"):
                self._end_line()
            case Op(b"\x1b@"):
                self._style = _Style()
            case Op(b"\x1bd" | b"\x1bJ", data):
                self._end_line(force=False)
                self._blank(data[0] * self._style.spacing if item.name == b"\x1bd" else data[0])
            case Op(b"\x1dv", data):
                self._picture(data)
            case Op(b"\x1dV"):
                return self._cut()
            case _:
                self._set(item)
        return None

    def _set(self, item: Op) -> None:
        style, data = self._style, item.data
        match item.name:
            case b"\x1ba":
                style.align = data[0] & 3
            case b"\x1bE":
                style.bold = bool(data[0] & 1)
            case b"\x1b3":
                style.spacing = data[0]
            case b"\x1d!":
                style.wide, style.high = (data[0] >> 4 & 7) + 1, (data[0] & 7) + 1
            case b"\x1c!":
                style.han_wide, style.han_high = 1 + (data[0] >> 2 & 1), 1 + (data[0] >> 3 & 1)
            case b"\x1c&":
                style.chinese = True
            case b"\x1c.":
                style.chinese = False

    def _write(self, data: bytes) -> None:
        codec = "gb18030" if self._style.chinese else "cp437"
        text = data.decode(codec, "replace")
        printable = "".join(character for character in text if character.isprintable())
        self._line.append((printable, _Style(**vars(self._style))))

    def _end_line(self, force: bool = True) -> None:
        if not self._line and not force:
            return
        self._lines.append("".join(text for text, _ in self._line))
        high = max((max(style.high, style.han_high) for _, style in self._line), default=1)
        strip = Image.new("L", (self.dots, max(self._style.spacing, 24 * high + 6)), 255)
        width = sum(_advance(character, style) for text, style in self._line for character in text)
        align = self._line[0][1].align if self._line else 0
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

    def _picture(self, data: bytes) -> None:
        width, height = int.from_bytes(data[2:4], "little") * 8, int.from_bytes(data[4:6], "little")
        if not width or not height:
            return
        strip = Image.new("L", (self.dots, height), 255)
        bits = Image.frombytes("1", (width, height), bytes(byte ^ 0xFF for byte in data[6:]))
        strip.paste(bits.convert("L"), (0, 0))
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


def _advance(character: str, style: _Style) -> int:
    return 24 * max(style.wide, style.han_wide) if ord(character) > 0xFF else 12 * style.wide


def _set_character(strip: Image.Image, x: int, character: str, style: _Style) -> None:
    han = ord(character) > 0xFF
    wide = max(style.wide, style.han_wide) if han else style.wide
    high = max(style.high, style.han_high) if han else style.high
    cell = Image.new("L", (24 if han else 12, 30), 255)
    font = han_font(23 if han else 21, style.bold)
    ImageDraw.Draw(cell).text((0, -5 if han else -4), character, fill=0, font=font)
    strip.paste(cell.resize((cell.width * wide, cell.height * high), Image.Resampling.NEAREST), (x, 0))
