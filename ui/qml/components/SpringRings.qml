// Quiet rings of water: three jets, as at 趵突泉.
import QtQuick
import "../theme"

Image {
    property color tint: Theme.line

    height: width * 0.39
    source: "image://icon/rings/" + ("" + tint).substring(1)
    sourceSize.width: Math.ceil(width)
    sourceSize.height: Math.ceil(height)
    Accessible.ignored: true
}
