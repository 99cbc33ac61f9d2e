// An identity card, nobody's.
import QtQuick
import "../theme"

Rectangle {
    id: root

    readonly property var lines: [
        { "top": 52, "length": 110 },
        { "top": 96, "length": 150 },
        { "top": 140, "length": 190 },
        { "top": 206, "length": 330 }
    ]

    width: Theme.px(408)
    height: Theme.px(257)
    radius: Theme.radius
    color: Theme.drawn.card
    border.width: Theme.hairline
    border.color: Theme.drawn.cardLine

    Repeater {
        model: root.lines

        Rectangle {
            required property var modelData
            x: Theme.px(36)
            y: Theme.px(modelData.top)
            width: Theme.px(modelData.length)
            height: Theme.px(16)
            radius: height / 2
            color: Theme.drawn.cardLine
        }
    }
    Rectangle {
        x: parent.width - width - Theme.px(36)
        y: Theme.px(36)
        width: Theme.px(112)
        height: Theme.px(140)
        radius: Theme.px(12)
        color: Theme.drawn.cardSoft

        Rectangle {
            width: Theme.px(44)
            height: width
            radius: width / 2
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.px(26)
            color: Theme.drawn.cardFigure
        }
        Rectangle {
            width: Theme.px(76)
            height: Theme.px(58)
            radius: Theme.px(24)
            anchors.horizontalCenter: parent.horizontalCenter
            y: parent.height - height - Theme.px(6)
            color: Theme.drawn.cardFigure
        }
    }
}
