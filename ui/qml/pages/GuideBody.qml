import QtQuick
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    spacing: Theme.px(18)

    NoticeCard {
        width: parent.width
        notes: root.page.body.notices
    }
    Card {
        width: parent.width
        height: facts.height + Theme.px(56)

        Grid {
            id: facts
            width: parent.width - Theme.px(24)
            anchors.centerIn: parent
            // Four beside each other would have to be in smaller print.
            columns: Theme.large && !root.wide ? 2 : root.page.body.facts.length
            rowSpacing: Theme.px(16)

            Repeater {
                model: root.page.body.facts

                Item {
                    id: fact
                    required property var modelData
                    required property int index
                    width: facts.width / facts.columns
                    height: Theme.room(118)

                    Rectangle {
                        visible: fact.index % facts.columns > 0
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
                        height: Theme.room(62)
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
                        minimumPixelSize: Theme.small * 0.7
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
    Column {
        width: parent.width
        spacing: Theme.gap

        Repeater {
            model: root.page.body.materials

            MaterialTile {
                required property var modelData
                material: modelData
                width: parent.width
                onIntent: (name, value) => root.intent(name, value)
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
