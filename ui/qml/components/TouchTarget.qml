// A place on the glass; one that felt a finger turns green and has a tick.
import QtQuick
import "../theme"

Touchable {
    id: root

    readonly property bool felt: !!action && action.on === true

    implicitWidth: Theme.target
    // as many as there are share the room of a page
    implicitHeight: number.implicitHeight

    Card {
        anchors.fill: parent
        color: root.felt ? Theme.ground("good") : root.pressed ? Theme.springSoft : Theme.sheet
        border.color: root.felt ? Theme.mark("good") : Theme.line
        border.width: root.felt ? Theme.ring : Theme.hairline
    }
    Icon {
        anchors.centerIn: parent
        name: root.felt ? root.action.icon : ""
        tint: Theme.mark("good")
    }
    Label {
        id: number
        anchors.centerIn: parent
        visible: !root.felt
        text: root.action.label
        size: Theme.body
        color: Theme.muted
        lineHeight: 1
        Accessible.ignored: true
    }
}
