// What became of the slip.
import QtQuick
import "../theme"

Card {
    id: root

    required property var note

    implicitHeight: Math.max(Theme.px(164), words.implicitHeight + Theme.px(48))

    Icon {
        id: printer
        x: Theme.px(44)
        anchors.verticalCenter: parent.verticalCenter
        name: root.note.icon
        size: Theme.px(72)
    }
    Column {
        id: words
        anchors.left: printer.right
        anchors.leftMargin: Theme.px(36)
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(32)
        anchors.verticalCenter: parent.verticalCenter

        Label {
            width: parent.width
            text: root.note.title
            size: Theme.px(38)
            lineHeight: 1.1
            Accessible.role: Accessible.AlertMessage
        }
        Label {
            width: parent.width
            text: root.note.hint
            size: Theme.small
            color: Theme.muted
        }
    }
}
