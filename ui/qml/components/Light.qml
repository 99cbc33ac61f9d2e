// How one part of the terminal is: a bar of colour at its edge, and the same in words.
import QtQuick
import "../theme"

Card {
    id: root

    required property var note

    implicitHeight: Math.max(Theme.px(188), words.implicitHeight + Theme.px(56))

    Rectangle {
        width: Theme.px(10)
        height: parent.height - Theme.px(64)
        radius: width / 2
        anchors.verticalCenter: parent.verticalCenter
        color: root.note.tone === "plain" ? Theme.line : Theme.mark(root.note.tone)
    }
    Icon {
        id: drawing
        x: Theme.px(36)
        anchors.verticalCenter: parent.verticalCenter
        name: root.note.icon
        size: Theme.px(56)
        tint: root.note.tone === "plain" ? Theme.muted : Theme.mark(root.note.tone)
    }
    Column {
        id: words
        anchors.left: drawing.right
        anchors.leftMargin: Theme.px(24)
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(20)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(6)

        Label {
            width: parent.width
            text: root.note.title
            lineHeight: 1.1
        }
        Label {
            width: parent.width
            text: root.note.hint
            size: Theme.small
            color: Theme.muted
            lineHeight: 1.1
        }
    }
}
