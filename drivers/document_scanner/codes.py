"""QR and barcodes on a page: zxing-cpp first, pyzbar as second opinion on what it missed."""

from __future__ import annotations

from drivers.document_scanner.page import Code, Image


def read_codes(page: Image) -> tuple[Code, ...]:
    """The codes found, each once."""
    import zxingcpp
    from pyzbar import pyzbar

    found = {
        result.text: Code(str(result.format).rpartition(".")[2], result.text) for result in zxingcpp.read_barcodes(page)
    }
    if not found:
        for symbol in pyzbar.decode(page):
            text = symbol.data.decode("utf-8", "replace")
            found[text] = Code(symbol.type, text)
    return tuple(found.values())
