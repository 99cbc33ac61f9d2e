// Text in the theme's family; wraps. `size` is meant for normal print, whatever print the page is in.
import QtQuick
import "../theme"

Text {
    property real size: Theme.body
    property bool strong: false

    font.family: Theme.family
    font.pixelSize: Math.max(1, size * Theme.zoom)
    font.weight: strong ? Font.Bold : Font.Normal
    color: Theme.ink
    wrapMode: Text.Wrap
    lineHeight: Theme.lineHeight
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
