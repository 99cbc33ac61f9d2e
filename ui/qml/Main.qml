// The window: header, question, body, footer, overlay, keyboard. The page value is its one input, `intent` its one output.
import QtQuick
import QtQuick.Window
import "components"
import "theme"

Window {
    id: root

    required property var page
    required property bool panel
    // Motion switched off, in the settings.
    required property bool still
    // Room for the question at left of its answers; large print wants more of it.
    readonly property bool wide: width > height && width >= Theme.room(1400)
    // A panel whose top is too high for someone seated; those of other shapes are small.
    readonly property bool tall: height >= 1.5 * width
    readonly property bool lowered: tall && page.view.lowered
    // Little room from top to bottom for what is shown.
    readonly property bool cramped: !wide && stage.height < 1.5 * width
    readonly property bool beside: wide && question.visible
    readonly property real aside: Math.min(Theme.room(488), (width - 2 * Theme.margin) * 0.36)
    readonly property real contentLeft: beside ? question.x + question.width + (question.overflowing ? Theme.margin : Theme.px(40)) : Theme.margin
    readonly property bool resting: page.body.type === "AttractBody"
    readonly property bool typing: page.body.type === "TextBody" || page.body.type === "SearchBody"
    // Where the keyboard begins; a page that has it beside itself says so.
    readonly property bool besideKeyboard: !!body.item && body.item.keyboardLeft > 0
    readonly property real keyboardLeft: besideKeyboard ? body.item.keyboardLeft : wide ? contentLeft : 0
    property alias keyed: keeper.keyed
    signal intent(string name, string value)
    signal moved(string name)

    function forget() {
        Qt.inputMethod.reset()
        keeper.forget()
        body.clear()
    }

    // Whether the key moved between page and keyboard, where no item gets to see it.
    function leads(key) { return !!keyboard.item && keyboard.item.leads(key) }

    // Shows a page. A function, because a page equal to the last one must appear too after everything was forgotten.
    function take(value) {
        keeper.take(value)
        body.giveWay(value)
        page = value
        body.present()
    }

    visible: true
    visibility: panel ? Window.FullScreen : Window.Windowed
    flags: panel ? Qt.Window | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint : Qt.Window
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
        // Beside other things it may be narrow; its keys stay high enough for a finger.
        value: root.wide ? Math.max(0.33, Theme.px(330) / keyboard.width) : Math.min(0.38, 0.3 * stage.height / root.width)
    }
    Binding {
        target: Theme
        property: "contrast"
        value: root.page.view.high_contrast
    }
    Binding {
        target: Theme
        property: "large"
        value: root.page.view.large_print
    }
    Binding {
        target: Theme
        property: "still"
        value: root.still
    }

    // What is left above a page that was brought down.
    SpringRings {
        visible: root.lowered && !root.resting
        width: parent.width
        y: (stage.y - height) / 3
    }

    Item {
        id: stage
        // Below the panel's upper third when lowered: everything to press is within a seated person's reach.
        y: root.lowered && !root.resting ? Math.ceil(root.height / 3) : 0
        // The window's size, not its content's, which has none before it is shown: all would be laid out twice.
        width: root.width
        height: root.height - y

        PageHeader {
            id: header
            // The station's name alone needs no reaching.
            y: root.lowered && stacked ? -first : 0
            visible: !root.resting
            enabled: !root.page.overlay
            width: parent.width
            page: root.page
            onIntent: (name, value) => root.intent(name, value)
        }

        Question {
            id: question
            visible: !root.resting && !(body.item && body.item.ownsTitle === true) && (root.page.title !== "" || root.page.error !== "")
            x: Theme.margin
            width: root.wide ? root.aside : parent.width - 2 * Theme.margin
            anchors.top: header.bottom
            anchors.topMargin: Theme.px(root.wide || root.cramped ? 16 : 24)
            height: root.beside ? footer.y - y : implicitHeight
            page: root.page
            beside: root.beside
            brief: root.cramped
            enabled: !root.page.overlay
        }

        BodyHost {
            id: body
            page: root.page
            wide: root.wide
            x: root.resting ? drift.dx : root.contentLeft
            width: root.resting ? parent.width + drift.reach : parent.width - x - Theme.margin
            anchors.top: root.resting ? parent.top : question.visible && !root.beside ? question.bottom : header.bottom
            anchors.topMargin: root.resting ? drift.dy : Theme.px(root.wide || root.cramped ? 24 : 36)
            anchors.bottomMargin: root.resting ? -drift.reach - drift.dy : 0
            anchors.bottom: root.resting ? parent.bottom : keyboard.wanted && !root.besideKeyboard ? keyboard.top : foot.top
            focus: !root.page.overlay
            enabled: !root.page.overlay
            // Nothing in particular has the keys yet, or no longer.
            Keys.onPressed: event => {
                if ([Qt.Key_Up, Qt.Key_Down, Qt.Key_Left, Qt.Key_Right].includes(event.key))
                    keeper.place()
            }
            onIntent: (name, value) => root.intent(name, value)
        }

        SpeechBar {
            id: speech
            // Where there is little room the keyboard and what is typed come first.
            speech: root.resting || root.typing && root.cramped ? null : root.page.speech
            enabled: !root.page.overlay
            within: root.wide && (!!root.page.back || !!root.page.primary)
            // The keys come to it before the footer, on which it may lie.
            z: 1
            x: within ? footer.from : 0
            y: footer.y + (within ? (footer.height - height) / 2 : -height)
            width: within ? footer.to - x : parent.width
            onIntent: (name, value) => root.intent(name, value)
        }

        PageFooter {
            id: footer
            visible: !root.resting && implicitHeight > 0
            slim: root.width > root.height
            tall: root.tall
            least: speech.visible && speech.within ? speech.implicitHeight : 0
            enabled: !root.page.overlay
            width: parent.width
            anchors.bottom: parent.bottom
            page: root.page
            onIntent: (name, value) => root.intent(name, value)
        }

        Item {
            id: foot
            y: Math.min(speech.y, footer.y)
        }

        StaffCorner {
            y: header.y
            enabled: !root.page.overlay
            onHeld: root.intent("staff", "")
            onTouched: {
                if (root.resting && root.page.body.start.enabled)
                    root.intent("start", "")
            }
        }

        // Read in when words are first asked for: it takes as long as the rest of the first page.
        Loader {
            id: keyboard
            readonly property bool wanted: root.typing && !root.page.overlay && !!body.item
            property bool used: false
            onWantedChanged: used = used || wanted
            active: used
            source: "Keyboard.qml"
            x: root.keyboardLeft
            width: parent.width - x - (root.wide ? Theme.margin : 0)
            anchors.bottom: foot.top

            Binding {
                target: keyboard.item
                property: "active"
                value: keyboard.wanted
                when: !!keyboard.item
            }
            Binding {
                target: keyboard.item
                property: "locale"
                // No address of the network is written in Chinese.
                value: root.page.language === "zh" && root.page.body.web !== true ? "zh_CN" : "en_US"
                when: !!keyboard.item
            }
        }
    }

    // What a terminal with keys for those who do not see starts its speech by.
    Shortcut {
        sequence: "F9"
        onActivated: root.intent("view", "spoken")
    }
    Shortcut {
        sequence: "Ctrl+Alt+S"
        onActivated: root.intent("staff", "")
    }

    Drift {
        id: drift
        resting: root.resting
    }

    FocusKeeper {
        id: keeper
        page: root.page
        places: [over, body, footer, speech, header]
        onIntent: (name, value) => root.intent(name, value)
        onMoved: name => root.moved(name)
    }

    Loader {
        id: over
        anchors.fill: parent
        active: !!root.page.overlay
        focus: active
        sourceComponent: OverlayCard {
            overlay: root.page.overlay
            above: stage.y
            onIntent: (name, value) => root.intent(name, value)
        }
    }
}
