// Light on black.
import QtQuick

Colours {
    paper: "#000000"
    sheet: "#0B0F10"
    ink: "#FFFFFF"
    muted: "#D5DEE0"
    line: "#8FA3A8"
    shade: "#D9000000"

    spring: "#7FE3DB"
    springInk: "#00211F"
    springDeep: "#B9F2EC"
    springSoft: "#10383A"

    lotus: "#FFB3C7"
    amber: "#FFD479"
    amberSoft: "#33260A"
    willow: "#B9E28C"
    willowSoft: "#1C2E0E"

    rest: "#000000"
    restMiddle: "#000000"
    restFoot: "#000000"
    restInk: "#FFFFFF"
    restWay: "#7FE3DB"
    restWayInk: "#00211F"
}
