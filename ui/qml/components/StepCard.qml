// One step of what is to be done: its number, its drawing, its words; `upright`: the words stand under the drawing.
import QtQuick
import "../theme"

Card {
    id: root

    required property var step
    property bool upright: false

    implicitHeight: upright ? drawing.height + title.height + Theme.px(76) : Math.max(drawing.height, title.height) + Theme.px(56)

    Drawing {
        id: drawing
        x: Theme.px(28)
        y: Theme.px(28)
        width: root.upright ? parent.width - 2 * x : Theme.px(400)
        height: Theme.px(root.upright ? 220 : 300)
        name: root.step.drawing
    }
    Rectangle {
        x: Theme.px(20)
        y: Theme.px(20)
        width: Theme.px(72)
        height: width
        radius: width / 2
        color: Theme.spring

        Label {
            anchors.centerIn: parent
            text: root.step.number
            size: Theme.lead
            strong: true
            color: Theme.springInk
            lineHeight: 1
        }
    }
    Label {
        id: title
        x: root.upright ? Theme.px(28) : drawing.x + drawing.width + Theme.px(32)
        y: root.upright ? drawing.y + drawing.height + Theme.px(20) : (parent.height - height) / 2
        width: parent.width - x - Theme.px(28)
        text: root.step.title
        size: Theme.lead
        lineHeight: 1.15
    }
}
