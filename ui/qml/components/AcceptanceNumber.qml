// The number that the whole visit was for.
import QtQuick
import "../theme"

Rectangle {
    id: root

    required property var view
    property bool slim: false
    readonly property bool several: !!view.numbers && view.numbers.length > 0

    implicitHeight: head.implicitHeight + Theme.px(slim ? 64 : 120)
    radius: Theme.radius
    color: Theme.spring
    clip: true

    SpringRings {
        width: parent.width * 1.1
        anchors.centerIn: parent
        opacity: 0.35
        tint: Theme.springInk
    }
    Column {
        id: head
        width: parent.width - Theme.px(64)
        anchors.centerIn: parent
        spacing: Theme.px(14)

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap

            Icon {
                name: root.view.icon
                size: Theme.px(64)
                tint: Theme.springInk
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                text: root.view.headline
                size: Theme.px(Theme.large ? 48 : 56)
                strong: true
                color: Theme.springInk
                width: Math.min(implicitWidth, head.width - Theme.px(88))
                lineHeight: 1.1
                anchors.verticalCenter: parent.verticalCenter
                Accessible.role: Accessible.Heading
            }
        }
        Repeater {
            model: root.several ? root.view.numbers : []

            Column {
                id: one
                required property var modelData
                width: head.width
                spacing: 0

                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: one.modelData.label
                    size: Theme.small
                    color: Theme.springInk
                }
                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: one.modelData.value
                    size: Theme.px(56)
                    strong: true
                    color: Theme.springInk
                    wrapMode: Text.NoWrap
                    fontSizeMode: Text.HorizontalFit
                    lineHeight: 1
                }
            }
        }
        Label {
            visible: !root.several
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.view.number_label
            size: Theme.small
            color: Theme.springInk
        }
        Label {
            visible: !root.several
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.view.number
            size: Theme.px(80)
            strong: true
            color: Theme.springInk
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            lineHeight: 1
        }
        Label {
            width: parent.width
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            text: root.view.number_note
            size: Theme.small
            color: Theme.springInk
        }
    }
}
