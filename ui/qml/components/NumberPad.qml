// Twelve keys in rows of three.
import QtQuick
import "../theme"

Grid {
    id: root

    required property var keys
    property real keyHeight: Theme.key
    signal intent(string name, string value)

    columns: 3
    spacing: Theme.gap

    Repeater {
        model: root.keys

        Touchable {
            id: key
            required property var modelData

            action: modelData
            row: root.columns
            width: (root.width - 2 * root.spacing) / 3
            height: root.keyHeight
            onIntent: (name, value) => root.intent(name, value)

            Card {
                anchors.fill: parent
                color: key.pressed ? Theme.springSoft : Theme.sheet
            }
            Label {
                anchors.centerIn: parent
                text: key.action.label
                size: key.action.label.length > 1 ? Theme.body : Math.min(Theme.px(76), root.keyHeight * 0.5)
                color: key.action.label.length > 1 ? Theme.spring : Theme.ink
                lineHeight: 1
                Accessible.ignored: true
            }
        }
    }
}
