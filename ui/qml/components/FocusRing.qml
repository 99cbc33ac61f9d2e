// Says what has the keys; drawn only then.
import QtQuick
import "../theme"

Loader {
    id: root

    required property Item target
    property real rounding: Theme.radius
    property color tint: Theme.spring

    anchors.fill: target
    anchors.margins: -Theme.ring * 1.5
    visible: target.activeFocus
    active: visible
    z: 2
    sourceComponent: Rectangle {
        color: "transparent"
        radius: root.rounding + Theme.ring * 1.5
        border.width: Theme.ring
        border.color: root.tint
    }
}
