// The tokens of the look: colours, measures, type. Measures are for a panel 1080 px wide (0.248 mm a pixel);
// `scale` and
// `keyboardRatio` (height of the keyboard by its width) are bound by the window. Pages and components take every colour and size from here.
pragma Singleton
import QtQuick

QtObject {
    property real scale: 1
    property real keyboardRatio: 0.38

    readonly property color paper: "#F6F3EC"
    readonly property color sheet: "#FFFFFF"
    readonly property color ink: "#17262B"
    readonly property color muted: "#4A5A5F"
    readonly property color line: "#DDD7C9"
    readonly property color spring: "#0B5A5E"
    readonly property color springDeep: "#0A4A50"
    readonly property color springLight: "#0F6E70"
    readonly property color springSoft: "#E2EFEC"
    readonly property color lotus: "#A63A5E"
    readonly property color amber: "#8A5A00"
    readonly property color amberSoft: "#FBF0D9"
    readonly property color willow: "#3F6B1F"
    readonly property color willowSoft: "#EAF2E0"
    readonly property color springInk: "#FFFFFF"
    readonly property color shade: "#B317262B"
    readonly property color dark: "#2A3A3F"
    readonly property color glow: "#5FE0D2"

    readonly property real margin: 72 * scale
    readonly property real gap: 24 * scale
    readonly property real unit: 8 * scale
    readonly property real radius: 28 * scale
    readonly property real hairline: Math.max(1, 2 * scale)
    readonly property real ring: Math.max(2, 4 * scale)
    readonly property real target: 112 * scale
    readonly property real choice: 152 * scale
    readonly property real key: 184 * scale
    readonly property real header: 128 * scale
    readonly property real pill: 80 * scale
    readonly property real disc: 96 * scale
    readonly property real icon: 48 * scale

    readonly property string family: "Noto Sans CJK SC"
    readonly property real display: 168 * scale
    readonly property real number: 88 * scale
    readonly property real question: 60 * scale
    readonly property real lead: 42 * scale
    readonly property real body: 36 * scale
    readonly property real small: 30 * scale
    readonly property real lineHeight: 1.25

    // Milliseconds. `glide` and `rest` are for the one drawing that shows a movement of the hand.
    readonly property int glide: 1200
    readonly property int rest: 700
    // How long staff press the hidden corner: nobody leans there that long by chance.
    readonly property int hold: 3000

    function px(size) { return size * scale }

    function ground(tone) {
        return { "spring": springSoft, "good": willowSoft, "attention": amberSoft }[tone] || springSoft
    }

    function mark(tone) {
        return { "spring": spring, "good": willow, "attention": amber }[tone] || ink
    }
}
