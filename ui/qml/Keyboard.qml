// The on-screen keyboard: Pinyin first, Latin second. It is there only where words are asked for.
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings

Item {
    id: root

    property bool active: false

    visible: active
    height: active ? panel.height : 0

    InputPanel {
        id: panel
        objectName: "keyboard"
        width: parent.width
        active: root.active
        visible: root.active
    }

    Component.onCompleted: {
        VirtualKeyboardSettings.activeLocales = ["zh_CN", "en_US"]
        VirtualKeyboardSettings.locale = "zh_CN"
        // The row of candidates keeps its place, so that nothing jumps when the first letter is typed.
        VirtualKeyboardSettings.wordCandidateList.alwaysVisible = true
        // No key to put the keyboard away: the page is there to type on.
        VirtualKeyboardSettings.visibleFunctionKeys = QtVirtualKeyboard.KeyboardFunctionKeys.Language
    }
}
