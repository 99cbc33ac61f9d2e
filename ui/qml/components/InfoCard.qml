// Why we ask, quietly.
import QtQuick
import "../theme"

Rectangle {
    id: root

    property string text: ""
    property string icon: "info"
    property string tone: "spring"

    visible: text !== ""
    implicitHeight: text !== "" ? label.implicitHeight + Theme.px(48) : 0
    radius: Theme.radius
    color: Theme.ground(tone)

    Icon {
        id: mark
        x: Theme.px(36)
        y: label.y + Theme.room(20) - height / 2
        name: root.icon
        size: Theme.px(42)
        tint: Theme.mark(root.tone)
    }
    Label {
        id: label
        anchors.left: mark.right
        anchors.leftMargin: Theme.px(24)
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(36)
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        size: Theme.px(32)
        color: root.tone === "attention" ? Theme.amber : Theme.ink
    }
}
