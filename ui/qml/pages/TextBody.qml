import QtQuick
import QtQuick.Controls.Basic
import QtQuick.VirtualKeyboard
import "../components"
import "../theme"

FocusScope {
    id: root

    required property var page
    property bool wide: false
    readonly property string error: page.error
    // Little room above the keyboard.
    readonly property bool tight: wide || height < Theme.room(440)
    // Of a code most is digits; across, where no row of them is beside the keyboard, it begins with them.
    readonly property int code: Qt.ImhLatinOnly | Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText | (wide ? Qt.ImhPreferNumbers : Qt.ImhNone)
    readonly property int address: Qt.ImhUrlCharactersOnly | Qt.ImhPreferLowercase | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
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
    // What is to be mended is written where the keys already are.
    onErrorChanged: if (error !== "") field.forceActiveFocus()
    Component.onCompleted: {
        take()
        field.forceActiveFocus()
        field.cursorPosition = field.length
    }

    Scroll {
        anchors.fill: parent
        kept: card
        spacing: Theme.px(root.wide ? 14 : 24)

        Chips {
            width: parent.width
            // There the keyboard leaves room for the last one, from which the way leads up to the others.
            actions: root.tight ? root.page.body.chips.slice(-1) : root.page.body.chips
            onIntent: (name, value) => root.intent(name, value)
        }
        Item {
            width: parent.width
            height: name.implicitHeight
            visible: root.page.body.label !== "" && (!root.tight || root.page.body.chips.length === 0 && !keys.visible)

            Label {
                id: name
                text: root.page.body.label
                strong: true
                lineHeight: 1
            }
            Label {
                anchors.right: parent.right
                anchors.baseline: name.baseline
                text: root.page.body.left
                size: Theme.small
                color: Theme.muted
                lineHeight: 1
            }
        }
        Card {
            id: card
            width: root.width
            readonly property real most: root.height - y - Theme.px(8)
            readonly property real least: Theme.px(root.wide ? 132 : 190)
            height: most < least ? Math.max(Theme.px(88), most) : root.wide ? least : Math.max(least, Math.min(field.contentHeight + Theme.px(48), Theme.px(280)))
            border.color: field.activeFocus ? Theme.spring : Theme.line
            border.width: field.activeFocus ? Theme.ring : Theme.hairline

            TextArea {
                id: field
                objectName: "text-field"
                anchors.left: parent.left
                anchors.right: clear.left
                anchors.top: parent.top
                anchors.bottom: parent.bottom
                anchors.margins: Theme.px(root.wide ? 4 : 12)
                leftPadding: Theme.px(32)
                rightPadding: Theme.px(16)
                verticalAlignment: TextInput.AlignVCenter
                wrapMode: TextArea.Wrap
                font.family: Theme.family
                font.pixelSize: Theme.room(Theme.large ? 44 : 48)
                color: Theme.ink
                placeholderText: root.page.body.placeholder
                placeholderTextColor: Theme.muted
                selectionColor: Theme.springSoft
                selectedTextColor: Theme.ink
                background: null
                // What is selected could be copied, and on X11 is.
                selectByMouse: false
                inputMethodHints: Qt.ImhSensitiveData | (root.page.body.latin ? root.code : root.page.body.web ? root.address : Qt.ImhNone)
                EnterKeyAction.actionId: EnterKeyAction.Next
                EnterKeyAction.enabled: !!root.page.primary && root.page.primary.enabled
                Keys.onReturnPressed: root.forward()
                Keys.onEnterPressed: root.forward()
                Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                Accessible.name: root.page.body.label !== "" ? root.page.body.label : root.page.title
                Accessible.description: root.error !== "" ? root.error : root.page.body.left
                onTextChanged: {
                    const plain = text.replace(/[\r\n\t]/g, "")
                    if (plain !== root.page.body.text)
                        root.intent(root.page.body.intent, plain)
                    root.take()
                }
            }
            Touchable {
                id: clear
                action: root.page.body.clear
                visible: !!root.page.body.clear
                anchors.right: parent.right
                anchors.rightMargin: Theme.px(16)
                anchors.verticalCenter: parent.verticalCenter
                width: visible ? Theme.disc : 0
                height: Theme.px(80)
                opacity: enabled ? 1 : 0.38
                onIntent: (name, value) => {
                    Qt.inputMethod.reset()
                    root.intent(name, value)
                }

                Icon {
                    anchors.centerIn: parent
                    name: root.page.body.clear ? root.page.body.clear.icon : ""
                }
            }
        }
        Grid {
            id: keys
            width: parent.width
            visible: root.page.body.keys.length > 0 && !root.wide
            columns: Math.ceil(root.page.body.keys.length / 2)
            spacing: Theme.px(8)

            Repeater {
                model: root.page.body.keys

                KeyCap {
                    required property var modelData
                    action: modelData
                    row: keys.columns
                    width: (keys.width - (keys.columns - 1) * keys.spacing) / keys.columns
                    height: Theme.px(96)
                    size: action.label.length > 1 ? Theme.small : Theme.lead
                    onIntent: (name, value) => root.intent(name, value)
                }
            }
        }
        InfoCard {
            width: root.width
            visible: text !== "" && !root.wide && card.y + card.height + (keys.visible ? keys.height + Theme.gap : 0) + Theme.gap + height < root.height
            text: root.page.body.why
        }
    }
}
