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

    // What is being spelt in pinyin counts as typed, so that nobody has to pick characters first.
    function typed() { return field.text + field.preeditText.replace(/[ '’]/g, "") }

    function send() {
        const text = typed()
        if (text !== root.page.body.text)
            root.intent(root.page.body.intent, text)
    }

    // On a wide panel what was found stands beside the keyboard, for which there would be no room below.
    readonly property bool ownsTitle: wide
    readonly property real keyboardLeft: wide ? Math.min(Theme.px(760), width * 0.43) : 0

    focus: true
    Component.onCompleted: {
        field.text = root.page.body.text
        field.forceActiveFocus()
    }

    Card {
        id: card
        x: root.wide ? root.keyboardLeft - Theme.margin : 0
        width: root.width - x
        height: Theme.px(132)
        border.color: field.activeFocus ? Theme.spring : Theme.line
        border.width: field.activeFocus ? Theme.ring : Theme.hairline

        Icon {
            id: icon
            x: Theme.px(40)
            anchors.verticalCenter: parent.verticalCenter
            name: "search"
        }
        TextField {
            id: field
            objectName: "search-field"
            anchors.fill: parent
            anchors.leftMargin: icon.x + icon.width + Theme.px(12)
            leftPadding: Theme.px(16)
            rightPadding: Theme.px(32)
            verticalAlignment: TextInput.AlignVCenter
            font.family: Theme.family
            font.pixelSize: Theme.px(48)
            color: Theme.ink
            maximumLength: root.page.body.max_length
            placeholderText: root.page.body.placeholder
            placeholderTextColor: Theme.muted
            selectionColor: Theme.springSoft
            selectedTextColor: Theme.ink
            background: null
            selectByMouse: false
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoAutoUppercase
            EnterKeyAction.enabled: false
            // Who leaves the keyboard by pad looks among what was found; Qt would search for its best word instead.
            function keepSpelling() { text = root.typed() }
            Keys.onReturnPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onEnterPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Accessible.name: root.page.title
            onTextChanged: root.send()
            onPreeditTextChanged: root.send()
        }
    }
    Label {
        id: question
        visible: root.wide
        width: card.x - Theme.px(56)
        text: root.page.title
        size: Theme.question
        strong: true
        Accessible.role: Accessible.Heading
    }
    Scroll {
        id: results
        anchors.top: root.wide ? question.bottom : card.bottom
        anchors.topMargin: Theme.px(root.wide ? 12 : 28)
        anchors.bottom: parent.bottom
        width: root.wide ? card.x - Theme.px(56) : root.width
        spacing: Theme.px(20)

        Label {
            // With room for little more than one of them they need no heading.
            visible: results.height > Theme.room(230)
            width: parent.width
            text: root.page.body.heading
            size: Theme.px(38)
            color: Theme.muted
            lineHeight: 1.1
        }
        Repeater {
            model: root.page.body.results

            ChoiceCard {
                required property var modelData
                choice: modelData
                way: true
                width: parent ? parent.width : 0
                onIntent: (name, value) => root.intent(name, value)
            }
        }
    }
}
