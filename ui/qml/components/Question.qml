// The question as a sentence, why or how below it, and what went wrong. Beside its answers it scrolls when it is long.
import QtQuick
import "../theme"

Scroll {
    id: root

    required property var page
    property bool beside: false
    // Little room: the second line is left out in large print, and where it says what to mend instead.
    property bool brief: false

    spacing: Theme.px(14)

    Label {
        width: parent.width
        // What went wrong names what was asked, and what was found is worth more than the question that a field repeats;
        // a keyboard leaves no room for both.
        visible: text !== "" && !(root.brief && (Theme.large && root.page.body.type === "SearchBody" || root.page.error !== "" && (Theme.large || root.page.body.type === "TextBody")))
        // In the narrow column a sentence reads better broken at its comma.
        text: root.beside ? root.page.title.replace("，", "，\n") : root.page.title
        size: root.beside || Theme.large ? Theme.px(48) : Theme.question
        strong: true
        lineHeight: Theme.large ? 1.1 : Theme.lineHeight
        Accessible.role: Accessible.Heading
        Accessible.name: root.page.title
        Accessible.description: root.page.lead
    }
    Label {
        width: parent.width
        visible: text !== "" && !(root.brief && (Theme.large || root.page.error !== ""))
        text: root.page.lead
        size: Theme.px(38)
        color: Theme.muted
    }
    InfoCard {
        width: parent.width
        text: root.page.error
        icon: "triangle-alert"
        tone: "attention"
    }
    InfoCard {
        width: parent.width
        text: root.beside && root.page.body.why || ""
    }
}
