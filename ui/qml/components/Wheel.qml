// One wheel of a date: turned by finger, touched, or moved by the arrow keys.
import QtQuick
import QtQuick.Controls.Basic as Controls
import "../theme"

FocusScope {
    id: root

    required property var values
    required property int current
    required property string label
    property real row: Theme.px(112)
    signal chosen(int value)

    function settle() {
        const index = Math.max(0, values.indexOf(current))
        tumbler.currentIndex = index
        tumbler.positionViewAtIndex(index, Controls.Tumbler.Center)
    }

    onCurrentChanged: Qt.callLater(settle)
    onValuesChanged: Qt.callLater(settle)
    objectName: "wheel:" + label
    implicitHeight: row * 5
    activeFocusOnTab: true
    Accessible.role: Accessible.SpinBox
    Accessible.name: current + " " + label

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
    Controls.Tumbler {
        id: tumbler
        anchors.fill: parent
        focus: true
        model: root.values
        wrap: false
        visibleItemCount: 5
        Component.onCompleted: Qt.callLater(root.settle)
        onMovingChanged: {
            const value = root.values[currentIndex]
            if (!moving && value !== undefined && value !== root.current)
                root.chosen(value)
        }

        delegate: Item {
            id: line
            required property int index
            required property int modelData
            readonly property bool chosen: modelData === root.current

            Label {
                anchors.fill: parent
                anchors.margins: Theme.px(16)
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.small
                text: line.chosen ? line.modelData + " " + root.label : line.modelData
                size: line.chosen ? Theme.px(56) : Theme.lead
                strong: line.chosen
                color: line.chosen ? Theme.spring : Theme.muted
                wrapMode: Text.NoWrap
                lineHeight: 1
                Accessible.ignored: true
            }
            TapHandler { onTapped: root.chosen(line.modelData) }
        }
        Keys.onUpPressed: step(-1)
        Keys.onDownPressed: step(1)

        function step(by) {
            const value = root.values[root.values.indexOf(root.current) + by]
            if (value !== undefined)
                root.chosen(value)
        }
    }
}
