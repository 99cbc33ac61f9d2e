// Station at left, tools at right, progress under them, and the way out. Where one row is too short for the tools and the
// station's name, the tools stand in a row of their own.
import QtQuick
import "../theme"

Item {
    id: root

    required property var page
    readonly property real room: width - 2 * Theme.margin
    readonly property bool stacked: tools.width + seal.width + Theme.gap + Theme.room(140) > room
    readonly property real first: stacked ? Theme.px(104) : Theme.header
    readonly property real under: stacked ? first + Theme.pill + Theme.px(24) : first
    signal intent(string name, string value)

    implicitHeight: page.progress || page.cancel ? trail.y + trail.height : under

    Rectangle {
        id: seal
        x: Theme.margin
        y: (root.first - height) / 2
        width: Theme.px(56)
        height: width
        radius: Theme.px(14)
        color: Theme.spring

        Icon {
            anchors.centerIn: parent
            name: "rings-small"
            size: Theme.px(42)
            tint: Theme.springInk
        }
    }
    Label {
        id: station
        objectName: "station"
        anchors.left: seal.right
        anchors.leftMargin: Theme.px(12)
        width: root.room - seal.width - Theme.px(24) - (root.stacked ? 0 : tools.width)
        anchors.verticalCenter: seal.verticalCenter
        text: whole.advanceWidth > width ? root.page.header.short : root.page.header.station
        size: Theme.px(28)
        color: Theme.muted
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        lineHeight: 1.1
        Accessible.name: root.page.header.station
    }
    TextMetrics {
        id: whole
        font: station.font
        text: root.page.header.station
    }
    Row {
        id: tools
        x: root.stacked ? Theme.margin : root.width - Theme.margin - width
        y: root.stacked ? root.first : (root.first - height) / 2
        spacing: Theme.px(Theme.large ? 12 : 8)

        Repeater {
            // none while the header is hidden: the resting screen shows its own
            model: root.visible ? root.page.header.tools : []

            ToolPill {
                required property var modelData
                action: modelData
                bare: modelData.value === "high_contrast"
                onIntent: (name, value) => root.intent(name, value)
            }
        }
    }
    Row {
        id: pieces
        visible: !!root.page.progress
        x: Theme.margin
        y: root.under
        width: root.room
        spacing: Theme.px(12)

        Repeater {
            model: root.page.progress ? root.page.progress.pieces : 0

            Rectangle {
                required property int index
                width: (pieces.width - pieces.spacing * (root.page.progress.pieces - 1)) / root.page.progress.pieces
                height: Theme.px(10)
                radius: height / 2
                color: index < root.page.progress.at ? Theme.spring : Theme.line
            }
        }
    }
    Item {
        id: trail
        x: Theme.margin
        y: root.under + Theme.px(14)
        width: root.room
        height: Math.max(cancel.height, label.implicitHeight)

        Label {
            id: label
            visible: !!root.page.progress
            width: parent.width - (cancel.visible ? cancel.width + Theme.gap : 0)
            anchors.verticalCenter: parent.verticalCenter
            text: root.page.progress ? root.page.progress.label : ""
            size: Theme.px(28)
            color: Theme.muted
            lineHeight: 1.1
        }
        Touchable {
            id: cancel
            visible: !!root.page.cancel
            action: root.page.cancel
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: row.implicitWidth + Theme.px(16)
            height: Theme.px(72)
            rounding: Theme.px(16)
            onIntent: (name, value) => root.intent(name, value)

            Row {
                id: row
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.px(10)

                Icon {
                    name: "x"
                    size: Theme.px(34)
                    tint: Theme.lotus
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label {
                    text: root.page.cancel ? root.page.cancel.label : ""
                    size: Theme.px(28)
                    color: Theme.lotus
                    wrapMode: Text.NoWrap
                    lineHeight: 1
                    Accessible.ignored: true
                }
            }
        }
    }
}
