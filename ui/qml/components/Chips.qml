// Small pills in a row, each leads back to what it says; as many rows as they need.
import QtQuick
import "../theme"

Flow {
    id: root

    required property var actions
    signal intent(string name, string value)

    visible: actions.length > 0
    spacing: Theme.px(16)

    Repeater {
        model: root.actions

        Touchable {
            id: chip
            required property var modelData
            action: modelData
            width: row.implicitWidth + Theme.px(56)
            height: Theme.pill
            rounding: height / 2
            onIntent: (name, value) => root.intent(name, value)

            Rectangle {
                anchors.fill: parent
                radius: height / 2
                color: chip.pressed ? Theme.sheet : Theme.springSoft
                border.width: Theme.hairline
                border.color: Theme.spring
            }
            Row {
                id: row
                anchors.centerIn: parent
                spacing: Theme.px(12)

                Label {
                    text: chip.action.label
                    size: Theme.body
                    color: Theme.spring
                    wrapMode: Text.NoWrap
                    lineHeight: 1
                    anchors.verticalCenter: parent.verticalCenter
                    Accessible.ignored: true
                }
                Icon {
                    name: chip.action.icon
                    size: Theme.px(32)
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }
}
