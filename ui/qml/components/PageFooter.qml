// Back at left, the one primary button at right, and between them the way to bring the page down.
import QtQuick
import "../theme"

Rectangle {
    id: root

    required property var page
    property bool slim: false
    // Whether the panel is so tall that its top is out of a seated person's reach.
    property bool tall: false
    // Height of what lies on it.
    property real least: 0
    readonly property var lower: tall ? page.lower : null
    readonly property real room: width - 2 * Theme.margin - (lower ? Theme.pill + 2 * Theme.gap : Theme.gap)
    readonly property real most: Math.max(page.back ? back.implicitHeight : 0, page.primary ? primary.implicitHeight : 0)
    // What is free between the two.
    readonly property real from: (back.visible ? back.x + back.width : 0) + Theme.gap
    readonly property real to: (primary.visible ? primary.x : width) - Theme.gap
    signal intent(string name, string value)

    implicitHeight: page.back || page.primary || lower ? Math.max(Theme.px(slim ? 160 : 208), most + 2 * Theme.gap, least) : 0
    visible: implicitHeight > 0
    color: Theme.paper

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
    ActionButton {
        id: back
        visible: !!root.page.back
        action: root.page.back
        most: root.page.primary ? root.room * 0.45 : root.room
        x: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        onIntent: (name, value) => root.intent(name, value)
    }
    ToolPill {
        visible: !!root.lower
        action: root.page.lower
        bare: root.to - root.from < full
        x: Math.max(root.from, Math.min(root.to - width, (root.width - width) / 2))
        anchors.verticalCenter: parent.verticalCenter
        onIntent: (name, value) => root.intent(name, value)
    }
    ActionButton {
        id: primary
        visible: !!root.page.primary
        action: root.page.primary
        primary: true
        most: root.room - (root.page.back ? back.width : 0)
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        onIntent: (name, value) => root.intent(name, value)
    }
}
