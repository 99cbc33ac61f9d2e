import QtQuick
import "../components"
import "../theme"

Item {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    Scroll {
        id: scroll
        width: parent.width
        anchors.top: parent.top
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.px(12)
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
                        height: Theme.px(56)

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
    }

    Column {
        id: foot
        width: parent.width
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(16)
        spacing: Theme.px(10)

        Touchable {
            id: consent
            action: root.page.body.consent
            width: parent.width
            height: Math.max(Theme.px(104), sentence.implicitHeight + Theme.px(20))
            Accessible.role: Accessible.CheckBox
            Accessible.checkable: true
            Accessible.checked: root.page.body.consented
            onIntent: (name, value) => root.intent(name, value)

            Rectangle {
                id: box
                width: Theme.px(72)
                height: width
                radius: Theme.px(16)
                anchors.verticalCenter: parent.verticalCenter
                color: root.page.body.consented ? Theme.spring : Theme.sheet
                border.width: Theme.ring
                border.color: Theme.spring

                Icon {
                    anchors.centerIn: parent
                    visible: root.page.body.consented
                    name: "check"
                    tint: Theme.springInk
                }
            }
            Label {
                id: sentence
                anchors.left: box.right
                anchors.leftMargin: Theme.gap
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: root.page.body.consent.label
                size: Theme.px(34)
                Accessible.ignored: true
            }
        }
        Row {
            width: parent.width
            spacing: Theme.px(16)

            Icon {
                name: "lock"
                size: Theme.px(34)
                tint: Theme.muted
            }
            Label {
                width: parent.width - Theme.px(50)
                text: root.page.body.note
                size: Theme.px(28)
                color: Theme.muted
            }
        }
    }
}
