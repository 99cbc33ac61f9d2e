// The reader, and a card coming to lie on it. Drawn at one size and scaled into its room.
import QtQuick
import "../theme"

Item {
    id: root

    // What the terminal sees: waiting, reading, failed or unavailable.
    property string seen: "waiting"
    readonly property bool broken: seen === "unavailable"
    readonly property bool lying: seen === "reading"
    readonly property real high: Theme.px(30)
    readonly property real low: Theme.px(84)

    SpringRings {
        width: parent.width
        anchors.centerIn: parent
    }
    Item {
        id: stage
        width: Theme.px(580)
        height: Theme.px(500)
        anchors.centerIn: parent
        scale: Math.min(1, root.width / width, root.height / height)

        Rectangle {
            id: reader
            width: parent.width
            height: Theme.px(240)
            y: parent.height - height
            radius: Theme.px(40)
            color: Theme.drawn.device

            Rectangle {
                anchors.fill: parent
                anchors.margins: Theme.px(40)
                radius: Theme.px(18)
                color: Theme.drawn.inside
                border.width: Theme.px(6)
                border.color: root.broken ? Theme.drawn.faint : Theme.drawn.glow
            }
            Icon {
                anchors.centerIn: parent
                anchors.verticalCenterOffset: root.broken ? 0 : Theme.px(24)
                visible: !root.lying
                name: root.broken ? "triangle-alert" : "chevrons-down"
                size: Theme.px(64)
                tint: root.broken ? Theme.drawn.faint : Theme.drawn.glow
            }
        }
        IdCardDrawing {
            visible: !root.broken
            anchors.horizontalCenter: parent.horizontalCenter
            y: root.lying ? Theme.px(190) : root.high
            rotation: root.lying ? 0 : -4

            SequentialAnimation on y {
                running: !root.broken && !root.lying && !Theme.still
                loops: Animation.Infinite

                PauseAnimation { duration: Theme.pause }
                NumberAnimation { to: root.low; duration: Theme.glide; easing.type: Easing.InOutQuad }
                PauseAnimation { duration: Theme.pause }
                NumberAnimation { to: root.high; duration: Theme.glide; easing.type: Easing.InOutQuad }
            }
        }
    }
}
