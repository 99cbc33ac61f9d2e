// Where a case stands and what comes next; below it the number and the times promised and used.
import QtQuick
import "../theme"

Card {
    id: root

    required property var view
    readonly property color mark: Theme.mark(view.state.tone)

    implicitHeight: content.implicitHeight + Theme.px(80)

    Column {
        id: content
        x: Theme.px(44)
        y: Theme.px(40)
        width: parent.width - 2 * x
        spacing: Theme.px(28)

        Row {
            width: parent.width
            spacing: Theme.px(32)

            Rectangle {
                id: disc
                width: Theme.disc
                height: width
                radius: width / 2
                color: Theme.ground(root.view.state.tone)

                Icon {
                    anchors.centerIn: parent
                    name: root.view.state.icon
                    tint: root.mark
                    size: Theme.px(56)
                }
            }
            Column {
                width: parent.width - disc.width - parent.spacing
                spacing: Theme.px(10)

                Label {
                    width: parent.width
                    text: root.view.state.title
                    size: Theme.px(48)
                    strong: true
                    color: root.mark
                    lineHeight: 1.15
                    Accessible.role: Accessible.Heading
                }
                Label {
                    width: parent.width
                    text: root.view.state.hint
                    color: Theme.ink
                }
            }
        }
        Rectangle {
            width: parent.width
            height: Theme.hairline
            color: Theme.line
        }
        Column {
            width: parent.width
            spacing: Theme.px(6)

            Label {
                width: parent.width
                text: root.view.number_label
                size: Theme.small
                color: Theme.muted
            }
            Label {
                width: parent.width
                text: root.view.number
                size: Theme.px(52)
                strong: true
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.small
            }
        }
        Row {
            width: parent.width
            visible: root.view.facts.length > 0
            spacing: Theme.gap

            Repeater {
                model: root.view.facts

                Column {
                    required property var modelData
                    width: (parent.width - (root.view.facts.length - 1) * parent.spacing) / root.view.facts.length
                    spacing: Theme.px(6)

                    Label {
                        width: parent.width
                        text: parent.modelData.label
                        size: Theme.small
                        color: Theme.muted
                    }
                    Label {
                        width: parent.width
                        text: parent.modelData.value
                        size: Theme.lead
                        strong: true
                    }
                }
            }
        }
    }
}
