// The tokens of the look: colours, measures, type, motion. Measures are for a panel 1080 px wide (0.248 mm a pixel).
// The window binds what a page is shown with: `scale`, `contrast`, `large`, `still`. Pages and components take every
// colour and size from here; `Label` alone applies `zoom`, so sizes of type are written as for normal print.
pragma Singleton
import QtQuick

QtObject {
    property real scale: 1
    property bool contrast: false
    property bool large: false
    property bool still: false
    // Height of the keyboard by its width.
    property real keyboardRatio: 0.38

    readonly property Colours colours: contrast ? highContrast : day
    readonly property Colours day: Day {}
    readonly property Colours highContrast: HighContrast {}
    readonly property Drawn drawn: Drawn {}

    readonly property color paper: colours.paper
    readonly property color sheet: colours.sheet
    readonly property color ink: colours.ink
    readonly property color muted: colours.muted
    readonly property color line: colours.line
    readonly property color shade: colours.shade
    readonly property color spring: colours.spring
    readonly property color springInk: colours.springInk
    readonly property color springDeep: colours.springDeep
    readonly property color springSoft: colours.springSoft
    readonly property color lotus: colours.lotus
    readonly property color amber: colours.amber
    readonly property color amberSoft: colours.amberSoft
    readonly property color willow: colours.willow
    readonly property color willowSoft: colours.willowSoft

    readonly property real margin: 72 * scale
    readonly property real gap: 24 * scale
    readonly property real unit: 8 * scale
    readonly property real radius: 28 * scale
    readonly property real hairline: Math.max(1, 2 * scale)
    readonly property real ring: Math.max(2, 4 * scale)
    readonly property real target: (large ? 128 : 112) * scale
    readonly property real choice: (large ? 184 : 152) * scale
    readonly property real key: 184 * scale
    readonly property real header: 128 * scale
    readonly property real pill: (large ? 96 : 80) * scale
    readonly property real rail: 56 * scale
    readonly property real disc: 96 * scale
    readonly property real icon: 48 * scale

    // Type, from what is read at 5 m (and is large enough for everyone) to what is read at 40 cm.
    readonly property string family: "Noto Sans CJK SC"
    readonly property real display: 168 * scale / zoom
    readonly property real number: 88 * scale
    readonly property real question: 60 * scale
    readonly property real lead: 42 * scale
    readonly property real body: 36 * scale
    readonly property real small: 30 * scale
    readonly property real lineHeight: 1.25
    readonly property real zoom: large ? 1.35 : 1

    // Milliseconds. `quick` is all that a page may take to move; `glide` and `pause` are for drawings that show a
    // movement of the hand.
    readonly property int quick: still ? 0 : 160
    readonly property int glide: 1200
    readonly property int pause: 700
    // How long staff press the hidden corner: nobody leans there that long by chance.
    readonly property int hold: 3000

    function px(size) { return size * scale }

    // For room that type needs: as much larger as the type.
    function room(size) { return size * scale * zoom }

    function ground(tone) {
        return { "spring": springSoft, "good": willowSoft, "attention": amberSoft }[tone] || springSoft
    }

    function mark(tone) {
        return { "spring": spring, "good": willow, "attention": amber }[tone] || ink
    }
}
