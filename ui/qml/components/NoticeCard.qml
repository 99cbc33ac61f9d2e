// What cannot be done now, before anyone begins.
import QtQuick
import "../theme"

Card {
    id: root

    required property var notes

    visible: notes.length > 0
    implicitHeight: lines.implicitHeight + Theme.px(56)
    height: implicitHeight
    border.color: Theme.amber
    border.width: Theme.ring

    Column {
        id: lines
        x: Theme.px(36)
        y: Theme.px(28)
        width: parent.width - 2 * x
        spacing: Theme.px(20)

        Repeater {
            model: root.notes

            NoteLine {
                required property var modelData
                note: modelData
            }
        }
    }
}
