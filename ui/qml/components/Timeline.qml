// What happens next, and what is still to bring, each with its day.
import QtQuick
import "../theme"

Column {
    id: root

    required property var view

    spacing: Theme.px(16)

    Label {
        text: root.view.timeline_heading
        size: Theme.lead
        color: Theme.muted
    }
    Column {
        width: parent.width

        Repeater {
            model: root.view.timeline

            Item {
                id: moment
                required property var modelData
                required property int index
                readonly property bool ask: modelData.tone === "attention"
                width: parent.width
                height: words.implicitHeight + Theme.px(28)

                Rectangle {
                    visible: moment.index < root.view.timeline.length - 1
                    x: Theme.px(19)
                    y: Theme.px(24)
                    width: Theme.px(4)
                    height: parent.height
                    color: Theme.line
                }
                Rectangle {
                    x: Theme.px(4)
                    y: Theme.px(8)
                    width: Theme.px(34)
                    height: width
                    radius: width / 2
                    color: moment.modelData.tone === "spring" ? Theme.spring : Theme.paper
                    border.width: Theme.px(6)
                    border.color: moment.ask ? Theme.amber : Theme.spring
                }
                Column {
                    id: words
                    x: Theme.px(72)
                    width: parent.width - x

                    Label {
                        width: parent.width
                        text: moment.modelData.when
                        strong: true
                        color: moment.ask ? Theme.amber : Theme.ink
                        lineHeight: 1.1
                    }
                    Label {
                        width: parent.width
                        text: moment.modelData.what
                        size: Theme.px(33)
                        color: Theme.muted
                        lineHeight: 1.1
                    }
                }
            }
        }
    }
}
