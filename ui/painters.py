"""Items that Python paints, made in Python for a page of QML.

Of every item of a Python type that QML makes itself, PySide (6.11.3) keeps the Python half for ever: 10 KB, and with it
what a resident signed. One that Python makes goes with the page.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtQuick import QQuickItem

from ui.live_picture import LivePicture
from ui.signature_pad import SignaturePad


class Painters(QObject):
    """What QML knows as `Painters`. `room` is the item that what is made fills, and with which it goes."""

    @Slot(QQuickItem, result=QQuickItem)
    def livePicture(self, room: QQuickItem) -> QQuickItem:
        """The live picture of the scanner."""
        return _laid(LivePicture(room), room)

    @Slot(QQuickItem, result=QQuickItem)
    def signaturePad(self, room: QQuickItem) -> QQuickItem:
        """A sheet to sign on."""
        return _laid(SignaturePad(room), room)


def _laid(item: QQuickItem, room: QQuickItem) -> QQuickItem:
    # to be owned by the room, not only shown in it
    item.setParent(room)
    return item
