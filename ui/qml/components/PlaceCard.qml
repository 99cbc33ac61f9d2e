// One division of an address; the second line is its name in the other script.
import QtQuick
import "../theme"

Touchable {
    id: root

    required property var choice

    action: choice.action
    implicitHeight: Math.max(Theme.target, texts.implicitHeight + Theme.px(24))
    Accessible.description: choice.hint

    Card {
        anchors.fill: parent
        color: root.pressed ? Theme.springSoft : Theme.sheet
    }
    Column {
        id: texts
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.px(32)
        anchors.verticalCenter: parent.verticalCenter

        Label {
            width: parent.width
            text: root.action.label
            size: Theme.lead
            wrapMode: Text.WrapAnywhere
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
}
