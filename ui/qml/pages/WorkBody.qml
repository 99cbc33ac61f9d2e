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
    Card {
        visible: root.page.body.facts.length > 0
        width: parent.width
        height: facts.implicitHeight + Theme.px(56)

        Grid {
            id: facts
            x: Theme.px(40)
            y: Theme.px(28)
            width: parent.width - 2 * x
            columns: Math.min(root.wide ? 3 : Theme.large ? 1 : 2, root.page.body.facts.length)
            columnSpacing: Theme.gap
            rowSpacing: Theme.px(28)

            Repeater {
                model: root.page.body.facts

                Column {
                    id: fact
                    required property var modelData
                    width: (facts.width - (facts.columns - 1) * facts.columnSpacing) / Math.max(1, facts.columns)

                    Label {
                        width: parent.width
                        text: fact.modelData.value
                        size: Theme.lead
                        strong: true
                        color: Theme.spring
                        lineHeight: 1.1
                    }
                    Label {
                        width: parent.width
                        text: fact.modelData.label
                        size: Theme.small
                        color: Theme.muted
                        lineHeight: 1.1
                    }
                }
            }
        }
    }
    Label {
        visible: text !== ""
        width: parent.width
        text: root.page.body.choices_heading
        size: Theme.lead
        color: Theme.muted
        Accessible.role: Accessible.Heading
    }
    GridLayout {
        visible: root.page.body.choices.length > 0
        width: parent.width
        columns: root.wide && root.page.body.choices.length > 1 ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            model: root.page.body.choices

            ChoiceCard {
                required property var modelData
                choice: modelData
                way: true
                Layout.fillWidth: true
                Layout.fillHeight: true
                onIntent: (name, value) => root.intent(name, value)
            }
        }
    }
}
