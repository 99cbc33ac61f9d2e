// Things of the world as they are drawn: the same in every variant, as a card stays white on a black page.
import QtQuick

QtObject {
    readonly property color device: "#2A3A3F"
    readonly property color inside: "#17262B"
    readonly property color glow: "#5FE0D2"
    readonly property color faint: "#8FA3A8"
    readonly property color written: "#FFFFFF"
    readonly property color veil: "#CC17262B"
    readonly property color card: "#FFFFFF"
    readonly property color cardWords: "#4A5A5F"
    readonly property color cardSoft: "#E2EFEC"
    readonly property color cardLine: "#DDD7C9"
    readonly property color cardFigure: "#96A3A3"
}
