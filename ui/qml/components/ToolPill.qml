// The tools at the top of every page.
import QtQuick
import "../theme"

Touchable {
    id: root

    property color front: Theme.ink
    property color ground: Theme.paper

    implicitHeight: Theme.pill
    implicitWidth: row.implicitWidth + Theme.px(52)
    rounding: height / 2

    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: root.pressed ? Theme.springSoft : root.ground
        border.width: Theme.hairline
        border.color: root.ground === Theme.paper ? Theme.line : root.front
    }

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.px(10)

        Icon {
            name: root.action.icon
            size: Theme.px(34)
            tint: root.ground === Theme.paper ? Theme.spring : root.front
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            text: root.action.label
            size: Theme.small
            color: root.front
            wrapMode: Text.NoWrap
            lineHeight: 1
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
}
