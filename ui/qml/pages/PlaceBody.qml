// One level of an address or region to pick from: what was picked above, letters to look under, then the list.
import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

Item {
    id: root

    required property var page
    property bool wide: false
    readonly property string level: page.lead + page.body.chips.map((chip) => chip.label).join()
    signal intent(string name, string value)

    // A new list begins at its top.
    onLevelChanged: list.toTop()

    Column {
        id: top
        width: parent.width
        spacing: Theme.gap

        Chips {
            width: parent.width
            actions: root.page.body.chips
            onIntent: (name, value) => root.intent(name, value)
        }
        Flow {
            width: parent.width
            visible: root.page.body.initials.length > 0
            spacing: Theme.px(12)

            Repeater {
                model: root.page.body.initials

                KeyCap {
                    required property var modelData
                    action: modelData.action
                    chosen: modelData.chosen
                    width: Theme.pill
                    height: Theme.pill
                    Accessible.checkable: true
                    Accessible.checked: chosen
                    onIntent: (name, value) => root.intent(name, value)
                }
            }
        }
    }
    Scroll {
        id: list
        width: parent.width
        anchors.top: top.bottom
        anchors.topMargin: top.height > 0 ? Theme.gap : 0
        anchors.bottom: parent.bottom

        GridLayout {
            width: parent.width
            columns: root.wide && root.page.body.places[0].hint === "" ? 3 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true

            Repeater {
                model: root.page.body.places

                PlaceCard {
                    required property var modelData
                    choice: modelData
                    row: parent.columns
                    // What was picked before is in sight, however long the list is.
                    Component.onCompleted: if (choice.chosen) list.kept = this
                    Component.onDestruction: if (list.kept === this) list.kept = null
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    onIntent: (name, value) => root.intent(name, value)
                }
            }
        }
        Loader {
            width: parent.width
            active: !!root.page.body.unlisted
            visible: active
            sourceComponent: ChoiceCard {
                choice: root.page.body.unlisted
                way: true
                onIntent: (name, value) => root.intent(name, value)
            }
        }
        InfoCard {
            width: parent.width
            text: root.wide ? "" : root.page.body.why
        }
    }
}
