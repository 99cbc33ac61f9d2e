import QtQuick
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    Label {
        text: root.page.body.heading
        size: Theme.lead
        color: Theme.muted
    }
    Grid {
        width: parent.width
        columns: root.wide ? 2 : 1
        spacing: Theme.gap

        Repeater {
            model: root.page.body.services

            ChoiceCard {
                required property var modelData
                choice: modelData
                way: true
                width: (parent.width - (parent.columns - 1) * Theme.gap) / parent.columns
                height: Theme.px(root.wide ? 176 : 200)
                onIntent: (name, value) => root.intent(name, value)
            }
        }
    }
    Item { width: 1; height: Theme.px(16) }
    Repeater {
        model: root.page.body.others

        ChoiceCard {
            required property var modelData
            choice: modelData
            way: true
            width: parent.width
            onIntent: (name, value) => root.intent(name, value)
        }
    }
}
