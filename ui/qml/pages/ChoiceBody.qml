import QtQuick
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    readonly property bool roomy: !wide && !Theme.large && page.body.choices.length * (Theme.px(200) + Theme.gap) + Theme.px(140) < height
    signal intent(string name, string value)

    Grid {
        width: parent.width
        columns: root.wide && root.page.body.choices.length > 4 ? 2 : 1
        spacing: Theme.gap

        Repeater {
            model: root.page.body.choices

            ChoiceCard {
                required property var modelData
                choice: modelData
                roomy: root.roomy
                several: root.page.body.several
                width: (parent.width - (parent.columns - 1) * Theme.gap) / parent.columns
                onIntent: (name, value) => root.intent(name, value)
            }
        }
    }
    InfoCard {
        width: parent.width
        text: root.wide ? "" : root.page.body.why
    }
}
