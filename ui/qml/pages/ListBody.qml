import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

Item {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    SpringRings {
        width: parent.width
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(-40)
    }
    Scroll {
        anchors.fill: parent
        spacing: Theme.px(36)

        Repeater {
            model: root.page.body.sections

            Column {
                id: section
                required property var modelData
                width: parent ? parent.width : 0
                spacing: Theme.px(20)

                Label {
                    visible: text !== ""
                    width: parent.width
                    text: section.modelData.heading
                    size: Theme.lead
                    color: Theme.muted
                    Accessible.role: Accessible.Heading
                }
                GridLayout {
                    visible: section.modelData.choices.length > 0
                    width: parent.width
                    columns: root.wide && section.modelData.choices.length > 1 ? 2 : 1
                    columnSpacing: Theme.gap
                    rowSpacing: Theme.gap
                    uniformCellWidths: true

                    Repeater {
                        model: section.modelData.choices

                        ChoiceCard {
                            required property var modelData
                            choice: modelData
                            way: true
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            onIntent: (name, value) => root.intent(name, value)
                        }
                    }
                }
                Card {
                    visible: section.modelData.notes.length > 0
                    width: parent.width
                    height: notes.implicitHeight + Theme.px(64)

                    Column {
                        id: notes
                        x: Theme.px(40)
                        y: Theme.px(32)
                        width: parent.width - 2 * x
                        spacing: Theme.px(28)

                        Repeater {
                            model: section.modelData.notes

                            NoteLine {
                                required property var modelData
                                note: modelData
                                width: notes.width
                            }
                        }
                    }
                }
            }
        }
    }
}
