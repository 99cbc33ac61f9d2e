// Whatever can be touched: by finger, Space, Enter or assistive technology; it sends its action's intent.
import QtQuick
import "../theme"

Item {
    id: root

    required property var action
    property real rounding: Theme.radius
    readonly property bool pressed: area.pressed
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
    Accessible.onPressAction: root.activate()
    Keys.onReturnPressed: root.activate()
    Keys.onEnterPressed: root.activate()
    Keys.onSpacePressed: root.activate()
    Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onRightPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Keys.onLeftPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

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
        border.color: Theme.spring
        z: 2
    }
}
