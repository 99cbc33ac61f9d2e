// The seconds that are left, as a figure in a ring that empties.
import QtQuick
import QtQuick.Shapes
import "../theme"

Item {
    id: root

    required property var countdown

    width: Theme.room(152)
    height: width
    Accessible.role: Accessible.Indicator
    Accessible.name: countdown ? countdown.left + " " + countdown.unit : ""

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeWidth: Theme.px(10)
            strokeColor: Theme.line
            fillColor: "transparent"
            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: root.width / 2 - Theme.px(5)
                radiusY: radiusX
                sweepAngle: 360
            }
        }
        ShapePath {
            strokeWidth: Theme.px(10)
            strokeColor: Theme.spring
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: root.width / 2 - Theme.px(5)
                radiusY: radiusX
                startAngle: -90
                sweepAngle: root.countdown ? 360 * root.countdown.left / root.countdown.of : 0
            }
        }
    }
    Column {
        anchors.centerIn: parent

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.countdown ? root.countdown.left : ""
            size: Theme.question
            strong: true
            color: Theme.spring
            lineHeight: 1
            Accessible.ignored: true
        }
        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.countdown ? root.countdown.unit : ""
            size: Theme.small
            color: Theme.muted
            lineHeight: 1
            Accessible.ignored: true
        }
    }
}
