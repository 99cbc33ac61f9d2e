import QtQuick
import Kiosk
import "../components"
import "../theme"

Item {
    id: root

    required property var page
    property bool wide: false
    readonly property var view: page.body
    readonly property bool live: view.stage === "live" || view.stage === "taking"
    signal intent(string name, string value)

    Rectangle {
        id: frame
        width: root.wide ? root.width * 0.62 : root.width
        height: root.wide ? root.height - Theme.px(24) : Math.min(Theme.px(860), root.height - side.height - Theme.gap * 2)
        radius: Theme.radius
        color: Theme.dark
        clip: true

        LivePicture {
            anchors.fill: parent
            anchors.margins: Theme.px(4)
            visible: root.live
            outline: Theme.glow
        }
        Image {
            anchors.fill: parent
            anchors.margins: Theme.px(28)
            visible: root.view.stage === "check"
            fillMode: Image.PreserveAspectFit
            source: root.view.picture
            sourceSize.width: Math.ceil(width)
            sourceSize.height: Math.ceil(height)
            cache: false
            Accessible.role: Accessible.Graphic
            Accessible.name: root.page.title
        }
        Icon {
            anchors.centerIn: parent
            visible: root.view.stage === "unavailable" || root.view.stage === "glass"
            name: root.view.stage === "glass" ? "file-text" : "camera"
            size: Theme.px(160)
            tint: root.view.stage === "glass" ? Theme.glow : Theme.muted
        }
        Rectangle {
            visible: root.view.stage !== "check"
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(28)
            width: Math.min(status.implicitWidth + Theme.px(96), parent.width - Theme.px(48))
            height: Theme.px(80)
            radius: height / 2
            color: Theme.shade

            Label {
                id: status
                anchors.centerIn: parent
                text: root.view.status
                color: Theme.springInk
                wrapMode: Text.NoWrap
                lineHeight: 1
                Accessible.role: Accessible.AlertMessage
            }
        }
    }

    Column {
        id: side
        anchors.left: root.wide ? frame.right : root.left
        anchors.leftMargin: root.wide ? Theme.gap * 1.5 : 0
        anchors.right: root.right
        y: root.wide ? 0 : frame.height + Theme.gap
        spacing: Theme.gap

        Flow {
            width: parent.width
            spacing: Theme.px(36)
            visible: root.view.marks.length > 0

            Repeater {
                model: root.view.marks

                NoteLine {
                    required property var modelData
                    note: modelData
                    size: Theme.px(32)
                    room: side.width
                }
            }
        }
        Row {
            visible: root.view.pages.length > 0
            spacing: Theme.px(16)

            Repeater {
                model: root.view.pages

                Card {
                    id: kept
                    required property var modelData
                    required property int index
                    width: Theme.px(root.wide ? 96 : 120)
                    height: Theme.px(root.wide ? 128 : 160)

                    Image {
                        anchors.fill: parent
                        anchors.margins: Theme.px(6)
                        fillMode: Image.PreserveAspectFit
                        source: kept.modelData
                        sourceSize.width: Math.ceil(width)
                        sourceSize.height: Math.ceil(height)
                        cache: false
                        Accessible.role: Accessible.Graphic
                        Accessible.name: root.view.page_labels[kept.index]
                    }
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: root.view.actions

                ActionButton {
                    required property var modelData
                    action: modelData
                    height: Theme.px(root.wide ? 92 : 112)
                    width: root.wide || root.view.actions.length < 2 ? parent.width : (parent.width - Theme.gap) / 2
                    onIntent: (name, value) => root.intent(name, value)
                }
            }
        }
    }
}
