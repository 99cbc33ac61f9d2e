// Content that scrolls when it is longer than its room, with a bar that says so.
import QtQuick
import "../theme"

Flickable {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing

    contentHeight: column.implicitHeight + Theme.px(24)
    boundsBehavior: Flickable.StopAtBounds
    clip: contentHeight > height

    Column {
        id: column
        width: root.width
        spacing: Theme.gap
    }
    Rectangle {
        parent: root
        visible: root.contentHeight > root.height + 1
        z: 1
        x: root.width - width
        y: root.visibleArea.yPosition * root.height
        width: Theme.px(8)
        height: root.visibleArea.heightRatio * root.height
        radius: width / 2
        color: Theme.spring
        opacity: 0.5
    }
}
