// A question over the page; the page under it is dimmed and cannot be touched. It may count
// the seconds down.
import QtQuick
import "../theme"

Rectangle {
    id: root

    required property var overlay
    // Height of what lies above a page that was brought down.
    property real above: 0
    // Between the edge of the card and the words.
    readonly property real edge: Theme.px(56)
    signal intent(string name, string value)

    // The seconds change under a finger that rests on an action: only other actions are made anew.
    property var actions: []
    readonly property string asked: JSON.stringify(overlay.actions)
    onAskedChanged: actions = overlay.actions

    // Nobody may be there any more but a bystander: while we ask, the page cannot be read.
    color: overlay.countdown ? Theme.colours.rest : Theme.shade
    Component.onCompleted: Accessible.announce(overlay.title + "\n" + overlay.lead, Accessible.Assertive)

    MouseArea {
        anchors.fill: parent
        onPressed: if (root.overlay.anywhere) root.intent(root.overlay.close.intent, root.overlay.close.value)
    }

    Rectangle {
        width: Math.min(parent.width - 2 * Theme.margin, Theme.px(936))
        height: column.implicitHeight + 2 * root.edge
        anchors.centerIn: parent
        anchors.verticalCenterOffset: root.above / 2
        radius: Theme.radius
        color: Theme.paper
        border.width: Theme.hairline
        border.color: Theme.line

        Column {
            id: column
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.px(64)
            spacing: Theme.px(36)

            Label {
                width: parent.width - (clock.visible ? clock.width + Theme.gap : 0)
                // What follows begins below the ring.
                height: Math.max(implicitHeight, clock.visible ? clock.y + clock.height - root.edge - Theme.px(18) : 0)
                verticalAlignment: Text.AlignVCenter
                text: root.overlay.title
                size: Theme.question
                strong: true
                Accessible.role: Accessible.Heading
            }
            Label {
                width: parent.width
                text: root.overlay.lead
                size: Theme.lead
                color: Theme.muted
            }
            Column {
                width: parent.width
                spacing: Theme.gap
                topPadding: Theme.px(12)

                Repeater {
                    model: root.actions

                    ActionButton {
                        required property var modelData
                        required property int index
                        action: modelData
                        primary: index === 0
                        forward: false
                        focus: index === 0
                        width: parent.width
                        onIntent: (name, value) => root.intent(name, value)
                    }
                }
            }
        }
        CountdownRing {
            id: clock
            visible: !!root.overlay.countdown
            countdown: root.overlay.countdown
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(64)
            y: Theme.px(40)
        }
    }
}
