// How something stands, in the colour of what it means.
import QtQuick
import "../theme"

Rectangle {
    id: root

    required property var note

    implicitHeight: block.implicitHeight + Theme.px(72)
    radius: Theme.radius
    color: root.note.tone === "plain" ? Theme.sheet : Theme.ground(root.note.tone)
    border.width: Theme.hairline
    border.color: root.note.tone === "plain" ? Theme.line : Theme.mark(root.note.tone)

    NoteBlock {
        id: block
        x: Theme.px(36)
        y: Theme.px(36)
        width: parent.width - 2 * x
        note: root.note
    }
}
