// Keeps the keys where they make sense: on the same action when a page is drawn anew, on the first one of a new page.
import QtQuick

Item {
    id: root

    required property var page
    // Where to look for the first thing to do, best place first.
    required property var places
    // The last thing done was done by key. Who uses fingers sees no frame until the first key.
    property bool keyed: false
    property string focused: ""
    property string under: ""
    property string named: ""
    property string error: ""
    property bool asked: false
    // A page has come, and the keys with it.
    property bool turning: false
    readonly property var window: root.Window.window
    signal intent(string name, string value)
    // The resident moved the keys to the item of this name.
    signal moved(string name)

    function forget() {
        keyed = false
        focused = ""
        under = ""
        named = ""
        error = ""
        asked = false
    }

    // To be told of every page before it is shown.
    function take(page) {
        if (page.name !== named) {
            under = ""
            focused = ""
        } else if (!!page.overlay && !asked) {
            under = focused
            focused = ""
        } else if (!page.overlay && asked) {
            focused = under
        }
        tell(page)
        named = page.name
        asked = !!page.overlay
        turning = true
        Qt.callLater(place)
    }

    // For screen readers: a new page, or what is wrong on it. What is asked over a page tells itself.
    function tell(page) {
        const news = page.name !== named ? [page.title, page.lead, page.error] : page.error !== error ? [page.error] : []
        error = page.error
        const text = news.filter(String).join("\n")
        if (text !== "" && !page.overlay)
            Accessible.announce(text, page.error !== "" ? Accessible.Assertive : Accessible.Polite)
    }

    // A page that changes makes its items anew.
    function place() {
        const item = find(window.contentItem, item => focused !== "" && item.objectName === focused) || (keyed ? first() : null)
        if (item && !item.activeFocus)
            item.forceActiveFocus(Qt.TabFocusReason)
        turning = false
    }

    function first() {
        const primary = page.primary ? "action:" + page.primary.intent + ":" + page.primary.value : ""
        const wanted = [item => item.objectName.includes(":") || item.objectName.endsWith("-field"), item => true]
        for (const place of places.filter(place => place.visible && place.enabled)) {
            const found = find(place, item => primary !== "" && item.objectName === primary)
            for (const want of found ? [item => item === found] : wanted) {
                const item = find(place, item => item.activeFocusOnTab && want(item))
                if (item)
                    return item
            }
        }
        return null
    }

    function find(item, wanted) {
        if (!item.visible || !item.enabled)
            return null
        if (wanted(item))
            return item
        for (const child of item.children) {
            const found = find(child, wanted)
            if (found)
                return found
        }
        return null
    }

    function act(action) {
        if (action && action.enabled)
            intent(action.intent, action.value)
    }

    Connections {
        target: root.window
        function onActiveFocusItemChanged() {
            const item = root.window.activeFocusItem
            if (!item || item.objectName === "")
                return
            root.focused = item.objectName
            if (!root.turning)
                root.moved(item.objectName)
        }
    }
    Shortcut {
        sequences: ["Esc", "Back"]
        onActivated: root.act(root.page.overlay ? root.page.overlay.close : root.page.back)
    }
    Shortcut {
        sequence: "Forward"
        enabled: !root.page.overlay
        onActivated: root.act(root.page.primary)
    }
}
