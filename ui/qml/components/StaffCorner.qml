// The hidden way in for staff: press and hold the seal, or the same corner at rest. A short touch goes through.
import QtQuick
import "../theme"

MouseArea {
    id: root

    signal held
    signal touched

    objectName: "staff-corner"
    width: Theme.header + Theme.margin
    height: Theme.header
    pressAndHoldInterval: Theme.hold
    onPressAndHold: root.held()
    onClicked: root.touched()
}
