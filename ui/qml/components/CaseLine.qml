// A case on the list: what it is about, since when, and where it stands.
import QtQuick
import "../theme"

Touchable {
    id: root

    required property var line

    action: line.action
    implicitHeight: Math.max(Theme.choice, texts.implicitHeight + Theme.px(36))
    Accessible.description: line.badge.label + " " + line.when

    Card {
        id: card
        anchors.fill: parent
        color: root.pressed ? Theme.springSoft : Theme.sheet
    }
    Rectangle {
        id: disc
        width: Theme.disc
        height: Theme.disc
        radius: width / 2
        x: Theme.px(36)
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.springSoft

        Icon {
            anchors.centerIn: parent
            name: root.action.icon
            tint: Theme.spring
        }
    }
    Column {
        id: texts
        anchors.left: disc.right
        anchors.leftMargin: Theme.px(32)
        anchors.right: badge.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(6)

        Label {
            width: parent.width
            text: root.action.label
            size: Theme.lead
            lineHeight: 1.1
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            visible: text !== ""
            text: root.line.when
            size: Theme.small
            color: Theme.muted
            lineHeight: 1.15
            Accessible.ignored: true
        }
    }
    Badge {
        id: badge
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(36)
        anchors.verticalCenter: parent.verticalCenter
        under: card.color
        badge: root.line.badge
    }
}
