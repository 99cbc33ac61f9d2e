import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    Rectangle {
        width: parent.width
        height: tasks.implicitHeight + Theme.px(72)
        radius: Theme.radius
        color: Theme.ground(root.page.body.heading.tone)
        border.width: Theme.hairline
        border.color: Theme.mark(root.page.body.heading.tone)

        Column {
            id: tasks
            x: Theme.px(36)
            y: Theme.px(36)
            width: parent.width - 2 * x
            spacing: Theme.gap

            NoteLine {
                note: root.page.body.heading
                size: Theme.lead
            }
            Repeater {
                model: root.page.body.tasks

                ChoiceCard {
                    required property var modelData
                    choice: modelData
                    way: true
                    width: parent.width
                    onIntent: (name, value) => root.intent(name, value)
                }
            }
        }
    }
    Grid {
        id: lights
        width: parent.width
        columns: root.wide ? 3 : 2
        spacing: Theme.gap

        Repeater {
            model: root.page.body.lights

            Light {
                required property var modelData
                note: modelData
                width: (lights.width - (lights.columns - 1) * lights.spacing) / lights.columns
                height: Math.max(implicitHeight, Theme.px(root.wide ? 212 : 188))
            }
        }
    }
    Repeater {
        model: root.page.body.sections

        Column {
            id: section
            required property var modelData
            width: parent ? parent.width : 0
            spacing: Theme.px(20)

            Label {
                width: parent.width
                text: section.modelData.heading
                size: Theme.lead
                color: Theme.muted
                topPadding: Theme.px(16)
                Accessible.role: Accessible.Heading
            }
            GridLayout {
                width: parent.width
                columns: root.wide ? 3 : Theme.large ? 1 : 2
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                uniformCellWidths: true

                Repeater {
                    model: section.modelData.choices

                    ChoiceCard {
                        required property var modelData
                        choice: modelData
                        way: true
                        dense: true
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        onIntent: (name, value) => root.intent(name, value)
                    }
                }
            }
        }
    }
}
