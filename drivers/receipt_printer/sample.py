"""Slips to try a printer with."""

from __future__ import annotations

from drivers.receipt_printer.slip import Align, Line, QrCode, Rule, SlipElement, Space


def sample_slip() -> tuple[SlipElement, ...]:
    """Sizes, weights, common and rare characters, a rule and a code."""
    return (
        Line("打印测试 Print test", scale=2, bold=True, align=Align.CENTRE),
        Rule(),
        Line("正常大小：在泉城，全办成。Normal size 0123456789"),
        Line("粗体 Bold", bold=True),
        Line("两倍大 Double", scale=2),
        Line("生僻字：䶮 㛃 𬭎 𠅤"),
        Space(),
        QrCode("TEST-0001"),
        Line("能扫出 TEST-0001 就对了", align=Align.CENTRE),
    )


def slip_from_text(text: str) -> tuple[SlipElement, ...]:
    """A text as a slip, a paragraph a line."""
    return tuple(Line(paragraph) for paragraph in text.splitlines())
