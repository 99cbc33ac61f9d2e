// A sheet to sign on with a finger, and the way of those who cannot.
import QtQuick
import Kiosk
import "../components"
import "../theme"

Item {
    id: root

    required property var page
    property bool wide: false
    readonly property var view: page.body
    signal intent(string name, string value)

    Card {
        id: sheet
        readonly property real most: Math.max(Theme.px(220), root.height - side.implicitHeight - 2 * Theme.gap)
        width: Math.min(root.width, most * root.view.sheet[0] / root.view.sheet[1])
        height: width * root.view.sheet[1] / root.view.sheet[0]
        // Paper stays white and ink dark in every view: so it is kept.
        color: Theme.drawn.card
        border.color: Theme.spring
        border.width: Theme.ring

        Rectangle {
            x: Theme.px(48)
            y: parent.height * 0.78
            width: parent.width - 2 * x
            height: Theme.hairline
            color: Theme.drawn.cardLine
        }
        Label {
            anchors.centerIn: parent
            width: parent.width - Theme.px(96)
            horizontalAlignment: Text.AlignHCenter
            visible: root.view.strokes === ""
            text: root.view.placeholder
            size: Theme.lead
            color: Theme.drawn.cardWords
        }
        Painted {
            id: pad
            objectName: "signature-pad"
            anchors.fill: parent
            anchors.margins: Theme.ring
            make: room => Painters.signaturePad(room)
            values: ({ "sheet": root.view.sheet, "strokes": root.view.strokes, "ink": Theme.drawn.inside })
            Accessible.role: Accessible.Graphic
            Accessible.name: root.page.title

            Connections {
                target: pad.item
                function onDrawn(strokes) { root.intent(root.view.intent, strokes) }
            }
        }
    }
    Scroll {
        id: side
        width: root.width
        anchors.top: sheet.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: parent.bottom

        Row {
            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: [root.view.undo, root.view.clear]

                ActionButton {
                    required property var modelData
                    action: modelData
                    width: (parent.width - Theme.gap) / 2
                    onIntent: (name, value) => root.intent(name, value)
                }
            }
        }
        ChoiceCard {
            width: parent.width
            choice: root.view.named
            onIntent: (name, value) => root.intent(name, value)
        }
        InfoCard {
            width: parent.width
            text: root.wide ? "" : root.view.why
        }
    }
}
