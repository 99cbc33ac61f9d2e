import QtQuick
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    readonly property var view: page.body
    signal intent(string name, string value)

    Grid {
        width: parent.width
        columns: root.wide ? 2 : 1
        spacing: root.wide ? Theme.px(56) : Theme.gap

        Column {
            width: root.wide ? (parent.width - parent.spacing) * 0.56 : parent.width
            spacing: Theme.gap

            Rectangle {
                width: parent.width
                height: head.implicitHeight + Theme.px(root.wide || root.view.qr !== "" ? 64 : 120)
                radius: Theme.radius
                color: Theme.spring
                clip: true

                Image {
                    width: parent.width * 1.1
                    height: width * 0.39
                    anchors.centerIn: parent
                    opacity: 0.35
                    source: "image://icon/rings/ffffff"
                    sourceSize.width: Math.ceil(width)
                    sourceSize.height: Math.ceil(height)
                }
                Column {
                    id: head
                    width: parent.width - Theme.px(64)
                    anchors.centerIn: parent
                    spacing: Theme.px(14)

                    Row {
                        anchors.horizontalCenter: parent.horizontalCenter
                        spacing: Theme.px(24)

                        Icon {
                            name: "circle-check"
                            size: Theme.px(72)
                            tint: Theme.springInk
                        }
                        Label {
                            text: root.view.headline
                            size: Theme.question
                            strong: true
                            color: Theme.springInk
                            wrapMode: Text.NoWrap
                            width: Math.min(implicitWidth, head.width - Theme.px(96))
                            fontSizeMode: Text.HorizontalFit
                            Accessible.role: Accessible.Heading
                        }
                    }
                    Label {
                        anchors.horizontalCenter: parent.horizontalCenter
                        text: root.view.number_label
                        size: Theme.small
                        color: Theme.springInk
                    }
                    Label {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: root.view.number
                        size: Theme.px(80)
                        strong: true
                        color: Theme.springInk
                        wrapMode: Text.NoWrap
                        fontSizeMode: Text.HorizontalFit
                    }
                    Label {
                        width: parent.width
                        visible: text !== ""
                        horizontalAlignment: Text.AlignHCenter
                        text: root.view.number_note
                        size: Theme.small
                        color: Theme.springInk
                    }
                }
            }
            Card {
                width: parent.width
                visible: root.view.qr !== ""
                height: Theme.px(372)
                border.color: Theme.spring
                border.width: Theme.ring

                Image {
                    id: code
                    x: Theme.px(44)
                    width: Theme.px(320)
                    height: width
                    anchors.verticalCenter: parent.verticalCenter
                    source: root.view.qr === "" ? "" : "image://qr/" + root.view.qr
                    sourceSize.width: Math.ceil(width)
                    sourceSize.height: Math.ceil(height)
                    smooth: false
                    Accessible.role: Accessible.Graphic
                    Accessible.name: root.view.number
                }
                Column {
                    anchors.left: code.right
                    anchors.leftMargin: Theme.px(44)
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.px(36)
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.px(14)

                    Label {
                        width: parent.width
                        text: root.view.slip.title
                        size: Theme.lead
                        strong: true
                    }
                    Label {
                        width: parent.width
                        text: root.view.slip.hint
                        size: Theme.px(34)
                        color: Theme.muted
                    }
                }
            }
            SlipNote {
                width: parent.width
                visible: root.view.qr === "" && root.wide
                note: root.view.slip
            }
        }
        Column {
            width: root.wide ? (parent.width - parent.spacing) * 0.44 : parent.width
            spacing: Theme.gap

            Label {
                text: root.view.timeline_heading
                size: Theme.lead
                color: Theme.muted
                topPadding: Theme.px(8)
            }
            Column {
                width: parent.width

                Repeater {
                    model: root.view.timeline

                    Item {
                        id: moment
                        required property var modelData
                        required property int index
                        width: parent.width
                        height: words.implicitHeight + Theme.px(28)

                        Rectangle {
                            visible: moment.index < root.view.timeline.length - 1
                            x: Theme.px(19)
                            y: Theme.px(24)
                            width: Theme.px(4)
                            height: parent.height
                            color: Theme.line
                        }
                        Rectangle {
                            y: Theme.px(8)
                            x: Theme.px(4)
                            width: Theme.px(34)
                            height: width
                            radius: width / 2
                            color: moment.modelData.tone === "spring" ? Theme.spring : Theme.paper
                            border.width: Theme.px(6)
                            border.color: moment.modelData.tone === "attention" ? Theme.amber : Theme.spring
                        }
                        Column {
                            id: words
                            x: Theme.px(72)
                            width: parent.width - x

                            Label {
                                width: parent.width
                                text: moment.modelData.when
                                strong: true
                                color: moment.modelData.tone === "attention" ? Theme.amber : Theme.ink
                            }
                            Label {
                                width: parent.width
                                text: moment.modelData.what
                                size: Theme.px(33)
                                color: Theme.muted
                            }
                        }
                    }
                }
            }
        }
    }
    SlipNote {
        width: parent.width
        visible: root.view.qr === "" && !root.wide
        note: root.view.slip
    }
}
