// Whatever can be touched: by finger, Space, Enter or assistive technology; it sends its action's intent.
import QtQuick
import "../theme"

Item {
    id: root

    required property var action
    property real rounding: Theme.radius
    property int row: 1
    property color ringColor: Theme.spring
    // Bound to the finger; the gallery sets it.
    property bool pressed: area.pressed
    signal intent(string name, string value)

    function activate() {
        if (root.enabled)
            root.intent(root.action.intent, root.action.value)
    }

    // Arrow keys follow the order of reading; `row` is how many of them stand side by side.
    function move(forward, steps) {
        let item = root
        for (let step = 0; step < steps; step++)
            item = item.nextItemInFocusChain(forward)
        item.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason)
    }

    objectName: action ? "action:" + action.intent + ":" + action.value : ""
    enabled: action ? action.enabled : false
    activeFocusOnTab: enabled
    Accessible.role: Accessible.Button
    Accessible.name: action ? action.label : ""
    Accessible.focusable: true
    Accessible.checkable: !!action && typeof action.on === "boolean"
    Accessible.checked: !!action && action.on === true
    Accessible.onPressAction: root.activate()
    Keys.onReturnPressed: root.activate()
    Keys.onEnterPressed: root.activate()
    Keys.onSpacePressed: root.activate()
    Keys.onDownPressed: root.move(true, row)
    Keys.onRightPressed: root.move(true, 1)
    Keys.onUpPressed: root.move(false, row)
    Keys.onLeftPressed: root.move(false, 1)

    MouseArea {
        id: area
        anchors.fill: parent
        onClicked: root.activate()
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.ring * 1.5
        visible: root.activeFocus
        color: "transparent"
        radius: root.rounding + Theme.ring * 1.5
        border.width: Theme.ring
        border.color: root.ringColor
        z: 2
    }
}
