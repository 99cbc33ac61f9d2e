import QtQuick
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
    Grid {
        id: steps
        width: parent.width
        columns: root.wide && !Theme.large ? Math.min(3, root.page.body.steps.length) : 1
        spacing: Theme.gap

        Repeater {
            model: root.page.body.steps

            StepCard {
                required property var modelData
                step: modelData
                upright: steps.columns > 1
                width: (steps.width - (steps.columns - 1) * steps.spacing) / steps.columns
            }
        }
    }
}
