// Room for an item that Python paints: made in Python (ui/painters.py), and given its values whenever one changes.
import QtQuick

Item {
    id: root

    // A function of the room that it is made for.
    required property var make
    required property var values
    property Item item: null

    function give() {
        if (item)
            Object.assign(item, values)
    }

    onValuesChanged: give()
    Component.onCompleted: {
        item = make(root)
        item.anchors.fill = root
        give()
    }
}
