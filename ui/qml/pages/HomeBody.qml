import QtQuick
import QtQuick.Layouts
import "../components"
import "../theme"

Item {
    id: root

    required property var page
    property bool wide: false
    // On a wide panel the greeting stands above the search, and what can be done beside both.
    readonly property bool ownsTitle: wide
    // One way to all matters instead of each of them: there the other ways have room below the search.
    readonly property bool few: page.body.matters_heading === ""
    signal intent(string name, string value)

    component Ways: GridLayout {
        id: ways

        // Three side by side need room for their words.
        readonly property bool listed: root.few && (root.wide || Theme.large) || root.wide && width < Theme.px(900)

        columns: listed ? 1 : Math.max(1, root.page.body.others.length)
        columnSpacing: Theme.gap
        rowSpacing: Theme.px(16)
        // Beside their drawings, words need as much room as they are long.
        uniformCellWidths: !root.wide

        Repeater {
            model: root.page.body.others

            WayTile {
                required property var modelData
                choice: modelData
                told: !root.wide && root.page.body.others.length === 1
                flat: root.wide || ways.listed || told
                Layout.fillWidth: true
                Layout.fillHeight: true
                onIntent: (name, value) => root.intent(name, value)
            }
        }
    }
    component Entry: SearchEntry {
        action: root.page.body.search
        focus: true
        onIntent: (name, value) => root.intent(name, value)
    }
    component Notices: NoticeCard {
        notes: root.page.body.notices
    }
    component Packages: Column {
        visible: root.page.body.packages.length > 0
        spacing: Theme.px(14)

        Label {
            text: root.page.body.packages_heading
            size: Theme.lead
            color: Theme.muted
            lineHeight: 1
        }
        PackageTiles {
            width: parent.width
            packages: root.page.body.packages
            flat: root.wide && !root.few
            onIntent: (name, value) => root.intent(name, value)
        }
    }
    component Matters: MatterTiles {
        body: root.page.body
        onIntent: (name, value) => root.intent(name, value)
    }

    SpringRings {
        x: -Theme.margin
        y: Theme.px(root.wide ? -20 : -190)
        width: root.wide ? Theme.px(780) : root.width + 2 * Theme.margin
    }
    Loader {
        anchors.fill: parent
        sourceComponent: root.wide ? across : upright
    }
    Component {
        id: upright

        Scroll {
            spacing: Theme.px(22)

            Notices { width: parent.width }
            Entry { width: parent.width }
            Packages { width: parent.width }
            Matters { width: parent.width }
            Ways { width: parent.width }
        }
    }
    Component {
        id: across

        Scroll {
            Row {
                width: parent.width
                spacing: Theme.px(64)

                Column {
                    width: Theme.px(640)
                    spacing: Theme.px(16)

                    Label {
                        width: parent.width
                        text: root.page.title
                        size: Theme.question
                        strong: true
                        lineHeight: 1
                        wrapMode: Text.NoWrap
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: Theme.body
                        Accessible.role: Accessible.Heading
                    }
                    // Three devices out fill a panel across: the search stays in sight above what is said of them.
                    Entry { width: parent.width }
                    Notices { width: parent.width }
                    Packages {
                        width: parent.width
                        visible: !root.few && root.page.body.packages.length > 0
                    }
                    Ways {
                        width: parent.width
                        visible: root.few
                    }
                }
                Column {
                    width: parent.width - x
                    spacing: Theme.px(16)

                    Packages {
                        width: parent.width
                        visible: root.few && root.page.body.packages.length > 0
                    }
                    Matters { width: parent.width }
                    Ways {
                        width: parent.width
                        visible: !root.few
                    }
                }
            }
        }
    }
}
