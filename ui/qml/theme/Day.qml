// Paper and ink. Text is 7:1 and better on every ground it stands on.
import QtQuick

Colours {
    paper: "#F6F3EC"
    sheet: "#FFFFFF"
    ink: "#17262B"
    muted: "#414F54"
    line: "#DDD7C9"
    shade: "#B317262B"

    spring: "#0A5659"
    springInk: "#FFFFFF"
    springDeep: "#083F42"
    springSoft: "#E2EFEC"

    lotus: "#8C314F"
    amber: "#6E4800"
    amberSoft: "#FBF0D9"
    willow: "#34581A"
    willowSoft: "#EAF2E0"

    rest: "#0A5659"
    restMiddle: "#0D6163"
    restFoot: "#0A4A50"
    restInk: "#FFFFFF"
    restWay: "#FFFFFF"
    restWayInk: "#0A5659"
}
