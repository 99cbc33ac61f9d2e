// A drawing of ui/icons, tinted.
import QtQuick
import "../theme"

Image {
    property string name: ""
    property color tint: Theme.spring
    property real size: Theme.icon

    width: size
    height: size
    sourceSize.width: Math.ceil(size)
    sourceSize.height: Math.ceil(size)
    source: name === "" ? "" : "image://icon/" + name + "/" + ("" + tint).substring(1)
    visible: name !== ""
    Accessible.ignored: true
}
