// Under a page that is read aloud: say it again, quieter, louder, slower, faster; and what is not said.
import QtQuick
import "../theme"

Rectangle {
    id: root

    required property var speech
    // Within the footer, where that has room between its buttons, instead of above it.
    property bool within: false
    readonly property real inset: within ? 0 : Theme.margin
    signal intent(string name, string value)

    implicitHeight: speech ? column.implicitHeight + 2 * Theme.px(within ? 12 : 16) : 0
    height: implicitHeight
    visible: !!speech
    color: "transparent"

    Rectangle {
        visible: !root.within
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
    Column {
        id: column
        x: root.inset
        y: Theme.px(root.within ? 12 : 16)
        width: root.width - 2 * root.inset
        spacing: Theme.px(10)

        Row {
            id: note
            visible: !!root.speech && root.speech.withheld !== ""
            spacing: Theme.px(12)

            Icon {
                id: ear
                name: "ear"
                size: Theme.px(34)
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                width: Math.min(implicitWidth, column.width - ear.width - note.spacing)
                text: root.speech ? root.speech.withheld : ""
                size: Theme.px(28)
                color: Theme.muted
                lineHeight: 1.1
            }
        }
        Row {
            id: pills
            readonly property int count: root.speech ? root.speech.actions.length : 1
            // Where a word has no room beside its drawing, all words stand alone.
            readonly property bool drawn: {
                for (const pill of children)
                    if (pill.needs > each)
                        return false
                return true
            }
            readonly property real each: (column.width - (count - 1) * spacing) / count
            spacing: Theme.px(12)

            Repeater {
                model: root.speech ? root.speech.actions : []

                SpeechPill {
                    required property var modelData
                    action: modelData
                    drawn: pills.drawn
                    width: Math.min(pills.each, Theme.px(240))
                    onIntent: (name, value) => root.intent(name, value)
                }
            }
        }
    }
}
