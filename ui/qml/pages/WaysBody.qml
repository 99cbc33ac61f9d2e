import QtQuick
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    Grid {
        id: grid
        readonly property bool both: root.page.body.notes.length > 0
        width: parent.width
        columns: root.wide && !Theme.large && both && root.page.body.ways.length > 0 ? 2 : 1
        spacing: Theme.gap

        Card {
            width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
            visible: grid.both
            height: notes.implicitHeight + Theme.px(72)

            Column {
                id: notes
                x: Theme.px(36)
                y: Theme.px(36)
                width: parent.width - 2 * x
                spacing: Theme.px(36)

                Repeater {
                    model: root.page.body.notes

                    NoteBlock {
                        required property var modelData
                        note: modelData
                        width: parent.width
                    }
                }
            }
        }
        Grid {
            id: ways
            width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
            columns: root.wide && !grid.both ? 2 : 1
            spacing: Theme.gap

            Repeater {
                model: root.page.body.ways

                ChoiceCard {
                    required property var modelData
                    choice: modelData
                    way: true
                    width: (ways.width - (ways.columns - 1) * ways.spacing) / ways.columns
                    height: Math.max(implicitHeight, Theme.px(root.wide ? 192 : 172))
                    onIntent: (name, value) => root.intent(name, value)
                }
            }
        }
    }
}
