// A button of the speech bar.
import QtQuick
import "../theme"

Touchable {
    id: root

    property bool drawn: true
    readonly property real needs: word.implicitWidth + icon.width + Theme.px(44)

    implicitHeight: Theme.pill
    rounding: height / 2

    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: root.pressed ? Theme.springSoft : Theme.sheet
        border.width: Theme.hairline
        border.color: Theme.line
    }
    Row {
        anchors.centerIn: parent
        spacing: Theme.px(8)

        Icon {
            id: icon
            visible: root.drawn
            name: root.action.icon
            size: Theme.px(34)
            tint: root.enabled ? Theme.spring : Theme.muted
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            id: word
            text: root.action.label
            size: Theme.px(28)
            color: root.enabled ? Theme.ink : Theme.muted
            wrapMode: Text.NoWrap
            lineHeight: 1
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
}
