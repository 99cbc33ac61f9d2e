// One of several answers or ways: icon, label, and its consequence.
import QtQuick
import "../theme"

Touchable {
    id: root

    required property var choice
    // A way on is taken at once, an answer is chosen and kept.
    property bool way: false
    // Where there is room: larger, as fewer things can be.
    property bool roomy: false
    // One of many side by side: what room there is goes to its words.
    property bool dense: false
    // One of several that may be chosen together: a box to tick says so before the first is chosen.
    property bool several: false
    // So narrow that its words need all of it.
    readonly property bool slight: width < Theme.room(dense ? 330 : 440)

    action: choice.action
    implicitHeight: Math.max(roomy ? Theme.px(200) : Theme.choice, texts.implicitHeight + Theme.px(dense ? 28 : 36))
    Accessible.role: several ? Accessible.CheckBox : Accessible.Button
    Accessible.description: choice.hint
    Accessible.checkable: !way
    Accessible.checked: choice.chosen

    // Not to be touched yet: an outline, in words that can still be read.
    Card {
        anchors.fill: parent
        color: !root.enabled ? "transparent" : root.choice.chosen || root.pressed ? Theme.springSoft : Theme.sheet
        border.color: root.choice.chosen ? Theme.spring : Theme.line
        border.width: root.choice.chosen ? Theme.ring : Theme.hairline
    }

    Rectangle {
        id: disc
        visible: !root.slight
        width: Theme.disc
        height: Theme.disc
        radius: width / 2
        x: Theme.px(root.dense ? 28 : 36)
        anchors.verticalCenter: parent.verticalCenter
        color: !root.enabled ? "transparent" : root.choice.chosen ? Theme.spring : Theme.springSoft
        border.width: root.enabled ? 0 : Theme.hairline
        border.color: Theme.line

        Icon {
            anchors.centerIn: parent
            name: root.action.icon
            tint: !root.enabled ? Theme.muted : root.choice.chosen ? Theme.springInk : Theme.spring
        }
    }

    Column {
        id: texts
        anchors.left: root.slight ? parent.left : disc.right
        anchors.leftMargin: Theme.px(root.dense ? 24 : 32)
        anchors.right: root.way ? parent.right : root.several ? box.left : tick.left
        anchors.rightMargin: root.way ? Theme.px(root.dense ? 12 : 16) : Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(4)

        Label {
            width: parent.width
            text: root.action.label
            size: root.roomy ? Theme.px(48) : Theme.lead
            color: root.enabled ? Theme.ink : Theme.muted
            lineHeight: 1.1
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            visible: text !== ""
            text: root.choice.hint
            size: root.roomy ? Theme.px(34) : Theme.small
            color: Theme.muted
            lineHeight: 1.15
            Accessible.ignored: true
        }
    }

    Icon {
        id: tick
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(36)
        anchors.verticalCenter: parent.verticalCenter
        name: root.choice.chosen && !root.several ? "circle-check" : ""
        size: Theme.px(56)
    }
    TickBox {
        id: box
        anchors.right: tick.right
        anchors.verticalCenter: parent.verticalCenter
        visible: root.several
        ticked: root.choice.chosen
    }
}
