// Says in the margin that there is more, and brings it: a thumb to see, an arrow up and one down to touch.
import QtQuick
import "../theme"

Item {
    id: root

    required property Flickable view
    readonly property real travel: height - 2 * width - 2 * Theme.unit
    readonly property bool roomy: travel > Theme.rail

    width: Theme.rail

    function turn(pages) {
        const most = view.contentHeight - view.height
        slide.to = Math.max(0, Math.min(most, view.contentY + pages * view.height * 0.8))
        slide.restart()
    }

    NumberAnimation {
        id: slide
        target: root.view
        property: "contentY"
        duration: Theme.quick
        easing.type: Easing.OutQuad
    }

    Repeater {
        model: [{ "icon": "chevron-up", "pages": -1 }, { "icon": "chevron-down", "pages": 1 }]

        Rectangle {
            id: arrow
            objectName: modelData.icon
            required property var modelData
            required property int index
            readonly property bool more: index === 0 ? !root.view.atYBeginning : !root.view.atYEnd
            width: root.width
            height: width
            y: index === 0 ? 0 : root.height - height
            radius: width / 2
            visible: root.roomy && more
            color: Theme.spring

            Icon {
                anchors.centerIn: parent
                name: arrow.modelData.icon
                size: parent.width * 0.7
                tint: Theme.springInk
            }
            MouseArea {
                anchors.fill: parent
                onClicked: root.turn(arrow.modelData.pages)
            }
        }
    }
    Rectangle {
        readonly property real from: root.roomy ? root.width + Theme.unit : 0
        readonly property real run: root.roomy ? root.travel : root.height
        y: from + root.view.visibleArea.yPosition * run
        height: root.view.visibleArea.heightRatio * run
        anchors.horizontalCenter: parent.horizontalCenter
        width: Theme.px(12)
        radius: width / 2
        color: Theme.spring
    }
}
