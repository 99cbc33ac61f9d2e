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
        height: Math.min(parent.height - Theme.gap, steps.implicitHeight + rings.height + Theme.px(200))

        SpringRings {
            id: rings
            width: Math.min(parent.width - Theme.px(24), Theme.px(880))
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(32)
        }
        Column {
            id: steps
            y: Theme.px(88)
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width - 2 * Theme.margin, Theme.px(720))
            spacing: Theme.px(40)

            Repeater {
                model: root.page.body.stages

                StageLine {
                    required property var modelData
                    stage: modelData
                    width: steps.width
                }
            }
        }
    }
}
