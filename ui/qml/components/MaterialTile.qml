// One paper of a guide: how it looks, what it is, whether it must be there. Touched, it is shown large.
import QtQuick
import "../theme"

Touchable {
    id: root

    required property var material

    action: material.sample
    implicitHeight: Math.max(Theme.px(160), words.implicitHeight + Theme.px(36))
    Accessible.description: material.badge.label + " " + material.hint

    Card {
        id: card
        anchors.fill: parent
        color: root.pressed ? Theme.springSoft : Theme.sheet
    }
    Rectangle {
        id: sample
        width: Theme.px(136)
        height: Theme.px(120)
        radius: Theme.px(14)
        x: Theme.px(28)
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.paper
        border.width: Theme.hairline
        border.color: Theme.line

        Drawing {
            anchors.fill: parent
            anchors.margins: Theme.px(8)
            name: root.material.drawing
        }
    }
    Column {
        id: words
        anchors.left: sample.right
        anchors.leftMargin: Theme.px(32)
        anchors.right: badge.left
        anchors.rightMargin: Theme.px(16)
        anchors.verticalCenter: parent.verticalCenter

        Label {
            width: parent.width
            text: root.action.label
            size: Theme.body
            lineHeight: 1.15
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: root.material.hint
            size: Theme.small
            color: Theme.muted
            Accessible.ignored: true
        }
    }
    Badge {
        id: badge
        anchors.right: look.left
        anchors.rightMargin: Theme.px(20)
        anchors.verticalCenter: parent.verticalCenter
        under: card.color
        badge: root.material.badge
    }
    Icon {
        id: look
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(28)
        anchors.verticalCenter: parent.verticalCenter
        name: "zoom-in"
        size: Theme.px(40)
    }
}
