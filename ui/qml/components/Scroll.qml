// Content that scrolls when it is longer than its room, with a bar in the margin that says so.
import QtQuick
import "../theme"
import "chain.js" as Chain

Item {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing
    // What stays in sight however little room there is.
    property Item kept: null
    readonly property bool overflowing: view.interactive
    // Room around the content for focus rings, which would be cut off otherwise.
    readonly property real edge: Theme.px(12)

    implicitHeight: column.implicitHeight + edge

    function toTop() { view.contentY = 0 }

    // Who has only keys reads on by them, and goes on at the end.
    function turn(forward) {
        const most = Math.max(0, view.contentHeight - view.height)
        const next = Math.max(0, Math.min(view.contentY + (forward ? 0.8 : -0.8) * view.height, most))
        if (Math.abs(next - view.contentY) < 1)
            Chain.step(root, forward)
        view.contentY = next
    }

    objectName: "reading"
    activeFocusOnTab: view.interactive || activeFocus
    Accessible.role: Accessible.Pane
    Accessible.focusable: view.interactive
    Keys.onDownPressed: turn(true)
    Keys.onUpPressed: turn(false)
    Keys.onRightPressed: Chain.step(root, true)
    Keys.onLeftPressed: Chain.step(root, false)

    function holds(item) {
        for (let above = item; above; above = above.parent)
            if (above === column)
                return true
        return false
    }

    // Whatever is reached by key comes into sight, and with the last of it what is only to be read below.
    function reveal(item) {
        if (!holds(item))
            return
        const top = item.mapToItem(column, 0, 0).y
        const most = Math.max(0, view.contentHeight - view.height)
        const least = top + item.height + 2 * root.edge - view.height
        const wanted = holds(item.nextItemInFocusChain(true)) ? view.contentY : most
        view.contentY = Math.max(0, Math.min(Math.max(wanted, least), top, most))
    }

    Connections {
        target: root.Window.window
        function onActiveFocusItemChanged() { root.reveal(root.Window.window.activeFocusItem) }
    }
    Flickable {
        id: view
        objectName: "scroll"
        x: -root.edge
        y: -root.edge
        width: root.width + 2 * root.edge
        height: root.height + root.edge
        contentHeight: column.implicitHeight + 2 * root.edge
        boundsBehavior: Flickable.StopAtBounds
        onHeightChanged: if (root.kept) root.reveal(root.kept)
        onContentHeightChanged: if (root.kept) root.reveal(root.kept)
        interactive: contentHeight > height
        clip: interactive

        Column {
            id: column
            x: root.edge
            y: root.edge
            width: root.width
            spacing: Theme.gap
        }
    }
    FocusRing {
        target: root
    }
    ScrollRail {
        visible: view.interactive
        x: root.width + Theme.unit
        height: root.height - Theme.unit
        view: view
    }
}
