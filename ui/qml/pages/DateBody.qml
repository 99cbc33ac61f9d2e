import QtQuick
import "../components"
import "../theme"

Scroll {
    id: root

    required property var page
    property bool wide: false
    signal intent(string name, string value)

    function two(number) { return number < 10 ? "0" + number : "" + number }

    // Without days a month is turned.
    readonly property bool whole: page.body.days > 0
    readonly property real row: Theme.px(wide ? 88 : 124)

    function turn(year, month, day) {
        root.intent(root.page.body.intent, year + "-" + two(month) + (whole ? "-" + two(day) : ""))
    }

    Row {
        width: parent.width
        spacing: Theme.gap

        Wheel {
            width: root.whole ? (parent.width - 2 * Theme.gap) * 0.4 : (parent.width - Theme.gap) * 0.6
            row: root.row
            first: root.page.body.years[0]
            count: root.page.body.years.length
            current: root.page.body.year
            label: root.page.body.unit_labels[0]
            turned: root.page.body.turned[0]
            onChosen: (value) => root.turn(value, root.page.body.month, root.page.body.day)
        }
        Wheel {
            width: root.whole ? (parent.width - 2 * Theme.gap) * 0.3 : (parent.width - Theme.gap) * 0.4
            row: root.row
            first: 1
            count: 12
            current: root.page.body.month
            label: root.page.body.unit_labels[1]
            turned: root.page.body.turned[1]
            names: root.page.body.months
            onChosen: (value) => root.turn(root.page.body.year, value, root.page.body.day)
        }
        Wheel {
            visible: root.whole
            width: (parent.width - 2 * Theme.gap) * 0.3
            row: root.row
            first: 1
            count: root.page.body.days
            current: root.page.body.day
            label: root.whole ? root.page.body.unit_labels[2] : ""
            turned: root.page.body.turned[2]
            onChosen: (value) => root.turn(root.page.body.year, root.page.body.month, value)
        }
    }
    InfoCard {
        width: parent.width
        text: root.wide ? "" : root.page.body.why
    }
}
