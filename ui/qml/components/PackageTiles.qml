// The events of life, side by side or one above the other.
import QtQuick
import QtQuick.Layouts
import "../theme"

GridLayout {
    id: root

    required property var packages
    property bool flat: false
    signal intent(string name, string value)

    columns: flat ? 1 : Math.min(3, Math.max(1, packages.length))
    columnSpacing: Theme.gap
    rowSpacing: Theme.px(12)
    uniformCellWidths: true

    Repeater {
        model: root.packages

        PackageTile {
            required property var modelData
            choice: modelData
            flat: root.flat
            Layout.fillWidth: true
            Layout.fillHeight: true
            onIntent: (name, value) => root.intent(name, value)
        }
    }
}
