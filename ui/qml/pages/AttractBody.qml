import QtQuick
import "../components"
import "../theme"

Rectangle {
    id: root

    required property var page
    property bool wide: false
    // A resting screen goes by the panel's shape: it has little to say in any print.
    readonly property bool across: width > height
    readonly property bool squat: height < 1.5 * width
    signal intent(string name, string value)

    // Selecting begins at once; the ring is for who has moved the keys.
    focus: true
    Keys.onReturnPressed: anywhere.activate()
    Keys.onEnterPressed: anywhere.activate()
    Keys.onSpacePressed: anywhere.activate()

    gradient: Gradient {
        GradientStop { position: 0.0; color: Theme.colours.rest }
        GradientStop { position: 0.6; color: Theme.colours.restMiddle }
        GradientStop { position: 1.0; color: Theme.colours.restFoot }
    }

    Touchable {
        id: anywhere
        action: root.page.body.start
        visible: root.page.body.start.enabled
        anchors.fill: parent
        rounding: 0
        onIntent: (name, value) => root.intent(name, value)
    }
    Column {
        id: place
        x: Theme.margin
        y: Theme.px(56)
        width: clock.x - x - Theme.gap
        spacing: Theme.px(14)

        Label {
            objectName: "station"
            width: parent.width
            text: root.page.header.station
            size: Theme.px(40)
            color: Theme.colours.restInk
            lineHeight: 1
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        Row {
            spacing: Theme.px(14)

            Icon {
                name: root.page.body.state ? root.page.body.state.icon : ""
                size: Theme.px(36)
                tint: Theme.colours.restInk
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                width: Math.min(implicitWidth, tools.x - place.x - Theme.px(80))
                text: root.page.body.state ? root.page.body.state.title : ""
                size: Theme.small
                color: Theme.colours.restInk
                lineHeight: 1
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    Row {
        id: tools
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.px(132)
        spacing: Theme.px(16)

        Repeater {
            model: root.page.header.tools

            ToolPill {
                required property var modelData
                action: modelData
                resting: true
                bare: modelData.value === "high_contrast"
                onIntent: (name, value) => root.intent(name, value)
            }
        }
    }
    Label {
        id: clock
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.px(32)
        text: root.page.body.clock
        size: Theme.px(Theme.large ? 48 : 60)
        color: Theme.colours.restInk
        lineHeight: 1
    }
    Column {
        id: words
        x: Theme.margin
        y: Theme.px(root.across ? 230 : 270)
        width: (root.across && root.page.body.notice ? parent.width / 2 : parent.width) - 2 * Theme.margin
        spacing: Theme.px(4)

        Repeater {
            model: root.page.body.headline

            Label {
                required property string modelData
                width: parent.width
                text: modelData
                size: root.squat ? Theme.px(132) / Theme.zoom : Theme.display
                strong: true
                color: Theme.colours.restInk
                lineHeight: 1
                fontSizeMode: Text.HorizontalFit
                wrapMode: Text.NoWrap
                minimumPixelSize: Theme.question
            }
        }
        Item { width: 1; height: Theme.px(root.across ? 8 : 28) }
        Repeater {
            model: root.page.body.lines

            Label {
                required property string modelData
                width: parent.width
                text: modelData
                size: Theme.lead
                color: Theme.colours.restInk
                lineHeight: 1.35
            }
        }
    }
    Rectangle {
        objectName: "notice"
        visible: !!root.page.body.notice
        x: root.across ? parent.width / 2 : Theme.margin
        width: parent.width - x - Theme.margin
        y: root.across ? words.y : words.y + words.height + Theme.px(12)
        height: Math.min(start.y - Theme.px(64) - y, said.y + said.implicitHeight + Theme.px(44))
        z: 1
        radius: Theme.radius
        color: Theme.colours.restFoot

        Icon {
            id: horn
            x: Theme.px(44)
            y: Theme.px(32)
            name: root.page.body.notice ? root.page.body.notice.icon : ""
            size: Theme.px(56)
            tint: Theme.colours.restInk
        }
        Label {
            id: whose
            anchors.left: horn.right
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: horn.verticalCenter
            text: root.page.body.notice ? root.page.body.notice.title : ""
            size: Theme.lead
            strong: true
            color: Theme.colours.restInk
            lineHeight: 1
        }
        Label {
            id: said
            anchors.top: horn.bottom
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.px(44)
            anchors.topMargin: Theme.px(28)
            text: root.page.body.notice ? root.page.body.notice.hint : ""
            size: Theme.lead
            color: Theme.colours.restInk
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.small * 0.8
        }
    }
    SpringRings {
        width: root.across ? parent.width * 0.62 : parent.width
        anchors.right: parent.right
        anchors.bottom: start.top
        anchors.bottomMargin: Theme.px(root.across ? -60 : 24)
        opacity: 0.55
        tint: Theme.colours.restInk
    }
    // The way in looks like one; that there is none now is only said.
    Item {
        id: start
        width: Theme.px(640)
        height: Theme.px(152)
        x: root.across ? parent.width - width - Theme.margin : (parent.width - width) / 2
        anchors.bottom: root.across || !facts.visible ? parent.bottom : facts.top
        anchors.bottomMargin: Theme.px(root.across ? 64 : 108)

        Rectangle {
            objectName: "wayIn"
            anchors.fill: parent
            visible: root.page.body.start.enabled
            radius: height / 2
            color: Theme.colours.restWay
        }
        // The whole screen has the keys; what looks like the button is ringed.
        Rectangle {
            anchors.fill: parent
            anchors.margins: -Theme.ring * 2.5
            visible: anywhere.activeFocus
            radius: height / 2
            color: "transparent"
            border.width: Theme.ring
            border.color: Theme.colours.restInk
        }
        Label {
            anchors.centerIn: parent
            text: root.page.body.start.label
            size: Theme.px(Theme.large ? 48 : 56)
            strong: true
            color: root.page.body.start.enabled ? Theme.colours.restWayInk : Theme.colours.restInk
            lineHeight: 1
            Accessible.ignored: root.page.body.start.enabled
        }
    }
    Row {
        id: facts
        visible: !(root.squat && (Theme.large || !root.across && root.page.body.notice))
        width: root.across ? start.x - 2 * Theme.margin : parent.width - 2 * Theme.margin
        x: root.across ? Theme.margin : (parent.width - width) / 2
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(root.across ? 64 : 88)

        Repeater {
            model: root.page.body.facts

            Column {
                id: fact
                required property var modelData
                width: facts.width / root.page.body.facts.length

                Label {
                    width: parent.width - Theme.px(20)
                    anchors.horizontalCenter: parent.horizontalCenter
                    horizontalAlignment: Text.AlignHCenter
                    text: fact.modelData.value
                    size: Theme.px(52)
                    color: Theme.colours.restInk
                    wrapMode: Text.NoWrap
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.small * 0.7
                }
                Label {
                    width: parent.width - Theme.px(20)
                    anchors.horizontalCenter: parent.horizontalCenter
                    horizontalAlignment: Text.AlignHCenter
                    text: fact.modelData.label
                    size: Theme.small
                    color: Theme.colours.restInk
                }
            }
        }
    }
}
