// A tool of the header or the footer. One that is on is filled and ringed and bears a tick.
import QtQuick
import "../theme"

Touchable {
    id: root

    // A drawing alone, its words for ears only.
    property bool bare: false
    // On the resting screen.
    property bool resting: false
    readonly property bool on: !!action && action.on === true
    readonly property color front: resting ? Theme.colours.restInk : Theme.ink
    readonly property color sign: on ? Theme.springInk : resting ? Theme.colours.restInk : Theme.spring
    readonly property real full: label.implicitWidth + Theme.px(Theme.large ? 78 : 70)

    implicitHeight: Theme.pill
    implicitWidth: bare ? Theme.pill : Math.max(Theme.pill, full)
    rounding: height / 2
    ringColor: resting ? Theme.colours.restInk : Theme.spring

    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: root.on ? Theme.spring : root.pressed ? (root.resting ? Theme.colours.restFoot : Theme.springSoft) : "transparent"
        border.width: root.on ? Theme.ring : Theme.hairline
        border.color: root.on || root.resting ? root.front : Theme.line
    }

    Row {
        id: row
        anchors.centerIn: parent
        spacing: root.bare ? 0 : Theme.px(8)

        Icon {
            id: icon
            name: root.action ? (root.on && !root.bare ? "check" : root.action.icon) : ""
            size: Theme.px(Theme.large || root.bare ? 38 : 32)
            tint: root.sign
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            id: label
            visible: !root.bare
            text: root.action ? root.action.label : ""
            size: Theme.px(Theme.large ? 26 : 28)
            color: root.on ? Theme.springInk : root.front
            wrapMode: Text.NoWrap
            lineHeight: 1
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
}
