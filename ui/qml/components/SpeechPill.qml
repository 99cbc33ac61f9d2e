// A button of the speech bar.
import QtQuick
import "../theme"

Touchable {
    id: root

    readonly property real inset: Theme.px(18)
    // With its word alone the drawing gives way; a bar decides for all of its pills.
    property bool drawn: needs <= width
    readonly property real needs: word.implicitWidth + icon.width + row.spacing + 2 * inset

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
        id: row
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
            width: Math.min(implicitWidth, root.width - 2 * root.inset)
            horizontalAlignment: Text.AlignHCenter
            size: Theme.px(28)
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small * 0.8
            color: root.enabled ? Theme.ink : Theme.muted
            wrapMode: Text.NoWrap
            lineHeight: 1
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
}
