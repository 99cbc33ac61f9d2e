// Says what has the keys.
import QtQuick
import "../theme"

Rectangle {
    id: root

    required property Item target
    property real rounding: Theme.radius
    property color tint: Theme.spring

    anchors.fill: target
    anchors.margins: -Theme.ring * 1.5
    visible: target.activeFocus
    color: "transparent"
    radius: rounding + Theme.ring * 1.5
    border.width: Theme.ring
    border.color: tint
    z: 2
}
