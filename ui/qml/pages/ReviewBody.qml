import QtQuick
import "../components"
import "../theme"

Item {
    id: root

    required property var page
    property bool wide: false
    // The consent stays in sight, unless that leaves too little of what is agreed to; several are read after it.
    readonly property bool pinned: height - foot.implicitHeight > Theme.px(page.body.consents.length > 1 ? 560 : 320)
    signal intent(string name, string value)

    Scroll {
        id: scroll
        width: parent.width
        height: parent.height - (root.pinned ? foot.implicitHeight + Theme.px(28) : 0)
        spacing: Theme.px(16)

        Repeater {
            model: root.page.body.groups

            Card {
                id: group
                required property var modelData
                width: parent.width
                height: rows.implicitHeight + Theme.px(40)

                Column {
                    id: rows
                    x: Theme.px(40)
                    y: Theme.px(22)
                    width: parent.width - Theme.px(60)

                    Row {
                        spacing: Theme.px(20)
                        height: Theme.room(72)

                        Label {
                            text: group.modelData.title
                            strong: true
                            wrapMode: Text.NoWrap
                            anchors.verticalCenter: parent.verticalCenter
                        }
                        Loader {
                            active: !!group.modelData.badge
                            anchors.verticalCenter: parent.verticalCenter
                            sourceComponent: Badge { badge: group.modelData.badge }
                        }
                    }
                    Repeater {
                        model: group.modelData.rows

                        ReviewLine {
                            required property var modelData
                            row: modelData
                            width: rows.width
                            onIntent: (name, value) => root.intent(name, value)
                        }
                    }
                }
            }
        }
        Consent {
            visible: !root.pinned
            width: parent.width
            view: root.page.body
            onIntent: (name, value) => root.intent(name, value)
        }
    }

    Consent {
        id: foot
        visible: root.pinned
        width: parent.width
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(16)
        view: root.page.body
        onIntent: (name, value) => root.intent(name, value)
    }
}
