// The on-screen keyboard: Pinyin first, Latin second. It is there only where words are asked for.
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings

Item {
    id: root

    property bool active: false
    property string locale: "zh_CN"

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
