import QtQuick
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    Row {
        width: parent.width
        spacing: Theme.px(16)

        Repeater {
            model: root.page.body.faces

            Touchable {
                id: face
                required property var modelData
                action: modelData.action
                width: (parent.width - 4 * parent.spacing) / 5
                height: Theme.px(236)
                Accessible.checkable: true
                Accessible.checked: modelData.chosen
                onIntent: (name, value) => root.intent(name, value)

                Card {
                    anchors.fill: parent
                    color: face.modelData.chosen || face.pressed ? Theme.springSoft : Theme.sheet
                    border.color: face.modelData.chosen ? Theme.spring : Theme.line
                    border.width: face.modelData.chosen ? Theme.ring : Theme.hairline
                }
                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: Theme.px(40)
                    name: face.action.icon
                    size: Theme.px(96)
                    tint: face.modelData.chosen ? Theme.spring : Theme.muted
                }
                Label {
                    width: parent.width - Theme.px(8)
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: Theme.px(162)
                    horizontalAlignment: Text.AlignHCenter
                    text: face.action.label
                    size: Theme.small
                    wrapMode: Text.NoWrap
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.px(20)
                    Accessible.ignored: true
                }
            }
        }
    }
    Label {
        visible: text !== ""
        text: root.page.body.tags_heading
        size: Theme.lead
        color: Theme.muted
        topPadding: Theme.px(20)
    }
    Flow {
        width: parent.width
        spacing: Theme.px(20)

        Repeater {
            model: root.page.body.tags

            Touchable {
                id: chip
                required property var modelData
                action: modelData.action
                width: word.implicitWidth + Theme.px(72)
                height: Theme.px(96)
                rounding: height / 2
                Accessible.checkable: true
                Accessible.checked: modelData.chosen
                onIntent: (name, value) => root.intent(name, value)

                Card {
                    anchors.fill: parent
                    radius: height / 2
                    color: chip.modelData.chosen || chip.pressed ? Theme.springSoft : Theme.sheet
                    border.color: chip.modelData.chosen ? Theme.spring : Theme.line
                    border.width: chip.modelData.chosen ? Theme.ring : Theme.hairline
                }
                Label {
                    id: word
                    anchors.centerIn: parent
                    text: chip.action.label
                    wrapMode: Text.NoWrap
                    lineHeight: 1
                    Accessible.ignored: true
                }
            }
        }
    }
    Grid {
        id: more
        width: parent.width
        columns: root.wide ? 2 : 1
        spacing: Theme.gap

        WriteCard {
            width: (more.width - (more.columns - 1) * more.spacing) / more.columns
            action: root.page.body.write
            written: root.page.body.written
            onIntent: (name, value) => root.intent(name, value)
        }
        ChoiceCard {
            width: (more.width - (more.columns - 1) * more.spacing) / more.columns
            choice: root.page.body.report
            way: true
            onIntent: (name, value) => root.intent(name, value)
        }
    }
    Repeater {
        model: [
            { "icon": "chart-column", "words": root.page.body.figures },
            { "icon": "lock", "words": root.page.body.note }
        ]

        Row {
            id: line
            required property var modelData
            visible: modelData.words !== ""
            width: parent.width
            spacing: Theme.px(16)

            Icon {
                name: line.modelData.icon
                size: Theme.px(34)
                tint: Theme.muted
            }
            Label {
                width: parent.width - Theme.px(50)
                text: line.modelData.words
                size: Theme.small
                color: Theme.muted
            }
        }
    }
}
