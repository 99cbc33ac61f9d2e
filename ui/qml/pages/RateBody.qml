import QtQuick
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    // The longest name of a face, and whether all five fit side by side.
    TextMetrics {
        id: longest
        font.family: Theme.family
        font.pixelSize: Theme.small * Theme.zoom
        text: root.page.body.faces.map(face => face.action.label).reduce((one, other) => other.length > one.length ? other : one, "")
    }
    Grid {
        id: faces
        readonly property real fifth: (width - 4 * spacing) / 5
        readonly property bool abreast: longest.advanceWidth <= fifth - Theme.px(8)
        width: parent.width
        columns: abreast ? 5 : 1
        spacing: Theme.px(16)

        Repeater {
            model: root.page.body.faces

            Touchable {
                id: face
                required property var modelData
                action: modelData.action
                width: faces.abreast ? faces.fifth : faces.width
                height: faces.abreast ? Theme.px(236) : Theme.target
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
                    x: faces.abreast ? (parent.width - width) / 2 : Theme.px(36)
                    y: faces.abreast ? Theme.px(40) : (parent.height - height) / 2
                    name: face.action.icon
                    size: Theme.px(faces.abreast ? 96 : 80)
                    tint: face.modelData.chosen ? Theme.spring : Theme.muted
                }
                Label {
                    x: faces.abreast ? (parent.width - width) / 2 : Theme.px(152)
                    y: faces.abreast ? parent.height - height - Theme.px(20) : (parent.height - height) / 2
                    text: face.action.label
                    size: faces.abreast ? Theme.small : Theme.body
                    wrapMode: Text.NoWrap
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
        columns: root.wide && !Theme.large ? 2 : 1
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
