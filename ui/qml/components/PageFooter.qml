// Back at left, the one primary button at right.
import QtQuick
import "../theme"

Rectangle {
    id: root

    required property var page
    property bool slim: false
    signal intent(string name, string value)

    implicitHeight: page.back || page.primary ? Theme.px(slim ? 160 : 208) : 0
    visible: implicitHeight > 0
    color: Theme.paper

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
    ActionButton {
        visible: !!root.page.back
        action: root.page.back
        x: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        onIntent: (name, value) => root.intent(name, value)
    }
    ActionButton {
        visible: !!root.page.primary
        action: root.page.primary
        primary: true
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        onIntent: (name, value) => root.intent(name, value)
    }
}
