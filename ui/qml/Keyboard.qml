// The on-screen keyboard: Pinyin first, Latin second. It is there only where words are asked for. A pad of five keys
// goes down into it from the field, over its keys with the arrows, and up again out of its top row.
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import "components/chain.js" as Chain

Item {
    id: root

    property bool active: false
    property string locale: "zh_CN"

    readonly property bool onField: active && !!InputContext.priv.inputItem && InputContext.priv.inputItem.activeFocus
    readonly property bool steered: VirtualKeyboardSettings.arrowKeyNavigationEnabled
    readonly property var keys: panel.keyboard
    // Nothing of the keyboard is above what the arrows have reached.
    readonly property bool atTop: {
        const area = keys.keyboardInputArea
        const here = keys.navigationHighlight.highlightItem
        if (keys.wordCandidateView.count > 0)
            return here === keys.wordCandidateView.highlightItem
        return !!here && here === area.initialKey && area.mapFromItem(here, 0, here.height / 2).y < here.height
    }

    // Takes the key that leads from the page to the field, into the keyboard, and back.
    function leads(key) {
        if (!onField || steered && (key === Qt.Key_Down || !atTop))
            return false
        const field = InputContext.priv.inputItem
        if (steered && field.keepSpelling)
            field.keepSpelling()
        if (key === Qt.Key_Up && !steered)
            Chain.step(field, false)
        else
            VirtualKeyboardSettings.arrowKeyNavigationEnabled = !steered
        if (steered)
            InputContext.priv.navigationKeyPressed(Qt.Key_Down, false)
        return true
    }

    visible: active
    height: active ? panel.height : 0

    InputPanel {
        id: panel
        objectName: "keyboard"
        width: parent.width
        active: root.active
        visible: root.active
    }

    // Each page begins in its own language, whatever was switched to before.
    function begin() {
        if (active) {
            VirtualKeyboardSettings.locale = ""
            VirtualKeyboardSettings.locale = locale
        }
    }

    onOnFieldChanged: VirtualKeyboardSettings.arrowKeyNavigationEnabled = false
    onActiveChanged: Qt.callLater(begin)
    onLocaleChanged: Qt.callLater(begin)
    Component.onCompleted: {
        VirtualKeyboardSettings.activeLocales = ["zh_CN", "en_US"]
        // The row of candidates keeps its place, so that nothing jumps when the first letter is typed.
        VirtualKeyboardSettings.wordCandidateList.alwaysVisible = true
        // No key to put the keyboard away: the page is there to type on.
        VirtualKeyboardSettings.visibleFunctionKeys = QtVirtualKeyboard.KeyboardFunctionKeys.Language
    }
}
