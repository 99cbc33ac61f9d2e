// The reader, and a card coming to lie on it.
import QtQuick
import "../theme"

Item {
    id: root

    property bool moving: true
    property bool broken: false

    SpringRings {
        width: parent.width * 1.1
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height * 0.28
    }
    Rectangle {
        id: reader
        width: Theme.px(580)
        height: Theme.px(240)
        radius: Theme.px(40)
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height - height
        color: Theme.dark

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.px(40)
            radius: Theme.px(18)
            color: Theme.ink
            border.width: Theme.px(6)
            border.color: root.broken ? Theme.muted : Theme.glow
        }
    }
    Card {
        id: card
        width: Theme.px(408)
        height: Theme.px(257)
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.broken ? 0 : Theme.px(10)
        rotation: -4
        opacity: root.broken ? 0.5 : 1

        Repeater {
            model: [110, 150, 190, 330]

            Rectangle {
                required property int index
                required property int modelData
                x: Theme.px(36)
                y: Theme.px(index === 3 ? 206 : 52 + index * 44)
                width: Theme.px(modelData)
                height: Theme.px(16)
                radius: height / 2
                color: Theme.line
            }
        }
        Rectangle {
            x: parent.width - width - Theme.px(36)
            y: Theme.px(36)
            width: Theme.px(112)
            height: Theme.px(140)
            radius: Theme.px(12)
            color: Theme.springSoft

            Rectangle {
                width: Theme.px(44)
                height: width
                radius: width / 2
                anchors.horizontalCenter: parent.horizontalCenter
                y: Theme.px(26)
                color: Theme.muted
                opacity: 0.5
            }
            Rectangle {
                width: Theme.px(76)
                height: Theme.px(58)
                radius: Theme.px(24)
                anchors.horizontalCenter: parent.horizontalCenter
                y: parent.height - height - Theme.px(6)
                color: Theme.muted
                opacity: 0.5
            }
        }
        SequentialAnimation on y {
            running: root.moving && !root.broken
            loops: Animation.Infinite
            NumberAnimation { to: Theme.px(64); duration: 1400; easing.type: Easing.InOutQuad }
            PauseAnimation { duration: 700 }
            NumberAnimation { to: Theme.px(10); duration: 900; easing.type: Easing.InOutQuad }
        }
    }
}
