import QtQuick
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    readonly property bool photograph: page.body.qr !== ""
    signal intent(string name, string value)

    Grid {
        id: grid
        width: parent.width
        columns: root.wide ? 2 : 1
        columnSpacing: Theme.px(56)
        rowSpacing: Theme.px(32)

        Column {
            width: root.wide ? (parent.width - grid.columnSpacing) * 0.6 : parent.width
            spacing: Theme.gap

            AcceptanceNumber {
                width: parent.width
                view: root.page.body
                slim: root.wide || root.photograph
            }
            QrCard {
                width: parent.width
                visible: root.photograph && !root.wide
                view: root.page.body
            }
            Repeater {
                model: root.page.body.proofs

                QrCard {
                    required property var modelData
                    width: parent ? parent.width : 0
                    view: ({
                            qr: modelData.qr,
                            number: modelData.title,
                            slip: modelData
                        })
                }
            }
            SlipNote {
                width: parent.width
                visible: !root.photograph && root.wide
                note: root.page.body.slip
            }
            Timeline {
                width: parent.width
                visible: root.photograph && root.wide
                view: root.page.body
            }
        }
        QrCard {
            width: (parent.width - grid.columnSpacing) * 0.4
            visible: root.photograph && root.wide
            upright: true
            view: root.page.body
        }
        Timeline {
            width: root.wide ? (parent.width - grid.columnSpacing) * 0.4 : parent.width
            visible: !root.photograph || !root.wide
            view: root.page.body
        }
    }
    SlipNote {
        width: parent.width
        visible: !root.photograph && !root.wide
        note: root.page.body.slip
    }
}
