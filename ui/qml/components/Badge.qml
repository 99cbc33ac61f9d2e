// A small pill of words.
import QtQuick
import "../theme"

Rectangle {
    required property var badge
    // What it lies on: a pill of the same colour would be no pill.
    property color under: Theme.sheet
    readonly property color ground: Theme.ground(badge.tone)

    implicitWidth: label.implicitWidth + Theme.px(36)
    implicitHeight: label.implicitHeight + Theme.px(18)
    radius: height / 2
    color: Qt.colorEqual(ground, under) ? Theme.sheet : ground

    Label {
        id: label
        anchors.centerIn: parent
        text: parent.badge.label
        size: Theme.small
        color: Theme.mark(parent.badge.tone)
        wrapMode: Text.NoWrap
        lineHeight: 1
    }
}
