import QtQuick
import "../components"
import "../components/chain.js" as Chain
import "../theme"

FocusScope {
    id: root

    required property var page
    property bool wide: false
    readonly property string error: page.error
    // The pad stands beside the field where below it there is no room for its keys.
    readonly property bool beside: wide || height < Theme.px(760)
    readonly property bool stacked: beside || page.body.below !== ""
    readonly property bool folded: beside && page.body.text.length > 15
    signal intent(string name, string value)

    function forward() {
        const primary = root.page.primary
        if (primary && primary.enabled)
            root.intent(primary.intent, primary.value)
    }

    focus: true
    // What is to be mended is typed where the keys already are.
    onErrorChanged: if (error !== "") field.forceActiveFocus()
    Keys.onPressed: (event) => {
        const wanted = { [Qt.Key_Backspace]: "erase", [Qt.Key_Delete]: "clear" }[event.key] || event.text.toUpperCase()
        const key = root.page.body.keys.find((item) => item.value === wanted)
        if (key) {
            root.intent(key.intent, key.value)
            // Whoever types goes on with Enter, which on a key of the pad would press that.
            field.forceActiveFocus()
            event.accepted = true
        }
    }

    Card {
        id: field
        objectName: "number-field"
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.EditableText
        Accessible.name: root.page.title
        Accessible.focusable: true
        Keys.onReturnPressed: root.forward()
        Keys.onEnterPressed: root.forward()
        Keys.onDownPressed: Chain.step(field, true)
        Keys.onRightPressed: Chain.step(field, true)
        Keys.onUpPressed: Chain.step(field, false)
        Keys.onLeftPressed: Chain.step(field, false)
        width: root.beside ? root.width * 0.5 : root.width
        height: root.stacked ? Math.max(Theme.room(216), Theme.room(140) + hint.implicitHeight) : Theme.room(168)
        border.color: Theme.spring
        border.width: Theme.ring

        Label {
            x: Theme.px(44)
            width: parent.width - (root.stacked ? 0 : hint.width) - Theme.px(root.stacked ? 80 : 108)
            height: parent.height - (root.stacked ? hint.implicitHeight + Theme.px(36) : 0)
            verticalAlignment: Text.AlignVCenter
            text: root.page.body.text === "" ? root.page.body.placeholder : root.page.body.text
            size: root.page.body.text === "" ? Theme.lead : Theme.number
            color: root.page.body.text === "" ? Theme.muted : Theme.ink
            // Beside the pad a long number stands in two lines before it becomes too small.
            fontSizeMode: root.folded ? Text.Fit : Text.HorizontalFit
            minimumPixelSize: Theme.small
            wrapMode: root.folded ? Text.WordWrap : Text.NoWrap
            lineHeight: 1
        }
        Label {
            id: hint
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(40)
            y: root.stacked ? parent.height - height - Theme.px(28) : (parent.height - height) / 2
            text: root.page.body.below !== "" ? root.page.body.below : root.page.body.hint
            size: Theme.small
            color: Theme.muted
            width: root.stacked ? Math.ceil(Math.min(implicitWidth, field.width - Theme.px(80))) : implicitWidth
            wrapMode: root.stacked ? Text.Wrap : Text.NoWrap
            horizontalAlignment: Text.AlignRight
            lineHeight: 1
            Accessible.role: Accessible.AlertMessage
        }
    }
    InfoCard {
        anchors.top: root.beside ? field.bottom : pad.bottom
        anchors.topMargin: Theme.gap
        width: field.width
        visible: text !== "" && y + height < root.height
        text: root.wide ? "" : root.page.body.why
    }
    NumberPad {
        id: pad
        x: root.beside ? root.width - width : 0
        y: root.beside ? 0 : field.height + Theme.px(36)
        width: root.beside ? root.width * 0.46 : root.width
        keys: root.page.body.keys
        keyHeight: Math.min(Theme.key, (root.height - y - 3 * spacing - Theme.gap) / 4)
        onIntent: (name, value) => root.intent(name, value)
    }
}
