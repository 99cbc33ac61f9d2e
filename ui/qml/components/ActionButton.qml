// The buttons of the footer and of overlays: one primary, the others quiet.
import QtQuick
import "../theme"

Touchable {
    id: root

    property bool primary: false
    property bool forward: primary
    readonly property color front: primary ? Theme.springInk : Theme.spring

    implicitHeight: Theme.target
    implicitWidth: Math.max(Theme.px(primary ? 360 : 280), row.implicitWidth + Theme.px(100))
    rounding: height / 2
    opacity: !action || action.enabled ? 1 : 0.38

    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: root.primary ? (root.pressed ? Theme.springDeep : Theme.spring) : (root.pressed ? Theme.springSoft : Theme.sheet)
        border.width: root.primary ? 0 : Theme.hairline
        border.color: Theme.line
    }

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.px(16)
        layoutDirection: root.forward ? Qt.RightToLeft : Qt.LeftToRight

        Icon {
            name: root.action ? root.action.icon : ""
            tint: root.front
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            text: root.action ? root.action.label : ""
            size: Theme.lead
            color: root.front
            wrapMode: Text.NoWrap
            lineHeight: 1
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
}
