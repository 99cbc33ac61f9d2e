// A paper under the scanner: what it sees, what it says of it, the pages so far, and the ways on.
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
    readonly property bool still: view.stage === "check" || view.stage === "kept"
    signal intent(string name, string value)

    Rectangle {
        id: frame
        width: root.wide ? root.width * 0.56 : root.width
        height: root.wide ? root.height - Theme.px(24) : Math.max(Theme.px(root.still ? 320 : 440), Math.min(Theme.px(root.still ? 1100 : 860), root.height - side.implicitHeight - Theme.gap * 2))
        radius: Theme.radius
        color: Theme.drawn.device
        clip: true

        Painted {
            anchors.fill: parent
            anchors.margins: Theme.px(4)
            visible: root.live
            make: room => Painters.livePicture(room)
            values: ({ "outline": Theme.drawn.glow })
        }
        Image {
            anchors.fill: parent
            anchors.margins: Theme.px(28)
            visible: root.still
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
            tint: root.view.stage === "glass" ? Theme.drawn.glow : Theme.drawn.faint
        }
        Rectangle {
            visible: !root.still
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(28)
            width: Math.min(status.implicitWidth + Theme.px(96), parent.width - Theme.px(48))
            height: Math.max(Theme.px(80), status.implicitHeight + Theme.px(24))
            radius: Theme.px(40)
            color: Theme.drawn.veil

            Label {
                id: status
                anchors.centerIn: parent
                width: Math.ceil(Math.min(implicitWidth, frame.width - Theme.px(120)))
                horizontalAlignment: Text.AlignHCenter
                text: root.view.status
                color: Theme.drawn.written
                lineHeight: 1.1
                Accessible.role: Accessible.AlertMessage
            }
        }
    }

    Scroll {
        id: side
        anchors.left: root.wide ? frame.right : root.left
        anchors.leftMargin: root.wide ? Theme.gap * 1.5 : 0
        anchors.right: root.right
        y: root.wide ? 0 : frame.height + Theme.gap
        height: root.height - y

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
        PageStrip {
            width: parent.width
            pages: root.view.pages
            onIntent: (name, value) => root.intent(name, value)
        }
        Label {
            width: parent.width
            visible: text !== ""
            text: root.view.count
            size: Theme.small
            color: Theme.muted
            lineHeight: 1
        }
        Flow {
            id: ways
            // Side by side they are as high as the one whose words wrap.
            readonly property real highest: Math.max(Theme.px(112), ...Array.from(children, way => way.implicitHeight))
            width: parent.width
            visible: root.view.actions.length > 0
            spacing: Theme.gap

            Repeater {
                model: root.view.actions

                ActionButton {
                    required property var modelData
                    action: modelData
                    height: root.wide ? Math.max(Theme.px(96), implicitHeight) : ways.highest
                    width: root.wide || root.view.actions.length < 2 ? parent.width : (parent.width - Theme.gap) / 2
                    onIntent: (name, value) => root.intent(name, value)
                }
            }
        }
        Loader {
            width: parent.width
            active: !!root.view.later
            visible: active
            sourceComponent: ChoiceCard {
                choice: root.view.later
                way: true
                onIntent: (name, value) => root.intent(name, value)
            }
        }
        Column {
            width: parent.width
            visible: root.view.notes.length > 0
            spacing: Theme.px(12)

            Repeater {
                model: root.view.notes

                NoteLine {
                    required property var modelData
                    note: modelData
                    size: Theme.small
                    room: side.width
                }
            }
        }
    }
}
