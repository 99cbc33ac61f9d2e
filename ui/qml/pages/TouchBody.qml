// Places to touch all over the room that a page has, from corner to corner.
import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

ColumnLayout {
    id: root

    required property var page
    property bool wide: false
    // One below the other, title and note would keep a third of the glass from being tried.
    readonly property bool ownsTitle: true
    signal intent(string name, string value)

    spacing: Theme.gap

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.px(64)

        Label {
            text: root.page.title
            size: Theme.question
            strong: true
            lineHeight: 1
            Accessible.role: Accessible.Heading
        }
        NoteBlock {
            Layout.fillWidth: true
            note: root.page.body.heading
        }
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.bottomMargin: Theme.gap
        columns: root.page.body.columns
        columnSpacing: Theme.px(12)
        rowSpacing: Theme.px(12)
        uniformCellWidths: true
        uniformCellHeights: true

        Repeater {
            model: root.page.body.targets

            TouchTarget {
                required property var modelData
                action: modelData
                row: root.page.body.columns
                Layout.fillWidth: true
                Layout.fillHeight: true
                onIntent: (name, value) => root.intent(name, value)
            }
        }
    }
}
