import QtQuick
import "../components"
import "../theme"

Item {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    Card {
        width: parent.width
        height: Math.min(parent.height - Theme.gap, Theme.px(760))

        SpringRings {
            width: parent.width - Theme.px(24)
            anchors.centerIn: parent
        }
        Column {
            anchors.centerIn: parent
            spacing: Theme.gap

            Icon {
                name: "lock"
                size: Theme.px(144)
                anchors.horizontalCenter: parent.horizontalCenter
            }
            Label {
                text: root.page.body.status
                size: Theme.lead
                color: Theme.spring
                Accessible.role: Accessible.AlertMessage
            }
        }
    }
}
