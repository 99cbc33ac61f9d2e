import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    GridLayout {
        width: parent.width
        columns: root.wide ? 2 : 1
        columnSpacing: Theme.px(40)
        rowSpacing: Theme.px(36)

        Card {
            Layout.preferredWidth: root.wide ? Math.min(Theme.px(460), parent.width * 0.42) : parent.width
            Layout.preferredHeight: root.wide ? Math.min(Theme.px(640), root.height - Theme.gap) : Theme.px(560)
            Layout.alignment: Qt.AlignTop

            Drawing {
                anchors.fill: parent
                anchors.margins: Theme.px(40)
                anchors.topMargin: Theme.px(root.wide ? 104 : 40)
                name: root.page.body.drawing
            }
            Badge {
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.margins: Theme.px(24)
                badge: root.page.body.badge
            }
        }
        Column {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            spacing: Theme.px(24)

            Label {
                width: parent.width
                text: root.page.body.checks_heading
                size: Theme.lead
                color: Theme.muted
                Accessible.role: Accessible.Heading
            }
            Repeater {
                model: root.page.body.checks

                NoteLine {
                    required property var modelData
                    note: modelData
                    width: parent ? parent.width : 0
                }
            }
            Label {
                visible: text !== ""
                width: parent.width
                topPadding: Theme.px(12)
                text: root.page.body.others_heading
                size: Theme.lead
                color: Theme.muted
                Accessible.role: Accessible.Heading
            }
            GridLayout {
                visible: root.page.body.others.length > 0
                width: parent.width
                columns: root.wide ? 1 : 2
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                uniformCellWidths: true

                Repeater {
                    model: root.page.body.others

                    ChoiceCard {
                        required property var modelData
                        choice: modelData
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        onIntent: (name, value) => root.intent(name, value)
                    }
                }
            }
        }
    }
}
