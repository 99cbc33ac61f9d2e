// One answer on the check page: masked while it is not held, by finger or key, with its own way to change it.
import QtQuick
import "../theme"
import "chain.js" as Chain

Item {
    id: root

    required property var row
    // Bound to finger and keys; the gallery sets it.
    property bool revealed: hold.pressed || hold.held
    signal intent(string name, string value)

    implicitHeight: Math.max(Theme.px(68), value.implicitHeight + Theme.px(10), name.implicitHeight + Theme.px(10))

    Label {
        id: name
        width: root.width * (Theme.large ? 0.3 : 0.24)
        anchors.verticalCenter: parent.verticalCenter
        text: root.row.label
        size: Theme.px(32)
        color: Theme.muted
        lineHeight: 1.1
    }
    Label {
        id: value
        anchors.left: name.right
        anchors.leftMargin: Theme.px(12)
        anchors.right: edit.left
        anchors.rightMargin: Theme.px(12)
        anchors.verticalCenter: parent.verticalCenter
        text: root.revealed ? root.row.full : root.row.value
        lineHeight: 1.15
    }
    MouseArea {
        id: hold
        anchors.left: parent.left
        anchors.right: edit.left
        height: parent.height
        enabled: root.row.full !== ""
        activeFocusOnTab: enabled
        Accessible.role: Accessible.StaticText
        Accessible.name: root.row.label + " " + root.row.value
        Accessible.focusable: enabled
        objectName: "hold:" + root.row.label

        property bool held: false
        // A key that is held repeats itself; only letting it go hides again.
        function turn(event, shown) {
            if ([Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter, Qt.Key_Select].includes(event.key)) {
                event.accepted = true
                if (!event.isAutoRepeat)
                    held = shown
            }
        }
        onActiveFocusChanged: held = false
        Keys.onPressed: event => turn(event, true)
        Keys.onReleased: event => turn(event, false)
        Keys.onDownPressed: Chain.step(hold, true)
        Keys.onRightPressed: Chain.step(hold, true)
        Keys.onUpPressed: Chain.step(hold, false)
        Keys.onLeftPressed: Chain.step(hold, false)

        FocusRing { target: hold }
    }
    Touchable {
        id: edit
        visible: !!root.row.edit
        action: root.row.edit
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: visible ? content.implicitWidth + Theme.px(40) : 0
        height: Theme.px(64)
        rounding: Theme.px(20)
        Accessible.description: root.row.label
        onIntent: (name, value) => root.intent(name, value)

        Row {
            id: content
            anchors.centerIn: parent
            spacing: Theme.px(10)

            Icon {
                name: "pencil"
                size: Theme.px(34)
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                text: root.row.edit ? root.row.edit.label : ""
                size: Theme.px(34)
                color: Theme.spring
                wrapMode: Text.NoWrap
                lineHeight: 1
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }
}
