import QtQuick
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    spacing: Theme.px(28)

    Repeater {
        model: root.page.body.levels

        LevelCard {
            required property var modelData
            level: modelData
            width: parent ? parent.width : 0
            onIntent: (name, value) => root.intent(name, value)
        }
    }
    InfoCard {
        width: parent.width
        text: root.page.body.note
    }
}
