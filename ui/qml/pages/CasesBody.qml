import QtQuick
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    Repeater {
        model: root.page.body.cases

        CaseLine {
            required property var modelData
            line: modelData
            width: parent.width
            onIntent: (name, value) => root.intent(name, value)
        }
    }
    Label {
        visible: text !== ""
        width: parent.width
        topPadding: Theme.gap
        text: root.page.body.ways_heading
        size: Theme.lead
        color: Theme.muted
    }
    Grid {
        width: parent.width
        columns: root.wide ? 2 : 1
        spacing: Theme.gap

        Repeater {
            model: root.page.body.ways

            ChoiceCard {
                required property var modelData
                choice: modelData
                way: true
                width: (parent.width - (parent.columns - 1) * Theme.gap) / parent.columns
                onIntent: (name, value) => root.intent(name, value)
            }
        }
    }
}
