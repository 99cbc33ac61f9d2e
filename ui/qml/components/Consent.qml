// The sentences that are agreed to, each with its box, and a note.
import QtQuick
import "../theme"

Column {
    id: root

    required property var view
    signal intent(string name, string value)

    spacing: Theme.px(10)

    Repeater {
        model: root.view.consents

        Touchable {
            id: consent
            required property var modelData
            action: modelData.action
            width: root.width
            height: Math.max(Theme.px(104), sentence.implicitHeight + Theme.px(20))
            Accessible.role: Accessible.CheckBox
            Accessible.checkable: true
            Accessible.checked: modelData.chosen
            onIntent: (name, value) => root.intent(name, value)

            TickBox {
                id: box
                ticked: consent.modelData.chosen
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                id: sentence
                anchors.left: box.right
                anchors.leftMargin: Theme.gap
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: consent.modelData.action.label
                size: Theme.px(34)
                Accessible.ignored: true
            }
        }
    }
    Row {
        width: parent.width
        spacing: Theme.px(16)

        Icon {
            name: "lock"
            size: Theme.room(34)
            tint: Theme.muted
        }
        Label {
            width: parent.width - Theme.room(34) - parent.spacing
            text: root.view.note
            size: Theme.px(28)
            color: Theme.muted
        }
    }
}
