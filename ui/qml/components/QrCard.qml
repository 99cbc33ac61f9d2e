// A code to photograph, and why. Upright it stands above its words, else beside them.
import QtQuick
import "../theme"

Card {
    id: root

    required property var view
    property bool upright: false
    readonly property real inset: Theme.px(24)
    readonly property int room: Math.min(Theme.px(upright ? 340 : 400), width - 2 * inset)

    implicitHeight: grid.implicitHeight + 2 * inset
    border.color: Theme.spring
    border.width: Theme.ring

    Grid {
        id: grid
        x: root.inset
        width: parent.width - 2 * root.inset
        anchors.verticalCenter: parent.verticalCenter
        columns: root.upright ? 1 : 2
        spacing: root.upright ? 0 : Theme.px(28)
        horizontalItemAlignment: root.upright ? Grid.AlignHCenter : Grid.AlignLeft
        verticalItemAlignment: Grid.AlignVCenter

        Image {
            id: code
            width: root.room
            height: root.room
            source: root.view.qr === "" ? "" : "image://qr/" + encodeURIComponent(root.view.qr)
            sourceSize.width: root.room
            sourceSize.height: root.room
            // The provider draws whole modules, so the picture may be a little smaller than its room.
            fillMode: Image.Pad
            smooth: false
            Accessible.role: Accessible.Graphic
            Accessible.name: root.view.number
        }
        Column {
            width: root.upright ? grid.width : grid.width - code.width - grid.spacing
            spacing: Theme.px(10)

            Label {
                width: parent.width
                text: root.view.slip.title
                size: Theme.lead
                strong: true
                lineHeight: 1.1
                Accessible.role: Accessible.AlertMessage
            }
            Label {
                width: parent.width
                text: root.view.slip.hint
                size: Theme.px(34)
                color: Theme.muted
            }
        }
    }
}
