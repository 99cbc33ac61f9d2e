import QtQuick
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    readonly property bool told: page.body.timeline.length > 0
    signal intent(string name, string value)

    Grid {
        id: grid
        width: parent.width
        columns: root.wide && root.told ? 2 : 1
        columnSpacing: Theme.px(56)
        rowSpacing: Theme.px(40)

        CaseStanding {
            width: (parent.width - (grid.columns - 1) * grid.columnSpacing) * (grid.columns > 1 ? 0.56 : 1)
            height: implicitHeight
            view: root.page.body
        }
        Timeline {
            visible: root.told
            width: (parent.width - (grid.columns - 1) * grid.columnSpacing) * (grid.columns > 1 ? 0.44 : 1)
            view: root.page.body
        }
    }
    Grid {
        width: parent.width
        columns: root.wide ? 2 : 1
        spacing: Theme.gap

        Repeater {
            model: root.page.body.ways

            ChoiceCard {
                required property var modelData
                choice: modelData
                way: true
                width: (parent.width - (parent.columns - 1) * Theme.gap) / parent.columns
                onIntent: (name, value) => root.intent(name, value)
            }
        }
    }
}
