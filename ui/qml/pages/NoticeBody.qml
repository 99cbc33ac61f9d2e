import QtQuick
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    Card {
        width: parent.width
        height: column.implicitHeight + Theme.px(root.wide ? 96 : 180)
        clip: true

        SpringRings {
            width: parent.width * 1.05
            anchors.centerIn: parent
            opacity: 0.7
        }
        Column {
            id: column
            width: parent.width - Theme.px(112)
            anchors.centerIn: parent
            spacing: Theme.px(28)

            Icon {
                name: root.page.body.icon
                size: Theme.px(128)
                anchors.horizontalCenter: parent.horizontalCenter
            }
            Repeater {
                model: root.page.body.lines

                Label {
                    required property string modelData
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: modelData
                    size: Theme.lead
                }
            }
        }
    }
    Repeater {
        model: root.page.body.ways

        ChoiceCard {
            required property var modelData
            choice: modelData
            way: true
            width: parent.width
            onIntent: (name, value) => root.intent(name, value)
        }
    }
}
