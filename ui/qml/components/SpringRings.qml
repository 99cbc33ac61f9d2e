// Quiet rings of water: three jets, as at 趵突泉.
import QtQuick
import "../theme"

Image {
    property color tint: Theme.line

    height: width * 0.39
    source: visible && width > 0 ? "image://icon/rings/" + ("" + tint).substring(1) : ""
    // Both sides from one, and in one go: at each change they are drawn anew.
    sourceSize: Qt.size(Math.ceil(width), Math.ceil(width * 0.39))
    Accessible.ignored: true
}
