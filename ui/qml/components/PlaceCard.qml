// One division of an address or region; the second line is its name in the other script.
import QtQuick
import "../theme"

Touchable {
    id: root

    required property var choice

    action: choice.action
    implicitHeight: Math.max(Theme.target, texts.implicitHeight + Theme.px(24))
    Accessible.description: choice.hint
    Accessible.checkable: choice.chosen
    Accessible.checked: choice.chosen

    Card {
        anchors.fill: parent
        color: root.choice.chosen || root.pressed ? Theme.springSoft : Theme.sheet
        border.color: root.choice.chosen ? Theme.spring : Theme.line
        border.width: root.choice.chosen ? Theme.ring : Theme.hairline
    }
    Column {
        id: texts
        anchors.left: parent.left
        anchors.right: tick.visible ? tick.left : parent.right
        anchors.leftMargin: Theme.px(32)
        anchors.rightMargin: tick.visible ? Theme.px(16) : Theme.px(32)
        anchors.verticalCenter: parent.verticalCenter

        Label {
            width: parent.width
            text: root.action.label
            size: Theme.lead
            wrapMode: Text.Wrap
            lineHeight: 1.1
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            visible: text !== ""
            text: root.choice.hint
            size: Theme.small
            color: Theme.muted
            lineHeight: 1.1
            Accessible.ignored: true
        }
    }
    Icon {
        id: tick
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(32)
        anchors.verticalCenter: parent.verticalCenter
        visible: root.choice.chosen
        name: "circle-check"
        size: Theme.px(56)
    }
}
