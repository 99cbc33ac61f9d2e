// The gallery's window: one component in all its states, and at the foot the way to the next one and to other looks.
import QtQuick
import QtQuick.Window
import "../components"
import "../theme"

Window {
    id: root

    // Name of the component, its states, the tools, and the view in which all is shown.
    required property var sheet
    // For a picture: the states alone, as high as they are.
    required property bool bare
    signal intent(string name, string value)

    visible: true
    height: Math.ceil(content.height)
    color: Theme.paper
    title: sheet.component

    Binding {
        target: Theme
        property: "scale"
        value: Math.min(root.width / root.sheet.room, root.bare ? 1 : root.height / root.sheet.room)
    }
    Binding {
        target: Theme
        property: "contrast"
        value: root.sheet.view.high_contrast
    }
    Binding {
        target: Theme
        property: "large"
        value: root.sheet.view.large_print
    }
    Binding {
        target: Theme
        property: "still"
        value: root.bare
    }

    Flickable {
        width: parent.width
        height: parent.height - (foot.visible ? foot.height : 0)
        contentHeight: content.height
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: interactive

        Column {
            id: content
            x: Theme.margin
            width: parent.width - 2 * Theme.margin
            topPadding: Theme.margin
            bottomPadding: Theme.margin
            spacing: Theme.gap * 2

            Label {
                text: root.sheet.component
                size: Theme.lead
                strong: true
                color: Theme.spring
            }
            Flow {
                width: parent.width
                spacing: Theme.gap * 2

                Repeater {
                    model: root.sheet.states

                    Exhibit {
                        required property var modelData
                        shown: modelData
                        component: root.sheet.component
                    }
                }
            }
        }
    }
    Rectangle {
        id: foot
        visible: !root.bare
        width: parent.width
        height: tools.height + 2 * Theme.gap
        anchors.bottom: parent.bottom
        color: Theme.sheet

        Row {
            id: tools
            anchors.centerIn: parent
            spacing: Theme.gap

            Repeater {
                model: root.sheet.tools

                ToolPill {
                    required property var modelData
                    action: modelData
                    onIntent: (name, value) => root.intent(name, value)
                }
            }
        }
    }
}
