// The buttons of the footer and of overlays: one primary, the others quiet.
import QtQuick
import "../theme"

Touchable {
    id: root

    property bool primary: false
    property bool forward: primary
    // How wide it may grow before its words wrap.
    property real most: Infinity
    readonly property bool off: !!action && !action.enabled
    readonly property color front: off ? Theme.muted : primary ? Theme.springInk : Theme.spring
    readonly property real inset: Theme.px(100)

    implicitHeight: Math.max(Theme.target, label.implicitHeight + Theme.px(32))
    implicitWidth: Math.min(most, Math.max(Theme.px(primary ? 360 : 240), row.wanted + inset))
    rounding: height / 2

    // Not to be pressed yet: an outline, in words that can still be read.
    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: root.off ? "transparent" : root.primary ? (root.pressed ? Theme.springDeep : Theme.spring) : (root.pressed ? Theme.springSoft : Theme.sheet)
        border.width: root.primary && !root.off ? 0 : Theme.hairline
        border.color: Theme.line
    }

    Row {
        id: row
        readonly property real beside: icon.visible ? icon.width + spacing : 0
        readonly property real wanted: label.implicitWidth + beside
        anchors.centerIn: parent
        spacing: Theme.px(16)
        layoutDirection: root.forward ? Qt.RightToLeft : Qt.LeftToRight

        Icon {
            id: icon
            name: root.action ? root.action.icon : ""
            tint: root.front
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            id: label
            text: root.action ? root.action.label : ""
            size: Theme.lead
            color: root.front
            width: Math.ceil(Math.min(implicitWidth, root.width - root.inset * 0.5 - row.beside))
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1.05
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
}
