// A question over the page; the page under it is dimmed and cannot be touched.
import QtQuick
import "../theme"

Rectangle {
    id: root

    required property var overlay
    // Height of what lies above a page that was brought down.
    property real above: 0
    signal intent(string name, string value)

    color: Theme.shade

    MouseArea { anchors.fill: parent }

    Rectangle {
        width: Math.min(parent.width - 2 * Theme.margin, Theme.px(936))
        height: column.implicitHeight + Theme.px(112)
        anchors.centerIn: parent
        anchors.verticalCenterOffset: root.above / 2
        radius: Theme.radius
        color: Theme.paper
        border.width: Theme.hairline
        border.color: Theme.line

        Column {
            id: column
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.px(64)
            spacing: Theme.px(36)

            Label {
                width: parent.width
                text: root.overlay.title
                size: Theme.question
                strong: true
                Accessible.role: Accessible.Heading
            }
            Label {
                width: parent.width
                text: root.overlay.lead
                size: Theme.lead
                color: Theme.muted
            }
            Column {
                width: parent.width
                spacing: Theme.gap
                topPadding: Theme.px(12)

                Repeater {
                    model: root.overlay.actions

                    ActionButton {
                        required property var modelData
                        required property int index
                        action: modelData
                        primary: index === 0
                        forward: false
                        focus: index === 0
                        width: parent.width
                        onIntent: (name, value) => root.intent(name, value)
                    }
                }
            }
        }
    }
}
