// Something to know: its drawing on a disc, what it is, and a second line.
import QtQuick
import "../theme"

Item {
    id: root

    required property var note

    implicitHeight: Math.max(disc.height, words.implicitHeight)

    Rectangle {
        id: disc
        width: Theme.disc
        height: width
        radius: width / 2
        anchors.verticalCenter: parent.verticalCenter
        color: root.note.tone === "plain" ? Theme.springSoft : Theme.ground(root.note.tone)

        Icon {
            anchors.centerIn: parent
            name: root.note.icon
            tint: root.note.tone === "plain" ? Theme.spring : Theme.mark(root.note.tone)
        }
    }
    Column {
        id: words
        anchors.left: disc.right
        anchors.leftMargin: Theme.px(32)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(4)

        Label {
            width: parent.width
            text: root.note.title
            size: Theme.lead
            lineHeight: 1.1
        }
        Label {
            width: parent.width
            visible: text !== ""
            text: root.note.hint
            size: Theme.small
            color: Theme.muted
            lineHeight: 1.15
        }
    }
}
