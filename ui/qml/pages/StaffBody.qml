import QtQuick
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

                Card {
                    id: task
                    required property var modelData
                    width: parent.width
                    height: block.implicitHeight + Theme.px(40)

                    NoteBlock {
                        id: block
                        x: Theme.px(28)
                        width: parent.width - 2 * x
                        anchors.verticalCenter: parent.verticalCenter
                        note: task.modelData
                    }
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
    Label {
        text: root.page.body.actions_heading
        size: Theme.lead
        color: Theme.muted
        topPadding: Theme.px(16)
    }
    Flow {
        width: parent.width
        spacing: Theme.gap

        Repeater {
            model: root.page.body.actions

            ActionButton {
                required property var modelData
                action: modelData
                onIntent: (name, value) => root.intent(name, value)
            }
        }
    }
}
