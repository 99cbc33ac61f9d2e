// The colours a variant must name. A file for each variant; whatever a page shows takes its colour from here.
import QtQuick

QtObject {
    // Ground and text.
    required property color paper
    required property color sheet
    required property color ink
    required property color muted
    required property color line
    required property color shade

    // What acts: `spring` and what stands on it, a chosen ground.
    required property color spring
    required property color springInk
    required property color springDeep
    required property color springSoft

    // What is said by colour and always by a sign or a word too.
    required property color lotus
    required property color amber
    required property color amberSoft
    required property color willow
    required property color willowSoft

    // The resting screen, from top to bottom, and what stands on it.
    required property color rest
    required property color restMiddle
    required property color restFoot
    required property color restInk
    required property color restWay
    required property color restWayInk
}
