import QtQuick
import QtQuick.Controls.Basic
import QtQuick.VirtualKeyboard
import "../components"
import "../theme"

FocusScope {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    function take() {
        if (field.text !== root.page.body.text) {
            field.text = root.page.body.text
            field.cursorPosition = field.length
        }
    }

    function forward() {
        const primary = root.page.primary
        if (primary && primary.enabled)
            root.intent(primary.intent, primary.value)
    }

    focus: true
    onPageChanged: take()
    Component.onCompleted: {
        take()
        field.forceActiveFocus()
        field.cursorPosition = field.length
    }

    Card {
        id: card
        width: root.width
        height: Math.max(Theme.px(root.wide ? 132 : 190), Math.min(field.implicitHeight + Theme.px(24), Theme.px(280)))
        border.color: field.activeFocus ? Theme.spring : Theme.line
        border.width: field.activeFocus ? Theme.ring : Theme.hairline

        TextArea {
            id: field
            objectName: "text-field"
            anchors.fill: parent
            anchors.margins: Theme.px(12)
            leftPadding: Theme.px(32)
            rightPadding: Theme.px(32)
            verticalAlignment: TextInput.AlignVCenter
            wrapMode: TextArea.Wrap
            font.family: Theme.family
            font.pixelSize: Theme.px(48)
            color: Theme.ink
            placeholderText: root.page.body.placeholder
            placeholderTextColor: Theme.muted
            selectionColor: Theme.springSoft
            selectedTextColor: Theme.ink
            background: null
            inputMethodHints: Qt.ImhSensitiveData
            EnterKeyAction.actionId: EnterKeyAction.Next
            EnterKeyAction.enabled: !!root.page.primary && root.page.primary.enabled
            Keys.onReturnPressed: root.forward()
            Keys.onEnterPressed: root.forward()
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            Accessible.name: root.page.title
            onTextChanged: {
                const plain = text.replace(/[\r\n\t]/g, "")
                if (plain !== root.page.body.text)
                    root.intent(root.page.body.intent, plain)
                root.take()
            }
        }
    }
    InfoCard {
        anchors.top: card.bottom
        anchors.topMargin: Theme.gap
        width: root.width
        visible: text !== "" && !root.wide && y + height < root.height
        text: root.page.body.why
    }
}
