// A line with an icon.
import QtQuick
import "../theme"

Row {
    id: root

    required property var note
    property real size: Theme.body
    property real room: parent.width

    spacing: Theme.px(22)

    Icon {
        id: icon
        name: root.note.icon
        size: root.size * 1.35
        tint: root.note.tone === "plain" ? Theme.spring : Theme.mark(root.note.tone)
    }
    Label {
        width: Math.min(implicitWidth, root.room - icon.width - root.spacing)
        text: root.note.title
        size: root.size
        color: root.note.tone === "attention" ? Theme.amber : Theme.ink
    }
}
