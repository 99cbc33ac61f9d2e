// All matters under a heading, with the way to look for them by department; or the one way to all of them.
import QtQuick
import QtQuick.Layouts
import "../theme"

Column {
    id: root

    required property var body
    signal intent(string name, string value)

    spacing: Theme.px(12)

    Item {
        width: parent.width
        height: Theme.pill
        visible: root.body.matters_heading !== ""

        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: root.body.matters_heading
            size: Theme.lead
            color: Theme.muted
            lineHeight: 1
        }
        ToolPill {
            visible: !!root.body.departments
            action: root.body.departments
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            onIntent: (name, value) => root.intent(name, value)
        }
    }
    GridLayout {
        width: parent.width
        columns: Math.min(2, root.body.matters.length)
        columnSpacing: Theme.gap
        rowSpacing: Theme.px(16)
        uniformCellWidths: true

        Repeater {
            model: root.body.matters

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
