// Looks like a field and leads to one: the keyboard comes with the page that has room for it.
import QtQuick
import "../theme"

Touchable {
    id: root

    implicitHeight: Theme.px(104)

    Card {
        anchors.fill: parent
        color: root.pressed ? Theme.springSoft : Theme.sheet
    }
    Icon {
        id: icon
        x: Theme.px(40)
        anchors.verticalCenter: parent.verticalCenter
        name: root.action.icon
    }
    Label {
        anchors.left: icon.right
        anchors.leftMargin: Theme.px(28)
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(28)
        anchors.verticalCenter: parent.verticalCenter
        text: root.action.label
        size: Theme.px(38)
        color: Theme.muted
        lineHeight: 1
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small * 0.8
        Accessible.ignored: true
    }
}
