// One key of a pad or a row of letters; `chosen` is the one that counts now.
import QtQuick
import "../theme"

Touchable {
    id: root

    property bool chosen: false
    property real size: Theme.lead

    rounding: Theme.px(20)

    Card {
        anchors.fill: parent
        radius: root.rounding
        color: root.pressed || root.chosen ? Theme.springSoft : Theme.sheet
        border.color: root.chosen ? Theme.spring : Theme.line
        border.width: root.chosen ? Theme.ring : Theme.hairline
    }
    Label {
        anchors.centerIn: parent
        text: root.action.label
        size: root.size
        strong: root.chosen
        wrapMode: Text.NoWrap
        lineHeight: 1
        Accessible.ignored: true
    }
}
