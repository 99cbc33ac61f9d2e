// Something that is turned up and down: how far it is, as a bar and in words, and a button at each end.
import QtQuick
import "../theme"

Card {
    id: root

    required property var level
    signal intent(string name, string value)

    implicitHeight: buttons.y + buttons.height + Theme.px(36)

    Label {
        id: name
        x: Theme.px(40)
        y: Theme.px(32)
        text: root.level.label
        size: Theme.lead
    }
    Label {
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(40)
        anchors.baseline: name.baseline
        text: root.level.status
        size: Theme.lead
        strong: true
        color: Theme.spring
    }
    Rectangle {
        id: rail
        x: Theme.px(40)
        y: name.y + name.height + Theme.px(20)
        width: parent.width - 2 * x
        height: Theme.px(20)
        radius: height / 2
        color: Theme.springSoft

        Rectangle {
            width: parent.width * root.level.percent / 100
            height: parent.height
            radius: height / 2
            color: Theme.spring
        }
    }
    Row {
        id: buttons
        x: Theme.px(40)
        y: rail.y + rail.height + Theme.px(28)
        spacing: Theme.gap

        ActionButton {
            action: root.level.less
            width: (rail.width - buttons.spacing) / 2
            most: width
            onIntent: (name, value) => root.intent(name, value)
        }
        ActionButton {
            action: root.level.more
            width: (rail.width - buttons.spacing) / 2
            most: width
            onIntent: (name, value) => root.intent(name, value)
        }
    }
}
