// The pages of a paper, small; a touch shows one large.
import QtQuick
import "../theme"

Flow {
    id: root

    required property var pages
    signal intent(string name, string value)

    visible: pages.length > 0
    spacing: Theme.px(16)

    Repeater {
        model: root.pages

        Touchable {
            id: thumb
            required property var modelData
            action: modelData.action
            width: Theme.room(112)
            height: Theme.room(168)
            rounding: Theme.px(16)
            Accessible.checkable: true
            Accessible.checked: modelData.chosen
            onIntent: (name, value) => root.intent(name, value)

            Card {
                anchors.fill: parent
                radius: thumb.rounding
                color: thumb.pressed ? Theme.springSoft : Theme.sheet
                border.color: thumb.modelData.chosen ? Theme.spring : Theme.line
                border.width: thumb.modelData.chosen ? Theme.ring : Theme.hairline
            }
            Image {
                anchors.fill: parent
                anchors.margins: Theme.px(10)
                anchors.bottomMargin: Theme.room(48)
                fillMode: Image.PreserveAspectFit
                source: thumb.modelData.picture
                sourceSize.width: Math.ceil(width)
                sourceSize.height: Math.ceil(height)
                cache: false
            }
            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.px(8)
                text: thumb.action.label
                size: Theme.px(26)
                strong: thumb.modelData.chosen
                wrapMode: Text.NoWrap
                lineHeight: 1
                Accessible.ignored: true
            }
        }
    }
}
