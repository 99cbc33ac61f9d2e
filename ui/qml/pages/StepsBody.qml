import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    spacing: Theme.px(28)

    NoteCard {
        width: parent.width
        note: root.page.body.heading
    }
    GridLayout {
        id: steps
        width: parent.width
        columns: root.wide && !Theme.large ? Math.min(3, root.page.body.steps.length) : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            model: root.page.body.steps

            StepCard {
                required property var modelData
                step: modelData
                upright: steps.columns > 1
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
}
