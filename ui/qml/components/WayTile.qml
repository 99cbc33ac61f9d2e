// One of the quiet ways at the foot of home.
import QtQuick
import "../theme"

Touchable {
    id: root

    required property var choice
    // Icon beside the words; with room enough the hint is told too.
    property bool flat: false
    property bool told: false

    action: choice.action
    implicitWidth: column.x + label.implicitWidth + Theme.px(16)
    implicitHeight: Math.max(Theme.px(flat ? 100 : 120), column.implicitHeight + Theme.px(40))
    Accessible.description: choice.hint

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: root.pressed ? Theme.springSoft : Theme.paper
        border.width: Theme.hairline
        border.color: Theme.line
    }
    Icon {
        visible: root.flat
        x: Theme.px(24)
        anchors.verticalCenter: parent.verticalCenter
        name: root.action.icon
    }
    Column {
        id: column
        x: Theme.px(root.flat ? 88 : 8)
        width: parent.width - x - Theme.px(8)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(6)

        Icon {
            visible: !root.flat
            anchors.horizontalCenter: parent.horizontalCenter
            name: root.action.icon
        }
        Label {
            id: label
            width: parent.width
            horizontalAlignment: root.flat ? Text.AlignLeft : Text.AlignHCenter
            text: root.action.label
            size: Theme.px(34)
            lineHeight: 1.15
            Accessible.ignored: true
        }
        Label {
            visible: root.told
            width: parent.width
            text: root.choice.hint
            size: Theme.small
            color: Theme.muted
            lineHeight: 1.15
            Accessible.ignored: true
        }
    }
}
