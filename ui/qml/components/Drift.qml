// The resting screen never stands still for days: once a minute it moves by a few pixels, along a path that ends where
// it began. Whatever drifts must be `reach` larger than its room.
import QtQuick
import "../theme"

Item {
    id: root

    property bool resting: false
    property int minute: 0
    readonly property real reach: Theme.px(16)
    // Two rhythms without a common measure, so that the path crosses every place of its square.
    readonly property real dx: -Math.round(reach * (1 + Math.sin(minute * 0.7)) / 2)
    readonly property real dy: -Math.round(reach * (1 + Math.sin(minute * 0.47)) / 2)

    objectName: "drift"
    onRestingChanged: minute = 0

    Timer {
        interval: 60000
        repeat: true
        running: root.resting
        onTriggered: root.minute++
    }
}
