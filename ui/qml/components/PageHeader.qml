// Station at left, tools at right, progress under it, and the way out.
import QtQuick
import "../theme"

Item {
    id: root

    required property var page
    signal intent(string name, string value)

    implicitHeight: Theme.header + (page.progress || page.cancel ? Theme.px(72) : 0)

    Rectangle {
        id: seal
        x: Theme.margin
        y: (Theme.header - height) / 2
        width: Theme.px(64)
        height: width
        radius: Theme.px(16)
        color: Theme.spring

        Icon {
            anchors.centerIn: parent
            name: "rings-small"
            size: Theme.px(48)
            tint: Theme.springInk
        }
    }
    Label {
        anchors.left: seal.right
        anchors.leftMargin: Theme.px(20)
        anchors.right: tools.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: seal.verticalCenter
        text: root.page.header.station
        size: Theme.px(30)
        color: Theme.muted
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        lineHeight: 1
    }
    Row {
        id: tools
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: seal.verticalCenter
        spacing: Theme.px(16)

        Repeater {
            model: root.page.header.tools

            ToolPill {
                required property var modelData
                action: modelData
                onIntent: (name, value) => root.intent(name, value)
            }
        }
    }
    Row {
        id: pieces
        visible: !!root.page.progress
        x: Theme.margin
        y: Theme.header
        width: parent.width - 2 * Theme.margin
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
    Label {
        visible: !!root.page.progress
        x: Theme.margin
        width: parent.width - 2 * Theme.margin - (cancel.visible ? cancel.width : 0)
        anchors.verticalCenter: cancel.verticalCenter
        text: root.page.progress ? root.page.progress.label : ""
        size: Theme.small
        color: Theme.muted
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        lineHeight: 1
    }
    Touchable {
        id: cancel
        visible: !!root.page.cancel
        action: root.page.cancel
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.header + Theme.px(14)
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
                size: Theme.small
                color: Theme.lotus
                wrapMode: Text.NoWrap
                lineHeight: 1
                Accessible.ignored: true
            }
        }
    }
}
