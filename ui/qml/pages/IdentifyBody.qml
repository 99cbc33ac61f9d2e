import QtQuick
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    // With ways on beside it the reader has half of a panel across, else all of it.
    readonly property bool halved: wide && page.body.ways.length > 0
    readonly property bool failed: page.body.state === "failed" || page.body.state === "unavailable"
    signal intent(string name, string value)

    Grid {
        width: parent.width
        columns: root.wide ? 2 : 1
        spacing: Theme.gap

        Card {
            width: root.halved ? (parent.width - Theme.gap) / 2 : parent.width
            height: root.wide ? root.height - Theme.gap : Math.min(Theme.px(root.page.body.ways.length > 2 ? 560 : 756), root.height - Theme.px(120))

            ReaderDrawing {
                anchors.top: parent.top
                anchors.topMargin: Theme.px(24)
                anchors.bottom: status.top
                anchors.bottomMargin: Theme.px(28)
                anchors.horizontalCenter: parent.horizontalCenter
                width: parent.width - Theme.px(48)
                seen: root.page.body.state
            }
            Row {
                id: status
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.px(36)
                spacing: Theme.px(18)

                Rectangle {
                    width: Theme.px(24)
                    height: width
                    radius: width / 2
                    anchors.verticalCenter: parent.verticalCenter
                    color: root.failed ? Theme.amber : Theme.spring
                }
                Label {
                    id: words
                    width: Math.min(implicitWidth, root.width * (root.halved ? 0.42 : 0.84))
                    text: root.page.body.status
                    size: Theme.body
                    color: root.failed ? Theme.amber : Theme.ink
                    Accessible.role: Accessible.AlertMessage
                }
            }
        }
        Column {
            width: root.wide ? (parent.width - Theme.gap) / 2 : parent.width
            spacing: Theme.gap

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
    }
}
