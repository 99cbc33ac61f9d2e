// A component in one state, with the state's name over it.
import QtQuick
import "../components"
import "../theme"

Column {
    id: root

    required property string component
    required property var shown

    objectName: "exhibit:" + shown.name
    spacing: Theme.gap

    Label {
        text: root.shown.name
        size: Theme.small
        color: Theme.muted
        wrapMode: Text.NoWrap
    }
    Loader {
        id: stage
        width: root.shown.width > 0 ? Theme.px(root.shown.width) : undefined
        height: root.shown.height > 0 ? Theme.px(root.shown.height) : undefined
        Component.onCompleted: {
            setSource("../components/" + root.component + ".qml", root.shown.values)
            if (!item)
                return
            for (const [name, pixels] of Object.entries(root.shown.measures))
                item[name] = Qt.binding(() => Theme.px(pixels))
            if (root.shown.focused)
                item.forceActiveFocus(Qt.TabFocusReason)
        }
    }
}
