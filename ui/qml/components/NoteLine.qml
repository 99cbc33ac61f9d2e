// A line with an icon, and perhaps a second one.
import QtQuick
import "../theme"

Row {
    id: root

    required property var note
    property real size: Theme.body
    property real room: parent ? parent.width : 0

    spacing: Theme.px(22)

    Icon {
        id: icon
        name: root.note.icon
        size: root.size * 1.35
        tint: root.note.tone === "plain" ? Theme.spring : Theme.mark(root.note.tone)
    }
    Column {
        Label {
            width: Math.min(implicitWidth, root.room - icon.width - root.spacing)
            text: root.note.title
            size: root.size
            color: root.note.tone === "attention" ? Theme.amber : Theme.ink
        }
        Label {
            visible: text !== ""
            width: root.room - icon.width - root.spacing
            text: root.note.hint
            size: Theme.px(32)
            color: Theme.muted
        }
    }
}
