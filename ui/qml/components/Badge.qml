// A small pill of words.
import QtQuick
import "../theme"

Rectangle {
    required property var badge

    implicitWidth: label.implicitWidth + Theme.px(36)
    implicitHeight: label.implicitHeight + Theme.px(18)
    radius: height / 2
    color: Theme.ground(badge.tone)

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
