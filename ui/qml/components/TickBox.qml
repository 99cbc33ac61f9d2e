// The box of what may be ticked beside others; an empty one says so too.
import QtQuick
import "../theme"

Rectangle {
    id: root

    required property bool ticked

    width: Theme.px(72)
    height: width
    radius: Theme.px(16)
    color: ticked ? Theme.spring : Theme.sheet
    border.width: Theme.ring
    border.color: Theme.spring

    Icon {
        anchors.centerIn: parent
        visible: root.ticked
        name: "check"
        tint: Theme.springInk
    }
}
