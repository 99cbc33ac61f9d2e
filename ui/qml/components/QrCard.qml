// A code to photograph, and why. Upright it stands above its words, else beside them.
import QtQuick
import "../theme"

Card {
    id: root

    required property var view
    property bool upright: false
    readonly property real inset: Theme.px(32)

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
            // Whole modules only: the picture says how large it came out.
            width: sourceSize.width
            height: width
            source: root.view.qr === "" ? "" : "image://qr/" + root.view.qr
            sourceSize.width: Math.ceil(Math.min(Theme.px(400), grid.width))
            sourceSize.height: sourceSize.width
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
