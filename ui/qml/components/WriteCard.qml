// A field that opens a page to write on, and shows what was written there.
import QtQuick
import "../theme"

Touchable {
    id: root

    property string written: ""

    implicitHeight: Math.max(Theme.choice, Math.min(words.implicitHeight + Theme.px(64), Theme.room(360)))

    Card {
        anchors.fill: parent
        color: root.pressed ? Theme.springSoft : Theme.sheet
        border.color: root.written === "" ? Theme.line : Theme.spring
        border.width: root.written === "" ? Theme.hairline : Theme.ring
    }
    Label {
        id: words
        x: Theme.px(40)
        y: Theme.px(32)
        width: parent.width - pencil.width - Theme.px(120)
        height: parent.height - 2 * y
        text: root.written === "" ? root.action.label : root.written
        color: root.written === "" ? Theme.muted : Theme.ink
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    Icon {
        id: pencil
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(40)
        anchors.verticalCenter: parent.verticalCenter
        name: root.action.icon
    }
}
