// One wheel of a date: turned by finger, touched, or moved by the arrow keys.
import QtQuick
import "../theme"
import "chain.js" as Chain

FocusScope {
    id: root

    // Values from `first` on, `count` of them. A count and not a list: a list made anew would stop the turning wheel.
    required property int first
    required property int count
    required property int current
    required property string label
    // How the value in the middle is written.
    required property string turned
    // What the values are called, from the first on; numbers are written as they are.
    property var names: []
    property real row: Theme.px(112)
    // How far Page Up and Page Down turn.
    property int leap: 10
    signal chosen(int value)

    function choose(value) {
        if (value >= first && value < first + count && value !== current)
            chosen(value)
    }

    function settle() {
        if (wheel.moving || !visible)
            return
        wheel.currentIndex = current - first
        wheel.positionViewAtIndex(current - first, ListView.Center)
    }

    onVisibleChanged: Qt.callLater(settle)
    onCurrentChanged: Qt.callLater(settle)
    onFirstChanged: Qt.callLater(settle)
    onCountChanged: Qt.callLater(settle)
    objectName: "wheel:" + label
    implicitHeight: row * 5
    activeFocusOnTab: true
    Keys.onUpPressed: choose(current - 1)
    Keys.onDownPressed: choose(current + 1)
    Keys.onLeftPressed: Chain.step(root, false)
    Keys.onRightPressed: Chain.step(root, true)
    Keys.onReturnPressed: Chain.step(root, true)
    Keys.onEnterPressed: Chain.step(root, true)
    Keys.onPressed: (event) => {
        const way = { [Qt.Key_PageUp]: -1, [Qt.Key_PageDown]: 1 }[event.key]
        if (way) {
            choose(Math.max(first, Math.min(current + way * leap, first + count - 1)))
            event.accepted = true
        }
    }
    Accessible.role: Accessible.SpinBox
    // A bare number would leave open what it counts.
    Accessible.name: isNaN(turned) ? turned : label + " " + turned
    Accessible.focusable: true
    Accessible.onIncreaseAction: choose(current + 1)
    Accessible.onDecreaseAction: choose(current - 1)

    Card {
        anchors.fill: parent
        border.color: root.activeFocus ? Theme.spring : Theme.line
        border.width: root.activeFocus ? Theme.ring : Theme.hairline
    }
    Rectangle {
        width: parent.width - Theme.px(24)
        height: root.row
        anchors.centerIn: parent
        radius: Theme.radius
        color: Theme.springSoft
    }
    ListView {
        id: wheel
        anchors.fill: parent
        anchors.margins: Theme.hairline
        clip: true
        model: root.count
        boundsBehavior: Flickable.StopAtBounds
        snapMode: ListView.SnapToItem
        highlightRangeMode: ListView.StrictlyEnforceRange
        highlightMoveDuration: 0
        preferredHighlightBegin: (height - root.row) / 2
        preferredHighlightEnd: (height + root.row) / 2
        // Lines are made when they are seen: those made ahead would be left half made when the page goes.
        cacheBuffer: 0
        Component.onCompleted: Qt.callLater(root.settle)
        // What stands in the middle counts at once: the next touch may already be the one that goes on.
        onCurrentIndexChanged: if (moving) root.choose(root.first + currentIndex)
        onMovingChanged: Qt.callLater(root.settle)

        delegate: Item {
            id: line
            required property int index
            readonly property int value: root.first + index
            readonly property bool chosen: value === root.current
            width: wheel.width
            height: root.row

            Label {
                anchors.fill: parent
                anchors.margins: Theme.px(16)
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.small
                text: line.chosen ? root.turned : root.names[line.index] ?? line.value
                size: line.chosen ? Theme.px(56) : Theme.lead
                strong: line.chosen
                color: line.chosen ? Theme.spring : Theme.muted
                wrapMode: Text.NoWrap
                lineHeight: 1
                Accessible.ignored: true
            }
            TapHandler { onTapped: root.choose(line.value) }
        }
    }
}
