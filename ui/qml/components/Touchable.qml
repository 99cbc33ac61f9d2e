// Whatever can be touched: by finger, Space, Enter or assistive technology; it sends its action's intent.
import QtQuick
import "../theme"
import "chain.js" as Chain

Item {
    id: root

    required property var action
    property real rounding: Theme.radius
    // How many of them stand side by side: arrow keys follow the order of reading.
    property int row: 1
    property color ringColor: Theme.spring
    // Bound to the finger; the gallery sets it.
    property bool pressed: area.pressed
    signal intent(string name, string value)

    function activate() {
        if (root.enabled)
            root.intent(root.action.intent, root.action.value)
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
    Keys.onDownPressed: Chain.step(root, true, row)
    Keys.onRightPressed: Chain.step(root, true)
    Keys.onUpPressed: Chain.step(root, false, row)
    Keys.onLeftPressed: Chain.step(root, false)

    MouseArea {
        id: area
        anchors.fill: parent
        onClicked: root.activate()
    }

    FocusRing {
        target: root
        rounding: root.rounding
        tint: root.ringColor
    }
}
