// The on-screen keyboard in our own look. Keys are 27 by 24 mm upright; a candidate is 8 mm high and wide enough to hit.
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import "../../../../../theme"
import "../../../../../components"

KeyboardStyle {
    id: style

    // Height follows from the width by this ratio; the panel alone is told a width.
    keyboardDesignWidth: 1080
    keyboardDesignHeight: keyboardDesignWidth * Theme.keyboardRatio
    keyboardRelativeLeftMargin: 0.005
    keyboardRelativeRightMargin: 0.005
    keyboardRelativeTopMargin: 0.02
    keyboardRelativeBottomMargin: 0.02

    keyboardBackground: Rectangle {
        color: Theme.springSoft

        Rectangle {
            width: parent.width
            height: Theme.hairline
            color: Theme.line
        }
    }

    keyPanel: KeyFace {}
    backspaceKeyPanel: KeyFace { icon: "delete"; quiet: true }
    languageKeyPanel: KeyFace { icon: "languages"; quiet: true }
    enterKeyPanel: KeyFace { icon: "arrow-right"; quiet: true }
    hideKeyPanel: KeyFace { icon: "keyboard"; quiet: true }
    shiftKeyPanel: KeyFace { icon: InputContext.uppercase ? "arrow-big-up-dash" : "arrow-big-up"; quiet: true }
    spaceKeyPanel: KeyFace { text: Qt.locale(InputContext.locale).nativeLanguageName }
    symbolKeyPanel: KeyFace { quiet: true }
    modeKeyPanel: KeyFace { quiet: true }

    characterPreviewMargin: Theme.px(8)
    characterPreviewDelegate: Card {
        property string text
        property string flickLeft
        property string flickTop
        property string flickRight
        property string flickBottom

        color: Theme.spring

        Label {
            anchors.centerIn: parent
            text: parent.text
            size: Theme.question
            color: Theme.springInk
            lineHeight: 1
            Accessible.ignored: true
        }
    }

    alternateKeysListItemWidth: Theme.px(104)
    alternateKeysListItemHeight: Theme.px(112)
    alternateKeysListBackground: Card {}
    alternateKeysListHighlight: Card { color: Theme.springSoft }
    alternateKeysListDelegate: Item {
        id: alternate
        required property var model
        width: style.alternateKeysListItemWidth
        height: style.alternateKeysListItemHeight

        Label {
            anchors.centerIn: parent
            text: alternate.model.text
            size: Theme.lead
            lineHeight: 1
            Accessible.ignored: true
        }
    }

    selectionListHeight: Theme.px(112)
    selectionListBackground: Rectangle { color: Theme.sheet }
    selectionListHighlight: Rectangle { color: Theme.springSoft }
    selectionListDelegate: SelectionListItem {
        id: candidate
        required property int index
        required property string display
        width: Math.max(Theme.px(96), word.implicitWidth + Theme.px(56))
        Accessible.role: Accessible.Button
        Accessible.name: display
        Accessible.onPressAction: ListView.view.model.selectItem(index)

        Label {
            id: word
            anchors.centerIn: parent
            text: candidate.display
            size: Theme.px(46)
            color: candidate.ListView.isCurrentItem ? Theme.spring : Theme.ink
            lineHeight: 1
            Accessible.ignored: true
        }
        Rectangle {
            width: Theme.hairline
            height: parent.height * 0.4
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.line
        }
    }

    navigationHighlight: Rectangle {
        color: "transparent"
        radius: Theme.px(14)
        border.color: Theme.spring
        border.width: Theme.ring
    }
    selectionHandle: Rectangle {
        width: Theme.px(32)
        height: width
        radius: width / 2
        color: Theme.spring
    }
    popupListBackground: Card {}
    popupListHighlight: Card { color: Theme.springSoft }
    popupListDelegate: SelectionListItem {
        id: proposal
        required property string display
        property real cursorAnchor: proposed.x + proposed.width
        width: proposed.width + Theme.px(48)
        height: Theme.px(96)

        Label {
            id: proposed
            x: Theme.px(24)
            anchors.verticalCenter: parent.verticalCenter
            text: proposal.display
            lineHeight: 1
            Accessible.ignored: true
        }
    }
}
