import QtQuick
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    spacing: Theme.px(18)

    Card {
        width: parent.width
        height: facts.height + Theme.px(56)

        Row {
            id: facts
            width: parent.width - Theme.px(24)
            anchors.centerIn: parent

            Repeater {
                model: root.page.body.facts

                Item {
                    id: fact
                    required property var modelData
                    required property int index
                    width: facts.width / root.page.body.facts.length
                    height: Theme.px(118)

                    Rectangle {
                        visible: fact.index > 0
                        width: Theme.hairline
                        height: parent.height
                        color: Theme.line
                    }
                    Label {
                        width: parent.width - Theme.px(12)
                        anchors.horizontalCenter: parent.horizontalCenter
                        horizontalAlignment: Text.AlignHCenter
                        text: fact.modelData.value
                        size: Theme.px(42)
                        strong: true
                        color: Theme.spring
                        wrapMode: Text.NoWrap
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: Theme.small * 0.8
                        elide: Text.ElideRight
                        height: Theme.px(62)
                    }
                    Label {
                        width: parent.width - Theme.px(12)
                        anchors.horizontalCenter: parent.horizontalCenter
                        anchors.bottom: parent.bottom
                        horizontalAlignment: Text.AlignHCenter
                        text: fact.modelData.label
                        size: Theme.small
                        color: Theme.muted
                        wrapMode: Text.NoWrap
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: Theme.small * 0.8
                    }
                }
            }
        }
    }
    Label {
        text: root.page.body.materials_heading
        size: Theme.lead
        color: Theme.muted
        topPadding: Theme.px(12)
    }
    Grid {
        width: parent.width
        columns: 1
        spacing: Theme.gap

        Repeater {
            model: root.page.body.materials

            Card {
                id: card
                required property var modelData
                width: (parent.width - (parent.columns - 1) * Theme.gap) / parent.columns
                height: Math.max(Theme.px(168), words.implicitHeight + Theme.px(48))

                Rectangle {
                    id: sample
                    width: Theme.px(144)
                    height: Theme.px(112)
                    radius: Theme.px(14)
                    x: Theme.px(28)
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.paper
                    border.width: Theme.hairline
                    border.color: Theme.line

                    Icon {
                        anchors.centerIn: parent
                        name: card.modelData.icon
                        size: Theme.px(60)
                        tint: Theme.muted
                    }
                }
                Column {
                    id: words
                    anchors.left: sample.right
                    anchors.leftMargin: Theme.px(32)
                    anchors.right: badge.left
                    anchors.rightMargin: Theme.px(16)
                    anchors.verticalCenter: parent.verticalCenter

                    Label {
                        width: parent.width
                        text: card.modelData.name
                        size: Theme.px(38)
                        lineHeight: 1.15
                    }
                    Label {
                        width: parent.width
                        text: card.modelData.hint
                        size: Theme.small
                        color: Theme.muted
                    }
                }
                Badge {
                    id: badge
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.px(32)
                    anchors.verticalCenter: parent.verticalCenter
                    badge: card.modelData.badge
                }
            }
        }
    }
    Label {
        text: root.page.body.results_heading
        size: Theme.lead
        color: Theme.muted
        topPadding: Theme.px(12)
    }
    Repeater {
        model: root.page.body.results

        NoteLine {
            required property var modelData
            note: modelData
        }
    }
}
