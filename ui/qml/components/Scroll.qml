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

    // Whatever is reached by key comes into sight.
    function reveal(item) {
        for (let above = item; above; above = above.parent) {
            if (above === column) {
                const top = item.mapToItem(column, 0, 0).y
                const lowest = top - Theme.gap
                const highest = top + item.height + Theme.gap - height
                contentY = Math.max(0, Math.min(Math.max(contentY, highest), lowest, contentHeight - height))
                return
            }
        }
    }

    Connections {
        target: root.Window.window
        function onActiveFocusItemChanged() { root.reveal(root.Window.window.activeFocusItem) }
    }
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
