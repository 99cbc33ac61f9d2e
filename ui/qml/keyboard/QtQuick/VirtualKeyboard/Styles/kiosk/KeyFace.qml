// One key: a sheet with a word or a drawing on it.
import QtQuick
import QtQuick.VirtualKeyboard.Styles
import "../../../../../theme"
import "../../../../../components"

KeyPanel {
    id: root

    property string text: control ? control.displayText : ""
    property string icon: ""
    property bool quiet: false
    readonly property bool live: !!control && control.enabled

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.px(5)
        radius: Theme.px(14)
        opacity: root.live ? 1 : 0.4
        color: root.control && root.control.pressed ? Theme.springSoft : root.quiet ? Theme.paper : Theme.sheet
        border.width: Theme.hairline
        border.color: root.control && root.control.pressed ? Theme.spring : Theme.line

        Label {
            anchors.fill: parent
            anchors.margins: Theme.px(8)
            visible: root.icon === ""
            text: root.control && root.control.uppercased ? root.text.toUpperCase() : root.text
            size: root.text.length > 1 ? Theme.body : Theme.px(46)
            color: root.quiet ? Theme.spring : Theme.ink
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.px(20)
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            lineHeight: 1
            Accessible.ignored: true
        }
        Icon {
            anchors.centerIn: parent
            name: root.icon
        }
    }
}
