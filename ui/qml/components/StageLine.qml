// One stage of work that takes a moment: done, under way, or still to come.
import QtQuick
import "../theme"

Row {
    id: root

    required property var stage
    readonly property bool done: stage.state === "done"
    readonly property bool now: stage.state === "now"

    spacing: Theme.px(32)

    Rectangle {
        id: disc
        width: Theme.disc
        height: width
        radius: width / 2
        color: root.done ? Theme.spring : root.now ? Theme.springSoft : Theme.sheet
        border.width: root.done ? 0 : Theme.ring
        border.color: root.now ? Theme.spring : Theme.line

        Icon {
            anchors.centerIn: parent
            name: root.done ? "check" : root.stage.icon
            tint: root.done ? Theme.springInk : root.now ? Theme.spring : Theme.muted
        }
    }
    Label {
        width: root.width - disc.width - root.spacing
        anchors.verticalCenter: parent.verticalCenter
        text: root.stage.label
        size: root.now ? Theme.px(48) : Theme.lead
        strong: root.now
        color: root.now ? Theme.spring : root.done ? Theme.ink : Theme.muted
        Accessible.role: root.now ? Accessible.AlertMessage : Accessible.StaticText
    }
}
