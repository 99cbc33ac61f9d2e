// The window: header, question, body, footer, overlay, keyboard. The page value is its one input, `intent` its one output.
import QtQuick
import QtQuick.Window
import "components"
import "theme"

Window {
    id: root

    required property var page
    required property bool panel
    readonly property bool wide: width > height
    // On a wide panel the question stands at left of its answers, else above them.
    readonly property bool beside: wide && question.visible
    readonly property real contentLeft: beside ? question.x + question.width + Theme.px(40) : Theme.margin
    readonly property bool resting: page.body.type === "AttractBody"
    readonly property bool typing: page.body.type === "TextBody" || page.body.type === "SearchBody"
    // Where the keyboard begins; a page that has it beside itself says so.
    readonly property bool besideKeyboard: !!body.item && body.item.keyboardLeft > 0
    readonly property real keyboardLeft: besideKeyboard ? body.item.keyboardLeft : wide ? contentLeft : 0
    property string focused: ""
    property string named: ""
    signal intent(string name, string value)

    function forget() {
        Qt.inputMethod.reset()
        focused = ""
        named = ""
        body.type = ""
        body.source = ""
    }

    // A page that changes makes its items anew; who works by keys stays on the same action.
    function refocus() {
        const item = focused === "" ? null : find(contentItem)
        if (item)
            item.forceActiveFocus(Qt.OtherFocusReason)
    }

    function find(item) {
        if (item.objectName === focused && item.visible && item.enabled)
            return item
        for (const child of item.children) {
            const found = find(child)
            if (found)
                return found
        }
        return null
    }

    // Shows a page. A function, because a page equal to the last one must appear too after everything was forgotten.
    function take(value) {
        if (value.name !== named) {
            named = value.name
            focused = ""
        } else if (focused !== "") {
            Qt.callLater(refocus)
        }
        page = value
        body.present()
    }

    onActiveFocusItemChanged: {
        if (activeFocusItem && activeFocusItem.objectName !== "")
            focused = activeFocusItem.objectName
    }

    visible: true
    visibility: panel ? Window.FullScreen : Window.Windowed
    color: Theme.paper
    title: page.header.station

    Binding {
        target: Theme
        property: "scale"
        value: Math.min(root.width, root.height) / 1080
    }
    Binding {
        target: Theme
        property: "keyboardRatio"
        value: root.wide ? 0.33 : 0.38
    }

    PageHeader {
        id: header
        visible: !root.resting
        enabled: !root.page.overlay
        width: parent.width
        page: root.page
        onIntent: (name, value) => root.intent(name, value)
    }

    Column {
        id: question
        visible: !root.resting && !(body.item && body.item.ownsTitle === true) && (root.page.title !== "" || root.page.error !== "")
        x: Theme.margin
        width: root.wide ? Theme.px(488) : parent.width - 2 * Theme.margin
        anchors.top: header.bottom
        anchors.topMargin: Theme.px(root.wide ? 16 : 24)
        spacing: Theme.px(14)

        Label {
            width: parent.width
            visible: text !== ""
            // In the narrow column a sentence reads better broken at its comma.
            text: root.beside ? root.page.title.replace("，", "，\n") : root.page.title
            size: root.beside ? Theme.px(48) : Theme.question
            strong: true
            Accessible.role: Accessible.Heading
            Accessible.name: root.page.title
        }
        Label {
            width: parent.width
            visible: text !== ""
            text: root.page.lead
            size: Theme.px(38)
            color: Theme.muted
        }
        InfoCard {
            width: parent.width
            text: root.page.error
            icon: "triangle-alert"
            tone: "attention"
        }
        InfoCard {
            width: parent.width
            text: root.wide && root.page.body.why || ""
        }
    }

    Loader {
        id: body

        property string type: ""

        function present() {
            if (type === root.page.body.type && item) {
                item.page = root.page
            } else {
                type = root.page.body.type
                setSource("pages/" + type + ".qml", { "page": root.page, "wide": root.wide })
            }
        }

        x: root.resting ? 0 : root.contentLeft
        width: root.resting ? parent.width : parent.width - x - Theme.margin
        anchors.top: root.resting ? parent.top : question.visible && !root.beside ? question.bottom : header.bottom
        anchors.topMargin: root.resting ? 0 : Theme.px(root.wide ? 24 : 36)
        anchors.bottom: root.resting ? parent.bottom : keyboard.active && !root.besideKeyboard ? keyboard.top : footer.top
        focus: !root.page.overlay
        enabled: !root.page.overlay
        Component.onCompleted: present()

        Connections {
            target: body.item
            function onIntent(name, value) { root.intent(name, value) }
        }
        Binding {
            target: body.item
            property: "wide"
            value: root.wide
            when: !!body.item
        }
    }

    PageFooter {
        id: footer
        visible: !root.resting && implicitHeight > 0
        slim: root.wide
        enabled: !root.page.overlay
        width: parent.width
        anchors.bottom: parent.bottom
        page: root.page
        onIntent: (name, value) => root.intent(name, value)
    }

    StaffCorner {
        enabled: !root.page.overlay
        onHeld: root.intent("staff", "")
        onTouched: {
            if (root.resting && root.page.body.start.enabled)
                root.intent("start", "")
        }
    }
    Shortcut {
        sequence: "Ctrl+Alt+S"
        onActivated: root.intent("staff", "")
    }

    Keyboard {
        id: keyboard
        active: root.typing && !root.page.overlay && !!body.item
        locale: root.page.language === "zh" ? "zh_CN" : "en_US"
        x: root.keyboardLeft
        width: parent.width - x - (root.wide ? Theme.margin : 0)
        anchors.bottom: footer.top
    }

    Loader {
        anchors.fill: parent
        active: !!root.page.overlay
        focus: active
        sourceComponent: OverlayCard {
            overlay: root.page.overlay
            onIntent: (name, value) => root.intent(name, value)
        }
    }
}
