// Makes the body of the page from its type, and keeps it while the page stays: the next one is not found scrolled.
// No Loader: its setSource keeps every value it was ever given, 16 KB a page (Qt 6.11).
import QtQuick

FocusScope {
    id: root

    required property var page
    property bool wide: false
    property Item item: null
    property string shown: ""
    property var made: ({})
    signal intent(string name, string value)

    // To be told of every page before it is shown: what goes is not laid out once more in the next one's room.
    function giveWay(next) {
        if (shown !== next.name + next.body.type)
            clear()
    }

    function present() {
        const type = page.body.type
        if (item) {
            item.page = page
            return
        }
        shown = page.name + type
        if (!made[type])
            made[type] = Qt.createComponent("../pages/" + type + ".qml")
        item = made[type].createObject(root, { "page": page, "wide": wide })
        if (!item)
            throw new Error(made[type].errorString())
        item.anchors.fill = root
    }

    function clear() {
        shown = ""
        if (!item)
            return
        const gone = item
        item = null
        gone.parent = null
        gone.destroy()
    }

    Component.onCompleted: present()

    Connections {
        target: root.item
        function onIntent(name, value) { root.intent(name, value) }
    }
    Binding {
        target: root.item
        property: "wide"
        value: root.wide
        when: !!root.item
    }
}
