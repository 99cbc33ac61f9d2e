// A sheet on the paper.
import QtQuick
import "../theme"

Rectangle {
    color: Theme.sheet
    radius: Theme.radius
    border.width: Theme.hairline
    border.color: Theme.line
}
