import QtQuick
import "../components"
import "../theme"

Rectangle {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    gradient: Gradient {
        GradientStop { position: 0.0; color: Theme.spring }
        GradientStop { position: 0.6; color: Theme.springLight }
        GradientStop { position: 1.0; color: Theme.springDeep }
    }

    Touchable {
        action: root.page.body.start
        visible: root.page.body.start.enabled
        anchors.fill: parent
        focus: true
        rounding: 0
        onIntent: (name, value) => root.intent(name, value)
    }
    Label {
        x: Theme.margin
        y: Theme.px(72)
        text: root.page.header.station
        size: Theme.px(40)
        color: Theme.springInk
        lineHeight: 1
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.px(52)
        spacing: Theme.px(16)

        Repeater {
            model: root.page.header.tools

            ToolPill {
                required property var modelData
                action: modelData
                front: Theme.springInk
                ground: Theme.spring
                onIntent: (name, value) => root.intent(name, value)
            }
        }
    }
    Column {
        x: Theme.margin
        y: Theme.px(root.wide ? 168 : 250)
        width: parent.width - 2 * Theme.margin
        spacing: Theme.px(4)

        Repeater {
            model: root.page.body.headline

            Label {
                required property string modelData
                width: parent.width
                text: modelData
                size: root.wide ? Theme.px(132) : Theme.display
                strong: true
                color: Theme.springInk
                lineHeight: 1
                fontSizeMode: Text.HorizontalFit
                wrapMode: Text.NoWrap
                minimumPixelSize: Theme.question
            }
        }
        Item { width: 1; height: Theme.px(root.wide ? 8 : 28) }
        Repeater {
            model: root.page.body.lines

            Label {
                required property string modelData
                width: parent.width
                text: modelData
                size: Theme.lead
                color: Theme.springInk
                lineHeight: 1.5
            }
        }
    }
    SpringRings {
        width: root.wide ? parent.width * 0.62 : parent.width
        anchors.right: parent.right
        anchors.bottom: start.top
        anchors.bottomMargin: Theme.px(root.wide ? -60 : 24)
        opacity: 0.55
        tint: Theme.springInk
    }
    // The way in looks like one; that there is none now is only said.
    Item {
        id: start
        width: Theme.px(640)
        height: Theme.px(152)
        x: root.wide ? parent.width - width - Theme.margin : (parent.width - width) / 2
        anchors.bottom: root.wide ? parent.bottom : facts.top
        anchors.bottomMargin: Theme.px(root.wide ? 64 : 108)

        Rectangle {
            objectName: "wayIn"
            anchors.fill: parent
            visible: root.page.body.start.enabled
            radius: height / 2
            color: Theme.sheet
        }
        Label {
            anchors.centerIn: parent
            text: root.page.body.start.label
            size: Theme.px(56)
            strong: true
            color: root.page.body.start.enabled ? Theme.spring : Theme.springInk
            lineHeight: 1
            Accessible.ignored: root.page.body.start.enabled
        }
    }
    Row {
        id: facts
        width: Math.min(parent.width - 2 * Theme.margin, Theme.px(936))
        x: root.wide ? Theme.margin : (parent.width - width) / 2
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(root.wide ? 64 : 88)

        Repeater {
            model: root.page.body.facts

            Column {
                id: fact
                required property var modelData
                width: facts.width / root.page.body.facts.length

                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: fact.modelData.value
                    size: Theme.px(52)
                    color: Theme.springInk
                }
                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: fact.modelData.label
                    size: Theme.small
                    color: Theme.springInk
                }
            }
        }
    }
}
