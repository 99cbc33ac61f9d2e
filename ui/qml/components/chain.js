.pragma library

// Gives the keys to the item that is `times` further in the order of reading.
function step(item, forward, times = 1) {
    for (let done = 0; done < times; done++)
        item = item.nextItemInFocusChain(forward)
    item.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason)
}
