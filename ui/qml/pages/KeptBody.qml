import QtQuick
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    Grid {
        id: grid
        width: parent.width
        columns: root.wide ? 2 : 1
        columnSpacing: Theme.px(56)
        rowSpacing: Theme.px(48)

        AcceptanceNumber {
            width: root.wide ? (parent.width - grid.columnSpacing) * 0.55 : parent.width
            view: root.page.body
        }
        Timeline {
            width: root.wide ? (parent.width - grid.columnSpacing) * 0.45 : parent.width
            view: root.page.body
        }
    }
}
