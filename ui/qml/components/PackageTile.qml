// An event of life: the darkest tile of the page, since most who come have one.
import QtQuick
import "../theme"

Touchable {
    id: root

    required property var choice
    // Beside its words on a wide panel, above them else.
    property bool flat: false

    action: choice.action
    implicitHeight: flat ? Math.max(Theme.px(120), words.implicitHeight + Theme.px(28))
                         : icon.height + words.implicitHeight + Theme.px(76)
    Accessible.description: choice.hint

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: root.pressed ? Theme.springDeep : Theme.spring
    }
    Icon {
        id: icon
        x: Theme.px(root.flat ? 36 : 32)
        y: root.flat ? (parent.height - height) / 2 : Theme.px(32)
        name: root.action.icon
        size: Theme.px(60)
        tint: Theme.springInk
    }
    Column {
        id: words
        anchors.left: root.flat ? icon.right : parent.left
        anchors.leftMargin: Theme.px(32)
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(20)
        y: root.flat ? (parent.height - height) / 2 : icon.y + icon.height + Theme.px(16)
        spacing: Theme.px(6)

        Label {
            width: parent.width
            text: root.action.label
            size: Theme.lead
            strong: true
            color: Theme.springInk
            lineHeight: 0.95
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: root.choice.hint
            size: Theme.small
            color: Theme.springInk
            lineHeight: 1
            Accessible.ignored: true
        }
    }
}
