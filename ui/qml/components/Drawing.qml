// A drawing of ui/drawings, in the colours of the theme.
import QtQuick
import "../theme"

Image {
    property string name: ""

    readonly property string colours: [Theme.ink, Theme.line, Theme.spring, Theme.springSoft, Theme.sheet]
        .map(colour => ("" + colour).substring(1)).join("-")

    sourceSize.width: Math.max(1, Math.ceil(width))
    sourceSize.height: Math.max(1, Math.ceil(height))
    source: name === "" ? "" : "image://drawing/" + name + "/" + colours
    Accessible.ignored: true
}
